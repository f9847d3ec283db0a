using System.Buffers.Binary;

namespace AllSource.Lineage.Segments;

/// <summary>
/// A bucket holds the postings of all keys with the same highest bits: a checksum, the number of keys, the keys in
/// themselves (<see cref="BucketKeys"/>), then the places: first those of keys that have one alone, each of one size,
/// then the lists of the others. So a key that is not there, as most that are looked for, is known by its bits alone,
/// and a single place is found without reading those before it. Lists of <see cref="SkippableMin"/> places and more
/// tell their length in bits, so that others can be read past them.
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
        BucketKeys.Write(to, postings, (ulong)bucket << keyBits, keyBits);
        foreach (var alone in new[] { true, false })
        {
            for (int i = 0, end; i < postings.Length; i = end)
            {
                end = EndOf(postings, i);
                if ((end - i == 1) != alone) continue;
                if (alone) WritePlace(to, postings[i], rowBits);
                else WriteList(to, postings[i..end], rowBits);
            }
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
        if (!BucketKeys.TryOpen(bucketBytes, keyBits, out var keys)) return false;
        var at = keys.Find(key & (uint)((1UL << keyBits) - 1));
        if (at < 0) return at == BucketKeys.NotThere;
        var reader = new BitReader(bucketBytes);
        var manyBefore = keys.ManyBefore(at);
        if (!keys.HasMany(at))
        {
            reader.Skip(keys.End + ((at - manyBefore) * (long)(rowBits + SeedContext.Bits)));
            if (!into.IsEmpty) into[0] = ReadPlace(ref reader, rowBits);
            count = 1;
            return !reader.IsOver;
        }

        reader.Skip(keys.End + ((keys.Count - keys.ManyBefore(keys.Count)) * (long)(rowBits + SeedContext.Bits)));
        for (var list = 0; list < manyBefore && !reader.IsOver; list++) PassList(ref reader, rowBits);
        count = ReadCount(ref reader, out _);
        var places = new RowCodec(count, rowBits);
        for (var p = 0; p < Math.Min(count, into.Length) && !reader.IsOver; p++) into[p] = places.Next(ref reader);
        return !reader.IsOver;
    }

    /// <summary>All postings of a bucket, in order. False when it cannot be what was written.</summary>
    public static bool TryReadAll(
        ReadOnlySpan<byte> bucketBytes, uint bucket, int keyBits, int rowBits, List<SegmentPosting> into)
    {
        if (!BucketKeys.TryOpen(bucketBytes, keyBits, out var keys)) return false;
        var cells = keys.Cells;
        var singles = new BitReader(bucketBytes);
        var lists = new BitReader(bucketBytes);
        singles.Skip(keys.End);
        lists.Skip(keys.End + ((keys.Count - keys.ManyBefore(keys.Count)) * (long)(rowBits + SeedContext.Bits)));
        var cell = 0UL;
        for (var k = 0; k < keys.Count && !(cells.IsOver | singles.IsOver | lists.IsOver); k++)
        {
            cell += cells.ReadRice(0);
            var key = (uint)(((ulong)bucket << keyBits) + (cell << keys.LowBits) + keys.LowOf(k));
            if (!keys.HasMany(k))
            {
                var place = ReadPlace(ref singles, rowBits);
                into.Add(new(key, place.Row, place.Context));
                continue;
            }

            var many = ReadCount(ref lists, out _);
            var places = new RowCodec(many, rowBits);
            for (var p = 0; p < many && !lists.IsOver; p++)
            {
                var place = places.Next(ref lists);
                into.Add(new(key, place.Row, place.Context));
            }
        }

        return !(cells.IsOver | singles.IsOver | lists.IsOver);
    }

    /// <summary>The bucket's bytes without their checksum; false when it does not fit them.</summary>
    public static bool TryOpen(ReadOnlySpan<byte> written, out ReadOnlySpan<byte> bucketBytes)
    {
        bucketBytes = default;
        if (written.Length < ChecksumBytes) return false;
        bucketBytes = written[ChecksumBytes..];
        return BinaryPrimitives.ReadUInt32LittleEndian(written) == Checksum.Of(bucketBytes);
    }

    /// <summary>Where the postings of the key end that begins here.</summary>
    public static int EndOf(ReadOnlySpan<SegmentPosting> postings, int first)
    {
        var end = first + 1;
        while (end < postings.Length && postings[end].Key == postings[first].Key) end++;
        return end;
    }

    private static void WritePlace(BitWriter to, in SegmentPosting posting, int rowBits)
    {
        to.Write((uint)posting.Row, rowBits);
        to.Write(posting.Context, SeedContext.Bits);
    }

    private static RowPlace ReadPlace(ref BitReader reader, int rowBits) =>
        new((int)reader.Read(rowBits), (ushort)reader.Read(SeedContext.Bits));

    private static void WriteList(BitWriter to, ReadOnlySpan<SegmentPosting> list, int rowBits)
    {
        to.WriteGamma((uint)list.Length - 1);
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
            to.WriteRice((uint)(list[p].Row - last), low);
            to.Write(list[p].Context, SeedContext.Bits);
        }
    }

    /// <param name="bits">The length of the list that follows; 0 where it is not told.</param>
    private static int ReadCount(ref BitReader reader, out uint bits)
    {
        var count = (int)Math.Min(reader.ReadGamma(), int.MaxValue - 1) + 1;
        bits = count >= SkippableMin ? reader.ReadGamma() : 0;
        return count;
    }

    private static void PassList(ref BitReader reader, int rowBits)
    {
        var many = ReadCount(ref reader, out var bits);
        if (many >= SkippableMin)
        {
            reader.Skip(bits);
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
