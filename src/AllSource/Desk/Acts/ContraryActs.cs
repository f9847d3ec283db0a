using System.Collections.Immutable;
using AllSource.Kernel;
using AllSource.Lineage.Origins;
using AllSource.Reports;
using AllSource.Sources;

namespace AllSource.Desk.Acts;

/// <summary>
/// Acts on lineage that contradict one another or the dates: they stand, and nobody overlooks it. For the desk: the
/// sentences name authors and sources.
/// </summary>
public static class ContraryActs
{
    public static ImmutableArray<Finding> Of(
        StandingActs acts, IReadOnlyCollection<Report> reports, SourceRegister register) =>
        [
            .. JudgmentConflicts.Of(acts.Lineage, reports, register)
                .Select(c => new Finding(FindingWeight.Doubt, "acts-contradict", new("acts"), c.What, c.Done)),
        ];
}
