using AllSource.Lineage.Seeds;

namespace AllSource.Lineage.Segments;

/// <summary>
/// A report in the index for the while of one act: the number of its segment (behind the last one: the tables of young
/// reports), and its row there.
/// </summary>
internal readonly record struct IndexedReport(int Segment, int Row) : IComparable<IndexedReport>
{
    public ulong Packed => ((ulong)(uint)Segment << 32) | (uint)Row;

    public static IndexedReport Unpack(ulong packed) => new((int)(packed >> 32), (int)(uint)packed);

    public int CompareTo(IndexedReport other) => Packed.CompareTo(other.Packed);
}

/// <summary>What the whole index knows of one key of a report.</summary>
/// <param name="Places">How many places it has in all.</param>
/// <param name="IsBoilerplate">True when one author repeats it.</param>
/// <param name="Anchors">Where it has more than the cap: the first places, which alone are followed; else null.</param>
internal sealed record KeyFound(int Places, bool IsBoilerplate, Anchor[]? Anchors)
{
    public static readonly KeyFound Alone = new(0, false, null);

    /// <summary>True for a report of which a place is among the first.</summary>
    public bool IsAnchor(IndexedReport report) =>
        Anchors is not null && Array.Exists(Anchors, a => a.Report == report);

    public bool IsFollowed(IndexedReport report, int place) =>
        Anchors is null || Array.IndexOf(Anchors, new(report, place)) >= 0;
}

/// <summary>The n-th place (from 0) of a key in a report.</summary>
internal readonly record struct Anchor(IndexedReport Report, int Place);
