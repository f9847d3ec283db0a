using System.Collections.Immutable;
using AllSource.Lineage.Origins;
using AllSource.Reports;
using AllSource.Sources;

namespace AllSource.Fusion.Propositions;

/// <summary>
/// Through whose word an origin is known: its voice, and the source of the report that first carried it. Without either
/// of them the origin says nothing.
/// </summary>
internal static class SourcesBehind
{
    public static ImmutableArray<string> Of(Origin origin, IReadOnlyDictionary<ReportId, Report> reports,
        SourceRegister register)
    {
        var carrier = origin.Root is { } root ? ReportVoice.Carrier(reports[root], register) : null;
        return carrier is null || string.Equals(carrier, origin.Voice, StringComparison.OrdinalIgnoreCase)
            ? [origin.Voice] : [origin.Voice, carrier];
    }

    /// <summary>The origins that fall with these sources, named by handle or alias.</summary>
    public static HashSet<OriginId> Falling(OriginMap map, IEnumerable<string> sources,
        IReadOnlyDictionary<ReportId, Report> reports, SourceRegister register)
    {
        var names = sources.Select(s => register.Find(s)?.Id.Name ?? s.Trim())
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        return names.Count == 0 ? []
            : [.. map.Origins.Where(o => Of(o, reports, register).Any(names.Contains)).Select(o => o.Id)];
    }
}
