using System.Collections.Immutable;
using AllSource.Claims;
using AllSource.Reports;
using AllSource.Sources;

namespace AllSource.Lineage.Origins;

/// <summary>
/// Follows copies and relays back to where each claim entered the record. Deterministic, and the same for reports,
/// claims and passages in any order. It never takes look-alikes for copies of one another across a third text: only
/// named steps are followed.
/// </summary>
public static class OriginTracer
{
    /// <param name="claims">The attributed claims of the reports; those of other reports are left out.</param>
    /// <param name="passages">Name reports by the value of their ids.</param>
    /// <param name="judgments">An analyst's cuts and links; those undone are left out.</param>
    public static OriginMap Trace(
        IEnumerable<Report> reports, IEnumerable<Claim> claims, IEnumerable<Passage> passages, SourceRegister register,
        IEnumerable<LineageJudgment>? judgments = null)
    {
        var byId = reports.DistinctBy(r => r.Id).ToDictionary(r => r.Id);
        var attributed = claims.Where(c => byId.ContainsKey(c.Report)).DistinctBy(c => c.Id).ToLookup(c => c.Report);
        var narrated = byId.Values.OrderBy(r => r.Id)
            .SelectMany(r => Narration.Of(r, [.. attributed[r.Id]], register)).ToImmutableArray();
        var voices = new VoiceBook(register, attributed.SelectMany(g => g.Select(c => (c, byId[g.Key]))));
        var traced = Items(byId, attributed.SelectMany(g => g).Concat(narrated), voices, register);
        var publicity = new Publicity(register);
        var graph = CopyGraph.Build(
            byId, passages, judgments ?? [], id => ReportVoice.Words(byId[id], register),
            (copier, original) => ReportVoice.Names(byId[copier], byId[original], register),
            (copier, original) => publicity.MayRepeat(byId[copier], byId[original]));
        var conflicts = graph.Conflicts.ToList();

        var finder = new StepFinder(graph, traced, register);
        var all = traced.Values.SelectMany(c => c).OrderBy(c => c.Rank).ToList();
        foreach (var claim in all) finder.Find(claim);
        SpeakerIndex.Lead(all, register);
        DatedSteps.Keep(all, id => byId[id], graph);
        var roots = RootFinder.Find(all, conflicts);
        var ties = Tie(all, roots, finder);
        return new OriginWriter(register, byId, roots, ties).Write(all, graph.Edges, [.. conflicts], narrated);
    }

    private static Dictionary<ReportId, List<TracedClaim>> Items(
        Dictionary<ReportId, Report> reports, IEnumerable<Claim> claims, VoiceBook voices, SourceRegister register)
    {
        var own = reports.Values.ToDictionary(r => r.Id, r => ReportVoice.Of(r, register));
        var items = reports.Keys.ToDictionary(id => id, _ => new List<TracedClaim>());
        foreach (var claim in claims)
        {
            var report = reports[claim.Report];
            items[claim.Report].Add(new(claim, report, voices.Of(claim, report, own[claim.Report])));
        }

        foreach (var list in items.Values) list.Sort((x, y) => x.Rank.CompareTo(y.Rank));
        return items;
    }

    /// <summary>Joins roots that share a passage of which nobody knows who was first: one origin, never two.</summary>
    private static Dictionary<TracedClaim, TracedClaim> Tie(
        List<TracedClaim> all, IReadOnlyDictionary<TracedClaim, TracedClaim> roots, StepFinder finder)
    {
        var joined = new Dictionary<TracedClaim, TracedClaim>();
        TracedClaim First(TracedClaim c)
        {
            while (joined.TryGetValue(c, out var up)) c = up;
            return c;
        }

        foreach (var claim in all)
        {
            foreach (var twin in finder.Tied(claim))
            {
                var (a, b) = (First(roots[claim]), First(roots[twin]));
                if (a == b) continue;
                if (a.Rank.CompareTo(b.Rank) <= 0) joined[b] = a;
                else joined[a] = b;
            }
        }

        return roots.Values.Distinct().ToDictionary(r => r, First);
    }
}
