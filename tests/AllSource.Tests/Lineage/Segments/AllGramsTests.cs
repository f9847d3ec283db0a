using AllSource.Kernel;
using AllSource.Lineage;
using AllSource.Lineage.Segments;

namespace AllSource.Tests.Lineage.Segments;

/// <summary>Quotations of which no more than three words in a row are as they were.</summary>
public class AllGramsTests
{
    private static readonly SegmentIndexSettings Small = new(YoungReportsMax: 9, MergeFanOut: 3);

    [Fact]
    public void An_index_of_all_grams_finds_the_edited_quotations_that_the_search_in_memory_finds()
    {
        var world = new EditedQuotations(40);
        var inMemory = PairsOf(new PassageFinder().Find(world.Documents, null, TestContext.Current.CancellationToken));
        var withAll = PairsIn(world, Small with { AllGrams = true });
        var withFew = PairsIn(world, Small);
        Assert.Equal(inMemory, withAll);
        Assert.Subset(withAll, withFew);
        Assert.True(withFew.Count < withAll.Count);
    }

    [Fact]
    public void An_index_stays_as_it_was_made()
    {
        var world = new EditedQuotations(40);
        var folder = new FolderInMemory();
        using (var index = SegmentIndex.Open(folder, HeldWorld.Seal, world, Small with { AllGrams = true }).Value!)
        {
            foreach (var document in world.Documents[..30]) index.Insert(document);
        }

        using var again = SegmentIndex.Open(folder, HeldWorld.Seal, world, Small).Value!;
        foreach (var document in world.Documents[30..]) again.Insert(document);
        var found = world.Documents.SelectMany(d => again.Find(d).Passages);
        Assert.Equal(PairsIn(world, Small with { AllGrams = true }), PairsOf(found));
    }

    private static HashSet<string> PairsIn(EditedQuotations world, SegmentIndexSettings settings)
    {
        using var index = SegmentIndex.Open(new FolderInMemory(), HeldWorld.Seal, world, settings).Value!;
        foreach (var document in world.Documents) index.Insert(document);
        return PairsOf(world.Documents.SelectMany(d => index.Find(d).Passages));
    }

    private static HashSet<string> PairsOf(IEnumerable<Passage> passages) => [.. passages.Select(p => $"{p.A} {p.B}")];

    /// <summary>Pairs of reports, of which the later quotes the earlier and changes two words in brackets.</summary>
    private sealed class EditedQuotations : IReportTexts
    {
        private readonly Dictionary<ReportKey, LineageDocument> _byKey = [];

        public EditedQuotations(int pairs)
        {
            var random = new Random(3);
            for (var pair = 0; pair < pairs; pair++)
            {
                string[] words = [.. Enumerable.Range(0, 30).Select(_ => Word(random))];
                string[] quoted = [.. words[10..21]];
                quoted[3] = $"[{Word(random)}]";
                quoted[7] = $"[{Word(random)}]";
                string[] own = [.. Enumerable.Range(0, 12).Select(_ => Word(random))];
                Add($"a{pair}", string.Join(' ', words) + ".", day: 1);
                Add($"b{pair}", $"{string.Join(' ', own)}: \"{string.Join(' ', quoted)}\", as was said.", day: 9);
            }
        }

        public List<LineageDocument> Documents { get; } = [];

        public LineageDocument? Find(ReportKey report) => _byKey.GetValueOrDefault(report);

        private static string Word(Random random) =>
            string.Concat(Enumerable.Range(0, 7).Select(_ => (char)('a' + random.Next(26))));

        private void Add(string id, string text, int day)
        {
            var document = new LineageDocument(id, text, ReportedTime.TryIso($"2024-03-0{day}T10:00:00Z"));
            Documents.Add(document);
            _byKey[HeldWorld.Seal.KeyOf(id)] = document;
        }
    }
}
