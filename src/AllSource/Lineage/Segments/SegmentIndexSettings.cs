namespace AllSource.Lineage.Segments;

/// <summary>
/// How an index on disk works. Nothing here changes a passage, but <paramref name="KeepPassedOver"/> and
/// <paramref name="AllGrams"/>.
/// </summary>
/// <param name="YoungReportsMax">Reports that are held in memory and in the log before they become a segment.</param>
/// <param name="MergeFanOut">So many segments of one size are merged into one.</param>
/// <param name="IsDurable">True when an insert returns only after the disk has it: it then outlives a power cut as well
/// as a kill. Else only <see cref="SegmentIndex.Settle"/> and whole segments do.</param>
/// <param name="WritesBeside">True when segments are written and merged by threads of their own, beside the inserts,
/// which wait only where the disk cannot keep up.</param>
/// <param name="AllGrams">Of a new index: holds every gram, as the search in memory does, so that short quotations with
/// edits are found as well; it takes about one and a half times the room. What is there stays as it was made.</param>
/// <param name="KeepPassedOver">Adds passages that are otherwise left out, with their reasons.</param>
public sealed record SegmentIndexSettings(
    int YoungReportsMax = 4096, int MergeFanOut = 4, bool IsDurable = false, bool WritesBeside = false,
    bool KeepPassedOver = false, bool AllGrams = false)
{
    /// <summary>Who writes segments and manifests.</summary>
    internal TaskScheduler Beside
    {
        get => field ?? (WritesBeside ? TaskScheduler.Default : AtOnce.Scheduler);
        init;
    }
}
