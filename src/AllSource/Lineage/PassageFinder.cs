using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace AllSource.Lineage;

/// <summary>How far a search is: documents (or pairs) done of all, and passages found so far.</summary>
public sealed record LineageProgress(int Done, int Of, int Passages);

/// <summary>
/// How a search is made. Nothing here changes a passage, but <paramref name="KeepPassedOver"/> adds those that are
/// otherwise left out
/// (turns of phrase, signatures and other boilerplate), each with its reason and a probability below one half.
/// </summary>
public sealed record PassageSearch(int Threads = 1, bool KeepPassedOver = false);

/// <summary>
/// Finds the passages that documents share. The result depends on the documents alone: not on their order, nor on the
/// number of
/// threads. A document is compared with those before it in time (then by id), through seeds; see <see
/// cref="SeedPicker"/>.
/// </summary>
public sealed class PassageFinder(PassageSearch search)
{
    private const int ProgressEvery = 256;

    public PassageFinder()
        : this(new PassageSearch())
    {
    }

    /// <summary>
    /// All against all. Ids must be unique; of two documents with one id the second is passed over. Passages come
    /// ordered by
    /// ids, then spans.
    /// </summary>
    public ImmutableArray<Passage> Find(
        IReadOnlyList<LineageDocument> documents, IProgress<LineageProgress>? progress, CancellationToken cancel)
    {
        var threads = Threads(cancel);
        var all = Prepared.Of(documents, threads);
        var nodes = Instances.Collapse(all);
        var prepared = nodes.Kept;
        var rarity = RarityOf(prepared);
        var prior = Evidence.PriorOf(all.Length);
        var seeds = new Seed[prepared.Length][];
        ForEachDocument(prepared.Length, threads, static () => new SeedPicker(), (d, picker) =>
        {
            seeds[d] = picker.Pick(prepared[d].Words).ToArray();
        });
        var table = SeedTable.Of(seeds, prepared, threads);
        var found = new List<Passage>?[prepared.Length];
        var counts = new Counts();
        ForEachDocument(prepared.Length, threads, () => new Comparison(table, rarity, prior, search.KeepPassedOver),
            (d, comparison) =>
        {
            found[d] = comparison.With(prepared, d, seeds[d]);
            var (done, passages) = counts.Add(found[d]?.Count ?? 0);
            if (done % ProgressEvery == 0) progress?.Report(new(done, prepared.Length, passages));
        });
        var result = found.Where(static f => f is not null).SelectMany(static f => f!).ToList();
        var maker = new PassageMaker(rarity, prior, search.KeepPassedOver);
        foreach (var (instance, kept) in nodes.Collapsed) maker.MakeWhole(kept, instance, result);
        progress?.Report(new(all.Length, all.Length, result.Count));
        return Ordered(result);
    }

    /// <summary>
    /// Compares only the pairs listed (by id, in either order), sentence by sentence, so that paraphrase and summary
    /// are seen as well;
    /// pairs that name an unknown id give nothing.
    /// </summary>
    public ImmutableArray<Passage> FindPairs(
        IReadOnlyList<LineageDocument> documents, IEnumerable<(string A, string B)> pairs,
        IProgress<LineageProgress>? progress = null, CancellationToken cancel = default)
    {
        var threads = Threads(cancel);
        var prepared = Prepared.Of(documents, threads);
        var byId = prepared.ToDictionary(static p => p.Document.Id, StringComparer.Ordinal);
        (Prepared A, Prepared B)[] known =
        [
            .. pairs.Distinct().Where(p => p.A != p.B && byId.ContainsKey(p.A) && byId.ContainsKey(p.B))
                .Select(p => (byId[p.A], byId[p.B])),
        ];
        var found = new List<Passage>[known.Length];
        var counts = new Counts();
        ForEachDocument(known.Length, threads, () => new PairComparison(), (p, comparison) =>
        {
            found[p] = comparison.Of(known[p].A, known[p].B);
            var (done, passages) = counts.Add(found[p].Count);
            if (done % ProgressEvery == 0) progress?.Report(new(done, known.Length, passages));
        });
        var result = found.SelectMany(static f => f).Distinct().ToList();
        progress?.Report(new(known.Length, known.Length, result.Count));
        return Ordered(result);
    }

    private ParallelOptions Threads(CancellationToken cancel) =>
        new() { MaxDegreeOfParallelism = Math.Max(1, search.Threads), CancellationToken = cancel };

    /// <summary>
    /// Work in blocks, each with a worker's own memory; what a block writes does not depend on who works it.
    /// </summary>
    private static void ForEachDocument<T>(int count, ParallelOptions threads, Func<T> worker, Action<int, T> work)
    {
        const int Block = 16;
        Parallel.For(0, (count + Block - 1) / Block, threads, worker, (block, _, own) =>
        {
            for (var d = block * Block; d < Math.Min(count, (block + 1) * Block); d++) work(d, own);
            return own;
        }, static _ => { });
    }

    private static WordRarity RarityOf(Prepared[] prepared)
    {
        var rarity = new WordRarity();
        foreach (var one in prepared) rarity.Add(one.Words);
        return rarity;
    }

    private static ImmutableArray<Passage> Ordered(List<Passage> found)
    {
        found.Sort(static (x, y) =>
        {
            var by = string.CompareOrdinal(x.A, y.A);
            if (by == 0) by = string.CompareOrdinal(x.B, y.B);
            if (by == 0) by = x.ASpan.CompareTo(y.ASpan);
            return by != 0 ? by : x.BSpan.CompareTo(y.BSpan);
        });
        return ImmutableCollectionsMarshal.AsImmutableArray(found.ToArray());
    }

    private sealed class Counts
    {
        private int _done;
        private int _passages;

        public (int Done, int Passages) Add(int passages) =>
            (Interlocked.Increment(ref _done), Interlocked.Add(ref _passages, passages));
    }
}
