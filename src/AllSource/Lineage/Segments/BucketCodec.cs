using System.Buffers.Binary;
using System.Numerics;

namespace AllSource.Lineage.Segments;

/// <summary>
/// A bucket holds the postings of all keys with the same highest bits: a checksum, the number of keys, then key by key
/// its distance from the one before (Rice), its number of places (gamma) and their rows and contexts. Lists of
/// <see cref="SkippableMin"/> places and more tell their length in bits, so that others can be read past them.
/// </summary>
internal static class BucketCodec
{
    public const int ChecksumBytes = 4;
    private const int SkippableMin = 8;

    /// <summary>Appends a bucket. Postings are ascending by key, row, then place in the report.</summary>
    /// <param name="bucket">The highest bits that all its keys share.</param>
    /// <param name="keyBits">How many lower bits a key has beside them: 31 at most.</param>
    public static void Write(BitWriter to, ReadOnlySpan<SegmentPosting> postings, uint bucket, int keyBits, int rowBits)
    {
        var keys = DistinctKeys(postings);
        to.WriteGamma((uint)keys + 1);
        var low = LowBits(keys, keyBits);
        var next = (ulong)bucket << keyBits;
        for (int i = 0, end; i < postings.Length; i = end)
        {
            for (end = i + 1; end < postings.Length && postings[end].Key == postings[i].Key; end++)
            {
            }

            to.WriteRice((uint)(postings[i].Key - next), low);
            next = postings[i].Key + 1UL;
            WriteList(to, postings[i..end], rowBits);
        }

        to.Align();
    }

    /// <summary>
    /// Finds a key's places: at most <paramref name="into"/>'s length of them, from the lowest row on. False when the
    /// bucket cannot be what was written.
    /// </summary>
    /// <param name="count">All its places, 0 when it has none.</param>
    public static bool TryFind(
        ReadOnlySpan<byte> bucketBytes, uint key, int keyBits, int rowBits, Span<RowPlace> into, out int count)
    {
        count = 0;
        var reader = new BitReader(bucketBytes);
        var keys = (int)reader.ReadGamma() - 1;
        var low = LowBits(keys, keyBits);
        var next = (ulong)(key >> keyBits) << keyBits;
        for (var k = 0; k < keys && !reader.IsOver; k++)
        {
            next += reader.ReadRice(low);
            var many = (int)reader.ReadGamma();
            if (next > key) break;
            if (next == key)
            {
                ReadList(ref reader, many, rowBits, into);
                count = many;
                break;
            }

            PassList(ref reader, many, rowBits);
            next++;
        }

        return !reader.IsOver;
    }

    /// <summary>All postings of a bucket, in order. False when it cannot be what was written.</summary>
    public static bool TryReadAll(
        ReadOnlySpan<byte> bucketBytes, uint bucket, int keyBits, int rowBits, List<SegmentPosting> into)
    {
        var reader = new BitReader(bucketBytes);
        var keys = (int)reader.ReadGamma() - 1;
        var low = LowBits(keys, keyBits);
        var next = (ulong)bucket << keyBits;
        Span<RowPlace> one = stackalloc RowPlace[1];
        for (var k = 0; k < keys && !reader.IsOver; k++)
        {
            next += reader.ReadRice(low);
            var many = (int)reader.ReadGamma();
            var list = RowCodec.Begin(ref reader, many, rowBits, SkippableMin);
            for (var p = 0; p < many && !reader.IsOver; p++)
            {
                one[0] = list.Next(ref reader);
                into.Add(new((uint)next, one[0].Row, one[0].Context));
            }

            next++;
        }

        return !reader.IsOver;
    }

    /// <summary>The bucket's bytes without their checksum; false when it does not fit them.</summary>
    public static bool TryOpen(ReadOnlySpan<byte> written, out ReadOnlySpan<byte> bucketBytes)
    {
        bucketBytes = default;
        if (written.Length < ChecksumBytes) return false;
        bucketBytes = written[ChecksumBytes..];
        return BinaryPrimitives.ReadUInt32LittleEndian(written) == Checksum.Of(bucketBytes);
    }

    private static int DistinctKeys(ReadOnlySpan<SegmentPosting> postings)
    {
        var keys = 0;
        for (var i = 0; i < postings.Length; i++) if (i == 0 || postings[i].Key != postings[i - 1].Key) keys++;
        return keys;
    }

    /// <summary>Rice's parameter for so many keys in the bucket's range: about log2 of 0.7 mean distances.</summary>
    private static int LowBits(int keys, int keyBits)
    {
        if (keys <= 0) return 0;
        var mean = (uint)(0.69 * ((1UL << keyBits) / (ulong)keys));
        return mean == 0 ? 0 : BitOperations.Log2(mean);
    }

    private static void WriteList(BitWriter to, ReadOnlySpan<SegmentPosting> list, int rowBits)
    {
        to.WriteGamma((uint)list.Length);
        var low = RowCodec.LowBits(list.Length, rowBits);
        if (list.Length >= SkippableMin)
        {
            var bits = 0;
            for (int p = 0, last = 0; p < list.Length; last = list[p++].Row)
            {
                bits += (int)((uint)(list[p].Row - last) >> low) + 1 + low + SeedContext.Bits;
            }

            to.WriteGamma((uint)bits);
        }

        for (int p = 0, last = 0; p < list.Length; last = list[p++].Row)
        {
            if (list.Length == 1) to.Write((uint)list[p].Row, rowBits);
            else to.WriteRice((uint)(list[p].Row - last), low);
            to.Write(list[p].Context, SeedContext.Bits);
        }
    }

    private static void ReadList(ref BitReader reader, int many, int rowBits, Span<RowPlace> into)
    {
        var list = RowCodec.Begin(ref reader, many, rowBits, SkippableMin);
        for (var p = 0; p < Math.Min(many, into.Length) && !reader.IsOver; p++) into[p] = list.Next(ref reader);
    }

    private static void PassList(ref BitReader reader, int many, int rowBits)
    {
        if (many >= SkippableMin)
        {
            reader.Skip(reader.ReadGamma());
            return;
        }

        if (many == 1)
        {
            reader.Skip(rowBits + SeedContext.Bits);
            return;
        }

        var low = RowCodec.LowBits(many, rowBits);
        for (var p = 0; p < many; p++)
        {
            reader.ReadRice(low);
            reader.Skip(SeedContext.Bits);
        }
    }
}
