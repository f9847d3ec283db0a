namespace AllSource.Lineage.Segments;

/// <summary>
/// How often words are used, by slot of a word's code, as a change: a withdrawn report counts below nothing. In files
/// it is sparse, and the slots are sealed, so that no dictionary reads words from it.
/// </summary>
internal sealed class WordCounts
{
    public const int Slots = 1 << 18;

    private readonly Dictionary<int, long> _counts = [];

    public IEnumerable<KeyValuePair<int, long>> All => _counts;

    public bool IsEmpty => _counts.Count == 0;

    public void Add(int slot, long by)
    {
        var sum = _counts.GetValueOrDefault(slot) + by;
        if (sum == 0) _counts.Remove(slot);
        else _counts[slot] = sum;
    }

    public void Add(WordCounts other, int sign = 1)
    {
        foreach (var (slot, by) in other._counts) Add(slot, sign * by);
    }

    public void Clear() => _counts.Clear();

    public byte[] ToBytes()
    {
        var bytes = new MemoryStream();
        var last = -1;
        foreach (var (slot, by) in _counts.OrderBy(static c => c.Key))
        {
            Put(bytes, (ulong)(slot - last));
            Put(bytes, (ulong)((by << 1) ^ (by >> 63)));
            last = slot;
        }

        return bytes.ToArray();
    }

    /// <summary>Adds what was written; false when it cannot be what was written.</summary>
    public bool TryAdd(ReadOnlySpan<byte> bytes)
    {
        var slot = -1L;
        while (!bytes.IsEmpty)
        {
            if (!Take(ref bytes, out var ahead) || !Take(ref bytes, out var zigzag)) return false;
            slot += (long)Math.Min(ahead, Slots + 1UL);
            if (slot >= Slots || ahead == 0) return false;
            Add((int)slot, (long)(zigzag >> 1) ^ -(long)(zigzag & 1));
        }

        return true;
    }

    private static void Put(MemoryStream to, ulong value)
    {
        for (; value >= 0x80; value >>= 7) to.WriteByte((byte)(value | 0x80));
        to.WriteByte((byte)value);
    }

    private static bool Take(ref ReadOnlySpan<byte> from, out ulong value)
    {
        value = 0;
        for (var shift = 0; shift < 63 && !from.IsEmpty; shift += 7)
        {
            var one = from[0];
            from = from[1..];
            value |= (ulong)(one & 0x7F) << shift;
            if (one < 0x80) return true;
        }

        return false;
    }
}
