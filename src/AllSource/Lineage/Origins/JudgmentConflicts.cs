using System.Collections.Immutable;
using System.Globalization;
using AllSource.Kernel;
using AllSource.Reports;
using AllSource.Sources;

namespace AllSource.Lineage.Origins;

/// <summary>
/// Analysts' cuts and links that cannot all hold: a cut and a link of one pair, links that close a circle, a link to a
/// report that is later. The latest word is obeyed, and nothing of it is silent.
/// </summary>
public static class JudgmentConflicts
{
    /// <summary>What the standing judgments say against each other or against the dates, for the reader.</summary>
    public static ImmutableArray<OriginConflict> Of(
        IEnumerable<LineageJudgment> judgments, IReadOnlyCollection<Report> reports, SourceRegister register)
    {
        var byId = reports.DistinctBy(r => r.Id).ToDictionary(r => r.Id);
        return Weighed(judgments, byId, id => ReportVoice.Words(byId[id], register)).Conflicts;
    }

    /// <summary>The judgments that are obeyed, the oldest first, and the conflicts among all.</summary>
    internal static (ImmutableArray<LineageJudgment> Obeyed, ImmutableArray<OriginConflict> Conflicts) Weighed(
        IEnumerable<LineageJudgment> judgments, IReadOnlyDictionary<ReportId, Report> reports,
        Func<ReportId, string> words)
    {
        var obeyed = new List<LineageJudgment>();
        var conflicts = new List<OriginConflict>();
        var latestFirst = judgments
            .Where(j => j.Stands && reports.ContainsKey(j.Copier) && reports.ContainsKey(j.Original))
            .OrderByDescending(j => j.At).ThenByDescending(j => j.Copier).ThenByDescending(j => j.Original)
            .ThenByDescending(j => j.Verdict);
        foreach (var judgment in latestFirst)
        {
            if (obeyed.FirstOrDefault(o => IsOfOnePair(o, judgment) && o.Verdict != judgment.Verdict) is { } contrary)
            {
                conflicts.Add(Against(judgment, [contrary], words));
            }
            else if (Closing(judgment, obeyed) is { Count: > 0 } way)
            {
                conflicts.Add(Against(judgment, way, words));
            }
            else if (!obeyed.Exists(o => o.Verdict == judgment.Verdict && IsOfOnePair(o, judgment)))
            {
                obeyed.Add(judgment);
                if (IsAgainstDates(judgment, reports)) conflicts.Add(new(
                    Named([judgment]), $"{Said(judgment, words)}; by the dates that is the later of the two.",
                    "The analyst is obeyed: look at the dates, or undo the judgment."));
            }
        }

        obeyed.Reverse();
        conflicts.Reverse();
        return ([.. obeyed], [.. conflicts]);
    }

    private static OriginConflict Against(
        LineageJudgment older, IReadOnlyList<LineageJudgment> newer, Func<ReportId, string> words)
    {
        var last = newer.MaxBy(j => j.At)!;
        var others = string.Join("; ", newer.Select(j => Said(j, words)));
        return new(
            Named([older, .. newer]),
            $"Analysts contradict each other: {Said(older, words)}; {others}.",
            $"The later word, of {last.Author}, is obeyed until one of them is undone.");
    }

    private static ImmutableArray<ReportId> Named(IEnumerable<LineageJudgment> judgments) =>
        [.. judgments.SelectMany(j => new[] { j.Copier, j.Original }).Distinct().Order()];

    private static string Said(LineageJudgment judgment, Func<ReportId, string> words)
    {
        var (one, other) = (words(judgment.Copier), words(judgment.Original));
        var what = judgment.Verdict == LineageVerdict.Link ? $"{one} derives from {other}"
            : $"neither of {one} and {other} derives from the other";
        return string.Create(CultureInfo.InvariantCulture,
            $"{judgment.Author} judged on {judgment.At.UtcDateTime:yyyy-MM-dd HH:mm} UTC that {what}");
    }

    private static bool IsOfOnePair(LineageJudgment x, LineageJudgment y) =>
        (x.Copier == y.Copier && x.Original == y.Original)
        || ((x.Verdict != y.Verdict || x.Verdict == LineageVerdict.Cut)
            && x.Copier == y.Original && x.Original == y.Copier);

    /// <summary>The links by which the original of this one derives from its copier already; empty when none do.
    /// </summary>
    private static List<LineageJudgment> Closing(LineageJudgment link, List<LineageJudgment> obeyed)
    {
        if (link.Verdict != LineageVerdict.Link) return [];
        var by = new Dictionary<ReportId, LineageJudgment?> { [link.Original] = null };
        var next = new Queue<ReportId>([link.Original]);
        while (next.TryDequeue(out var at))
        {
            foreach (var step in obeyed.Where(o => o.Verdict == LineageVerdict.Link && o.Copier == at))
            {
                if (by.TryAdd(step.Original, step)) next.Enqueue(step.Original);
            }
        }

        var way = new List<LineageJudgment>();
        for (var at = by.GetValueOrDefault(link.Copier); at is not null; at = by[at.Copier]) way.Add(at);
        way.Reverse();
        return way;
    }

    private static bool IsAgainstDates(LineageJudgment judgment, IReadOnlyDictionary<ReportId, Report> reports) =>
        judgment.Verdict == LineageVerdict.Link && IsSurelyBefore(reports[judgment.Copier], reports[judgment.Original]);

    /// <summary>All of the one report was there before any of the other; of a chat its messages tell.</summary>
    private static bool IsSurelyBefore(Report one, Report other)
    {
        var (first, then) = (TimesOf(one), TimesOf(other));
        return first.TrueForAll(f => f is not null && then.TrueForAll(t => t is not null && f.IsSurelyBefore(t)));
    }

    private static List<ReportedTime?> TimesOf(Report report) => report.Facts.Published is not null
        || report.Messages.IsEmpty ? [report.Facts.Published] : [.. report.Messages.Select(m => m.SentAt)];
}
