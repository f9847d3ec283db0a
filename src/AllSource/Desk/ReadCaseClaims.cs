using System.Collections.Immutable;
using AllSource.Access;
using AllSource.Claims;
using AllSource.Desk.Acts;
using AllSource.Kernel;
using AllSource.Reports;

namespace AllSource.Desk;

/// <summary>The claims of a case as analysts left them, in the order of the reports, and what was noticed.</summary>
public sealed record CaseClaims(ImmutableArray<Claim> Claims, ImmutableArray<Finding> Findings);

/// <summary>
/// Reads who says what in a case's reports, on many cores, and applies the analysts' rulings. What was read from a
/// report is kept and not read again; what is kept is the reading alone, so that rulings come and go as they will.
/// </summary>
public sealed class ReadCaseClaims(ClaimReader reader, IClaimShelf shelf)
{
    /// <summary>So many reports are kept at a time: a run that is interrupted has to read no more again.</summary>
    private const int KeptTogether = 256;

    /// <param name="reports">As the shelf of reports gave them to this clearance.</param>
    public CaseClaims Read(
        ImmutableArray<Report> reports, StandingActs acts, Clearance clearance, IProgress<Progress>? progress = null,
        CancellationToken stop = default)
    {
        var read = Unruled(reports, clearance, progress, stop)
            .Select((claims, i) => RuledClaims.Of(reports[i], claims, acts.RulingsOn(reports[i].Id))).ToList();
        return new([.. read.SelectMany(r => r.Claims)], [.. read.SelectMany(r => r.Findings), .. acts.Lost]);
    }

    /// <summary>What the reader takes from each report, before any ruling; in the order of the reports.</summary>
    public ImmutableArray<ReportClaims> Unruled(
        ImmutableArray<Report> reports, Clearance clearance, IProgress<Progress>? progress = null,
        CancellationToken stop = default)
    {
        var kept = shelf.Of(reports, ClaimReader.Version, clearance);
        var read = reports.Select(r => kept.GetValueOrDefault(r.Id)).ToArray();
        var missing = Enumerable.Range(0, read.Length).Where(i => read[i] is null).ToList();
        var done = read.Length - missing.Count;
        progress?.Report(new("claims", done, read.Length));
        foreach (var batch in missing.Chunk(KeptTogether))
        {
            Parallel.ForEach(batch, new ParallelOptions { CancellationToken = stop }, i =>
            {
                read[i] = reader.ReadWords(reports[i]);
                progress?.Report(new("claims", Interlocked.Increment(ref done), read.Length));
            });
            shelf.Keep([.. batch.Select(i => new ReadReport(reports[i], read[i]!))], ClaimReader.Version);
        }

        return [.. reports.Select((report, i) => ClaimReader.ClaimsOf(report, OwnVoice.Of(report, read[i]!)))];
    }
}
