using AllSource.Kernel;

namespace AllSource.Lineage.Segments;

/// <summary>
/// When young reports become a segment, and which segments become one: so many of about one size, so that their number
/// grows with the logarithm of the reports and each report is written again only so often.
/// </summary>
internal sealed class SegmentUpkeep(IndexFiles files, SegmentIndexSettings settings) : IDisposable
{
    private const int YoungPlacesMax = 1 << 21;

    private readonly CancellationTokenSource _stop = new();
    private Merge? _merge;

    public void AfterInsert()
    {
        if (files.Young.Count < settings.YoungReportsMax && files.Young.Places < YoungPlacesMax) return;
        files.Settle();
        if (_merge is null && Choose() is { } chosen) Begin(chosen);
    }

    /// <summary>Puts a merge that has ended into the place of what it merged.</summary>
    public void TakeMerged()
    {
        if (_merge is null || !_merge.Work.IsCompleted) return;
        var merge = _merge;
        _merge = null;
        var made = merge.Work.GetAwaiter().GetResult();
        if (made is null) return; // damage: it is told by the next search, and nothing was changed
        Exchange(merge, made);
        if (Choose() is { } chosen) Begin(chosen);
    }

    public Finding? Compact(CancellationToken cancel)
    {
        EndMerge();
        files.Settle();
        return Rewrite([.. files.Segments], cancel);
    }

    public Finding? Purge(CancellationToken cancel)
    {
        EndMerge();
        files.Settle();
        foreach (var segment in files.Segments.Where(static s => s.Gone.Count > 0).ToArray())
        {
            if (Rewrite([segment], cancel) is { } fault) return fault;
        }

        return null;
    }

    public void Dispose()
    {
        _stop.Cancel();
        try
        {
            _merge?.Work.GetAwaiter().GetResult()?.Dispose();
        }
        catch (Exception e) when (e is OperationCanceledException or IOException)
        {
            // what it wrote is named by no manifest: the next opening removes it
        }

        _stop.Dispose();
    }

    private void EndMerge()
    {
        _merge?.Work.Wait();
        while (_merge is not null)
        {
            TakeMerged();
            _merge?.Work.Wait();
        }
    }

    private Finding? Rewrite(LiveSegment[] old, CancellationToken cancel)
    {
        var rows = old.Sum(static s => s.Count);
        if (old.Length == 0) return null;
        Finding? fault = null;
        var made = new List<LiveSegment>();
        IReadOnlySet<int>[] gone = [.. old.Select(static s => s.Gone.ToHashSet())];
        for (var skip = 0; skip == 0 || skip < rows; skip += SegmentFooter.RowsMax)
        {
            var from = skip;
            var one = files.Write(to => SegmentMerger.Write(
                [.. old.Select(static s => s.Segment)], gone, from, SegmentFooter.RowsMax, to, out fault, cancel));
            if (one is null) return fault;
            made.Add(new(one));
        }

        if (rows == 0 && made[0].Segment.WordCounts.IsEmpty) made.Clear();
        files.Exchange(old, made);
        return null;
    }

    private void Begin(LiveSegment[] chosen)
    {
        IReadOnlySet<int>[] gone = [.. chosen.Select(static s => s.Gone.ToHashSet())];
        Segment[] segments = [.. chosen.Select(static s => s.Segment)];
        Segment? Work() => files.Write(to => SegmentMerger.Write(
            segments, gone, 0, SegmentFooter.RowsMax, to, out _, _stop.Token));
        var work = settings.MergesBeside ? Task.Run(Work) : Task.FromResult(Work());
        _merge = new(chosen, gone, work);
        if (!settings.MergesBeside) TakeMerged();
    }

    private void Exchange(Merge merge, Segment made)
    {
        var live = new LiveSegment(made);
        for (var s = 0; s < merge.Old.Length; s++)
        {
            foreach (var row in merge.Old[s].Gone)
            {
                if (!merge.Gone[s].Contains(row)) live.Take(made.Find(merge.Old[s].Segment.Row(row).Key));
            }
        }

        files.Exchange(merge.Old, [live]);
    }

    /// <summary>
    /// Segments of one size class, the smallest class that has enough of them; or one of which a quarter is gone.
    /// </summary>
    private LiveSegment[]? Choose()
    {
        var mostlyGone = files.Segments.FirstOrDefault(static s => 4L * s.Gone.Count > s.Segment.Rows);
        if (mostlyGone is not null) return [mostlyGone];
        return files.Segments.GroupBy(ClassOf).OrderBy(static g => g.Key)
            .FirstOrDefault(g => g.Count() >= settings.MergeFanOut
                && g.Sum(static s => s.Count) <= SegmentFooter.RowsMax)
            ?.ToArray();
    }

    private int ClassOf(LiveSegment segment)
    {
        var size = Math.Max(1, segment.Segment.Postings / 64.0 / settings.YoungReportsMax);
        return (int)Math.Floor(Math.Log(size, settings.MergeFanOut) + 1e-9);
    }

    private sealed record Merge(LiveSegment[] Old, IReadOnlySet<int>[] Gone, Task<Segment?> Work);
}
