using System.Collections.Immutable;
using AllSource.Lineage.Origins;

namespace AllSource.Fusion.Propositions;

/// <summary>
/// Weighs answers that compete for one question: each by the independent origins behind it, with one more share for
/// "none of them", as in truth finding over one item's values (Dong et al., VLDB 2009). What is believed of the
/// proposition is then what is believed of its own answer: that others are better borne out takes from it. A copy that
/// changed the number has no origin of its own, and takes nothing.
/// </summary>
internal sealed class RivalBelief(PropositionMaker maker, GradeAccuracy accuracy, IReadOnlySet<OriginId> silenced)
{
    private sealed record Answer(string Shown, double Low, double High, ImmutableArray<PropositionClaim> Claims);

    private sealed record Weighed(Answer Answer, int Reports, int Origins, double Odds);

    /// <param name="all">The claims of the proposition, with their stances.</param>
    /// <param name="belief">What is believed of the first answer as long as no other is heard.</param>
    public (ImmutableArray<RivalValue> Rivals, Belief Belief) Of(
        ImmutableArray<PropositionClaim> all, Contest contest, PropositionGroup group, Belief belief)
    {
        var rivals = new List<RivalValue>();
        var least = belief.Probability;
        string? because = null;
        foreach (var (question, own) in contest.Questions)
        {
            var answers = Answers(all, contest, group, question);
            var behindOwn = answers[0].Claims.Select(c => c.Origin).ToHashSet();
            var weighed = answers.Select((a, i) => i == 0 ? Weigh(a, belief) : Weigh(a with
            {
                Claims = [.. a.Claims.Where(c => !behindOwn.Contains(c.Origin))],
            }, null) with
            { Reports = ReportsOf(a) }).ToList();
            var total = 1 + weighed.Sum(w => w.Odds);
            var values = weighed.Select(w => new RivalValue(question, w.Answer.Shown, w.Reports, w.Origins,
                w.Odds / total)).ToList();
            rivals.AddRange(values.OrderByDescending(v => v.Probability).ThenBy(v => v.Value, StringComparer.Ordinal));
            if (values[0].Probability >= least) continue;
            least = values[0].Probability;
            because = $"Other answers to “{question}” than {own}: " + string.Join(", ", values.Skip(1)
                .Select(v => $"{v.Value} ({Counted.Of(v.Origins, "origin")})"));
        }

        if (because is null) return ([.. rivals], belief);
        var weight = LogOdds(least) - LogOdds(belief.Probability);
        return ([.. rivals], belief with
        {
            Probability = least,
            Reasons = belief.Reasons.Add(new(because, weight)),
        });
    }

    /// <summary>The first statement's answer first, then the others, the narrowest first: what agrees is one.</summary>
    private List<Answer> Answers(
        ImmutableArray<PropositionClaim> all, Contest contest, PropositionGroup group, string question)
    {
        var claims = all.ToLookup(c => c.Claim);
        var given = group.Members.Where(m => m.Sign > 0)
            .Select(m => (m.Root, Answer: contest.AnswerOf(m.Root, question))).Where(m => m.Answer is not null)
            .Select((m, i) => (m.Root, Answer: m.Answer!.Value, IsFirst: i == 0 && m.Root == group.Members[0].Root))
            .OrderByDescending(m => m.IsFirst).ThenBy(m => m.Answer.High - m.Answer.Low).ThenBy(m => m.Answer.Low)
            .ThenByDescending(m => m.Answer.Shown.Length).ThenBy(m => m.Answer.Shown, StringComparer.Ordinal);
        var answers = new List<Answer>();
        foreach (var (root, (shown, low, high), _) in given)
        {
            var heard = root.Led.Where(l => l.IsSupport && l.Origin is { } o && !silenced.Contains(o))
                .SelectMany(l => claims[l.Claim]).Select(c => c with { Stance = Stance.Supports, Counts = true });
            var at = answers.FindIndex(a => a.Low <= high && low <= a.High);
            if (at < 0) answers.Add(new(shown, low, high, [.. heard]));
            else answers[at] = answers[at] with { Claims = [.. answers[at].Claims, .. heard] };
        }

        return answers;
    }

    private Weighed Weigh(Answer answer, Belief? known)
    {
        var witnesses = maker.WitnessesOf(answer.Claims);
        var p = known is null && witnesses.IsEmpty ? 0 : (known ?? WitnessBelief.Of(witnesses, accuracy)).Probability;
        return new(answer, ReportsOf(answer), witnesses.Length, p / (1 - p));
    }

    private static int ReportsOf(Answer answer) => answer.Claims.Select(c => c.Report).Distinct().Count();

    private static double LogOdds(double p) => Math.Log(p / (1 - p));
}
