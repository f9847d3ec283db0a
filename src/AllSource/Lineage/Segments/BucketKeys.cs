using System.Numerics;
using System.Runtime.Intrinsics.X86;

namespace AllSource.Lineage.Segments;

/// <summary>
/// The keys of a bucket, by their lower bits, so that one is found without reading those before it: their highest bits
/// as cells, in each a one for each key and a zero at its end; then the lowest bits, of one size; then a bit for each
/// key that has more than one place (Elias, JACM 1974, and Fano 1971, for monotone lists).
/// </summary>
internal readonly ref struct BucketKeys
{
    /// <summary>What <see cref="Find"/> gives for a key that the bucket does not hold.</summary>
    public const int NotThere = -1;
    private const int Damaged = -2;

    private readonly ReadOnlySpan<byte> _bytes;
    private readonly long _cellsAt;
    private readonly long _cellsEnd;
    private readonly long _manyAt;

    private BucketKeys(ReadOnlySpan<byte> bytes, long cellsAt, int count, int keyBits)
    {
        _bytes = bytes;
        Count = count;
        LowBits = LowBitsOf(count, keyBits);
        _cellsAt = cellsAt;
        _cellsEnd = cellsAt + count + (1L << (keyBits - LowBits));
        _manyAt = _cellsEnd + ((long)count * LowBits);
        End = _manyAt + count;
    }

    public int Count { get; }

    /// <summary>How many of a key's bits are not told by its cell.</summary>
    public int LowBits { get; }

    /// <summary>The bit behind all that is kept of the keys.</summary>
    public long End { get; }

    /// <summary>Stands at the first cell.</summary>
    public BitReader Cells => ReaderAt(_cellsAt);

    /// <param name="first">The least key that the bucket could hold.</param>
    public static void Write(BitWriter to, ReadOnlySpan<SegmentPosting> postings, ulong first, int keyBits)
    {
        var firsts = new List<int>(postings.Length);
        for (var i = 0; i < postings.Length; i = BucketCodec.EndOf(postings, i)) firsts.Add(i);
        to.WriteGamma((uint)firsts.Count + 1);
        var low = LowBitsOf(firsts.Count, keyBits);
        var cell = 0UL;
        foreach (var i in firsts)
        {
            for (var of = (postings[i].Key - first) >> low; cell < of; cell++) to.Write(0, 1);
            to.Write(1, 1);
        }

        for (; cell < 1UL << (keyBits - low); cell++) to.Write(0, 1);
        foreach (var i in firsts) to.Write((uint)(postings[i].Key - first), low);
        foreach (var i in firsts) to.Write(BucketCodec.EndOf(postings, i) - i > 1 ? 1u : 0, 1);
    }

    /// <summary>False when the bytes cannot be what was written.</summary>
    public static bool TryOpen(ReadOnlySpan<byte> bytes, int keyBits, out BucketKeys keys)
    {
        keys = default;
        var reader = new BitReader(bytes);
        var count = reader.ReadGamma() - 1;
        if (reader.IsOver || count > 1UL << keyBits || count > 8UL * (ulong)bytes.Length) return false;
        keys = new(bytes, reader.Position, (int)count, keyBits);
        return keys.End <= 8L * bytes.Length;
    }

    /// <summary>The number of a key among those here, <see cref="NotThere"/>, or less for damage.</summary>
    /// <param name="key">Its lower bits.</param>
    public int Find(uint key)
    {
        var cell = key >> LowBits;
        var low = key & ((1U << LowBits) - 1);
        var at = AfterZeros(cell);
        for (var k = at - _cellsAt - cell; at < _cellsEnd && (ReaderAt(at).Peek() & 1) != 0; at++, k++)
        {
            if (k >= Count) return Damaged;
            var there = LowOf((int)k);
            if (there == low) return (int)k;
            if (there > low) break;
        }

        return NotThere;
    }

    public uint LowOf(int key) => ReaderAt(_cellsEnd + ((long)key * LowBits)).Read(LowBits);

    public bool HasMany(int key) => (ReaderAt(_manyAt + key).Peek() & 1) != 0;

    /// <summary>Keys before this one that have more than one place.</summary>
    public int ManyBefore(int key)
    {
        var many = 0;
        for (var k = 0; k < key; k += BitReader.LoadBits)
        {
            var bits = Math.Min(BitReader.LoadBits, key - k);
            many += BitOperations.PopCount(ReaderAt(_manyAt + k).Peek() & ((1UL << bits) - 1));
        }

        return many;
    }

    /// <summary>The bit of the cells that stands behind so many zeros.</summary>
    private long AfterZeros(uint zeros)
    {
        const ulong loaded = (1UL << BitReader.LoadBits) - 1;
        for (var at = _cellsAt; zeros > 0; at += BitReader.LoadBits)
        {
            if (at >= _cellsEnd) return _cellsEnd;
            var bits = ~ReaderAt(at).Peek() & loaded;
            var many = (uint)BitOperations.PopCount(bits);
            if (many >= zeros) return at + PlaceOf(bits, (int)zeros - 1) + 1;
            zeros -= many;
        }

        return _cellsAt;
    }

    /// <summary>Where the n-th (from 0) of the bits that are set stands.</summary>
    private static int PlaceOf(ulong bits, int number)
    {
        if (Bmi2.X64.IsSupported)
        {
            return BitOperations.TrailingZeroCount(Bmi2.X64.ParallelBitDeposit(1UL << number, bits));
        }

        for (; number > 0; number--) bits &= bits - 1;
        return BitOperations.TrailingZeroCount(bits);
    }

    private BitReader ReaderAt(long bit)
    {
        var reader = new BitReader(_bytes);
        reader.Skip(bit);
        return reader;
    }

    /// <summary>About as many cells as keys, or twice as many.</summary>
    private static int LowBitsOf(int keys, int keyBits) =>
        keys == 0 ? keyBits : BitOperations.Log2((1UL << keyBits) / (ulong)keys);
}
