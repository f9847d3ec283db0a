using AllSource.Reports;

namespace AllSource.Lineage.Origins;

/// <summary>
/// Takes circles out of the graph of copies: no report derives from itself. The weakest edge of a circle loses its
/// direction, until none is left, and it is reported: one that no dates vouch for before one that they do, one
/// whose copier does not name its original before one that does, then the
/// least probable, then the one with the fewest characters. Dates alone never make a circle.
/// </summary>
internal static class CircleBreaker
{
    public static void Break(
        SortedDictionary<(ReportId, ReportId), CopyEdge> edges, IReadOnlyDictionary<ReportId, Report> reports,
        Func<ReportId, string> words, Func<ReportId, ReportId, bool> names, List<OriginConflict> conflicts)
    {
        while (Circle(edges) is { } circle)
        {
            var weakest = circle.OrderBy(IsDated).ThenBy(e => names(e.Copier, e.Original))
                .ThenBy(e => e.Probability).ThenBy(e => e.Characters)
                .ThenBy(e => e.Copier).ThenBy(e => e.Original).First();
            conflicts.Add(new(
                [.. circle.Select(e => e.Copier).Distinct().Order()],
                $"{circle.Count} steps of copying lead in a circle through {words(weakest.Copier)}.",
                $"The weakest step, from {words(weakest.Original)}, is taken as undirected."));
            Undirect(edges, weakest);
        }

        bool IsDated(CopyEdge edge) => reports[edge.Original].Facts.Published is { } first
            && reports[edge.Copier].Facts.Published is { } then && first.IsSurelyBefore(then);
    }

    /// <summary>
    /// Steps by which a report would derive, perhaps over others, from one that is surely later lose their direction,
    /// and are reported; but for an analyst's links.
    /// </summary>
    public static void KeepDates(
        SortedDictionary<(ReportId, ReportId), CopyEdge> edges, IReadOnlyDictionary<ReportId, Report> reports,
        Func<ReportId, string> words, IReadOnlyDictionary<(ReportId, ReportId), LineageJudgment> judged,
        List<OriginConflict> conflicts)
    {
        var against = Descent.Against(
            [.. edges.Values.Where(e => e.IsDirected).Select(e => (e.Copier, e.Original))],
            id => reports[id].Facts.Published);
        foreach (var (copier, original) in against.Order())
        {
            if (judged.ContainsKey((copier, original))) continue;
            conflicts.Add(new(
                [.. new[] { copier, original }.Order()],
                $"{words(copier)} would derive, by what {words(original)} repeats, from a report that is later.",
                "The step is taken as undirected."));
            Undirect(edges, edges[(copier, original)]);
        }
    }

    private static void Undirect(SortedDictionary<(ReportId, ReportId), CopyEdge> edges, CopyEdge edge)
    {
        edges.Remove((edge.Copier, edge.Original));
        var (a, b) = edge.Copier.CompareTo(edge.Original) < 0
            ? (edge.Copier, edge.Original) : (edge.Original, edge.Copier);
        edges[(a, b)] = edge with { Copier = a, Original = b, IsDirected = false };
    }

    /// <summary>
    /// The edges among reports that can neither be first nor last: what is left when ends are peeled off; null when
    /// none.
    /// </summary>
    private static List<CopyEdge>? Circle(SortedDictionary<(ReportId, ReportId), CopyEdge> edges)
    {
        var directed = edges.Values.Where(e => e.IsDirected).ToList();
        var waits = new Dictionary<ReportId, int>();
        var copiers = directed.ToLookup(e => e.Original);
        foreach (var edge in directed)
        {
            waits[edge.Copier] = waits.GetValueOrDefault(edge.Copier) + 1;
            waits.TryAdd(edge.Original, waits.GetValueOrDefault(edge.Original));
        }

        var free = new Stack<ReportId>(waits.Where(w => w.Value == 0).Select(w => w.Key).Order());
        while (free.TryPop(out var original))
        {
            foreach (var edge in copiers[original])
            {
                if (--waits[edge.Copier] == 0) free.Push(edge.Copier);
            }
        }

        var stuck = directed.Where(e => waits[e.Copier] > 0 && waits[e.Original] > 0).ToList();
        return stuck.Count == 0 ? null : OneCircle(stuck);
    }

    /// <summary>Follows first originals until a report comes again.</summary>
    private static List<CopyEdge> OneCircle(List<CopyEdge> stuck)
    {
        var next = stuck.GroupBy(e => e.Copier).ToDictionary(g => g.Key, g => g.MinBy(e => e.Original)!);
        var way = new List<CopyEdge>();
        var seen = new Dictionary<ReportId, int>();
        var at = stuck.Min(e => e.Copier);
        while (next.TryGetValue(at, out var edge) && seen.TryAdd(at, way.Count))
        {
            way.Add(edge);
            at = edge.Original;
        }

        return seen.TryGetValue(at, out var start) ? way[start..] : stuck;
    }
}
