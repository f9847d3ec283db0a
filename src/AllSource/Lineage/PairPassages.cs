using AllSource.Lineage.Alignment;
using AllSource.Lineage.Seeds;

namespace AllSource.Lineage;

/// <summary>From the hits of two documents to their passages. One worker's memory: not for two threads.</summary>
internal sealed class PairPassages
{
    private readonly LocalAligner _aligner = new();
    private readonly List<List<Run>> _chains = [];

    public void Add(
        Prepared earlier, Prepared later, ReadOnlySpan<SeedHit> hits, PassageMaker maker, List<Passage> into)
    {
        var chains = _aligner.Align(earlier.Words, later.Words, hits);
        if (chains.Count == 0) return;
        _chains.Clear();
        for (var c = 0; c < chains.Count; c++) _chains.Add(chains.ToList(c));
        maker.MakeAll(earlier, later, _chains, hits, into);
    }
}
