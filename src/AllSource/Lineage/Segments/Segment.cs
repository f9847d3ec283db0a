using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;
using AllSource.Kernel;

namespace AllSource.Lineage.Segments;

/// <summary>
/// An immutable file of the index, read where it lies. Everything but the postings is tested when it is opened; a
/// bucket of postings is tested when a search first reads it, and whenever it is merged. Nothing in the file makes it
/// throw. One thread searches; others may merge.
/// </summary>
internal sealed class Segment : IDisposable
{
    private const int SumBlock = 1 << 24;
    private const int CacheLine = 64;

    private readonly SegmentBytes _bytes;
    private readonly SegmentFooter _footer;
    private readonly ulong[] _tested; // a bit for each bucket: buckets of stock phrases are long, and read often

    private Segment(string name, SegmentBytes bytes, SegmentFooter footer)
    {
        Name = name;
        _bytes = bytes;
        _footer = footer;
        _tested = new ulong[(Buckets + 63) / 64];
    }

    public string Name { get; }

    public int Rows => _footer.Rows;

    public long Postings => _footer.Postings;

    public long Length => _bytes.Length;

    public int Buckets => 1 << _footer.BucketBits;

    /// <summary>
    /// How often words are used in its reports; read anew each time, for it is large and seldom needed.
    /// </summary>
    public WordCounts WordCounts
    {
        get
        {
            var counts = new WordCounts();
            counts.TryAdd(WordCountBytes);
            return counts;
        }
    }

    /// <summary>False when no report of it has a known author.</summary>
    public bool HasAuthors { get; private set; }

    /// <summary>What is damaged, as far as it was met while reading; null while nothing is.</summary>
    public Finding? Fault { get; private set; }

    /// <summary>Opens and tests; else null, and what is wrong. The bytes are the segment's to dispose of.</summary>
    public static Segment? Open(string name, SegmentBytes bytes, out Finding? fault)
    {
        var footer = SegmentFooter.Read(name, bytes, out fault);
        if (footer is null) return null;
        var segment = new Segment(name, bytes, footer);
        fault = segment.Test();
        return fault is null ? segment : null;
    }

    /// <summary>
    /// Tests all buckets at once, as they were just written: later searches need not, and find their pages there.
    /// </summary>
    public void TestBuckets()
    {
        for (var bucket = 0u; bucket < Buckets && Fault is null; bucket++)
        {
            var written = BucketOf(bucket << _footer.KeyBits);
            if (!written.IsEmpty && !TryOpen(bucket, written, out _)) Blame(bucket);
        }
    }

    public ReportRow Row(int row) => ReportRow.Read(RowBytes(row));

    public long TimeOf(int row) => BinaryPrimitives.ReadInt64LittleEndian(RowBytes(row)[16..]);

    public ulong AuthorOf(int row) => BinaryPrimitives.ReadUInt64LittleEndian(RowBytes(row)[24..]);

    /// <summary>Asks for the memory that tells where a key's bucket begins.</summary>
    public void FetchStart(uint key) => Fetch(_bytes.Slice(_footer.Starts.At + (4L * (key >> _footer.KeyBits)), 8));

    /// <summary>Asks for the beginning of a key's bucket, when where it begins is there.</summary>
    public void FetchBucket(uint key)
    {
        var bucket = BucketOf(key);
        Fetch(bucket);
        if (bucket.Length > CacheLine) Fetch(bucket[CacheLine..]);
    }

    /// <summary>A key's places, as many as fit, from the lowest row on.</summary>
    /// <returns>How many it has in all; 0 as well when its bucket is damaged, which is then told.</returns>
    public int Find(uint key, Span<RowPlace> into)
    {
        var written = BucketOf(key);
        if (written.IsEmpty) return 0;
        if (TryOpen(key >> _footer.KeyBits, written, out var bucket)
            && BucketCodec.TryFind(bucket, key, _footer.KeyBits, _footer.RowBits, into, out var count)
            && AreRows(into[..Math.Min(count, into.Length)]))
        {
            return count;
        }

        Blame(key >> _footer.KeyBits);
        return 0;
    }

    /// <summary>All postings of a bucket, in order. False, and told, when it is damaged.</summary>
    public bool TryRead(uint bucket, List<SegmentPosting> into)
    {
        into.Clear();
        var written = BucketOf(bucket << _footer.KeyBits);
        if (written.IsEmpty) return true;
        if (BucketCodec.TryOpen(written, out var bytes)
            && BucketCodec.TryReadAll(bytes, bucket, _footer.KeyBits, _footer.RowBits, into)
            && into.TrueForAll(p => (uint)p.Row < (uint)Rows))
        {
            return true;
        }

        Blame(bucket);
        return false;
    }

    /// <summary>The row of a report, or -1.</summary>
    public int Find(ReportKey report)
    {
        var (low, high) = (0, Rows);
        while (low < high)
        {
            var middle = (low + high) >> 1;
            if (Row(InOrder(_footer.ByKey, middle)).Key < report) low = middle + 1;
            else high = middle;
        }

        return low < Rows && InOrder(_footer.ByKey, low) is var row && Row(row).Key == report ? row : -1;
    }

    /// <summary>The rows of reports of the same words, ascending.</summary>
    public void FindInstances(ulong instance, List<int> into)
    {
        var (low, high) = (0, Rows);
        while (low < high)
        {
            var middle = (low + high) >> 1;
            if (Row(InOrder(_footer.ByInstance, middle)).Instance < instance) low = middle + 1;
            else high = middle;
        }

        for (; low < Rows && InOrder(_footer.ByInstance, low) is var row && Row(row).Instance == instance; low++)
        {
            into.Add(row);
        }
    }

    public void Dispose() => _bytes.Dispose();

    private bool TryOpen(uint number, ReadOnlySpan<byte> written, out ReadOnlySpan<byte> bucket)
    {
        ref var tested = ref _tested[number >> 6];
        var bit = 1UL << (int)(number & 63);
        if ((tested & bit) != 0)
        {
            bucket = written[BucketCodec.ChecksumBytes..];
            return true;
        }

        if (!BucketCodec.TryOpen(written, out bucket)) return false;
        tested |= bit;
        return true;
    }

    private ReadOnlySpan<byte> BucketOf(uint key)
    {
        var (from, to) = Ends(key >> _footer.KeyBits);
        return _bytes.Slice(SegmentFooter.HeaderSize + (long)from, (int)(to - from));
    }

    private static unsafe void Fetch(ReadOnlySpan<byte> bytes)
    {
        if (!Sse.IsSupported || bytes.IsEmpty) return;
        Sse.Prefetch0(Unsafe.AsPointer(ref MemoryMarshal.GetReference(bytes)));
    }

    private ReadOnlySpan<byte> WordCountBytes =>
        _bytes.Slice(_footer.WordCounts.At, (int)_footer.WordCounts.Length);

    private ReadOnlySpan<byte> RowBytes(int row) =>
        _bytes.Slice(_footer.Table.At + ((long)row * ReportRow.Size), ReportRow.Size);

    private int InOrder(SegmentPart order, int number) =>
        (int)BinaryPrimitives.ReadUInt32LittleEndian(_bytes.Slice(order.At + (4L * number), 4));

    private (uint From, uint To) Ends(uint bucket)
    {
        var pair = _bytes.Slice(_footer.Starts.At + (4L * bucket), 8);
        return (BinaryPrimitives.ReadUInt32LittleEndian(pair), BinaryPrimitives.ReadUInt32LittleEndian(pair[4..]));
    }

    private bool AreRows(ReadOnlySpan<RowPlace> places)
    {
        foreach (ref readonly var place in places) if ((uint)place.Row >= (uint)Rows) return false;
        return true;
    }

    private void Blame(uint bucket) => Fault ??= SegmentFault.At(
        Name, SegmentFooter.HeaderSize + (long)Ends(bucket).From,
            "The places of seeds that are kept here are damaged.");

    private Finding? Test()
    {
        foreach (var (part, what) in new[]
        {
            (_footer.Starts, "The list of where places begin is damaged."),
            (_footer.Table, "The table of reports is damaged."),
            (_footer.ByKey, "The order of reports by id is damaged."),
            (_footer.ByInstance, "The order of reports by words is damaged."),
            (_footer.WordCounts, "The counts of words are damaged."),
        })
        {
            if (SumOf(part) != part.Checksum) return SegmentFault.At(Name, part.At, what);
        }

        return TestStarts() ?? TestTable();
    }

    private uint SumOf(SegmentPart part)
    {
        var sum = uint.MaxValue;
        for (var at = part.At; at < part.End; at += SumBlock)
        {
            sum = Checksum.Continue(sum, _bytes.Slice(at, (int)Math.Min(SumBlock, part.End - at)));
        }

        return ~sum;
    }

    /// <summary>A forged file may have right checksums: no start may point outside, or back.</summary>
    private Finding? TestStarts()
    {
        var last = 0u;
        for (var bucket = 0; bucket < Buckets; bucket++)
        {
            var (from, to) = Ends((uint)bucket);
            if (from != last || to < from || to - from > int.MaxValue || to > _footer.Buckets.Length)
            {
                return SegmentFault.At(Name, _footer.Starts.At + (4L * bucket), "Places begin where none can be.");
            }

            last = to;
        }

        return last == _footer.Buckets.Length ? null
            : SegmentFault.At(Name, _footer.Starts.At, "Places end where none can.");
    }

    private Finding? TestTable()
    {
        var seeds = 0L;
        for (var row = 0; row < Rows; row++)
        {
            seeds += BinaryPrimitives.ReadUInt32LittleEndian(RowBytes(row)[40..]);
            HasAuthors |= AuthorOf(row) != 0;
            if (InOrder(_footer.ByKey, row) is var key && (uint)key < (uint)Rows
                && InOrder(_footer.ByInstance, row) is var instance && (uint)instance < (uint)Rows)
            {
                continue;
            }

            return SegmentFault.At(Name, _footer.ByKey.At + (4L * row), "An order names a report that is not there.");
        }

        if (seeds != _footer.Postings) return SegmentFault.At(Name, _footer.Table.At, "Counts of seeds differ.");
        return new WordCounts().TryAdd(WordCountBytes) ? null
            : SegmentFault.At(Name, _footer.WordCounts.At, "The counts of words cannot be read.");
    }
}
