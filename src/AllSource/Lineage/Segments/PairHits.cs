using AllSource.Lineage.Seeds;

namespace AllSource.Lineage.Segments;

/// <summary>
/// The hits of two reports of which both words are at hand: what <see cref="HitCollector"/> gathers for one earlier
/// document, by the same rules.
/// </summary>
internal sealed class PairHits
{
    private readonly List<(SeedHit Hit, bool GoesOn)> _hits = [];

    /// <summary>Ascending by the later report's word; empty when they are no more than three words in common.</summary>
    public SeedHit[] Of(
        OwnSeeds own, IndexedReport self, OwnSeeds other, IndexedReport report, KeyFound[] known, bool isOtherEarlier)
    {
        _hits.Clear();
        for (int k = 0, o = 0; k < own.Keys.Length; k++)
        {
            while (o < other.Keys.Length && other.Keys[o].Key < own.Keys[k].Key) o++;
            if (o == other.Keys.Length) break;
            if (other.Keys[o].Key != own.Keys[k].Key) continue;
            if (isOtherEarlier) Pair(other, other.Keys[o], report, own, own.Keys[k], known[k]);
            else Pair(own, own.Keys[k], self, other, other.Keys[o], known[k]);
        }

        _hits.Sort(static (x, y) => x.Hit.OwnWord != y.Hit.OwnWord
            ? x.Hit.OwnWord.CompareTo(y.Hit.OwnWord) : x.Hit.Word.CompareTo(y.Hit.Word));
        return IsPromising() ? [.. _hits.Select(static h => h.Hit)] : [];
    }

    private void Pair(
        OwnSeeds earlier, OwnKey earlierKey, IndexedReport earlierReport, OwnSeeds later, OwnKey laterKey,
            KeyFound known)
    {
        for (var p = 0; p < earlierKey.Count; p++)
        {
            if (!known.IsFollowed(earlierReport, p)) continue;
            ref readonly var posting = ref earlier.Kept[earlierKey.First + p];
            for (var s = laterKey.First; s < laterKey.End; s++)
            {
                ref readonly var seed = ref later.Kept[s];
                var goesOn = posting.Before == seed.Before || posting.After == seed.After || seed.IsQuoted
                    || posting.IsQuoted;
                _hits.Add((new(0, posting.Word, seed.Word, known.Places, known.IsBoilerplate), goesOn));
            }
        }
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
