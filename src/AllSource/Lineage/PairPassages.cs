using AllSource.Lineage.Alignment;
using AllSource.Lineage.Seeds;
using AllSource.Lineage.Weighing;

namespace AllSource.Lineage;

/// <summary>
/// From the hits of two documents to their passages. Chains that cannot be shown are left before anything is made of
/// them. One worker's memory: not for two threads.
/// </summary>
/// <param name="weighAll">Every chain is weighed in full: the slow way, which shows the same.</param>
internal sealed class PairPassages(WordRarity rarity, bool weighAll)
{
    private readonly LocalAligner _aligner = new();
    private readonly List<List<Run>> _chains = [];

    public void Add(
        Prepared earlier, Prepared later, ReadOnlySpan<SeedHit> hits, PassageMaker maker, double prior,
        List<Passage> into)
    {
        var chains = _aligner.Align(earlier.Words, later.Words, hits);
        _chains.Clear();
        var anyReaches = weighAll;
        for (var c = 0; c < chains.Count && !anyReaches; c++)
        {
            anyReaches = OddsBound.MayReach(earlier, later, chains, c, hits, rarity, prior);
        }

        if (!anyReaches) return; // none shows by itself, and so none supports another
        for (var c = 0; c < chains.Count; c++)
        {
            var withOthers = prior + OddsBound.SupportMost;
            if (weighAll || OddsBound.MayReach(earlier, later, chains, c, hits, rarity, withOthers))
            {
                _chains.Add(chains.ToList(c));
            }
        }

        if (_chains.Count > 0) maker.MakeAll(earlier, later, _chains, hits, into);
    }
}
