namespace AllSource.Language.Learning;

/// <summary>A seeded source of order: the same seed shuffles the same way on every machine (xorshift64*, Vigna
/// 2016).</summary>
internal sealed class Shuffle(ulong seed)
{
    private ulong _state = seed == 0 ? 1 : seed;

    public int Next(int below) => (int)((NextRaw() >> 33) % (uint)below);

    /// <summary>From 0 to just under 1.</summary>
    public double NextShare() => (NextRaw() >> 11) * (1.0 / (1UL << 53));

    public void Order<T>(T[] items)
    {
        for (var i = items.Length - 1; i > 0; i--)
        {
            var j = Next(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }

    /// <summary>Leaves out each item with the given chance and moves the others together.</summary>
    /// <returns>How many are left.</returns>
    public int Thin<T>(Span<T> items, double share)
    {
        var kept = 0;
        foreach (var item in items)
        {
            if (NextShare() >= share) items[kept++] = item;
        }

        return kept;
    }

    /// <summary>64 bits, of which the upper are the more random.</summary>
    public ulong NextRaw()
    {
        _state ^= _state >> 12;
        _state ^= _state << 25;
        _state ^= _state >> 27;
        return _state * 2685821657736338717UL;
    }
}
