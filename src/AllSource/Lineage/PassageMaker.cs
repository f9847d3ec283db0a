using System.Collections.Immutable;
using AllSource.Kernel;
using AllSource.Lineage.Alignment;
using AllSource.Lineage.Directions;
using AllSource.Lineage.Reading;
using AllSource.Lineage.Seeds;
using AllSource.Lineage.Weighing;

namespace AllSource.Lineage;

/// <summary>
/// Makes a passage of a chain of runs: its spans, edits, kind, probability and reasons; null when it tells nothing.
/// </summary>
internal sealed class PassageMaker(WordRarity rarity, double prior, bool keepPassedOver)
{
    private readonly SignReader _signs = new(rarity);

    /// <summary>
    /// All passages of one pair, from chains of runs with <paramref name="x"/> first; each text's own repeats are left
    /// out.
    /// </summary>
    public void MakeAll(
        Prepared x, Prepared y, IReadOnlyList<List<Run>> chains, ReadOnlySpan<SeedHit> hits, List<Passage> into)
    {
        var isTurned = string.CompareOrdinal(x.Document.Id, y.Document.Id) > 0;
        var kept = Strongest(x, y, chains, hits);
        if (kept.Count == 0) return;
        if (isTurned)
        {
            (x, y) = (y, x);
            kept = kept.ConvertAll(static k =>
                k with { Chain = k.Chain.ConvertAll(static r => new Run(r.B, r.A, r.Length)) });
        }

        var spans = kept.ConvertAll(k => SpanEnds.Widen(
            x.Document.Text, SpanOf(x, k.Chain[0].A, k.Chain[^1].EndA),
            y.Document.Text, SpanOf(y, k.Chain[0].B, k.Chain[^1].EndB)));
        var shown = kept.ConvertAll(static k => k.Chain);
        var (copier, why) = Direction.Of(x, y, shown, spans);
        var shareX = spans.Sum(static s => s.A.Length) / (double)Math.Max(1, x.Document.Text.Length);
        var shareY = spans.Sum(static s => s.B.Length) / (double)Math.Max(1, y.Document.Text.Length);
        for (var k = 0; k < kept.Count; k++)
        {
            var edits = EditsOf(x.Words, y.Words, kept[k].Chain);
            var (edge, edgeWhy) = EdgeReader.Of(x, y, kept[k].Chain, spans[k].A, spans[k].B, shareX, shareY);
            into.Add(new(
                x.Document.Id, spans[k].A, y.Document.Id, spans[k].B,
                edits.IsEmpty ? PassageKind.Verbatim : PassageKind.Edited,
                copier, kept[k].Evidence.Probability, kept[k].Evidence.Why)
            {
                Edits = edits,
                DirectionWhy = why,
                Edge = edge,
                EdgeWhy = edgeWhy,
                Traces = keepPassedOver ? CopyTraces.Of(x, y, shown, spans) : [],
                Signs = keepPassedOver ? kept[k].Evidence.Signs : null,
            });
        }
    }

    /// <summary>The passage of two documents of the same words.</summary>
    public void MakeWhole(Prepared x, Prepared y, List<Passage> into)
    {
        if (x.Words.Count == 0) return;
        var hit = new SeedHit(0, 0, 0, 2, false);
        MakeAll(x, y, [[new(0, 0, x.Words.Count)]], [hit], into);
    }

    /// <summary>
    /// Chains that tell enough, the strongest first; one whose words lie, on either side, in those of a stronger one
    /// says the same
    /// again.
    /// </summary>
    private List<(List<Run> Chain, Evidence Evidence)> Strongest(
        Prepared x, Prepared y, IReadOnlyList<List<Run>> chains, ReadOnlySpan<SeedHit> hits)
    {
        var kept = new List<(List<Run> Chain, Evidence Evidence)>();
        foreach (var chain in chains)
        {
            var evidence = new Evidence(_signs.Of(x, y, chain, hits), prior);
            if (keepPassedOver || evidence.Odds >= 0) kept.Add((chain, evidence));
        }

        if (kept.Count < 2) return kept;
        var strongest = new List<(List<Run> Chain, Evidence Evidence)>();
        foreach (var one in kept.OrderByDescending(static k => k.Evidence.Signs.Bits))
        {
            if (!strongest.Exists(k => Repeats(one.Chain, k.Chain))) strongest.Add(one);
        }

        return strongest;
    }

    private static bool Repeats(List<Run> chain, List<Run> stronger)
    {
        var inA = Math.Min(chain[^1].EndA, stronger[^1].EndA) - Math.Max(chain[0].A, stronger[0].A);
        var inB = Math.Min(chain[^1].EndB, stronger[^1].EndB) - Math.Max(chain[0].B, stronger[0].B);
        return 2 * inA > chain[^1].EndA - chain[0].A || 2 * inB > chain[^1].EndB - chain[0].B;
    }

    private static TextSpan SpanOf(Prepared one, int firstWord, int endWord) =>
        new(one.Words.Starts[firstWord], one.Words.Ends[endWord - 1]);

    private static ImmutableArray<Edit> EditsOf(Words a, Words b, List<Run> chain)
    {
        var edits = ImmutableArray.CreateBuilder<Edit>();
        for (var r = 1; r < chain.Count; r++)
        {
            var fromA = chain[r - 1].EndA;
            var fromB = chain[r - 1].EndB;
            if (chain[r].A == fromA && chain[r].B == fromB) continue;
            edits.Add(new(Between(a, fromA, chain[r].A), Between(b, fromB, chain[r].B)));
        }

        return edits.ToImmutable();
    }

    private static TextSpan Between(Words words, int from, int to) =>
        from == to ? new(words.Ends[from - 1], words.Ends[from - 1]) : new(words.Starts[from], words.Ends[to - 1]);
}
