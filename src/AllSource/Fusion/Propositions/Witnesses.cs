using System.Collections.Immutable;
using AllSource.Fusion.Copying;
using AllSource.Fusion.Grades;
using AllSource.Lineage.Origins;
using AllSource.Reports;
using AllSource.Sources;

namespace AllSource.Fusion.Propositions;

/// <summary>
/// One independent origin on one side, with the reports that carry it and the grade at which it is heard.
/// </summary>
internal sealed record Witness(
    Origin Origin, bool Supports, ImmutableArray<ReportId> Reports, Reliability Grade, double Independence,
        bool IsDoubt, string Why);

/// <summary>
/// Counts witnesses: the largest number of origins of a side of which no two share a voice or a root report (a maximum
/// matching of voices to reports). One article with three unnamed voices is one witness; one person quoted in three
/// articles is one too.
/// </summary>
internal sealed class Witnesses(IReadOnlyDictionary<OriginId, Origin> origins, IReadOnlyDictionary<ReportId,
    Report> reports, SourceRegister register, HiddenLinks links)
{
    /// <param name="claims">Those that count, with a side and a known origin.</param>
    public ImmutableArray<Witness> Of(IEnumerable<PropositionClaim> claims)
    {
        var spoken = claims.Where(c => c.Counts && c.Origin is not null && c.Stance != Stance.Silent).ToList();
        return [.. Side(spoken, true), .. Side(spoken, false)];
    }

    private IEnumerable<Witness> Side(List<PropositionClaim> claims, bool supports)
    {
        var mine = claims.Where(c => (c.Stance == Stance.Supports) == supports).GroupBy(c => c.Origin!.Value)
            .Select(g =>
        {
            var (grade, why) = OriginGrade.Of(origins[g.Key], reports, register);
            return new Witness(
                origins[g.Key], supports, [.. g.Select(c => c.Report).Distinct().Order()], grade, 1,
                g.All(c => c.Stance == Stance.Doubts), why);
        });
        var ordered = mine.OrderBy(w => w.Grade).ThenBy(w => w.IsDoubt).ThenBy(w => Certainty(w.Origin)).ThenBy(w =>
            w.Origin.Id).ToList();
        var chosen = Matched(ordered);
        var told = new List<Witness>();
        foreach (var witness in chosen)
        {
            var apart = told.Select(t => Independence.Between(t.Origin, witness.Origin, register, links)).OrderBy(x =>
                x.Probability)
                .ThenBy(x => x.Why, StringComparer.Ordinal).FirstOrDefault((1, ""));
            var also = ordered.Where(w => !chosen.Contains(w) && Same(w, witness)).SelectMany(w => w.Reports);
            told.Add(witness with
            {
                Independence = apart.Item1,
                Why = apart.Item2.Length > 0 ? $"{witness.Why}; {apart.Item2}" : witness.Why,
                Reports = [.. witness.Reports.Concat(also).Distinct().Order()],
            });
        }

        return told;
    }

    /// <summary>Surest witnesses first: whoever stands behind them can only add.</summary>
    private static int Certainty(Origin origin) => origin.Kind switch
    {
        OriginKind.OwnWords => 0,
        OriginKind.NamedSpeaker => 1,
        OriginKind.AnonymousSpeaker => 2,
        OriginKind.NamedOutlet => 3,
        OriginKind.SharedText => 4,
        _ => throw new ArgumentOutOfRangeException(nameof(origin), origin.Kind,
            "not a kind"),
    };

    /// <summary>
    /// Origins of one side put together by the witness that they are: the first of each group speaks for those that
    /// share its voice or its report. As many groups as a row counts origins.
    /// </summary>
    public static IReadOnlyList<IReadOnlyList<Origin>> Groups(IEnumerable<Origin> origins)
    {
        var ordered = origins.DistinctBy(o => o.Id)
            .Select(o => new Witness(o, true, [], Reliability.F, 1, false, ""))
            .OrderBy(w => Certainty(w.Origin)).ThenBy(w => w.Origin.Id).ToList();
        var groups = Matched(ordered).Select(w => new List<Witness> { w }).ToList();
        foreach (var witness in ordered.Where(w => !groups.Exists(g => g[0] == w)))
        {
            groups.First(g => Same(g[0], witness)).Add(witness);
        }

        return [.. groups.Select(g => g.Select(w => w.Origin).ToList())];
    }

    private static bool Same(Witness a, Witness b) => Voice(a) == Voice(b) || Root(a) == Root(b);

    private static string Voice(Witness w) => w.Origin.Kind == OriginKind.AnonymousSpeaker
        ? w.Origin.Id.Value : w.Origin.Voice.ToLowerInvariant();

    private static string Root(Witness w) => w.Origin.Root?.Value ?? w.Origin.Id.Value;

    /// <summary>
    /// Voices take root reports by augmenting paths, best grade first: the heaviest largest matching (a transversal
    /// matroid).
    /// </summary>
    private static List<Witness> Matched(List<Witness> ordered)
    {
        var voices = ordered.GroupBy(Voice).Select(g => g.ToList()).ToList();
        var holder = new Dictionary<string, int>(StringComparer.Ordinal);
        var taken = new Witness?[voices.Count];
        for (var v = 0; v < voices.Count; v++) Augment(v, []);
        return [.. taken.OfType<Witness>().OrderBy(ordered.IndexOf)];

        bool Augment(int v, HashSet<string> tried)
        {
            foreach (var witness in voices[v])
            {
                var root = Root(witness);
                if (!tried.Add(root)) continue;
                if (holder.TryGetValue(root, out var other) && !Augment(other, tried)) continue;
                holder[root] = v;
                taken[v] = witness;
                return true;
            }

            return false;
        }
    }
}
