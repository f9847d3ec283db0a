namespace AllSource.Lineage;

/// <summary>
/// A seed of one document found again in an earlier one. <paramref name="Places"/> is how many places the seed has in
/// all.
/// </summary>
internal readonly record struct SeedHit(int Document, int Word, int OwnWord, int Places, bool IsBoilerplate);

/// <summary>
/// Looks a document's seeds up and gathers, by earlier document, those hits that may be more than three words in
/// common.
/// </summary>
internal sealed class HitCollector(SeedTable table)
{
    /// <summary>
    /// A seed of more places than this is followed to its first <see cref="AnchorsMax"/> places only. The attack: ten
    /// thousand
    /// reports that quote one sentence would make fifty million pairs.
    /// </summary>
    public const int PlacesMax = 24;
    public const int AnchorsMax = 4;

    private const int NearWords = 12;
    private const int DriftMax = 6;

    private SeedHit[] _hits = new SeedHit[256];
    private SeedHit[] _ordered = new SeedHit[256];
    private ulong[] _order = new ulong[256];
    private bool[] _isPromising = new bool[256];
    private int _count;

    /// <summary>
    /// The hits of a document, ascending by earlier document, then by own word. The memory is used again.
    /// </summary>
    public ReadOnlySpan<SeedHit> Collect(int document, ReadOnlySpan<Seed> seeds)
    {
        _count = 0;
        for (var s = 0; s < seeds.Length; s++)
        {
            if (!table.TryGroup(document, s, out var group, out var postings)) continue;
            ref readonly var seed = ref seeds[s];
            if (group.Count > PlacesMax) postings = postings[..AnchorsMax];
            foreach (ref readonly var posting in postings)
            {
                if (posting.Document >= document) break;
                var goesOn = posting.Before == seed.Before || posting.After == seed.After || seed.IsQuoted
                    || posting.IsQuoted;
                Add(new(posting.Document, posting.Word, seed.Word, group.Count, group.IsBoilerplate), goesOn);
            }
        }

        return Ordered();
    }

    private void Add(SeedHit hit, bool isPromising)
    {
        if (_count == _hits.Length)
        {
            Array.Resize(ref _hits, 2 * _count);
            Array.Resize(ref _ordered, 2 * _count);
            Array.Resize(ref _order, 2 * _count);
            Array.Resize(ref _isPromising, 2 * _count);
        }

        _isPromising[_count] = isPromising;
        _order[_count] = ((ulong)(uint)hit.Document << 32) | (uint)_count;
        _hits[_count++] = hit;
    }

    /// <summary>
    /// Hits that do not go on are three words in common each: they are left out unless two of them stand near each
    /// other on both
    /// sides.
    /// </summary>
    private ReadOnlySpan<SeedHit> Ordered()
    {
        var order = _order.AsSpan(0, _count);
        order.Sort();
        var kept = 0;
        for (int i = 0, end; i < order.Length; i = end)
        {
            var document = order[i] >> 32;
            for (end = i + 1; end < order.Length && order[end] >> 32 == document; end++)
            {
            }

            if (!IsPromising(order[i..end])) continue;
            for (var k = i; k < end; k++) _ordered[kept++] = _hits[(int)(uint)order[k]];
        }

        return _ordered.AsSpan(0, kept);
    }

    private bool IsPromising(ReadOnlySpan<ulong> order)
    {
        var last = _hits[(int)(uint)order[0]];
        for (var k = 0; k < order.Length; k++)
        {
            var number = (int)(uint)order[k];
            if (_isPromising[number]) return true;
            ref readonly var hit = ref _hits[number];
            var ahead = hit.OwnWord - last.OwnWord;
            var drift = hit.Word - last.Word - ahead;
            if (ahead is > 0 and <= NearWords && drift is >= -DriftMax and <= DriftMax) return true;
            last = hit;
        }

        return false;
    }
}
