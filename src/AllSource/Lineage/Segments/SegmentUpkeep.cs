using AllSource.Kernel;

namespace AllSource.Lineage.Segments;

/// <summary>
/// When young reports become a segment, and which segments become one: so many of about one size, so that their number
/// grows with the logarithm of the reports and each report is written again only so often. What is written is written
/// beside the acts, where that is set: one table of young reports, one merge, and the manifests one after the other.
/// What is done takes effect at the next act, so that searches and acts need no locks. An act waits only where a second
/// table is full before the first is written.
/// </summary>
internal sealed class SegmentUpkeep(IndexFiles files, SegmentIndexSettings settings) : IDisposable
{
    private const int YoungPlacesMax = 1 << 21;

    private readonly CancellationTokenSource _stop = new();
    private Task _manifest = Task.CompletedTask;
    private Settling? _settling;
    private Merge? _merge;

    public void AfterInsert()
    {
        if (files.Young.Count < settings.YoungReportsMax && files.Young.Places < YoungPlacesMax) return;
        TakeSettled(isAwaited: false);
        Await(_manifest); // its log, and its table's memory, are needed no more from here on
        BeginSettling();
        TakeDone();
    }

    /// <summary>Puts what has been written in the place of what it was made of.</summary>
    public void TakeDone()
    {
        var hasChanged = false;
        if (_settling is { Work.IsCompleted: true }) hasChanged = TakeSettled(isAwaited: false);
        while (true)
        {
            if (_merge is { Work.IsCompleted: true }) hasChanged |= TakeMerged();
            if (!hasChanged || _merge is not null || Choose() is not { } chosen) break;
            BeginMerge(chosen);
            hasChanged = false;
        }

        if (_manifest.IsFaulted) Await(_manifest);
    }

    /// <summary>Makes a segment of all young reports, and waits until the manifest has it.</summary>
    public void Settle()
    {
        TakeSettled(isAwaited: false);
        Await(_manifest);
        if (files.IsSettled) return;
        BeginSettling();
        TakeSettled(isAwaited: true);
        Await(_manifest);
    }

    public Finding? Compact(CancellationToken cancel)
    {
        TakeMerged();
        Settle();
        return Rewrite([.. files.Segments], cancel);
    }

    public Finding? Purge(CancellationToken cancel)
    {
        TakeMerged();
        Settle();
        foreach (var segment in files.Segments.Where(static s => s.Gone.Count > 0).ToArray())
        {
            if (Rewrite([segment], cancel) is { } fault) return fault;
        }

        return null;
    }

    public void Dispose()
    {
        _stop.Cancel();
        foreach (var work in new Task?[] { _settling?.Work, _merge?.Work, _manifest })
        {
            try
            {
                if (work is null) continue;
                Await(work);
                (work as Task<Segment?>)?.Result?.Dispose();
            }
            catch (Exception e) when (e is OperationCanceledException or IOException)
            {
                // what it wrote is named by no manifest: the next opening removes it, and reads the logs
            }
        }

        _stop.Dispose();
    }

    private static void Await(Task work) => work.GetAwaiter().GetResult();

    private void BeginSettling()
    {
        var gone = files.Young.Gone();
        _settling = new(gone, Start(files.Freeze()));
    }

    /// <summary>Waits for the table that is being written, if there is one.</summary>
    private bool TakeSettled(bool isAwaited)
    {
        if (_settling is not { } settling) return false;
        var made = settling.Work.GetAwaiter().GetResult(); // what fails, fails at every act from then on
        _settling = null;
        var frozen = files.Frozen!;
        var live = made is null ? null : new LiveSegment(made);
        foreach (var row in frozen.Gone())
        {
            if (!settling.Gone.Contains(row)) live!.Take(made!.Find(frozen.Row(row).Key));
        }

        Write(files.Exchange([], live is null ? [] : [live], endsFrozen: true, isAwaited));
        return true;
    }

    private void BeginMerge(LiveSegment[] chosen)
    {
        IReadOnlySet<int>[] gone = [.. chosen.Select(static s => s.Gone.ToHashSet())];
        Segment[] segments = [.. chosen.Select(static s => s.Segment)];
        _merge = new(chosen, gone, Start(() => files.Write(to => SegmentMerger.Write(
            segments, gone, 0, SegmentFooter.RowsMax, to, out _, _stop.Token))));
    }

    /// <summary>Waits for the merge that is under way, if there is one. False when nothing came of it.</summary>
    private bool TakeMerged()
    {
        if (_merge is not { } merge) return false;
        var made = merge.Work.GetAwaiter().GetResult();
        _merge = null;
        if (made is null) return false; // damage: it is told by the next search, and nothing was changed
        var live = new LiveSegment(made);
        for (var s = 0; s < merge.Old.Length; s++)
        {
            foreach (var row in merge.Old[s].Gone)
            {
                if (!merge.Gone[s].Contains(row)) live.Take(made.Find(merge.Old[s].Segment.Row(row).Key));
            }
        }

        Write(files.Exchange(merge.Old, [live], endsFrozen: false, isAwaited: false));
        return true;
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
        Write(files.Exchange(old, made, endsFrozen: false, isAwaited: true));
        Await(_manifest);
        return null;
    }

    /// <summary>Work of its own begins when what was to be written before is: files' names may come again.</summary>
    private Task<Segment?> Start(Func<Segment?> work)
    {
        var before = _manifest;
        return Task.Factory.StartNew(
            () =>
            {
                Await(before);
                return work();
            },
            _stop.Token, TaskCreationOptions.LongRunning, settings.Beside);
    }

    private void Write(Action manifest)
    {
        var before = _manifest;
        _manifest = Task.Factory.StartNew(
            () =>
            {
                Await(before);
                manifest();
            },
            CancellationToken.None, TaskCreationOptions.None, settings.Beside);
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

    /// <param name="Gone">Rows of the table that were gone when it was set apart.</param>
    private sealed record Settling(HashSet<int> Gone, Task<Segment?> Work);

    private sealed record Merge(LiveSegment[] Old, IReadOnlySet<int>[] Gone, Task<Segment?> Work);
}
