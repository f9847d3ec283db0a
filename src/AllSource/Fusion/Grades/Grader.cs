using System.Collections.Immutable;
using AllSource.Fusion.Propositions;
using AllSource.Lineage.Origins;
using AllSource.Sources;

namespace AllSource.Fusion.Grades;

/// <summary>
/// Suggests grades on both axes, apart from one another (STANAG 2511), with reasons. What is suggested never replaces
/// what a person gave.
/// </summary>
public static class Grader
{
    /// <summary>How sure it must be that two origins are two before anything is called confirmed.</summary>
    private const double IndependenceMin = .9;
    private const double ConfirmedMin = .85;
    private const double ProbableMin = .72;
    private const double PossibleMin = .45;
    private const double DoubtfulMin = .2;

    /// <summary>Fewer items than this are no record: the source cannot be judged.</summary>
    private const int RecordMin = 3;

    /// <summary>
    /// Item credibility: 1 only with two origins that are surely two, and nobody against it. Without weight on either
    /// side: 6.
    /// </summary>
    public static ItemGrade Item(Proposition proposition)
    {
        var belief = proposition.Belief;
        var p = belief.Probability;
        if (belief.Reasons.All(r => r.Weight == 0)) return new(Credibility.CannotBeJudged,
            ["No origin with a known grade speaks of it."]);
        var against = belief.DisputingOrigins == 0 ? "nobody speaks against it"
            : $"against it: {Counted.Of(belief.DisputingOrigins, "origin")}";
        var support = $"{Counted.Of(belief.Origins, "origin")} for it, {against}";
        if (belief.Origins >= 2 && proposition.TwoIndependent >= IndependenceMin && p >= ConfirmedMin
            && belief.DisputingOrigins == 0 && proposition.Rivals.IsEmpty)
            return new(Credibility.Confirmed, [support, "The origins are independent of one another."]);
        if (p >= ProbableMin) return new(Credibility.ProbablyTrue, [support, WhyNotConfirmed(proposition)]);
        if (p >= PossibleMin) return new(Credibility.PossiblyTrue, [support]);
        return new(p >= DoubtfulMin ? Credibility.Doubtful : Credibility.Improbable, [support]);
    }

    /// <summary>
    /// A grade for every voice of the case, by name: by how its statements fared against independent others here. With
    /// no record it is F.
    /// </summary>
    public static ImmutableArray<SourceGrade> Sources(OriginMap map, IReadOnlyList<Proposition> propositions,
        SourceRegister register, IReadOnlyCollection<TrackRecord>? records = null)
    {
        var origins = map.Origins.ToDictionary(o => o.Id);
        var borne = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var gainsaid = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var p in propositions) Fare(p, origins, borne, gainsaid);
        var claims = map.Claims.Where(c => c.Origin is not null).ToLookup(c => origins[c.Origin!.Value].Voice,
            StringComparer.OrdinalIgnoreCase);
        return [.. claims.OrderBy(g => g.Key, StringComparer.OrdinalIgnoreCase).ThenBy(g => g.Key,
            StringComparer.Ordinal).Select(g =>
        {
            var known = register.Find(g.Key);
            var record = records?.FirstOrDefault(r => string.Equals(
                register.Find(r.Source)?.Id.Name ?? r.Source, known?.Id.Name ?? g.Key,
                StringComparison.OrdinalIgnoreCase));
            var (suggested, reasons) = Suggest(
                borne.GetValueOrDefault(g.Key), gainsaid.GetValueOrDefault(g.Key), record);
            if (known is { Reliability: not Reliability.F } && suggested != Reliability.F
                && suggested != known.Reliability)
                reasons = [.. reasons, $"A person gave {known.Reliability}: the two differ."];
            return new SourceGrade(
                known?.Id.Name ?? g.Key, known?.Kind ?? origins[g.First().Origin!.Value].VoiceKind, known?.Describe,
                known is { Reliability: not Reliability.F } ? known.Reliability : null, suggested,
                g.Select(c => c.Report).Distinct().Count(), g.Select(c => c.Origin).Distinct().Count(), reasons);
        })];
    }

    private static string WhyNotConfirmed(Proposition p) => p.Belief.Origins < 2
        ? "Not confirmed: one origin, however many reports carry it."
        : p.Belief.DisputingOrigins > 0 ? "Not confirmed: it is disputed."
        : p.Rivals.Length > 0 ? "Not confirmed: others give another value."
            : "Not confirmed: it is not certain that the origins are two.";

    /// <summary>
    /// Items of a voice that another origin bears out undisputed, and items against which more origins stand than for
    /// them.
    /// </summary>
    private static void Fare(
        Proposition p, Dictionary<OriginId, Origin> origins, Dictionary<string, int> borne, Dictionary<string,
            int> gainsaid)
    {
        var voices = p.Claims.Where(c => c is { Counts: true, Stance: Stance.Supports }).Select(c =>
            origins[c.Origin!.Value].Voice)
            .Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        foreach (var voice in voices)
        {
            if (p.Belief is { Origins: >= 2, DisputingOrigins: 0 } && p.TwoIndependent >= IndependenceMin)
                borne[voice] = borne.GetValueOrDefault(voice) + 1;
            if (p.Belief.DisputingOrigins > p.Belief.Origins) gainsaid[voice] = gainsaid.GetValueOrDefault(voice) + 1;
        }
    }

    /// <summary>
    /// What others bear out here and what came true before count alike, with one of each as a start (Laplace): A is for
    /// people to give.
    /// </summary>
    private static (Reliability, ImmutableArray<string>) Suggest(int borne, int gainsaid, TrackRecord? record)
    {
        var told = $"{Counted.Of(borne, "item")} borne out by another origin, {gainsaid} gainsaid by more";
        var (good, bad) = (borne + (record?.Right ?? 0), gainsaid + (record?.Wrong ?? 0));
        ImmutableArray<string> before = record is null ? []
            : [$"Of {Counted.Of(record.Right + record.Wrong, "resolved judgment")} that it bore out, {record.Right} "
                + "came true."];
        if (good + bad < RecordMin) return (Reliability.F, [$"{told}: no record to judge by.", .. before]);
        var share = (good + 1.0) / (good + bad + 2);
        return (share >= .9 ? Reliability.B : share >= .7 ? Reliability.C : share >= .4 ? Reliability.D : Reliability.E,
            [$"{told}.", .. before]);
    }
}
