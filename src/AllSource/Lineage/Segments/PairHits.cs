using System.Numerics;
using AllSource.Lineage.Seeds;

namespace AllSource.Lineage.Segments;

/// <summary>
/// The hits of two reports of which both words are at hand: what <see cref="HitCollector"/> gathers for one earlier
/// document, by the same rules.
/// </summary>
internal sealed class PairHits
{
    private const int LeastSlots = 64;

    private readonly List<(SeedHit Hit, bool GoesOn)> _hits = [];
    private OwnSeeds _own = null!;
    private int[] _slots = []; // numbers of own keys, from 1; 0 for none
    private int[] _seen = []; // of each own key: its places in the other report so far
    private readonly List<int> _met = []; // own keys of which any were seen

    /// <summary>The report with which others are met from now on.</summary>
    public void Begin(OwnSeeds own)
    {
        _own = own;
        var size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(LeastSlots, 2 * own.Keys.Length));
        if (_slots.Length < size) _slots = new int[size];
        else Array.Clear(_slots);
        if (_seen.Length < own.Keys.Length) _seen = new int[size];
        for (var k = 0; k < own.Keys.Length; k++) Slot(own.Keys[k].Key) = k + 1;
    }

    /// <summary>Ascending by the later report's word; empty when they are no more than three words in common.</summary>
    /// <param name="other">Ascending by word.</param>
    public SeedHit[] Of(
        IndexedReport self, ReadOnlySpan<Seed> other, IndexedReport report, KeyFound[] known, bool isOtherEarlier)
    {
        _hits.Clear();
        foreach (ref readonly var seed in other)
        {
            var k = Slot(seed.Key) - 1;
            if (k < 0) continue;
            if (_seen[k] == 0) _met.Add(k);
            var place = _seen[k]++;
            if (place >= SearchRules.PlacesInReportMax) continue;
            Pair(k, seed, place, self, report, known[k], isOtherEarlier);
        }

        foreach (var k in _met) _seen[k] = 0;
        _met.Clear();
        _hits.Sort(static (x, y) => x.Hit.OwnWord != y.Hit.OwnWord
            ? x.Hit.OwnWord.CompareTo(y.Hit.OwnWord) : x.Hit.Word.CompareTo(y.Hit.Word));
        return IsPromising() ? [.. _hits.Select(static h => h.Hit)] : [];
    }

    /// <param name="place">Which of the other's places of this key it is.</param>
    private void Pair(
        int key, in Seed seed, int place, IndexedReport self, IndexedReport report, KeyFound known, bool isOtherEarlier)
    {
        if (isOtherEarlier && !known.IsFollowed(report, place)) return;
        var first = _own.Keys[key].First;
        for (var p = 0; p < _own.Keys[key].Count; p++)
        {
            if (!isOtherEarlier && !known.IsFollowed(self, p)) continue;
            ref readonly var own = ref _own.Kept[first + p];
            if (!(own.IsSparse && seed.IsSparse) && !own.IsQuoted && !seed.IsQuoted) continue;
            var goesOn = own.Before == seed.Before || own.After == seed.After || seed.IsQuoted || own.IsQuoted;
            var (earlier, later) = isOtherEarlier ? (seed.Word, own.Word) : (own.Word, seed.Word);
            _hits.Add((new(0, earlier, later, known.Places, known.IsBoilerplate), goesOn));
        }
    }

    private ref int Slot(uint key)
    {
        var mask = _slots.Length - 1;
        var slot = (int)key & mask;
        while (_slots[slot] != 0 && _own.Keys[_slots[slot] - 1].Key != key) slot = (slot + 1) & mask;
        return ref _slots[slot];
    }

    private bool IsPromising()
    {
        if (_hits.Count == 0) return false;
        var last = _hits[0].Hit;
        foreach (var (hit, goesOn) in _hits)
        {
            if (goesOn) return true;
            var ahead = hit.OwnWord - last.OwnWord;
            var drift = hit.Word - last.Word - ahead;
            if (ahead is > 0 and <= SearchRules.NearWords
                && Math.Abs(drift) <= SearchRules.DriftMax) return true;
            last = hit;
        }

        return false;
    }
}
