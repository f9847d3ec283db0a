using System.Collections.Immutable;
using AllSource.Access;
using AllSource.Assessments;
using AllSource.Claims;
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

    /// <summary>What all of it together requires of a reader: the join of the reports' labels.</summary>
    public Label Label => Reports.Aggregate(File.Answers.DefaultLabel, (label, report) => label.Join(report.Label));
}

/// <summary>
/// From the reports on the shelf to an assessment. Nothing that it makes is kept: the same reports give the same
/// assessment, byte for byte, on one core or many and in whatever order they came.
/// </summary>
public sealed class AssessCase(IReportShelf shelf, ClaimReader reader, PassageFinder finder)
{
    /// <summary>What was said before, to tell what changed; null when nothing was.</summary>
    public EarlierAssessment? Previous { get; init; }

    public AssessedCase Assess(
        string caseId, CaseFile file, LikelihoodScale scale, Clearance clearance, IProgress<Progress>? progress = null,
        CancellationToken stop = default)
    {
        var reports = shelf.OfCase(caseId, clearance).ToImmutableArray();
        var register = new SourceRegister(file.Sources);
        var read = ReadClaims(reports, progress, stop);
        var claims = read.SelectMany(r => r.Claims).ToImmutableArray();
        var passages = FindPassages(reports, register, progress, stop);
        progress?.Report(new("assessing", 0, null));
        var input = new AssessmentInput(file.Question, reports, claims, passages, register)
        {
            Hypotheses = file.Hypotheses,
            Evidence = file.Evidence,
            Assumptions = file.Assumptions,
            Dissents = file.Dissents,
            Matrices = file.Matrices,
            Scale = scale,
            Previous = Previous,
        };
        return new(caseId, file, reports, claims, passages, Assessor.Assess(input),
            [.. read.SelectMany(r => r.Findings)])
        {
            Input = input,
        };
    }

    private ReportClaims[] ReadClaims(
        ImmutableArray<Report> reports, IProgress<Progress>? progress, CancellationToken stop)
    {
        var read = new ReportClaims[reports.Length];
        var done = 0;
        Parallel.For(0, reports.Length, new ParallelOptions { CancellationToken = stop }, i =>
        {
            read[i] = reader.Read(reports[i]);
            progress?.Report(new("claims", Interlocked.Increment(ref done), reports.Length));
        });
        return read;
    }

    private ImmutableArray<Passage> FindPassages(
        ImmutableArray<Report> reports, SourceRegister register, IProgress<Progress>? progress, CancellationToken stop)
    {
        var documents = reports.Select(r => CaseDocuments.Of(r, register)).ToList();
        var told = progress is null ? null : new LineageSteps(progress);
        return finder.Find(documents, told, stop);
    }
}
