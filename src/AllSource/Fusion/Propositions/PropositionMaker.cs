using System.Collections.Immutable;
using System.Globalization;
using AllSource.Claims;
using AllSource.Fusion.Copying;
using AllSource.Kernel;
using AllSource.Lineage.Origins;
using AllSource.Reports;
using AllSource.Sources;

namespace AllSource.Fusion.Propositions;

/// <summary>
/// Makes propositions from the origins of a case: what is claimed, by how many reports of how many origins, and who
/// denies it. What comes from a silenced origin is kept and shown, and counts nowhere.
/// </summary>
internal sealed class PropositionMaker(
    OriginMap map, StatementIndex index, IReadOnlyDictionary<ClaimId, Claim> claims, IReadOnlyDictionary<ReportId,
        Report> reports,
    SourceRegister register, GradeAccuracy accuracy, HiddenLinks links, IReadOnlySet<OriginId> silenced)
{
    private const int QuoteMax = 400;

    private readonly Witnesses _witnesses = new(map.Origins.ToDictionary(o => o.Id), reports, register, links);

    /// <summary>What like statements are put together to, after the edits of analysts.</summary>
    public (ImmutableArray<PropositionGroup> Groups, ImmutableArray<EditOutcome> Edits) Group(
        IEnumerable<PropositionEdit> edits) => PropositionEditing.Apply(
        new PropositionBuilder(index).Build(), index.Roots, [.. claims.Values], edits);

    /// <summary>Most origins first, then most denials, then most reports, then id.</summary>
    public static ImmutableArray<Proposition> InOrder(IEnumerable<Proposition> propositions) =>
        [.. propositions.OrderByDescending(p => p.Origins).ThenByDescending(p => p.Denials)
            .ThenByDescending(p => p.Reports).ThenBy(p => p.Id)];

    /// <summary>The claims that lead back to a statement, with the side that it takes.</summary>
    /// <param name="value">Its answer to a question to which others answer otherwise; null where there is none.</param>
    /// <param name="isRival">True when that answer is another than the first one's.</param>
    public IEnumerable<PropositionClaim> Led(
        RootStatement root, int sign, string why, string? value = null, bool isRival = false) => root.Led
        .OrderBy(c => c.Report).ThenBy(c => c.Claim).Select(c =>
        {
            var claim = claims[c.Claim];
            var stance = isRival && sign > 0 ? Stance.Rival : StanceOf(sign, claim.Said.Act);
            var heard = c.Origin is { } origin && !silenced.Contains(origin);
            var copied = c.Root == c.Claim ? "" : "; it leads back to that statement";
            return new PropositionClaim(
                c.Claim, c.Report, c.Voice, stance, c.Origin, c.IsSupport && heard && stance != Stance.Rival,
                Quote(claim), value, why + copied + (heard || c.Origin is null ? "" : "; its source is left out"));
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
            ? c with
            {
                Counts = false,
                IsWithdrawn = true,
                Why = $"{c.Why}; withdrawn by the source that first carried it",
            }
            : c);
    }

    public ImmutableArray<Witness> WitnessesOf(IEnumerable<PropositionClaim> spoken) => _witnesses.Of(spoken);

    public Proposition Of(PropositionGroup group)
    {
        var first = group.Members[0].Root;
        var contest = Contest.Of(group.Members);
        var said = OneVoice.Of([.. group.Members.SelectMany(m => Led(m, contest))], claims);
        var all = WithoutWithdrawn(said).ToImmutableArray();
        var witnesses = WitnessesOf(all);
        var supporting = said.Where(c => c is { Stance: Stance.Supports, Counts: true }).ToList();
        var against = all.Where(c => c.Stance is Stance.Denies or Stance.Disputes or Stance.Doubts).ToList();
        var reportCount = supporting.Select(c => c.Report).Distinct().Count();
        var origins = WitnessesOf(supporting).Length;
        var (rivals, belief) = new RivalBelief(this, accuracy, silenced).Of(
            all, contest, group, WitnessBelief.Of(witnesses, accuracy));
        return new(
            new(FactId.From("p", first.Claim.Id.Value)), Shortened(group.Text ?? Stated(first.Text)), all, reportCount,
                origins, against.Count, rivals, belief,
            Sentence(reportCount, origins, against, all.Count(c =>
                c is { Stance: Stance.Supports, Counts: false, Origin: not null }), rivals))
        {
            TwoIndependent = WitnessBelief.TwoIndependent(witnesses.Where(w => w.Supports)),
            BeliefByReports = WitnessBelief.ByReports(witnesses, accuracy),
            Edits = group.Edits,
        };
    }

    /// <summary>
    /// Where answers compete, who gives none speaks for none: "people were killed" does not bear out "twelve were".
    /// </summary>
    private IEnumerable<PropositionClaim> Led(PropositionBuilder.Member member, Contest contest)
    {
        var (value, isRival) = (contest.ValueOf(member.Root), contest.IsRival(member.Root));
        var led = Led(member.Root, member.Sign, member.Why, value, isRival);
        if (!contest.IsOpen || member.Sign == 0) return led;
        var aside = value is null && member.Sign > 0 ? "it gives no value where values compete"
            : isRival && member.Sign < 0 ? "it speaks against another value" : null;
        return aside is null ? led : led.Select(c => c with { Counts = false, Why = $"{c.Why}; {aside}" });
    }

    private static string Sentence(int reports, int origins, List<PropositionClaim> against, int withdrawn,
        ImmutableArray<RivalValue> rivals)
    {
        var said = $"{Counted.Of(reports, "report")}, {Counted.Of(origins, "origin")}";
        if (withdrawn > 0) said += string.Create(CultureInfo.InvariantCulture,
            $"; {withdrawn} of the claims withdrawn or only quoted");
        var names = against.Select(c => c.Voice.Length > 0 ? c.Voice : "somebody")
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Order(StringComparer.Ordinal).ToList();
        var listed = string.Join(", ", names.Take(5));
        if (names.Count > 0) said += $"; against it: {listed}{(names.Count > 5 ? " and others" : "")}";
        foreach (var asked in rivals.GroupBy(r => r.Question))
        {
            var values = asked.Select(r => $"{r.Value} ({Counted.Of(r.Origins, "origin")})");
            said += $"; {asked.Key}: {string.Join(" or ", values)}";
        }

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

    /// <summary>"That the key was lost" states that the key was lost.</summary>
    private static string Stated(string text) =>
        text.StartsWith("that ", StringComparison.Ordinal) ? text["that ".Length..] : text;

    private static string Shortened(string text)
    {
        var flat = string.Join(' ', text.Split([' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries));
        if (flat.Length <= QuoteMax) return flat;
        var cut = char.IsHighSurrogate(flat[QuoteMax - 1]) ? QuoteMax - 1 : QuoteMax;
        return $"{flat[..cut]}…";
    }
}
