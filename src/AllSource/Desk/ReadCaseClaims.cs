using System.Collections.Immutable;
using AllSource.Claims;
using AllSource.Desk.Acts;
using AllSource.Kernel;
using AllSource.Reports;

namespace AllSource.Desk;

/// <summary>The claims of a case as analysts left them, in the order of the reports, and what was noticed.</summary>
public sealed record CaseClaims(ImmutableArray<Claim> Claims, ImmutableArray<Finding> Findings);

/// <summary>Reads who says what in a case's reports, on many cores, and applies the analysts' rulings.</summary>
public sealed class ReadCaseClaims(ClaimReader reader)
{
    public CaseClaims Read(
        ImmutableArray<Report> reports, StandingActs acts, IProgress<Progress>? progress = null,
        CancellationToken stop = default)
    {
        var read = new ReportClaims[reports.Length];
        var done = 0;
        Parallel.For(0, reports.Length, new ParallelOptions { CancellationToken = stop }, i =>
        {
            read[i] = RuledClaims.Of(reports[i], reader.Read(reports[i]), acts.RulingsOn(reports[i].Id));
            progress?.Report(new("claims", Interlocked.Increment(ref done), reports.Length));
        });
        return new([.. read.SelectMany(r => r.Claims)], [.. read.SelectMany(r => r.Findings), .. acts.Lost]);
    }
}
