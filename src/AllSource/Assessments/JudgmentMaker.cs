using System.Collections.Immutable;
using System.Globalization;
using AllSource.Fusion.Propositions;
using AllSource.Kernel;

namespace AllSource.Assessments;

/// <summary>Writes judgments: on the hypotheses where some compete, else on the propositions that matter.</summary>
internal static class JudgmentMaker
{
    private const int PropositionsMax = 8;
    private const int ReasonsMax = 5;

    public static ImmutableArray<Judgment> OnHypotheses(
        IReadOnlyList<HypothesisFinding> findings, IReadOnlyList<RowEvidence> rows, Sensitivity sensitivity,
            IReadOnlyList<Gap> gaps)
    {
        var confidence = ConfidenceMaker.Of(ConfidenceMaker.GroundOf(rows, sensitivity));
        var spoken = rows.SelectMany(r => r.Witnesses).ToList();
        var reports = spoken.SelectMany(w => w.Reports).Distinct().Count();

        // As its confidence counts them: two statements of one voice are one origin.
        var origins = spoken.DistinctBy(w => w.Origin.Voice.ToLowerInvariant()).Count();
        return [.. findings.Select((f, i) => new Judgment(
            FactId.From("j", "hypothesis", f.Id), f.Id, f.Text, f.Likelihood,
            LikelihoodSentence.Of(f.Id, f.Text, f.Likelihood, false), confidence, RestsOn(reports, origins), reports,
                origins,
            [.. f.Reasons.Take(ReasonsMax)], WouldChange(sensitivity, gaps, i == 0 ? null : f.Id))
        {
            WorkedOut = f.WorkedOut,
        })];
    }

    /// <summary>
    /// Echoes of one origin, disputed propositions, and those with most origins, in this order of need.
    /// </summary>
    public static ImmutableArray<Judgment> OnPropositions(IReadOnlyList<Proposition> propositions,
        LikelihoodScale scale, PropositionMaker maker, JudgmentCurve curve, IReadOnlyCollection<string> also)
    {
        var chosen = propositions.Where(p => p.Reports > 1 || p is { Origins: > 0, Denials: > 0 }
            || p.Rivals.Any(r => r.Origins > 0)).OrderByDescending(Matters).ThenBy(p => p.Id).Take(PropositionsMax);
        return [.. chosen.Concat(propositions.Where(p => also.Contains(p.Id.Value))).Distinct()
            .Select(p => On(p, scale, maker, curve))];
    }

    private static double Matters(Proposition p) => (p.Origins * 2) + p.Denials
        + (p.IsEcho ? Math.Min(p.Reports, 10) : 0) + (2 * p.Rivals.Skip(1).Count(r => r.Origins > 0));

    private static Judgment On(Proposition p, LikelihoodScale scale, PropositionMaker maker, JudgmentCurve curve)
    {
        var witnesses = maker.WitnessesOf(p.Claims);
        var workedOut = p.Belief.Probability;
        var likelihood = scale.Say(curve.Straighten(workedOut));
        string[] straightened = curve.IsFitted ? [curve.Reason(workedOut, likelihood.Probability)] : [];
        var change = p.Rivals.Length > 0 ? "An origin that could count or date it itself would change it."
            : p.Origins == 1
            ? "A second origin that has not read the first would change it; another copy would not."
            : "A denial by an origin that could know would change it.";
        return new(
            FactId.From("j", "proposition", p.Id.Value), p.Id.Value, p.Text, likelihood,
            LikelihoodSentence.Of(p.Id.Value, p.Text, likelihood, true), ConfidenceMaker.Of(ConfidenceMaker.GroundOf(p,
                witnesses)),
            RestsOn(p.Reports, p.Origins), p.Reports, p.Origins, [p.Sentence, .. straightened,
                .. p.Belief.Reasons.Take(ReasonsMax).Select(r => r.Sentence)],
            [change])
        {
            WorkedOut = curve.IsFitted ? workedOut : null,
        };
    }

    /// <summary>Dissent is kept beside what it dissents from, by name.</summary>
    public static ImmutableArray<Judgment> WithDissent(
        ImmutableArray<Judgment> judgments, ImmutableArray<Dissent> dissents) => dissents.IsEmpty ? judgments
        : [.. judgments.Select(j => j with
        {
            Dissents = [.. dissents.Where(d => d.About == j.About || d.About == j.Id)
                .OrderBy(d => d.By, StringComparer.Ordinal).ThenBy(d => d.Why, StringComparer.Ordinal)],
        })];

    public static string RestsOn(int reports, int origins) => string.Create(
        CultureInfo.InvariantCulture, $"{Counted.Of(reports, "report")}, {Counted.Of(origins, "origin")}");

    private static ImmutableArray<string> WouldChange(Sensitivity sensitivity, IReadOnlyList<Gap> gaps,
        string? hypothesis)
    {
        var said = sensitivity.Flips.Select(f => f.Sentence).ToList();
        var flips = sensitivity.Cases.Where(c => c.Flips
            && c.Kind is ChangeKind.SourceOut or ChangeKind.RowOut or ChangeKind.AssumptionOut)
            .Where(c => hypothesis is null || c.Leading == hypothesis).Where(c => c.Flips);
        said.AddRange(flips.Take(3).Select(c => $"{c.Words}, {c.Leading} would lead."));
        if (hypothesis is null) said.AddRange(gaps.Where(g => g.Row is not null && g.Kind == "no-report").Take(3)
            .Select(g => g.WouldHelp));
        return [.. said];
    }
}
