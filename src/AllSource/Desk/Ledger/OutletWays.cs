using AllSource.Claims;
using AllSource.Lineage.Origins;
using AllSource.Reports;
using AllSource.Sources;

namespace AllSource.Desk.Ledger;

/// <summary>
/// Which claims came through an outlet: the report is its own, the claim's chain names it, or the way back to the
/// origin leads through a report of it.
/// </summary>
internal sealed class OutletWays(
    SourceRegister register, IReadOnlyDictionary<ReportId, Report> reports,
    IReadOnlyDictionary<ClaimId, ClaimOrigin> origins)
{
    /// <summary>The names under which reports came in.</summary>
    public IEnumerable<string> Outlets => reports.Values.Select(r => ReportVoice.Carrier(r, register)).OfType<string>();

    /// <summary>How a claim came through the outlet; null when it did not.</summary>
    public string? Through(Claim claim, string outlet)
    {
        var name = NameOf(outlet);
        if (Is(ReportVoice.Carrier(reports[claim.Report], register), name)) return $"{name} carries it itself";
        if (claim.Chain.Any(r => Is(NameOf(r.Name), name))) return $"its chain names {name}";
        var steps = origins.TryGetValue(claim.Id, out var origin) ? origin.Path : [];
        var step = steps.FirstOrDefault(s => s.To is { } to && reports.TryGetValue(to, out var report)
            && Is(ReportVoice.Carrier(report, register), name));
        return step is null ? null : $"it came through {name}: it {step.Why}";
    }

    private string NameOf(string name) =>
        (register.Find(name) ?? register.Find($"the {name}"))?.Id.Name ?? name.Trim();

    private static bool Is(string? carrier, string name) =>
        string.Equals(carrier, name, StringComparison.OrdinalIgnoreCase);
}
