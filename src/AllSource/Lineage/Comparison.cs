using AllSource.Lineage.Alignment;
using AllSource.Lineage.Seeds;
using AllSource.Lineage.Weighing;

namespace AllSource.Lineage;

/// <summary>Compares one document with others that an index holds. One worker's memory: not for two threads.</summary>
internal sealed class Comparison(
    SeedIndex index, HeldDocuments documents, WordRarity rarity, bool keepPassedOver)
{
    private const int FixedPartSeedsMax = 30;
    private readonly HitCollector _collector = new(index, documents, keepPassedOver);
    private readonly LocalAligner _aligner = new();
    private SeedHit[] _turned = [];

    /// <summary>
    /// Adds the passages of a document with the others that its seeds meet; with ranks, only with those of a lower
    /// rank.
    /// </summary>
    public void With(
        int own, Prepared document, ReadOnlySpan<Seed> seeds, int[]? ranks, double prior, List<Passage> into)
    {
        var maker = new PassageMaker(rarity, prior, keepPassedOver);
        var hits = _collector.Collect(own, document, seeds, ranks);
        for (int from = 0, to; from < hits.Length; from = to)
        {
            var number = hits[from].Document;
            var isAllBoilerplate = true;
            for (to = from; to < hits.Length && hits[to].Document == number; to++)
            {
                isAllBoilerplate &= hits[to].IsBoilerplate;
            }

            var other = documents[number];
            var isAnswer = other.Title != 0 && other.Title == document.Title && other.Author != document.Author;
            if (isAllBoilerplate && !isAnswer && to - from < FixedPartSeedsMax && !keepPassedOver) continue;
            var isEarlier = other.CompareTo(document) < 0;
            Align(isEarlier ? other : document, isEarlier ? document : other,
                isEarlier ? hits[from..to] : Turned(hits[from..to]), maker, into);
        }
    }

    private void Align(Prepared earlier, Prepared later, ReadOnlySpan<SeedHit> hits, PassageMaker maker,
        List<Passage> into)
    {
        var chains = _aligner.Align(earlier.Words, later.Words, hits);
        if (chains.Count > 0) maker.MakeAll(earlier, later, chains, hits, into);
    }

    private ReadOnlySpan<SeedHit> Turned(ReadOnlySpan<SeedHit> hits)
    {
        if (_turned.Length < hits.Length) _turned = new SeedHit[2 * hits.Length];
        for (var h = 0; h < hits.Length; h++)
        {
            _turned[h] = hits[h] with { Word = hits[h].OwnWord, OwnWord = hits[h].Word };
        }

        return _turned.AsSpan(0, hits.Length);
    }
}
