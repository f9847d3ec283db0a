using AllSource.Kernel;

namespace AllSource.Lineage.Segments;

/// <summary>Sentences about damaged files: which file, which byte, what to do.</summary>
internal static class SegmentFault
{
    public const string Kind = "index-damaged";

    private const string WayOut =
        "The index is made from the reports alone: restore this file from a copy, or make the index anew in an empty "
        + "folder.";

    public static Finding At(string file, long at, string what) =>
        new(FindingWeight.Loss, Kind, new(file, Byte: at), what, WayOut);
}
