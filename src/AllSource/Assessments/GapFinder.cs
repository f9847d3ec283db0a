using System.Collections.Immutable;
using AllSource.Claims;
using AllSource.Fusion.Grades;
using AllSource.Fusion.Propositions;
using AllSource.Lineage.Origins;
using AllSource.Sources;

namespace AllSource.Assessments;

/// <summary>
/// Names what is missing: rows that nobody or one origin speaks about, voices that keep silent, sources that nobody
/// graded.
/// </summary>
internal static class GapFinder
{
    private const int NamesMax = 8;

    public static ImmutableArray<Gap> Find(
        IReadOnlyList<RowEvidence> rows, OriginMap map, IReadOnlyDictionary<ClaimId, Claim> claims,
            IReadOnlyList<SourceGrade> grades)
    {
        var gaps = new List<Gap>();
        foreach (var row in rows.Where(r => r.Assumed is null))
        {
            var supporting = row.Witnesses.Where(w => w.Supports).ToList();
            if (row.IsGap) gaps.Add(new("no-report", $"No report speaks about {row.Id}: {row.What}.",
                $"A report that says whether {row.What}.", row.Id));
            else if (supporting.Count == 1)
            {
                var reports = supporting[0].Reports.Length;
                var carried = reports > 1 ? $", though {reports} reports carry it" : "";
                gaps.Add(new(
                    "one-origin", $"{row.Id} rests on one origin{carried}: {supporting[0].Origin.Words}.",
                    $"An origin other than {supporting[0].Origin.Voice} for {row.Id}.", row.Id));
            }
        }

        var silent = map.Claims.Where(c => claims.TryGetValue(c.Claim, out var claim) && claim.Said.Act == Act.Decline
            && c.Voice.Length > 0)
            .Select(c => c.Voice).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal).ToList();
        if (silent.Count > 0) gaps.Add(new(
            "no-comment", $"Declined to comment or did not respond: {Listed(silent)}.", "An answer from one of them."));
        var ungraded = grades.Where(g => g.Given is null or Reliability.F).Select(g => g.Voice)
            .Order(StringComparer.Ordinal).ToList();
        if (ungraded.Count > 0) gaps.Add(new(
            "ungraded",
            $"{Counted.Of(ungraded.Count, "voice")} without a grade, with little or no weight: {Listed(ungraded)}.",
            "A grade by someone who knows the source."));
        var unknown = map.Claims.Count(c => c.Origin is null && claims.TryGetValue(c.Claim, out var claim)
            && !claim.Said.Content.IsEmpty);
        if (unknown > 0) gaps.Add(new(
            "unknown-origin", $"{Counted.Of(unknown, "claim")} of nobody's: no new origin.",
                "Who said it first."));
        gaps.AddRange(map.Conflicts.Select(c => new Gap("lineage", $"{c.What} {c.Done}",
            "A date or a citation that tells who was first.")));
        return [.. gaps];
    }

    private static string Listed(List<string> names) =>
        string.Join(", ", names.Take(NamesMax)) + (names.Count > NamesMax ? $" and {names.Count - NamesMax} more" : "");
}
