using System.Collections.Immutable;
using AllSource.Kernel;
using AllSource.Lineage.Alignment;
using AllSource.Lineage.Reading;
using AllSource.Lineage.Seeds;
using AllSource.Lineage.Weighing;

namespace AllSource.Lineage.Segments;

/// <summary>
/// The passages of one report of the index with all others, earlier and later: what the search in memory finds of this
/// report over the same set. One worker's memory: not for two threads.
/// </summary>
internal sealed class IndexedComparison(
    IndexFiles files, DeskSeal seal, IReportTexts texts, WordRarity rarity, bool keepPassedOver)
{
    private readonly PlaceFinder _finder = new(files, keepPassedOver);
    private readonly PairHits _pairs = new();
    private readonly PairPassages _aligner = new(rarity, keepPassedOver);
    private readonly SeedCache _seeds = new(texts, files.AllGrams);
    private readonly WordReader _reader = new(blockWordsMost: WordReader.FewBlockWords);
    private readonly SeedPicker _picker = new(sparseOnly: !files.AllGrams);
    private readonly Crowd _crowds = new(files);

    /// <param name="seeds">The report's, when they are at hand.</param>
    public HeldPassages Of(LineageDocument document, OwnSeeds? seeds, IndexedReport self, ReportRow row)
    {
        var found = new List<Passage>();
        var missing = 0;
        var crowd = _crowds.Of(row.Instance);
        var maker = new PassageMaker(rarity, Evidence.PriorOf(files.Count), keepPassedOver);
        if (row.Seeds == 0 && crowd.Count > 0) AddWhole(crowd[0], document, found, maker, ref missing);
        else if (row.Seeds > 0) Compare(document, seeds ?? Own(document), self, row, found, ref missing);
        if (crowd.Count > SearchRules.ComparedMax && crowd[0].Report == self)
        {
            foreach (var copy in crowd.Where(static c => c.Row.Seeds == 0))
            {
                AddWhole(copy, document, found, maker, ref missing);
            }
        }

        found.Sort(SearchRules.Compare);
        return new([.. found], Findings(missing));
    }

    private void AddWhole(
        (IndexedReport Report, ReportRow Row) other, LineageDocument document, List<Passage> found, PassageMaker maker,
        ref int missing)
    {
        if (texts.Find(other.Row.Key) is not { } text) missing++;
        else if (InOrder([Read(document), Read(text)]) is [var one, var two]) maker.MakeWhole(one, two, found);
    }

    private void Compare(
        LineageDocument document, OwnSeeds own, IndexedReport self, ReportRow row, List<Passage> found,
        ref int missing)
    {
        var documents = new List<Prepared> { Read(document) };
        var hitsOf = new Dictionary<LineageDocument,
            (SeedHit[] Hits, bool IsEarlier)>(ReferenceEqualityComparer.Instance);
        _pairs.Begin(own);
        foreach (var report in _finder.Find(own, self, row))
        {
            var other = files.RowOf(report);
            if (_seeds.Of(other.Key) is not { } read)
            {
                missing++;
                continue;
            }

            var isEarlier = other.CompareTo(row) < 0;
            var hits = _pairs.Of(self, read.Seeds, report, _finder.Keys, isEarlier);
            if (hits.Length == 0 || texts.Find(other.Key) is not { } text) continue;
            if (!hitsOf.TryAdd(text, (hits, isEarlier))) continue;
            documents.Add(text.Text == read.Text ? new(text, read.Words) : Read(text)); // it may have been edited since
        }

        if (documents.Count == 1) return;
        var prepared = InOrder(documents);
        var at = Array.FindIndex(prepared, p => ReferenceEquals(p.Document, document));
        var maker = new PassageMaker(
            rarity, Evidence.PriorOf(files.Count), keepPassedOver, new(prepared[at]));
        for (var d = 0; d < prepared.Length; d++)
        {
            if (d == at) continue;
            var (hits, isEarlier) = hitsOf[prepared[d].Document];
            var (earlier, later) = isEarlier ? (prepared[d], prepared[at]) : (prepared[at], prepared[d]);
            Align(earlier, later, hits, found, maker);
        }

        maker.Decide(found);
    }

    private OwnSeeds Own(LineageDocument document) => OwnSeeds.Of(_picker.Pick(_reader.Read(document.Text)), seal);

    /// <summary>Forgets texts that were looked at.</summary>
    public void Forget() => _seeds.Clear();

    private void Align(Prepared earlier, Prepared later, SeedHit[] hits, List<Passage> found, PassageMaker maker)
    {
        var isAnswer = earlier.HasTitleOf(later) && earlier.Author != later.Author;
        var isFixedPart = Array.TrueForAll(hits, static h => h.IsBoilerplate) && !isAnswer
            && hits.Length < SearchRules.FixedPartSeedsMax;
        if (isFixedPart && !keepPassedOver) return;
        _aligner.Add(earlier, later, hits, maker, Evidence.PriorOf(files.Count), found);
    }

    private Prepared Read(LineageDocument document) => new(document, _reader.Read(document.Text));

    /// <summary>In the one order of documents, of each id one.</summary>
    private static Prepared[] InOrder(List<Prepared> prepared)
    {
        prepared.Sort(static (x, y) => x.CompareTo(y));
        return Prepared.Numbered([.. prepared.DistinctBy(static p => p.Document.Id, StringComparer.Ordinal)]);
    }

    private ImmutableArray<Finding> Findings(int missing)
    {
        var findings = ImmutableArray.CreateBuilder<Finding>();
        foreach (var segment in files.Segments)
        {
            if (segment.Segment.Fault is { } fault) findings.Add(fault);
        }

        if (missing > 0)
        {
            findings.Add(new(FindingWeight.Loss, "text-not-given", new("texts"),
                missing == 1 ? "The text of one report that may share a passage was not given."
                    : $"The texts of {missing} reports that may share a passage were not given.",
                "Give the files that they were inserted from as well."));
        }

        return findings.ToImmutable();
    }
}
