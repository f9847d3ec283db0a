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
    private (double Odds, double Bits)[] _bounds = new (double, double)[16];

    public void Add(
        Prepared earlier, Prepared later, ReadOnlySpan<SeedHit> hits, PassageMaker maker, double prior,
        List<Passage> into)
    {
        var chains = _aligner.Align(earlier.Words, later.Words, hits);
        if (_bounds.Length < chains.Count) _bounds = new (double, double)[2 * chains.Count];
        var (anyReaches, supporting) = (weighAll, 0.0);
        for (var c = 0; c < chains.Count && !weighAll; c++)
        {
            ref var bound = ref _bounds[c];
            bound.Odds = OddsBound.Of(earlier, later, chains, c, hits, rarity, prior, out bound.Bits);
            if (bound.Odds < 0) continue;
            anyReaches = true;
            supporting += bound.Bits;
        }

        if (!anyReaches) return; // none shows by itself, and so none supports another
        _chains.Clear();
        var support = OddsBound.SupportOf(supporting);
        var mayAnswer = !weighAll && chains.Count > 1 && OddsBound.MayAnswer(earlier, later);
        for (var c = 0; c < chains.Count; c++)
        {
            var odds = _bounds[c].Odds;
            var isLikely = weighAll || odds >= 0 || ((mayAnswer || odds + support >= 0)
                && OddsBound.Of(earlier, later, chains, c, hits, rarity, prior + support, out _, mayAnswer) >= 0);
            if (isLikely) _chains.Add(chains.ToList(c));
        }

        if (_chains.Count > 0) maker.MakeAll(earlier, later, _chains, hits, into);
    }
}
