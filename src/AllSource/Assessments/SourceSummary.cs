using System.Globalization;
using AllSource.Fusion.Grades;
using AllSource.Fusion.Propositions;
using AllSource.Lineage.Origins;
using AllSource.Reports;
using AllSource.Sources;

namespace AllSource.Assessments;

/// <summary>How the product as a whole is sourced (ICD 206), in sentences that name no source.</summary>
internal static class SourceSummary
{
    public static string Write(IEnumerable<Report> reports, OriginMap map, IReadOnlyList<SourceGrade> grades)
    {
        var all = reports.ToList();
        if (all.Count == 0) return "No report was received.";
        var kinds = all.GroupBy(r => r.Facts.Discipline).OrderByDescending(g => g.Count()).ThenBy(g => g.Key)
            .Select(g => string.Create(CultureInfo.InvariantCulture, $"{Word(g.Key)} {g.Count()}"));
        var copiers = map.Edges.Where(e => e.IsDirected).Select(e => e.Copier).Distinct().Count();
        var graded = grades.Count(g => g.Given is not null);
        var proven = grades.Count(g => g.Given <= Reliability.B);
        var told = $"This product rests on {Counted.Of(all.Count, "report")} ({string.Join(", ", kinds)})";
        told += copiers == 0 ? ", none of which was found to repeat another." : copiers == 1
            ? ", 1 of which repeats another in part." : $", {copiers} of which repeat others in part.";
        var tied = map.Edges.Where(e => !e.IsDirected).SelectMany(e => new[] { e.Copier, e.Original }).Distinct()
            .Count();
        if (tied > 0) told = $"{told[..^1]}; {tied} share words, and nothing tells who had them first.";
        told += $" Behind {(all.Count == 1 ? "it" : "them")} {(grades.Count == 1 ? "stands" : "stand")} "
            + Counted.Of(grades.Count, "voice")
            + (graded == 0 ? ", none of them graded."
                : $", of which {graded} {(graded == 1 ? "is" : "are")} graded, {proven} of these B or better.");
        var undated = all.Count(r => r.Facts.Published is null);
        if (undated > 0)
            told += $" {Counted.Of(undated, "report")} {(undated == 1 ? "has" : "have")} no known date.";
        var unnamed = map.Origins.Count(o => o.Kind == OriginKind.AnonymousSpeaker);
        if (unnamed == 1) told += " 1 origin is unnamed.";
        if (unnamed > 1) told += $" {unnamed} origins are unnamed, and some of them may be one person.";
        return told;
    }

    private static string Word(Discipline discipline) => discipline switch
    {
        Discipline.Humint => "HUMINT",
        Discipline.Sigint => "SIGINT",
        Discipline.Osint => "OSINT",
        Discipline.Imint =>
            "IMINT",
        Discipline.Unknown => "of unknown discipline",
        _ => throw new ArgumentOutOfRangeException(nameof(discipline), discipline, "not a discipline"),
    };
}
