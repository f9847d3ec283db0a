using System.Buffers.Binary;

namespace AllSource.Lineage.Segments;

/// <summary>What the index knows of a report, beside its seeds.</summary>
/// <param name="Key">Stands for its id.</param>
/// <param name="Time">Ticks of its earliest time (UTC); the greatest DateTime when no time is known.</param>
/// <param name="Author">Keyed hash of its author, 0 when nobody is known.</param>
/// <param name="Instance">Keyed hash of its words in order, 0 for a text too short to have a seed.</param>
/// <param name="Seeds">How many places of it are in the index; none for a copy beyond those compared.</param>
internal readonly record struct ReportRow(ReportKey Key, long Time, ulong Author, ulong Instance, uint Seeds)
    : IComparable<ReportRow>
{
    /// <summary>Bytes of a row in files.</summary>
    public const int Size = 44;

    /// <summary>The one order of reports: by time, then by key.</summary>
    public int CompareTo(ReportRow other) => Time != other.Time ? Time.CompareTo(other.Time) : Key.CompareTo(other.Key);

    public void Write(Span<byte> to)
    {
        BinaryPrimitives.WriteUInt64LittleEndian(to, Key.High);
        BinaryPrimitives.WriteUInt64LittleEndian(to[8..], Key.Low);
        BinaryPrimitives.WriteInt64LittleEndian(to[16..], Time);
        BinaryPrimitives.WriteUInt64LittleEndian(to[24..], Author);
        BinaryPrimitives.WriteUInt64LittleEndian(to[32..], Instance);
        BinaryPrimitives.WriteUInt32LittleEndian(to[40..], Seeds);
    }

    public static ReportRow Read(ReadOnlySpan<byte> from) => new(
        ReadKey(from), BinaryPrimitives.ReadInt64LittleEndian(from[16..]),
        BinaryPrimitives.ReadUInt64LittleEndian(from[24..]), BinaryPrimitives.ReadUInt64LittleEndian(from[32..]),
        BinaryPrimitives.ReadUInt32LittleEndian(from[40..]));

    public static ReportKey ReadKey(ReadOnlySpan<byte> from) =>
        new(BinaryPrimitives.ReadUInt64LittleEndian(from), BinaryPrimitives.ReadUInt64LittleEndian(from[8..]));
}
