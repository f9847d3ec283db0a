using System.Collections.Immutable;
using AllSource.Access;
using AllSource.Assessments;
using AllSource.Claims;
using AllSource.Desk.Acts;
using AllSource.Fusion.Grades;
using AllSource.Kernel;
using AllSource.Lineage;
using AllSource.Reports;
using AllSource.Sources;

namespace AllSource.Desk;

/// <summary>A case worked through: the facts it stands on, ascending by id, and the judgments made from them.</summary>
public sealed record AssessedCase(
    string CaseId,
    CaseFile File,
    ImmutableArray<Report> Reports,
    ImmutableArray<Claim> Claims,
    ImmutableArray<Passage> Passages,
    Assessment Assessment,
    ImmutableArray<Finding> Findings)
{
    /// <summary>What the assessment was made from, to ask what would follow if something in it fell.</summary>
    public required AssessmentInput Input { get; init; }

    /// <summary>The analysts' acts that were obeyed, by time, then id.</summary>
    public ImmutableArray<AnalystAct> Acts { get; init; } = [];

    /// <summary>What all of it together requires of a reader: the join of the reports' labels.</summary>
    public Label Label => Reports.Aggregate(File.Answers.DefaultLabel, (label, report) => label.Join(report.Label));
}

/// <summary>
/// From the reports on the shelf, and what analysts did to their reading, to an assessment. Nothing that it concludes
/// is kept: the same reports and acts give the same assessment, byte for byte, on one core or many and in whatever
/// order they came. What is kept (<see cref="IClaimShelf"/>) saves time and changes nothing.
/// </summary>
public sealed class AssessCase(
    IReportShelf shelf, IActShelf journal, ReadCaseClaims claims, PassageFinder finder)
{
    /// <summary>What was said before, to tell what changed; null when nothing was.</summary>
    public EarlierAssessment? Previous { get; init; }

    public AssessedCase Assess(
        string caseId, CaseFile file, LikelihoodScale scale, Clearance clearance, IProgress<Progress>? progress = null,
        CancellationToken stop = default)
    {
        var reports = shelf.OfCase(caseId, clearance).ToImmutableArray();
        var acts = new StandingActs(journal.OfCase(caseId, clearance), reports);
        var register = GradesBeside.Register(new(file.Sources), acts.Grades);
        file = file with { Sources = register.Sources };
        var read = claims.Read(reports, acts, clearance, progress, stop);
        var passages = FindPassages(reports, register, progress, stop);
        progress?.Report(new("assessing", 0, null));
        var resolved = ResolvedJudgments.Of(journal.OfAll(clearance), "");
        var input = new AssessmentInput(file.Question, reports, read.Claims, passages, register)
        {
            Hypotheses = file.Hypotheses,
            Evidence = file.Evidence,
            Assumptions = file.Assumptions,
            Dissents = file.Dissents,
            Matrices = file.Matrices,
            Scale = scale,
            Previous = Previous,
            LineageJudgments = acts.Lineage,
            PropositionEdits = acts.Edits,
            Grades = acts.Grades,
            Records = OutcomeReport.TrackRecords(resolved),
            ResolvedElsewhere = [.. resolved.Where(r => r.Case != caseId)],
        };
        return new(caseId, file, reports, read.Claims, passages, Assessor.Assess(input),
            [.. read.Findings, .. ContraryActs.Of(acts, reports, register)])
        {
            Input = input,
            Acts = acts.All,
        };
    }

    private ImmutableArray<Passage> FindPassages(
        ImmutableArray<Report> reports, SourceRegister register, IProgress<Progress>? progress, CancellationToken stop)
    {
        var documents = reports.Select(r => CaseDocuments.Of(r, register)).ToList();
        var told = progress is null ? null : new LineageSteps(progress);
        return finder.Find(documents, told, stop);
    }
}
