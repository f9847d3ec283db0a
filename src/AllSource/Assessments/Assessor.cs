using System.Collections.Immutable;
using AllSource.Claims;
using AllSource.Fusion;
using AllSource.Fusion.Copying;
using AllSource.Fusion.Grades;
using AllSource.Fusion.Propositions;
using AllSource.Lineage.Origins;
using AllSource.Reports;

namespace AllSource.Assessments;

/// <summary>
/// From reports, claims and passages to an assessment: origins, propositions, beliefs, matrix, judgments.
/// Deterministic: the same input in any order gives the same assessment. Never throws for what reports hold.
/// </summary>
public static class Assessor
{
    public static Assessment Assess(AssessmentInput input) => Assess(input, new AssessmentMemory());

    /// <param name="input">All of it, as for a first run.</param>
    /// <param name="memory">What was worked out before; what the new input does not touch is taken from it.</param>
    internal static Assessment Assess(AssessmentInput input, AssessmentMemory memory)
    {
        var reports = input.Reports.DistinctBy(r => r.Id).ToDictionary(r => r.Id);
        var map = OriginTracer.Trace(reports.Values, input.Claims, input.Passages, input.Register,
            input.LineageJudgments);
        var claims = input.Claims.Where(c => reports.ContainsKey(c.Report)).Concat(map.Narrated).DistinctBy(c => c.Id)
            .ToDictionary(c => c.Id);
        var index = new StatementIndex(map, claims, reports, memory.Statements);
        var silenced = SourcesBehind.Falling(map, input.Without, reports, input.Register);
        var records = OutcomeReport.TrackRecords(input.ResolvedElsewhere);
        var accuracy = GradeAccuracy.Learnt(records, input.Register);
        var links = HiddenLinks.Of(OutcomeReport.Words(input.ResolvedElsewhere), input.Register);
        var curve = JudgmentCurve.Of(input.ResolvedElsewhere);
        var maker = new PropositionMaker(map, index, claims, reports, input.Register, accuracy, links, silenced);
        memory.Begin(map, input.Register, records, links, silenced);
        var (groups, edits) = maker.Group(input.PropositionEdits);
        var propositions = PropositionMaker.InOrder(groups.Select(g => memory.Proposition(g, maker.Of)));

        ImmutableArray<Hypothesis> hypotheses = [.. input.Hypotheses.DistinctBy(h => h.Id).OrderBy(h => h.Id,
            StringComparer.Ordinal)];
        var rows = Rows(input, hypotheses, index, maker, accuracy, memory);
        var priors = MatrixModel.Priors(hypotheses);
        var findings = curve.Straighten(MatrixMaker.Findings(hypotheses, priors, rows, input.Scale), input.Scale);
        var sensitivity = curve.Straighten(
            new SensitivityMaker(hypotheses, priors, rows, map, reports, input.Register).Make());
        var grades = GradesBeside.Sources(
            Grader.Sources(map, propositions, input.Register, input.Records), input.Grades, input.Register);
        var gaps = GapFinder.Find(rows, map, claims, grades);
        var panel = new PanelMaker(hypotheses, priors, rows).Make(input.Matrices);
        var judgments = hypotheses.IsEmpty
            ? JudgmentMaker.OnPropositions(propositions, input.Scale, maker, curve, input.AlsoJudged)
            : JudgmentMaker.OnHypotheses(findings, rows, sensitivity, gaps);
        ImmutableArray<Dissent> dissents = [.. input.Dissents,
            .. PanelMaker.Dissents(panel, findings.IsEmpty ? null : findings[0].Id)];
        var assessment = new Assessment(
            input.Question, input.Scale.Name,
            new(reports.Count, claims.Count, propositions.Length, Voices(map), map.Edges.Length), findings,
            MatrixMaker.Rows(hypotheses, priors, rows), JudgmentMaker.WithDissent(judgments, dissents), sensitivity,
            propositions,
            GradesBeside.Items(
                propositions, [.. propositions.Select(Grader.Item)], input.Grades, claims.Values), map, grades,
            SourceSummary.Write(reports.Values, map, grades), gaps, [])
        {
            Panel = panel,
            CalibratedBy = curve.IsFitted ? curve.Outcomes : 0,
            Calibration = curve.Sentence,
            PropositionEdits = edits,
        };
        memory.End(index.Roots);
        return assessment with { ChangedSinceLast = ChangeTeller.Tell(input.Previous, assessment, input.Scale) };
    }

    private static List<RowEvidence> Rows(
        AssessmentInput input, ImmutableArray<Hypothesis> hypotheses, StatementIndex index, PropositionMaker maker,
        GradeAccuracy accuracy, AssessmentMemory memory)
    {
        var written = InOrder(input.Evidence.DistinctBy(e => e.Id), e => e.Id).ToList();
        var matches = new RowMatcher(index).Match([.. written.Select(e => e.What)]);
        var rows = written.Select((row, i) => memory.Row(row, hypotheses, matches[i],
            () => RowEvidence.Of(row, hypotheses, matches[i], maker, accuracy))).ToList();
        rows.AddRange(InOrder(input.Assumptions.DistinctBy(a => a.Id), a => a.Id)
            .Select(a => RowEvidence.Of(a, hypotheses, accuracy)));
        return rows;
    }

    /// <summary>By id, but E2 before E10.</summary>
    private static IEnumerable<T> InOrder<T>(IEnumerable<T> rows, Func<T, string> id)
    {
        static bool IsNumbered(string x) => x.Length > 1 && x.Skip(1).All(char.IsAsciiDigit);
        return rows.OrderBy(r => IsNumbered(id(r)) ? id(r)[..1] : id(r), StringComparer.Ordinal)
            .ThenBy(r => IsNumbered(id(r)) ? id(r).Length : 0).ThenBy(id, StringComparer.Ordinal);
    }

    private static int Voices(OriginMap map) =>
        map.Origins.Select(o => o.Kind == OriginKind.AnonymousSpeaker ? o.Id.Value : o.Voice.ToLowerInvariant())
            .Distinct().Count();
}
