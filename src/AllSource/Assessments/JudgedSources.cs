using System.Collections.Immutable;
using AllSource.Fusion.Propositions;

namespace AllSource.Assessments;

/// <summary>Who stands behind a judgment, and what was said of it, for the day on which it is resolved.</summary>
public static class JudgedSources
{
    /// <summary>
    /// Voices that spoke for it: for a proposition who supports it; for a hypothesis who supports a row that sits
    /// better with it than with the mean of the others.
    /// </summary>
    public static ImmutableArray<string> Of(Assessment assessment, string about) =>
        Of(assessment, about, c => c.Stance == Stance.Supports);

    /// <summary>Voices that spoke against it: who denies or disputes what the others rest on.</summary>
    public static ImmutableArray<string> Against(Assessment assessment, string about) =>
        Of(assessment, about, c => c.Stance is Stance.Denies or Stance.Disputes);

    private static ImmutableArray<string> Of(Assessment assessment, string about, Func<PropositionClaim, bool> side)
    {
        var claims = assessment.Propositions.Where(p => p.Id.Value == about).SelectMany(p => p.Claims)
            .Concat(assessment.Matrix.Where(r => Favours(r, about)).SelectMany(r => r.Claims));
        // Who has no name has no record either: the "official" of another case is somebody else.
        var voices = assessment.Origins.Origins.Where(o => o.IsNamed).ToDictionary(o => o.Id, o => o.Voice);
        return
        [
            .. claims.Where(c => c is { Counts: true, Origin: not null } && side(c))
                .Select(c => voices.GetValueOrDefault(c.Origin!.Value)).OfType<string>()
                .Distinct(StringComparer.OrdinalIgnoreCase)
                .Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>The desk's number first, then each analyst's of the panel; null when it is not judged.</summary>
    public static ImmutableArray<SaidProbability>? Said(Assessment assessment, string about)
    {
        var judgment = assessment.Judgments.FirstOrDefault(j => j.About == about || j.Id == about);
        if (judgment is null) return null;
        var analysts = assessment.Panel?.Members.Where(m => m.Analyst != ResolvedJudgment.TheDesk)
            .Select(m => new SaidProbability(m.Analyst,
                m.Posteriors.FirstOrDefault(p => p.Hypothesis == judgment.About)?.Posterior ?? double.NaN))
            .Where(s => !double.IsNaN(s.Probability)) ?? [];
        var dissenters = judgment.Dissents.Where(d => d.Probability is not null)
            .Select(d => new SaidProbability(d.By, d.Probability!.Value));
        return [new(ResolvedJudgment.TheDesk, judgment.Likelihood.Probability), .. WorkedOut(judgment),
            .. analysts.Concat(dissenters).DistinctBy(s => s.By, StringComparer.OrdinalIgnoreCase)
                .OrderBy(s => s.By, StringComparer.Ordinal)];
    }

    private static IEnumerable<SaidProbability> WorkedOut(Judgment judgment) =>
        judgment.WorkedOut is { } p ? [new(ResolvedJudgment.BeforeCalibration, p)] : [];

    private static bool Favours(MatrixRow row, string hypothesis)
    {
        if (row.Cells.FirstOrDefault(c => c.Hypothesis == hypothesis) is not { } own || row.Cells.Length < 2)
            return false;
        return own.Likelihood > row.Cells.Where(c => c != own).Average(c => c.Likelihood);
    }
}
