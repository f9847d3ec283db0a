using AllSource.Kernel;
using AllSource.Lineage;

namespace AllSource.Tests.Lineage;

/// <summary>Laws of the index that reports stream into: what it knows is a function of the reports it holds.</summary>
public class LineageIndexTests
{
    private const string Stock = "for more information please write to the press office of the port";

    private static readonly string[] Syllables = ["ba", "ke", "lo", "mir", "tun", "sa", "vel", "gor", "phi", "da"];

    [Fact]
    public void Any_order_of_arrival_gives_the_passages_of_the_whole_set()
    {
        var random = new Random(19);
        var world = World(random, 90);
        var expected = Told(new PassageFinder().Find(world, null, Cancel));
        Assert.NotEmpty(expected);
        for (var trial = 0; trial < 4; trial++)
        {
            random.Shuffle(world);
            var index = new LineageIndex(new(1 + (trial % 2)));
            foreach (var document in world) index.Insert(document);
            Assert.Equal(expected, Told(index.Passages(null, Cancel)));
        }
    }

    [Fact]
    public void What_is_looked_up_one_by_one_is_what_is_found_at_once()
    {
        var random = new Random(37);
        var world = World(random, 150);
        random.Shuffle(world);
        var index = new LineageIndex(new(KeepPassedOver: true));
        foreach (var document in world) index.Insert(document);
        var atOnce = index.Passages(null, Cancel);
        var crowded = world.GroupBy(static d => d.Text).Where(static g => g.Count() > 4).SelectMany(static g => g)
            .Select(static d => d.Id).ToHashSet(); // copies beyond the fourth are told of the first alone
        var order = world.OrderBy(static d => d.Published?.Earliest ?? DateTime.MaxValue)
            .ThenBy(static d => d.Id, StringComparer.Ordinal).Select(static (d, rank) => (d.Id, rank))
            .ToDictionary(static d => d.Id, static d => d.rank);
        foreach (var document in world)
        {
            bool IsLater(Passage p) => Math.Max(order[p.A], order[p.B]) == order[document.Id]
                && !crowded.Contains(p.A) && !crowded.Contains(p.B);
            Assert.Equal(Spans(atOnce.Where(IsLater)), Spans(index.Find(document).Where(IsLater)));
        }
    }

    [Fact]
    public void What_is_turned_away_early_would_not_have_been_shown()
    {
        for (var seed = 43; seed < 46; seed++)
        {
            var world = World(new Random(seed), 120);
            var shown = new PassageFinder(new()).Find(world, null, Cancel);
            var weighed = new PassageFinder(new() { WeighAll = true }).Find(world, null, Cancel);
            Assert.NotEmpty(shown);
            Assert.Equal(Told(weighed), Told(shown));
        }
    }

    [Fact]
    public void Inserting_and_withdrawing_leaves_the_index_as_it_was()
    {
        var world = World(new Random(23), 120);
        var index = new LineageIndex(new(KeepPassedOver: true));
        foreach (var document in world[..80]) index.Insert(document);
        var grams = index.Grams;
        var expected = Told(index.Passages(null, Cancel));
        var found = Told(index.Find(world[100]));
        foreach (var document in world[80..]) index.Insert(document);
        foreach (var document in world[80..]) Assert.True(index.Withdraw(document.Id));
        Assert.Equal((80, grams), (index.Count, index.Grams));
        Assert.Equal(expected, Told(index.Passages(null, Cancel)));
        Assert.Equal(found, Told(index.Find(world[100])));
        foreach (var document in world[..80]) Assert.True(index.Withdraw(document.Id));
        Assert.Equal((0, 0L), (index.Count, index.Grams));
        Assert.False(index.Withdraw(world[0].Id));
    }

    [Fact]
    public void A_new_report_is_compared_atOnce_with_those_held()
    {
        var world = World(new Random(29), 60);
        var index = new LineageIndex();
        foreach (var document in world) index.Insert(document);
        var copy = new LineageDocument("copy", world[7].Text);
        var found = index.Find(copy);
        Assert.Contains(found, p => p.A == world[7].Id || p.B == world[7].Id);
        Assert.Contains(index.Insert(copy), p => p.A == world[7].Id || p.B == world[7].Id);
        Assert.Empty(index.Insert(copy));
        Assert.DoesNotContain(index.Find(copy), static p => p.A == p.B);
    }

    [Fact]
    public void A_verbatim_run_of_seven_words_is_found_however_common_its_words()
    {
        var random = new Random(31);
        string[] common = ["the", "of", "and", "to", "in", "that", "was", "for", "it", "with", "he", "said"];
        for (var trial = 0; trial < 100; trial++)
        {
            var run = string.Join(' ', Enumerable.Range(0, 7).Select(_ => common[random.Next(common.Length)]));
            var index = new LineageIndex(new(KeepPassedOver: true));
            index.Insert(new("a", $"{Sentence(random, 30)} {run} {Sentence(random, 30)}"));
            var found = index.Insert(new("b", $"{Sentence(random, 20)} {run} {Sentence(random, 20)}"));
            Assert.NotEmpty(found);
        }
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Reports that quote, copy whole, sign alike and share a stock phrase that stands over the cap.</summary>
    private static LineageDocument[] World(Random random, int count)
    {
        var sentences = new List<string>();
        var documents = new LineageDocument[count];
        for (var d = 0; d < count; d++)
        {
            var author = random.Next(9);
            var text = d > 9 && random.Next(7) == 0 ? documents[random.Next(d)].Text : Text(random, author, sentences);
            var time = random.Next(5) == 0 ? null : ReportedTime.TryIso($"2024-01-{1 + random.Next(28):00}T10:00:00Z");
            documents[d] = new($"d{d:000}", text, time, author == 0 ? null : $"author {author}", $"title {d % 20}");
        }

        return documents;
    }

    private static string Text(Random random, int author, List<string> sentences)
    {
        var parts = new List<string>();
        for (var part = 0; part < 5; part++)
        {
            if (sentences.Count > 0 && random.Next(3) == 0) parts.Add($"“{sentences[random.Next(sentences.Count)]}”");
            else sentences.Add(Sentence(random, 12));
            parts.Add(sentences[^1]);
        }

        if (random.Next(2) == 0) parts.Add(Stock);
        return $"{string.Join(". ", parts)}.\n\nauthor {author}, harbour desk, lowport observer, room {author}";
    }

    private static string Sentence(Random random, int words) => string.Join(' ', Enumerable.Range(0, words).Select(_ =>
        string.Concat(Enumerable.Range(0, 2 + random.Next(3)).Select(_ => Syllables[random.Next(Syllables.Length)]))));

    private static string[] Spans(IEnumerable<Passage> passages) =>
        [.. passages.Select(static p => $"{p.A} {p.ASpan} {p.B} {p.BSpan} {p.Copier}")];

    private static string[] Told(IEnumerable<Passage> passages) =>
        [.. passages.Select(static p => $"{p.A} {p.ASpan} {p.B} {p.BSpan} {p.Copier} {p.Probability:R} {p.Why}")];
}
