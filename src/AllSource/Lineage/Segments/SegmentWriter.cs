using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace AllSource.Lineage.Segments;

/// <summary>
/// Writes one segment to a stream that is never read or wound back. The bytes are settled by what is written alone, so
/// equal reports give equal files, and the file's name is the hash of its bytes.
/// </summary>
internal sealed class SegmentWriter : IDisposable
{
    private readonly Stream _to;
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly BitWriter _bits = new();
    private readonly List<SegmentPosting> _bucket = [];
    private readonly ReportRow[] _rows;
    private readonly uint[] _starts;
    private readonly int _bucketBits;
    private readonly int _rowBits;
    private readonly long _postings;
    private uint _bucketNumber;
    private long _written;
    private uint _sum = uint.MaxValue;

    /// <param name="rows">Ascending; the sum of their seeds is the number of postings that will come.</param>
    public SegmentWriter(Stream to, ReportRow[] rows)
    {
        _to = to;
        _rows = rows;
        foreach (var row in rows) _postings += row.Seeds;
        _bucketBits = SegmentFooter.BucketBitsOf(_postings);
        _rowBits = SegmentFooter.RowBitsOf(rows.Length);
        _starts = new uint[(1 << _bucketBits) + 1];
        Span<byte> header = stackalloc byte[SegmentFooter.HeaderSize];
        header.Clear();
        SegmentFooter.Magic.CopyTo(header);
        BinaryPrimitives.WriteUInt32LittleEndian(header[8..], SegmentFooter.Version);
        Put(header);
        _sum = uint.MaxValue;
    }

    /// <summary>Adds postings, ascending by key, then row, then place in the report.</summary>
    public void Add(ReadOnlySpan<SegmentPosting> postings)
    {
        foreach (ref readonly var posting in postings)
        {
            var bucket = posting.Key >> (32 - _bucketBits);
            if (bucket != _bucketNumber) EndBuckets(bucket);
            _bucket.Add(posting);
        }
    }

    /// <summary>Writes all that follows the postings, and gives the file's name.</summary>
    public string Finish(WordCounts counts)
    {
        EndBuckets(1u << _bucketBits);
        var buckets = Part(SegmentFooter.HeaderSize);
        var starts = Write(MemoryMarshal.AsBytes(LittleEndian(_starts)));
        var table = WriteTable();
        var byKey = WriteOrder(Order(static (x, y) => x.Key.CompareTo(y.Key)));
        var byInstance = WriteOrder(Order(static (x, y) => x.Instance.CompareTo(y.Instance)));
        var words = Write(counts.ToBytes());
        Put(new SegmentFooter(
            _rows.Length, _postings, _bucketBits, buckets, starts, table, byKey, byInstance, words).ToBytes());
        _to.Flush();
        return NameOf(_hash.GetHashAndReset());
    }

    public void Dispose() => _hash.Dispose();

    /// <summary>The name of a segment whose bytes have this SHA-256.</summary>
    public static string NameOf(ReadOnlySpan<byte> hash) => $"{Convert.ToHexStringLower(hash[..16])}.segment";

    private void EndBuckets(uint next)
    {
        Span<byte> sum = stackalloc byte[BucketCodec.ChecksumBytes];
        for (; _bucketNumber < next; _bucketNumber++)
        {
            _starts[_bucketNumber] = checked((uint)(_written - SegmentFooter.HeaderSize));
            if (_bucket.Count == 0) continue;
            _bits.Clear();
            BucketCodec.Write(_bits, CollectionsMarshal.AsSpan(_bucket), _bucketNumber, 32 - _bucketBits, _rowBits);
            BinaryPrimitives.WriteUInt32LittleEndian(sum, Checksum.Of(_bits.Written));
            Put(sum);
            Put(_bits.Written);
            _bucket.Clear();
        }

        if (next >> _bucketBits != 0) _starts[next] = checked((uint)(_written - SegmentFooter.HeaderSize));
    }

    private SegmentPart WriteTable()
    {
        var at = _written;
        Span<byte> one = stackalloc byte[ReportRow.Size];
        foreach (ref readonly var row in _rows.AsSpan())
        {
            row.Write(one);
            Put(one);
        }

        return Part(at);
    }

    private uint[] Order(Comparison<ReportRow> by)
    {
        var order = new uint[_rows.Length];
        for (var r = 0; r < order.Length; r++) order[r] = (uint)r;
        Array.Sort(order, (x, y) =>
        {
            var first = by(_rows[x], _rows[y]);
            return first != 0 ? first : x.CompareTo(y);
        });
        return order;
    }

    private SegmentPart WriteOrder(uint[] order) => Write(MemoryMarshal.AsBytes(LittleEndian(order)));

    private static Span<uint> LittleEndian(uint[] numbers)
    {
        if (!BitConverter.IsLittleEndian) BinaryPrimitives.ReverseEndianness(numbers, numbers);
        return numbers;
    }

    private SegmentPart Write(ReadOnlySpan<byte> bytes)
    {
        var at = _written;
        Put(bytes);
        return Part(at);
    }

    private SegmentPart Part(long at)
    {
        var part = new SegmentPart(at, _written - at, ~_sum);
        _sum = uint.MaxValue;
        return part;
    }

    private void Put(ReadOnlySpan<byte> bytes)
    {
        _to.Write(bytes);
        _hash.AppendData(bytes);
        _sum = Checksum.Continue(_sum, bytes);
        _written += bytes.Length;
    }
}
