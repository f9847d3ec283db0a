using System.Collections.Immutable;
using AllSource.Claims;
using AllSource.Fusion.Grades;
using AllSource.Fusion.Propositions;
using AllSource.Kernel;
using AllSource.Lineage.Origins;
using AllSource.Reports;

namespace AllSource.Desk.Acts;

/// <summary>
/// The acts of a case that stand, each as the room that obeys it knows it: rulings for the Claims room, judgments for
/// Lineage, edits and grades for Fusion. Undone acts are not among them, so that a judgment made after an undoing is
/// the judgment before the act, byte for byte.
/// </summary>
public sealed class StandingActs
{
    private readonly ILookup<ReportId, AttributionRuling> _rulings;
    private readonly Dictionary<ReportId, Report> _reports;
    private readonly List<Finding> _lost = [];

    /// <param name="acts">Acts of the case, undone ones among them, in any order.</param>
    /// <param name="reports">The reports of the case as they are read now.</param>
    public StandingActs(IEnumerable<AnalystAct> acts, IEnumerable<Report> reports)
    {
        All = [.. acts.Where(a => a.Stands).OrderBy(a => a.At).ThenBy(a => a.Id)];
        _reports = reports.DistinctBy(r => r.Id).ToDictionary(r => r.Id);
        _rulings = All.Select(Ruling).OfType<AttributionRuling>().ToLookup(r => r.Where.Report);
        Lineage = [.. All.Select(Judgment).OfType<LineageJudgment>()];
        Edits = [.. All.Select(Edit).OfType<PropositionEdit>()];
        Grades = new(
            [.. All.Select(Reliability).OfType<GivenReliability>()],
            [.. All.Select(Credibility).OfType<GivenCredibility>()]);
    }

    /// <summary>By time, then id.</summary>
    public ImmutableArray<AnalystAct> All { get; }

    public ImmutableArray<LineageJudgment> Lineage { get; }

    public ImmutableArray<PropositionEdit> Edits { get; }

    public GivenGrades Grades { get; }

    /// <summary>Acts whose words are no longer in their report: they change nothing, and are named.</summary>
    public IReadOnlyList<Finding> Lost => _lost;

    public IReadOnlyCollection<AttributionRuling> RulingsOn(ReportId report) => [.. _rulings[report]];

    private static AttributionRuling? Ruling(AnalystAct act) => act.Content is RuleOnAttribution rule
        ? new(act.Id.Value, rule.Ruling, rule.Where, rule.Now, act.By, act.At, act.Why) : null;

    private static LineageJudgment? Judgment(AnalystAct act) => act.Content is RuleOnLineage rule
        ? new(rule.Verdict, rule.Copier, rule.Original, act.By, act.At, act.Why) : null;

    private PropositionEdit? Edit(AnalystAct act)
    {
        var id = act.Id.Value;
        switch (act.Content)
        {
            case Split split:
                var taken = split.Out.Select(c => Here(c, act)).OfType<ClaimAnchor>().ToImmutableArray();
                return taken.IsEmpty ? null
                    : new SplitProposition(id, taken, split.Text, act.By, act.At, act.Why);
            case Join join:
                return Here(join.One, act) is { } one && Here(join.Other, act) is { } other
                    ? new JoinPropositions(id, one, other, join.IsContrary, act.By, act.At, act.Why) : null;
            case Reword reword:
                return Here(reword.Claim, act) is { } of
                    ? new RewordProposition(id, of, reword.Text, act.By, act.At, act.Why) : null;
            default:
                return null;
        }
    }

    private static GivenReliability? Reliability(AnalystAct act) => act.Content is GradeSource grade
        ? new(act.Id.Value, grade.Source, grade.SourceKind, grade.Grade, act.By, act.At, act.Why) : null;

    private GivenCredibility? Credibility(AnalystAct act) =>
        act.Content is GradeClaim grade && Here(grade.Claim, act) is { } claim
            ? new(act.Id.Value, claim, grade.Grade, act.By, act.At, act.Why) : null;

    private ClaimAnchor? Here(ClaimAnchor anchor, AnalystAct act)
    {
        if (_reports.GetValueOrDefault(anchor.Report) is not { } report) return null;
        if (anchor.In(report) is { } here) return here;
        _lost.Add(new(FindingWeight.Doubt, "act-without-place", new(report.Facts.File),
            $"{act.Id} of {act.By} speaks of words that the report, as it is read now, does not hold.",
            "Look at the report, undo the act, and judge again if need be."));
        return null;
    }
}
