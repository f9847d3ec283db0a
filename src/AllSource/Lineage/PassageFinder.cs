using System.Collections.Immutable;
using AllSource.Lineage.Seeds;
using AllSource.Lineage.Weighing;

namespace AllSource.Lineage;

/// <summary>How far a search is: documents (or pairs) done of all, and passages found so far.</summary>
public sealed record LineageProgress(int Done, int Of, int Passages);

/// <summary>
/// How a search is made. Nothing here changes a passage, but <paramref name="KeepPassedOver"/> adds those that are
/// otherwise left out
/// (turns of phrase, signatures and other boilerplate), each with its reason and a probability below one half.
/// </summary>
public sealed record PassageSearch(int Threads = 1, bool KeepPassedOver = false)
{
    /// <summary>Only the grams that an index on disk keeps: fewer quotations with edits are found.</summary>
    internal bool SparseOnly { get; init; }

    /// <summary>Weighs every chain in full, also those that cannot be shown: slower, and the same passages.
    /// </summary>
    internal bool WeighAll { get; init; }

    internal ParallelOptions ThreadsOf(CancellationToken cancel) =>
        new() { MaxDegreeOfParallelism = Math.Max(1, Threads), CancellationToken = cancel };
}

/// <summary>
/// Finds the passages that documents share. The result depends on the documents alone: not on their order, nor on the
/// number of
/// threads. A document is compared with those before it in time (then by id), through seeds; see <see
/// cref="SeedPicker"/>.
/// </summary>
public sealed class PassageFinder(PassageSearch search)
{
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
        var prepared = Prepared.Numbered(Prepared.Of(documents, search.ThreadsOf(cancel)));
        return AllAgainstAll.Find(prepared, search, progress, cancel);
    }

    /// <summary>
    /// Compares only the pairs listed (by id, in either order), sentence by sentence, so that paraphrase and summary
    /// are seen as well; where that shows nothing, runs of seven equal words and more as in any search;
    /// pairs that name an unknown id give nothing.
    /// </summary>
    public ImmutableArray<Passage> FindPairs(
        IReadOnlyList<LineageDocument> documents, IEnumerable<(string A, string B)> pairs,
        IProgress<LineageProgress>? progress = null, CancellationToken cancel = default)
    {
        var threads = search.ThreadsOf(cancel);
        var prepared = Prepared.Numbered(Prepared.Of(documents, threads, withStems: true));
        var rarity = new WordRarity();
        foreach (var one in prepared) rarity.Add(one.Words);
        var prior = Evidence.PriorOf(prepared.Length);
        var byId = prepared.ToDictionary(static p => p.Document.Id, StringComparer.Ordinal);
        (Prepared A, Prepared B)[] known =
        [
            .. pairs.Distinct().Where(p => p.A != p.B && byId.ContainsKey(p.A) && byId.ContainsKey(p.B))
                .Select(p => (byId[p.A], byId[p.B])),
        ];
        var counts = new PassageCounts(known.Length, progress);
        var found = DocumentBlocks.ForEach(known.Length, threads, () => new PairComparison(
            rarity, prior, search.KeepPassedOver), (p, own, into) =>
        {
            var before = into.Count;
            into.AddRange(own.Of(known[p].A, known[p].B));
            counts.Add(into.Count - before);
        });
        var result = found.Distinct().ToList();
        progress?.Report(new(known.Length, known.Length, result.Count));
        return PassageOrder.Ordered(result);
    }
}
