using AllSource.Reports;

namespace AllSource.Lineage.Origins;

/// <summary>
/// No claim comes from a later one, over any number of steps: where the way of a claim leads to one that is surely
/// later, its first step is taken back. An analyst's word stands, and is named elsewhere.
/// </summary>
internal static class DatedSteps
{
    public static void Keep(IEnumerable<TracedClaim> earliestFirst, Func<ReportId, Report> report, CopyGraph graph)
    {
        bool IsJudged(OriginStep step) => step.To is { } to && graph.IsLinked(step.From, to);
        foreach (var claim in earliestFirst)
        {
            if ((claim.Link?.Step ?? claim.LooseStep) is not { } step || IsJudged(step)) continue;
            if (!LeadsToLater(claim, report, IsJudged)) continue;
            claim.Link = null;
            claim.LooseStep = null;
        }
    }

    private static bool LeadsToLater(
        TracedClaim claim, Func<ReportId, Report> report, Func<OriginStep, bool> isJudged)
    {
        if (claim.At is not { } own) return false;
        var seen = new HashSet<TracedClaim> { claim };
        var at = claim;
        for (; at.Link is { } link; at = link.Target)
        {
            if (isJudged(link.Step)) return false; // beyond it an analyst answers for the way
            if (!seen.Add(link.Target)) return false; // a circle, which is opened where its claims are followed
            if (link.Target.At is { } then && own.IsSurelyBefore(then)) return true;
        }

        return at.LooseStep is { To: { } to, ToSpan: { } span } loose && !isJudged(loose)
            && TracedClaim.TimeAt(report(to), [span]) is { } last && own.IsSurelyBefore(last);
    }
}
