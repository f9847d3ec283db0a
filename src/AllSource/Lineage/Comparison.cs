using AllSource.Lineage.Seeds;
using AllSource.Lineage.Weighing;

namespace AllSource.Lineage;

/// <summary>Compares one document with others that are held. One worker's memory: not for two threads.</summary>
internal sealed class Comparison(HeldDocuments documents, WordRarity rarity, PassageSearch search)
{
    private const int FixedPartSeedsMax = 30;
    private const int Ahead = 16; // seeds of which memory is asked for before their turn

    private readonly HitCollector _collector = new(documents, search.KeepPassedOver);
    private readonly PairPassages _pairs = new(rarity, search.KeepPassedOver || search.WeighAll);
    private SeedHit[] _turned = [];

    /// <summary>Adds the passages of a document with all others that its seeds meet in the index.</summary>
    public void With(
        int own, Prepared document, ReadOnlySpan<Seed> seeds, SeedIndex index, double prior, List<Passage> into)
    {
        _collector.Begin();
        var marks = document.Words.Marks;
        for (var s = 0; s < seeds.Length; s++)
        {
            if (s + Ahead < seeds.Length) index.Prefetch(seeds[s + Ahead].Key);
            var places = index.Find(seeds[s].Key, out var count, out var isRepeated);
            if (count > 0) _collector.Meet(own, marks, new(own, seeds[s]), places, count, isRepeated);
        }

        Compare(document, _collector.Ordered(document.Title), prior, into);
    }

    /// <summary>Adds the passages of a document with those before it in time.</summary>
    public void WithEarlier(int own, SeedJoin join, double prior, List<Passage> into) =>
        Compare(documents[own], HitsWithEarlier(own, join), prior, into);

    /// <summary>The hits of a document with those before it in time. The memory is used again.</summary>
    internal ReadOnlySpan<SeedHit> HitsWithEarlier(int own, SeedJoin join)
    {
        _collector.Begin();
        var document = documents[own];
        var marks = document.Words.Marks;
        var seeds = join.SeedsOf(own);
        var lists = join.ListsOf(own);
        for (var s = 0; s < lists.Length; s++)
        {
            if (s + Ahead < lists.Length) join.Prefetch(lists[s + Ahead]);
            if (lists[s] == 0) continue;
            ref readonly var head = ref join.HeadOf(lists[s]);
            _collector.Meet(
                own, marks, seeds[s], join.ListAt(lists[s]), head.ListCount, head.ListRepeaters > 0, own);
        }

        return _collector.Ordered(document.Title);
    }

    private void Compare(Prepared document, ReadOnlySpan<SeedHit> hits, double prior, List<Passage> into)
    {
        var maker = new PassageMaker(rarity, prior, search.KeepPassedOver,
            new(document, search.KeepPassedOver));
        for (int from = 0, to; from < hits.Length; from = to)
        {
            var number = hits[from].Document;
            var isAllBoilerplate = true;
            for (to = from; to < hits.Length && hits[to].Document == number; to++)
            {
                isAllBoilerplate &= hits[to].IsBoilerplate;
            }

            var other = documents[number];
            var isFixedPart = isAllBoilerplate && to - from < FixedPartSeedsMax && !search.KeepPassedOver
                && !other.HasTitleOf(document); // an answer quotes it, to others or to what one wrote oneself
            if (isFixedPart) continue;
            var isEarlier = other.CompareTo(document) < 0;
            _pairs.Add(isEarlier ? other : document, isEarlier ? document : other,
                isEarlier ? hits[from..to] : Turned(hits[from..to]), maker, prior, into);
        }

        maker.Decide(into);
    }

    /// <summary>Seen from the other side, ascending by its words.</summary>
    private ReadOnlySpan<SeedHit> Turned(ReadOnlySpan<SeedHit> hits)
    {
        if (_turned.Length < hits.Length) _turned = new SeedHit[2 * hits.Length];
        for (var h = 0; h < hits.Length; h++)
        {
            _turned[h] = hits[h] with { Word = hits[h].OwnWord, OwnWord = hits[h].Word };
        }

        var turned = _turned.AsSpan(0, hits.Length);
        turned.Sort(static (x, y) => x.OwnWord != y.OwnWord ? x.OwnWord - y.OwnWord : x.Word - y.Word);
        return turned;
    }
}
