using System.Buffers.Binary;
using AllSource.Kernel;

namespace AllSource.Lineage.Segments;

/// <summary>A report as it is put into the index. Its places are in the order of its words.</summary>
internal sealed record PutReport(ReportRow Row, SeedPlace[] Places);

/// <summary>
/// One act on the index: what it takes away, what it puts, and how the counts of words change by it. In the log it is
/// one frame (length, checksum, content), so that it counts as a whole or not at all.
/// </summary>
internal sealed record LogEntry(ReportKey[] Removed, PutReport[] Put, WordCounts WordCounts)
{
    private const int FrameHead = 12; // size, its complement, checksum of the content
    private const int PlaceSize = 6;
    private const int KeySize = 16;

    public byte[] ToFrame()
    {
        var counts = WordCounts.ToBytes();
        var size = 8 + (Removed.Length * KeySize) + counts.Length;
        foreach (var put in Put) size += ReportRow.Size + (put.Places.Length * PlaceSize);
        var frame = new byte[FrameHead + size];
        var to = frame.AsSpan(FrameHead);
        BinaryPrimitives.WriteInt32LittleEndian(to, Removed.Length);
        BinaryPrimitives.WriteInt32LittleEndian(to[4..], Put.Length);
        to = to[8..];
        foreach (var key in Removed)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(to, key.High);
            BinaryPrimitives.WriteUInt64LittleEndian(to[8..], key.Low);
            to = to[KeySize..];
        }

        foreach (var put in Put)
        {
            put.Row.Write(to);
            to = to[ReportRow.Size..];
            foreach (var place in put.Places)
            {
                BinaryPrimitives.WriteUInt32LittleEndian(to, place.Key);
                BinaryPrimitives.WriteUInt16LittleEndian(to[4..], place.Context);
                to = to[PlaceSize..];
            }
        }

        counts.CopyTo(to);
        BinaryPrimitives.WriteInt32LittleEndian(frame, size);
        BinaryPrimitives.WriteInt32LittleEndian(frame.AsSpan(4), ~size);
        BinaryPrimitives.WriteUInt32LittleEndian(frame.AsSpan(8), Checksum.Of(frame.AsSpan(FrameHead)));
        return frame;
    }

    /// <summary>
    /// Reads a log's entries. A last frame that is not whole was never acknowledged and is passed over; a frame that is
    /// damaged before the end is a fault, for what comes after it was acknowledged.
    /// </summary>
    /// <param name="whole">The length up to which the log is whole.</param>
    public static List<LogEntry> ReadAll(string file, ReadOnlySpan<byte> log, out long whole, out Finding? fault)
    {
        var entries = new List<LogEntry>();
        whole = 0;
        fault = null;
        while (log.Length - whole >= FrameHead)
        {
            var rest = log[(int)whole..];
            var size = BinaryPrimitives.ReadInt32LittleEndian(rest);
            if (rest.IndexOfAnyExcept((byte)0) < 0) break; // a power cut may leave length without content
            var isSized = size >= 8 && BinaryPrimitives.ReadInt32LittleEndian(rest[4..]) == ~size;
            if (isSized && size > rest.Length - FrameHead) break;
            var content = isSized ? rest.Slice(FrameHead, size) : default;
            var isSound = isSized && BinaryPrimitives.ReadUInt32LittleEndian(rest[8..]) == Checksum.Of(content);
            if (isSized && !isSound && size + FrameHead == rest.Length) break;
            if (!isSound || Read(content) is not { } entry)
            {
                fault = SegmentFault.At(file, whole, "An entry of the log is damaged, and there are entries after it.");
                break;
            }

            entries.Add(entry);
            whole += FrameHead + size;
        }

        return entries;
    }

    private static LogEntry? Read(ReadOnlySpan<byte> from)
    {
        var removed = BinaryPrimitives.ReadInt32LittleEndian(from);
        var many = BinaryPrimitives.ReadInt32LittleEndian(from[4..]);
        from = from[8..];
        if (removed < 0 || many < 0 || (long)removed * KeySize > from.Length
            || (long)many * ReportRow.Size > from.Length)
        {
            return null;
        }

        var keys = new ReportKey[removed];
        for (var k = 0; k < removed; k++, from = from[KeySize..]) keys[k] = ReportRow.ReadKey(from);
        var put = new PutReport[many];
        for (var p = 0; p < many; p++)
        {
            if (from.Length < ReportRow.Size) return null;
            var row = ReportRow.Read(from);
            from = from[ReportRow.Size..];
            if (row.Seeds * (long)PlaceSize > from.Length) return null;
            var places = new SeedPlace[row.Seeds];
            for (var s = 0; s < places.Length; s++, from = from[PlaceSize..])
            {
                places[s] = new(
                    BinaryPrimitives.ReadUInt32LittleEndian(from), BinaryPrimitives.ReadUInt16LittleEndian(from[4..]));
            }

            put[p] = new(row, places);
        }

        var counts = new WordCounts();
        return counts.TryAdd(from) ? new(keys, put, counts) : null;
    }
}
