using System.Collections.Immutable;
using System.Globalization;
using AllSource.Claims;
using AllSource.Kernel;
using AllSource.Lineage.Origins;
using AllSource.Reports;
using AllSource.Sources;

namespace AllSource.Fusion.Propositions;

/// <summary>
/// Makes propositions from the origins of a case: what is claimed, by how many reports of how many origins, and who
/// denies it.
/// </summary>
internal sealed class PropositionMaker(
    OriginMap map, StatementIndex index, IReadOnlyDictionary<ClaimId, Claim> claims, IReadOnlyDictionary<ReportId,
        Report> reports,
    SourceRegister register, GradeAccuracy accuracy)
{
    private const int QuoteMax = 400;

    private readonly Witnesses _witnesses = new(map.Origins.ToDictionary(o => o.Id), reports, register);

    /// <summary>All propositions: most origins first, then most reports, then id.</summary>
    public ImmutableArray<Proposition> Make() => [.. new PropositionBuilder(index).Build().Select(Of)
        .OrderByDescending(p => p.Origins).ThenByDescending(p => p.Denials).ThenByDescending(p => p.Reports)
            .ThenBy(p => p.Id)];

    /// <summary>The claims that lead back to a statement, with the side that it takes.</summary>
    public IEnumerable<PropositionClaim> Led(RootStatement root, int sign, string why, string? rival = null) => root.Led
        .OrderBy(c => c.Report).ThenBy(c => c.Claim).Select(c =>
        {
            var claim = claims[c.Claim];
            var stance = rival is not null && sign > 0 ? Stance.Rival : StanceOf(sign, claim.Said.Act);
            var copied = c.Root == c.Claim ? "" : "; it leads back to that statement";
            return new PropositionClaim(
                c.Claim, c.Report, c.Voice, stance, c.Origin, c.IsSupport && c.Origin is not null
                    && stance != Stance.Rival,
                Quote(claim), rival, why + copied);
        });

    /// <summary>Claims of a source that has withdrawn them do not count.</summary>
    public IEnumerable<PropositionClaim> WithoutWithdrawn(IReadOnlyList<PropositionClaim> spoken)
    {
        var all = OneVoice.Of(spoken, claims);
        var withdrawn = all.Where(c => claims[c.Claim].Said.Act == Act.Withdraw && c.Voice.Length > 0)
            .Select(c => c.Voice).ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (withdrawn.Count == 0) return all;
        var origins = map.Origins.Where(o => withdrawn.Contains(o.Voice)
            || (o.Root is { } root && ReportVoice.Carrier(reports[root], register) is { } carrier && withdrawn
                .Contains(carrier)))
            .Select(o => o.Id).ToHashSet();
        return all.Select(c => c.Stance == Stance.Supports && c.Origin is { } o && origins.Contains(o)
            ? c with { Counts = false, Why = $"{c.Why}; withdrawn by the source that first carried it" } : c);
    }

    public ImmutableArray<Witness> WitnessesOf(IEnumerable<PropositionClaim> spoken) => _witnesses.Of(spoken);

    private Proposition Of(IReadOnlyList<PropositionBuilder.Member> group)
    {
        var first = group[0].Root;
        var said = OneVoice.Of(
            [.. group.SelectMany(m => Led(m.Root, m.Sign, m.Why, RivalOf(m.Root, first)))], claims);
        var all = WithoutWithdrawn(said).ToImmutableArray();
        var witnesses = WitnessesOf(all);
        var supporting = said.Where(c => c is { Stance: Stance.Supports, Counts: true }).ToList();
        var against = all.Where(c => c.Stance is Stance.Denies or Stance.Disputes or Stance.Doubts).ToList();
        var reportCount = supporting.Select(c => c.Report).Distinct().Count();
        var origins = WitnessesOf(supporting).Length;
        var two = WitnessBelief.TwoIndependent(witnesses.Where(w => w.Supports));
        return new(
            new(FactId.From("p", first.Claim.Id.Value)), Shortened(first.Text), all, reportCount, origins,
                against.Count,
            Rivals(all, first), WitnessBelief.Of(witnesses, accuracy),
            Sentence(reportCount, origins, against, all.Count(c =>
                c is { Stance: Stance.Supports, Counts: false, Origin: not null })))
        {
            TwoIndependent = two,
            BeliefByReports = WitnessBelief.ByReports(witnesses, accuracy),
        };
    }

    private static string? RivalOf(RootStatement root, RootStatement first) =>
        Statement.RivalUnit(root.Statement, first.Statement) is { } unit
            ? string.Join(" or ", root.Statement.Quantities.Where(q => q.Unit == unit).Select(q => q.Shown)) : null;

    /// <summary>
    /// The values that compete, each by the witnesses behind it, with one more share for "none of them".
    /// </summary>
    private ImmutableArray<RivalValue> Rivals(ImmutableArray<PropositionClaim> all, RootStatement first)
    {
        var rivals = all.Where(c => c.Value is not null).GroupBy(c => c.Value!).OrderBy(g => g.Key,
            StringComparer.Ordinal).ToList();
        if (rivals.Count == 0) return [];
        var firstValue = string.Join(" or ", first.Statement.Quantities.Select(q => q.Shown));
        var sides = rivals.Select(g => (g.Key, Claims: g.Select(c => c with
        {
            Stance = Stance.Supports,
            Counts = c.Origin is not null
        })))
            .Prepend((firstValue, all.Where(c => c.Stance == Stance.Supports && c.Counts))).ToList();
        var weighed = sides.Select(s =>
        {
            var witnesses = WitnessesOf(s.Item2);
            var p = WitnessBelief.Of(witnesses, accuracy).Probability;
            return (s.Item1, Reports: s.Item2.Select(c => c.Report).Distinct().Count(), Origins: witnesses.Length,
                Odds: p / (1 - p));
        }).ToList();
        var total = 1 + weighed.Sum(w => w.Odds);
        return [.. weighed.Select(w => new RivalValue(w.Item1, w.Reports, w.Origins, w.Odds / total))];
    }

    private static string Sentence(int reports, int origins, List<PropositionClaim> against, int withdrawn)
    {
        var said = $"{Counted.Of(reports, "report")}, {Counted.Of(origins, "origin")}";
        if (withdrawn > 0) said += string.Create(CultureInfo.InvariantCulture,
            $"; {withdrawn} of the claims withdrawn or only quoted");
        var names = against.Select(c => c.Voice.Length > 0 ? c.Voice : "somebody")
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Order(StringComparer.Ordinal).ToList();
        var listed = string.Join(", ", names.Take(5));
        if (names.Count > 0) said += $"; against it: {listed}{(names.Count > 5 ? " and others" : "")}";
        return $"{said}.";
    }

    private static Stance StanceOf(int sign, Act act) => sign switch
    {
        > 0 => Stance.Supports,
        0 => Stance.Silent,
        _ => act switch { Act.Doubt => Stance.Doubts, Act.Dispute => Stance.Disputes, _ => Stance.Denies },
    };

    private string Quote(Claim claim) => Shortened(TracedClaim.Text(
        reports[claim.Report], [.. claim.Said.Content.Where(s => s.End <= reports[claim.Report].Text.Length)]));

    private static string Shortened(string text)
    {
        var flat = string.Join(' ', text.Split([' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries));
        if (flat.Length <= QuoteMax) return flat;
        var cut = char.IsHighSurrogate(flat[QuoteMax - 1]) ? QuoteMax - 1 : QuoteMax;
        return $"{flat[..cut]}…";
    }
}
