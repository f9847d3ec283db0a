using System.Collections.Immutable;
using AllSource.Lineage.Seeds;
using AllSource.Lineage.Weighing;

namespace AllSource.Lineage;

/// <summary>
/// All passages among a set of documents, found at once: seeds are joined instead of looked up one by one. A document
/// is compared with those before it in time (then by id).
/// </summary>
internal static class AllAgainstAll
{
    /// <param name="ordered">In the order of time, of each id one, authors and titles numbered.</param>
    public static ImmutableArray<Passage> Find(
        Prepared[] ordered, PassageSearch search, IProgress<LineageProgress>? progress, CancellationToken cancel)
    {
        var threads = search.ThreadsOf(cancel);
        var all = HeldDocuments.Of(ordered);
        var groups = new InstanceGroups(all);
        for (var d = 0; d < ordered.Length; d++) groups.Add(d);
        var collapsed = groups.Collapsed().ToArray();
        var isCollapsed = new bool[ordered.Length];
        foreach (var (instance, _) in collapsed) isCollapsed[instance] = true;
        var compared = collapsed.Length == 0 ? all
            : HeldDocuments.Of([.. ordered.Where((_, d) => !isCollapsed[d])]);
        var rarity = new WordRarity();
        for (var d = 0; d < compared.Numbers; d++) rarity.Add(compared[d].Words);
        var prior = Evidence.PriorOf(ordered.Length);
        var join = SeedJoin.Of(compared, search.SparseOnly, threads);
        var counts = new PassageCounts(ordered.Length, progress);
        var found = DocumentBlocks.ForEach(
            compared.Numbers, threads, () => new Comparison(compared, rarity, search), (d, comparison, into) =>
            {
                var before = into.Count;
                comparison.WithEarlier(d, join, prior, into);
                counts.Add(into.Count - before);
            });
        var maker = new PassageMaker(rarity, prior, search.KeepPassedOver);
        foreach (var (instance, first) in collapsed) maker.MakeWhole(all[first], all[instance], found);
        progress?.Report(new(ordered.Length, ordered.Length, found.Count));
        return PassageOrder.Ordered(found);
    }
}
