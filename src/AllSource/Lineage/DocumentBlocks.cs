namespace AllSource.Lineage;

/// <summary>
/// Work over documents in blocks, each with a worker's own memory. What comes out does not depend on who works what.
/// </summary>
internal static class DocumentBlocks
{
    private const int Documents = 16;

    public static void ForEach<T>(int count, ParallelOptions threads, Func<T> worker, Action<int, T> work) =>
        Parallel.For(0, (count + Documents - 1) / Documents, threads, worker, (block, _, own) =>
        {
            for (var d = block * Documents; d < Math.Min(count, (block + 1) * Documents); d++) work(d, own);
            return own;
        }, static _ => { });

    /// <summary>The passages of all documents, in the documents' order.</summary>
    public static List<Passage> ForEach<T>(
        int count, ParallelOptions threads, Func<T> worker, Action<int, T, List<Passage>> work)
    {
        var found = new List<Passage>[(count + Documents - 1) / Documents];
        Parallel.For(0, found.Length, threads, worker, (block, _, own) =>
        {
            var into = found[block] = [];
            for (var d = block * Documents; d < Math.Min(count, (block + 1) * Documents); d++) work(d, own, into);
            return own;
        }, static _ => { });
        var all = new List<Passage>(found.Sum(static f => f.Count));
        foreach (var some in found) all.AddRange(some);
        return all;
    }
}

/// <summary>Counts what several threads have done, and tells it now and then.</summary>
internal sealed class PassageCounts(int of, IProgress<LineageProgress>? progress)
{
    private const int Every = 256;
    private int _done;
    private int _passages;

    public void Add(int passages)
    {
        var all = Interlocked.Add(ref _passages, passages);
        var done = Interlocked.Increment(ref _done);
        if (done % Every == 0) progress?.Report(new(done, of, all));
    }
}
