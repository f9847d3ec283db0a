using System.Globalization;
using System.Runtime.CompilerServices;
using AllSource.Kernel;
using AllSource.Lineage.Alignment;
using AllSource.Lineage.Detailed;
using AllSource.Lineage.Directions;
using AllSource.Lineage.Weighing;

namespace AllSource.Lineage;

/// <summary>
/// Compares two documents sentence by sentence; where their sentences show nothing, which few words never do, run by
/// run of equal words. One worker's memory: not for two threads.
/// </summary>
internal sealed class PairComparison(WordRarity rarity, double prior, bool keepPassedOver)
{
    private readonly CommonRuns _runs = new();
    private readonly PairPassages _pairs = new(rarity, keepPassedOver);
    private readonly PassageMaker _maker = new(rarity, prior, keepPassedOver);
    private static readonly ConditionalWeakTable<Prepared, SentenceText> Sentences = [];
    private readonly DetailedAligner _aligner = new(new DetailedSettings());

    /// <summary>
    /// The passages of two documents. In a summary the first is the one that tells the second shorter.
    /// </summary>
    public List<Passage> Of(Prepared a, Prepared b)
    {
        var found = new List<Passage>();
        var fragments = _aligner.Align(TextOf(a), TextOf(b));
        foreach (var fragment in fragments) found.Add(Made(a, b, fragment));
        if (fragments.Count == 0) AddRuns(a, b, found);
        return found;
    }

    private void AddRuns(Prepared a, Prepared b, List<Passage> found)
    {
        var (earlier, later) = a.CompareTo(b) <= 0 ? (a, b) : (b, a);
        var hits = _runs.Hits(earlier.Words, later.Words);
        if (hits.Length > 0) _pairs.Add(earlier, later, hits, _maker, prior, found);
    }

    /// <summary>
    /// The log-odds of two stretches whose sentences are so much alike, fitted on paraphrases of two thirds of the
    /// suspicious texts of PAN 2013, training part (docs/measurements/lineage.md). More likeness tells no more.
    /// </summary>
    private static double OddsOf(double likeness) => -3.58 + (10.44 * Math.Min(likeness, .75));

    private static SentenceText TextOf(Prepared one) => Sentences.GetValue(one, static p => new(p.Words));

    private Passage Made(Prepared a, Prepared b, WordFragment f)
    {
        var inA = new TextSpan(a.Words.Starts[f.StartA], a.Words.Ends[f.EndA - 1]);
        var inB = new TextSpan(b.Words.Starts[f.StartB], b.Words.Ends[f.EndB - 1]);
        (inA, inB) = f.IsVerbatim ? SpanEnds.Widen(a.Document.Text, inA, b.Document.Text, inB) : (inA, inB);
        var chain = new List<Run> { new(f.StartA, f.StartB, Math.Min(f.EndA - f.StartA, f.EndB - f.StartB)) };
        var (copier, direction) = f.IsSummary
            ? Direction.OfSummary(a, b, f.EndA - f.StartA < f.EndB - f.StartB)
            : Direction.OfMessages(a.Document, inA, b.Document, inB) ?? Direction.Of(a, b, [chain], [(inA, inB)]);
        var kind = f.IsVerbatim ? PassageKind.Verbatim : f.IsSummary ? PassageKind.Summarised : PassageKind.Paraphrased;
        var why = f.IsVerbatim
            ? string.Create(CultureInfo.InvariantCulture, $"{f.Likeness:F0} words in common, one after another")
            : string.Create(CultureInfo.InvariantCulture, $"sentences alike, cosine {f.Likeness:F2} over the whole");
        var probability = f.IsVerbatim ? .99 : 1 / (1 + Math.Exp(-OddsOf(f.Likeness)));
        return string.CompareOrdinal(a.Document.Id, b.Document.Id) <= 0
            ? new(a.Document.Id, inA, b.Document.Id, inB, kind, copier, probability, why) { DirectionWhy = direction }
            : new(b.Document.Id, inB, a.Document.Id, inA, kind, copier, probability, why) { DirectionWhy = direction };
    }
}
