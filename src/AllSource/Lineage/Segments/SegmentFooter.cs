using System.Buffers.Binary;
using System.Numerics;
using AllSource.Kernel;

namespace AllSource.Lineage.Segments;

/// <summary>One part of a segment: where it lies and its checksum.</summary>
internal readonly record struct SegmentPart(long At, long Length, uint Checksum)
{
    public long End => At + Length;
}

/// <summary>
/// The last bytes of a segment: what is in it and where. It stands at the end because it is known last; a file that
/// was cut has none, and is known to be cut.
/// </summary>
internal sealed record SegmentFooter(
    int Rows, long Postings, int BucketBits, SegmentPart Buckets, SegmentPart Starts, SegmentPart Table,
    SegmentPart ByKey, SegmentPart ByInstance, SegmentPart WordCounts)
{
    public const int Size = 176;
    public const int HeaderSize = 16;
    public const uint Version = 2;

    /// <summary>Reports of one segment at most; more are cut into several by time.</summary>
    public const int RowsMax = 1 << 21;

    private const int BucketBitsMax = 26;
    private const int PostingsOfBucket = 60;
    private const int PartSize = 20;

    /// <summary>The first bytes of every segment.</summary>
    public static ReadOnlySpan<byte> Magic => "ALSLSEG\u0001"u8;

    public int KeyBits => 32 - BucketBits;

    /// <summary>Bits of a row's number.</summary>
    public int RowBits => RowBitsOf(Rows);

    public static int RowBitsOf(int rows) =>
        Math.Max(1, 32 - BitOperations.LeadingZeroCount((uint)Math.Max(0, rows - 1)));

    /// <summary>So many buckets that one holds some sixty to a hundred and twenty postings.</summary>
    public static int BucketBitsOf(long postings) =>
        Math.Clamp(BitOperations.Log2((ulong)Math.Max(1, postings / PostingsOfBucket)), 1, BucketBitsMax);

    public byte[] ToBytes()
    {
        var bytes = new byte[Size];
        var to = bytes.AsSpan();
        BinaryPrimitives.WriteUInt32LittleEndian(to, (uint)Rows);
        BinaryPrimitives.WriteUInt32LittleEndian(to[4..], (uint)BucketBits);
        BinaryPrimitives.WriteInt64LittleEndian(to[8..], Postings);
        var at = 16;
        foreach (var part in new[] { Buckets, Starts, Table, ByKey, ByInstance, WordCounts })
        {
            BinaryPrimitives.WriteInt64LittleEndian(to[at..], part.At);
            BinaryPrimitives.WriteInt64LittleEndian(to[(at + 8)..], part.Length);
            BinaryPrimitives.WriteUInt32LittleEndian(to[(at + 16)..], part.Checksum);
            at += PartSize;
        }

        BinaryPrimitives.WriteUInt32LittleEndian(to[(Size - 12)..], Checksum.Of(to[..(Size - 12)]));
        Magic.CopyTo(to[(Size - 8)..]);
        return bytes;
    }

    /// <summary>Reads and tests the footer; else says what is wrong with the file.</summary>
    public static SegmentFooter? Read(string file, SegmentBytes bytes, out Finding? fault)
    {
        fault = null;
        if (bytes.Length < HeaderSize + Size) return Bad(0, "The file is shorter than any segment: it was cut.",
            out fault);
        var header = bytes.Slice(0, HeaderSize);
        if (!header.StartsWith(Magic)) return Bad(0, "This is no segment of a lineage index.", out fault);
        var version = BinaryPrimitives.ReadUInt32LittleEndian(header[8..]);
        if (version != Version)
        {
            return Bad(8, $"The segment is of form {version}; this program reads form {Version}.", out fault);
        }

        var at = bytes.Length - Size;
        var from = bytes.Slice(at, Size);
        if (!from[^8..].SequenceEqual(Magic)) return Bad(at, "The end of the segment is missing: it was cut.",
            out fault);
        if (BinaryPrimitives.ReadUInt32LittleEndian(from[^12..]) != Checksum.Of(from[..^12]))
        {
            return Bad(at, "The segment's own list of parts is damaged.", out fault);
        }

        var footer = new SegmentFooter(
            (int)BinaryPrimitives.ReadUInt32LittleEndian(from), BinaryPrimitives.ReadInt64LittleEndian(from[8..]),
            (int)BinaryPrimitives.ReadUInt32LittleEndian(from[4..]), PartOf(from, 0), PartOf(from, 1), PartOf(from, 2),
            PartOf(from, 3), PartOf(from, 4), PartOf(from, 5));
        return footer.IsPossible(at) ? footer : Bad(at, "The segment's list of parts contradicts itself.", out fault);

        SegmentFooter? Bad(long where, string what, out Finding? found)
        {
            found = SegmentFault.At(file, where, what);
            return null;
        }
    }

    private static SegmentPart PartOf(ReadOnlySpan<byte> from, int number)
    {
        var at = from[(16 + (number * PartSize))..];
        return new(BinaryPrimitives.ReadInt64LittleEndian(at), BinaryPrimitives.ReadInt64LittleEndian(at[8..]),
            BinaryPrimitives.ReadUInt32LittleEndian(at[16..]));
    }

    /// <summary>The attack: a forged list of parts that points outside the file or asks for endless memory.</summary>
    private bool IsPossible(long end) =>
        Rows is >= 0 and <= RowsMax && Postings >= 0 && BucketBits is >= 1 and <= BucketBitsMax
        && Buckets.At == HeaderSize && Buckets.Length is >= 0 and <= uint.MaxValue && Starts.At == Buckets.End
        && Starts.Length == 4L * ((1L << BucketBits) + 1) && Table.At == Starts.End
        && Table.Length == (long)Rows * ReportRow.Size && ByKey.At == Table.End && ByKey.Length == 4L * Rows
        && ByInstance.At == ByKey.End && ByInstance.Length == 4L * Rows && WordCounts.At == ByInstance.End
        && WordCounts.Length is >= 0 and < int.MaxValue && WordCounts.End == end;
}
