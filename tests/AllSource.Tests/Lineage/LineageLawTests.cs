using System.Text;
using AllSource.Kernel;
using AllSource.Lineage;

namespace AllSource.Tests.Lineage;

/// <summary>Laws over seeded random worlds of invented words.</summary>
public class LineageLawTests
{
    private static readonly string[] Syllables = ["ba", "ke", "lo", "mir", "tun", "sa", "vel", "gor", "phi", "da",
        "rus", "en"];

    [Fact]
    public void A_verbatim_run_of_seven_words_is_always_found()
    {
        var random = new Random(7);
        for (var trial = 0; trial < 200; trial++)
        {
            var shared = Sentence(random, 7);
            var a = new LineageDocument("a",
                $"{Sentence(random, random.Next(40))} {shared} {Sentence(random, random.Next(40))}");
            var b = new LineageDocument("b",
                $"{Sentence(random, random.Next(40))} {shared} {Sentence(random, random.Next(40))}");
            var found = Find(1, a, b);
            var at = a.Text.IndexOf(shared, StringComparison.Ordinal);
            Assert.Contains(found, p => p.ASpan.Contains(new TextSpan(at, at + shared.Length)));
        }
    }

    [Fact]
    public void Order_and_threads_change_nothing()
    {
        var random = new Random(11);
        var world = World(random, 120);
        var expected = Find(1, world).Select(Told).ToArray();
        Assert.NotEmpty(expected);
        for (var trial = 0; trial < 4; trial++)
        {
            random.Shuffle(world);
            Assert.Equal(expected, Find(1 + (trial % 3), world).Select(Told));
        }
    }

    [Fact]
    public void No_report_derives_from_itself_or_from_a_later_one()
    {
        var world = World(new Random(5), 150);
        var times = world.ToDictionary(static d => d.Id, static d => d.Published!);
        foreach (var passage in Find(2, world))
        {
            Assert.NotEqual(passage.A, passage.B);
            var original = passage.Copier == passage.A ? passage.B : passage.A;
            if (passage.Copier is { } copier) Assert.False(times[copier].IsSurelyBefore(times[original]));
        }
    }

    [Fact]
    public void Spans_lie_within_their_texts_under_random_Unicode()
    {
        var random = new Random(3);
        for (var trial = 0; trial < 60; trial++)
        {
            var shared = Noise(random, 300);
            LineageDocument a = new("a", Noise(random, 200) + shared + Noise(random, 200));
            LineageDocument b = new("b", Noise(random, 100) + shared + Noise(random, 300));
            foreach (var passage in Find(1, a, b).Concat(Pairs(a, b)))
            {
                Assert.InRange(passage.ASpan.End, passage.ASpan.Start + 1, a.Text.Length);
                Assert.InRange(passage.BSpan.End, passage.BSpan.Start + 1, b.Text.Length);
                Assert.All(passage.Edits, e => Assert.True(passage.ASpan.Contains(e.A) && passage.BSpan.Contains(e.B)));
            }
        }
    }

    [Fact]
    public void Marks_case_and_spaces_hide_no_passage()
    {
        const string plain = "The minister said that the bridge, which was closed in 1993, would 'never' open again.";
        const string dressed =
            "the minister said that the  bridge – which was closed in 1993 – would ‘never’\nOPEN again…";
        var passage = Assert.Single(Find(1, new LineageDocument("a", plain), new LineageDocument("b", dressed)));
        Assert.Equal(PassageKind.Verbatim, passage.Kind);
        Assert.Equal(0, passage.ASpan.Start);
    }

    [Fact]
    public void A_signature_of_one_author_is_no_borrowing_but_is_shown_on_request()
    {
        const string signature = "Quentin Marsh, Harbour Desk, Lowport Observer, extension four one nine, room twelve";
        var random = new Random(2);
        var documents = Enumerable.Range(0, 6)
            .Select(n => new LineageDocument($"d{n}", $"{Sentence(random, 60)}.\n\n{signature}", Author: "q.marsh"))
                .ToArray();
        Assert.Empty(Find(1, documents));
        var all = new PassageFinder(new(KeepPassedOver: true))
            .Find(documents, null, TestContext.Current.CancellationToken);
        Assert.All(all, static p => Assert.StartsWith("passed over", p.Why, StringComparison.Ordinal));
        Assert.NotEmpty(all);
    }

    private static LineageDocument[] World(Random random, int count)
    {
        var texts = new List<string>();
        var documents = new LineageDocument[count];
        for (var d = 0; d < count; d++)
        {
            var text = new StringBuilder();
            for (var part = 0; part < 4; part++)
            {
                var borrows = texts.Count > 0 && random.Next(3) == 0;
                text.Append(borrows ? texts[random.Next(texts.Count)] : Sentence(random, 12)).Append(". ");
                if (!borrows) texts.Add(text.ToString().TrimEnd('.', ' ').Split(". ")[^1]);
            }

            var time = ReportedTime.TryIso($"2024-01-{1 + random.Next(28):00}T{random.Next(24):00}:00:00Z");
            documents[d] = new($"d{d:000}", text.ToString(), time);
        }

        return documents;
    }

    private static string Sentence(Random random, int words) => string.Join(' ', Enumerable.Range(0, words).Select(_ =>
        string.Concat(Enumerable.Range(0, 2 + random.Next(3)).Select(_ => Syllables[random.Next(Syllables.Length)]))));

    private static string Noise(Random random, int units)
    {
        var text = new StringBuilder();
        while (text.Length < units)
        {
            text.Append(random.Next(8) switch
            {
                0 => char.ConvertFromUtf32(0x1F300 + random.Next(200)),
                1 => ((char)random.Next(0xD800, 0xE000)).ToString(), // half a surrogate pair
                2 => ((char)random.Next(1, 0xD800)).ToString(),
                3 => "“",
                4 => "... [",
                _ => $" {Sentence(random, 1)} ",
            });
        }

        return text.ToString();
    }

    private static string Told(Passage p) =>
        $"{p.A} {p.ASpan} {p.B} {p.BSpan} {p.Copier} {p.Probability} {p.Why} {p.DirectionWhy}";

    private static IReadOnlyList<Passage> Pairs(LineageDocument a, LineageDocument b) =>
        new PassageFinder().FindPairs([a, b], [("a", "b")], null, TestContext.Current.CancellationToken);

    private static IReadOnlyList<Passage> Find(int threads, params LineageDocument[] documents) =>
        new PassageFinder(new(threads)).Find(documents, null, TestContext.Current.CancellationToken);
}
