using System.Collections.Immutable;
using System.Globalization;
using AllSource.Kernel;
using AllSource.Reports;

namespace AllSource.Lineage.Origins;

/// <summary>
/// One side of a passage as a report sees it: what is shared, with whom, and whether the other is the original.
/// </summary>
internal sealed record SharedStretch(TextSpan Mine, ReportId Other, TextSpan Theirs, bool OtherIsOriginal,
    bool IsDirected);

/// <summary>
/// Which report repeats which, from passages and an analyst's judgments, without circles. Built the same from passages
/// in any order.
/// </summary>
internal sealed class CopyGraph
{
    /// <summary>Nine to one, in natural log-odds: who was first of two undated texts is not told by less.</summary>
    private const double SureOdds = 2.2;

    private readonly Dictionary<ReportId, List<SharedStretch>> _shared = [];
    private readonly Dictionary<ReportId, SortedSet<ReportId>> _originals = [];
    private readonly HashSet<(ReportId, ReportId)> _cuts = [];
    private readonly HashSet<(ReportId, ReportId)> _links = [];

    private CopyGraph()
    {
    }

    /// <summary>Ascending by copier, then original.</summary>
    public ImmutableArray<CopyEdge> Edges { get; private set; } = [];

    public ImmutableArray<OriginConflict> Conflicts { get; private set; } = [];

    public static CopyGraph Build(
        IReadOnlyDictionary<ReportId, Report> reports, IEnumerable<Passage> passages,
            IEnumerable<LineageJudgment> judgments,
        Func<ReportId, string> words, Func<ReportId, ReportId, bool> names, Func<ReportId, ReportId, bool> mayRepeat)
    {
        var (obeyed, contrary) = JudgmentConflicts.Weighed(judgments, reports, words);
        var standing = obeyed.ToDictionary(j => (j.Copier, j.Original));
        var conflicts = contrary.ToList();
        var edges = new SortedDictionary<(ReportId, ReportId), CopyEdge>();
        var byPair = passages
            .Where(p => p.Probability >= CopyForest.BorrowedMin && p.A != p.B
                && reports.ContainsKey(new(p.A)) && reports.ContainsKey(new(p.B)))
            .Select(p => IsGuess(p) ? p with { Copier = null } : p)
            .GroupBy(p => (A: new ReportId(p.A), B: new ReportId(p.B)))
            .ToDictionary(g => g.Key, g => g.OrderBy(p => p.ASpan).ThenBy(p => p.BSpan).ToList());
        foreach (var (pair, shared) in byPair.OrderBy(g => g.Key))
        {
            if (EdgeOf(pair.A, pair.B, shared, standing, conflicts) is not { } found) continue;
            if (Possible(found, mayRepeat) is { } edge) edges[(edge.Copier, edge.Original)] = edge;
        }

        foreach (var link in standing.Values.Where(j => j.Verdict == LineageVerdict.Link))
        {
            edges.Remove((link.Original, link.Copier));
            var known = edges.GetValueOrDefault((link.Copier, link.Original));
            edges[(link.Copier, link.Original)] = new(
                link.Copier, link.Original, true, known?.Passages ?? 0, known?.Characters ?? 0, 1,
                    $"{link.Author} judged so: {link.Why}");
        }

        CircleBreaker.Break(edges, reports, words, names, conflicts);
        CircleBreaker.KeepDates(edges, reports, words, standing, conflicts);
        var graph = new CopyGraph { Edges = [.. edges.Values], Conflicts = [.. conflicts] };
        graph.Lay(byPair);
        foreach (var judged in standing.Values)
        {
            (judged.Verdict == LineageVerdict.Cut ? graph._cuts : graph._links).Add((judged.Copier, judged.Original));
        }

        return graph;
    }

    /// <summary>The stretches that this report shares with others, ascending by span, then by the other's id.</summary>
    public IReadOnlyList<SharedStretch> Of(ReportId report) => _shared.TryGetValue(report, out var list) ? list : [];

    public IEnumerable<ReportId> OriginalsOf(ReportId report) => _originals.TryGetValue(report, out var set) ? set : [];

    /// <summary>True when the first repeats the second, directly.</summary>
    public bool Repeats(ReportId copier, ReportId original) =>
        _originals.TryGetValue(copier, out var set) && set.Contains(original);

    /// <summary>True when an analyst judged that the first repeats the second.</summary>
    public bool IsLinked(ReportId copier, ReportId original) => _links.Contains((copier, original));

    /// <summary>True when an analyst judged that neither derives from the other.</summary>
    public bool IsCut(ReportId one, ReportId other) => _cuts.Contains((one, other)) || _cuts.Contains((other, one));

    /// <summary>
    /// True when no dates tell who was first and what does is weak: that one of two goes on where the other ends.
    /// </summary>
    private static bool IsGuess(Passage passage) => passage.DirectionOdds < SureOdds;

    /// <summary>
    /// Without a step to what the copier cannot have seen. Where only one of two can be the original, it is.
    /// </summary>
    private static CopyEdge? Possible(CopyEdge edge, Func<ReportId, ReportId, bool> mayRepeat)
    {
        var isPossible = mayRepeat(edge.Copier, edge.Original);
        if (edge.IsDirected || isPossible == mayRepeat(edge.Original, edge.Copier)) return isPossible ? edge : null;
        return isPossible ? edge with { IsDirected = true }
            : edge with { Copier = edge.Original, Original = edge.Copier, IsDirected = true };
    }

    private static CopyEdge? EdgeOf(
        ReportId a, ReportId b, List<Passage> shared, Dictionary<(ReportId, ReportId), LineageJudgment> standing,
        List<OriginConflict> conflicts)
    {
        if ((CutOf(a, b) ?? CutOf(b, a)) is { } cut)
        {
            conflicts.Add(new(
                [a, b],
                $"The two share passages, and {cut.Author} judged that neither derives from the other: {cut.Why}",
                "The analyst is obeyed: no step leads from one to the other."));
            return null;
        }

        int Characters(ReportId copier) => shared.Where(p => p.Copier == copier.Value).Sum(p => p.ASpan.Length);
        var (byA, byB) = (Characters(a), Characters(b));
        if (byA > 0 && byB > 0)
        {
            conflicts.Add(new(
                [a, b], "Some passages say that the first repeats the second, others the contrary.",
                byA == byB ? "Neither is taken to be first." : "The direction of the greater part is taken."));
        }

        var directed = byA != byB;
        var (copier, original) = byB > byA ? (b, a) : (a, b);
        var characters = shared.Sum(p => copier == a ? p.ASpan.Length : p.BSpan.Length);
        var why = shared.Select(p => p.DirectionWhy.Length > 0 ? p.DirectionWhy : p.Why).FirstOrDefault(w =>
            w.Length > 0) ?? "";
        var count = shared.Count == 1 ? "1 passage" : $"{shared.Count} passages";
        return new(
            copier, original, directed, shared.Count, characters, shared.Max(p => p.Probability),
            string.Create(CultureInfo.InvariantCulture, $"{count}, {characters} characters. {why}").TrimEnd());

        LineageJudgment? CutOf(ReportId x, ReportId y) =>
            standing.TryGetValue((x, y), out var j) && j.Verdict == LineageVerdict.Cut ? j : null;
    }

    private void Lay(Dictionary<(ReportId A, ReportId B), List<Passage>> byPair)
    {
        foreach (var edge in Edges)
        {
            if (edge.IsDirected) Into(_originals, edge.Copier).Add(edge.Original);
            var swapped = edge.Copier.CompareTo(edge.Original) > 0;
            if (!byPair.TryGetValue(swapped ? (edge.Original, edge.Copier) : (edge.Copier, edge.Original),
                out var shared)) continue;
            foreach (var p in shared)
            {
                var (copierSpan, originalSpan) = swapped ? (p.BSpan, p.ASpan) : (p.ASpan, p.BSpan);
                Into(_shared, edge.Copier).Add(new(copierSpan, edge.Original, originalSpan, edge.IsDirected,
                    edge.IsDirected));
                Into(_shared, edge.Original).Add(new(originalSpan, edge.Copier, copierSpan, false, edge.IsDirected));
            }
        }

        foreach (var list in _shared.Values)
        {
            list.Sort((x, y) => x.Mine.CompareTo(y.Mine) is var c and not 0 ? c
                : x.Other.CompareTo(y.Other) is var d and not 0 ? d : x.Theirs.CompareTo(y.Theirs));
        }
    }

    private static T Into<T>(Dictionary<ReportId, T> map, ReportId key)
        where T : new()
    {
        if (!map.TryGetValue(key, out var value)) map[key] = value = new();
        return value;
    }
}
