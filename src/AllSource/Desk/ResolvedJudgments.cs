using System.Collections.Immutable;
using AllSource.Assessments;
using AllSource.Desk.Acts;

namespace AllSource.Desk;

/// <summary>The journal's resolved judgments, as the Assessments room scores them. Undone ones are left out.</summary>
public static class ResolvedJudgments
{
    /// <param name="acts">Acts of any kind, of any cases.</param>
    /// <param name="desk">The name of the desk whose journal it is.</param>
    public static ImmutableArray<ResolvedJudgment> Of(IEnumerable<AnalystAct> acts, string desk) =>
    [
        .. acts.Where(a => a.Stands).Select(a => a.Content is ResolveJudgment r
            ? new ResolvedJudgment(desk, a.CaseId, r.About, r.Topic, r.CameTrue, r.Said, r.Sources, a.At)
            {
                Against = r.Against,
            } : null)
            .OfType<ResolvedJudgment>(),
    ];
}
