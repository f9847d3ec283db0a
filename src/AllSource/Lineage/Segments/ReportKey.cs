using System.Globalization;

namespace AllSource.Lineage.Segments;

/// <summary>
/// 128 bits that stand for a report's id in the index: the first half of a content hash, or a keyed hash of any other
/// id. Not the id: who holds the files alone cannot read ids that are names from them.
/// </summary>
public readonly record struct ReportKey(ulong High, ulong Low) : IComparable<ReportKey>
{
    public int CompareTo(ReportKey other) =>
        High != other.High ? High.CompareTo(other.High) : Low.CompareTo(other.Low);

    public static bool operator <(ReportKey x, ReportKey y) => x.CompareTo(y) < 0;

    public static bool operator >(ReportKey x, ReportKey y) => x.CompareTo(y) > 0;

    public static bool operator <=(ReportKey x, ReportKey y) => x.CompareTo(y) <= 0;

    public static bool operator >=(ReportKey x, ReportKey y) => x.CompareTo(y) >= 0;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{High:x16}{Low:x16}");
}
