using AllSource.Reports;

namespace AllSource.Lineage.Origins;

/// <summary>
/// Follows each claim's steps to the end. A circle of steps ends at its earliest claim, and is reported.
/// </summary>
internal static class RootFinder
{
    public static Dictionary<TracedClaim, TracedClaim> Find(List<TracedClaim> claims, List<OriginConflict> conflicts)
    {
        var roots = new Dictionary<TracedClaim, TracedClaim>();
        foreach (var claim in claims)
        {
            var way = new List<TracedClaim>();
            var place = new Dictionary<TracedClaim, int>();
            var at = claim;
            while (!roots.ContainsKey(at) && place.TryAdd(at, way.Count))
            {
                way.Add(at);
                if (at.Link is not { } link) break;
                at = link.Target;
            }

            if (!roots.TryGetValue(at, out var root)) root = at.Link is null ? at : Opened(way[place[at]..], conflicts);
            foreach (var passed in way) roots[passed] = root;
        }

        return roots;
    }

    private static TracedClaim Opened(List<TracedClaim> circle, List<OriginConflict> conflicts)
    {
        var first = circle.MinBy(c => c.Rank)!;
        first.Link = null;
        ReportId[] reports = [.. circle.Select(c => c.Report.Id).Distinct().Order()];
        if (reports.Length > 1)
        {
            conflicts.Add(new(
                [.. reports], "The steps of one claim lead in a circle through these reports.",
                $"The earliest, {first.Report.Id}, is taken as the root."));
        }

        return first;
    }
}
