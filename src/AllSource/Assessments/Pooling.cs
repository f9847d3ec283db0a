namespace AllSource.Assessments;

/// <summary>
/// Pools probabilities over hypotheses in log space and makes the mean evidence more extreme, because judges who know
/// different things each hold back for what the others know (Baron, Mellers, Tetlock, Stone and Ungar, Decision
/// Analysis 11, 2014; Satopää et al., International Journal of Forecasting 30, 2014). Priors are averaged and not
/// sharpened: only what each judge took from the evidence is.
/// </summary>
internal static class Pooling
{
    /// <summary>
    /// How alike two judges' readings are where both read the same rows: they share the reports and not the errors of
    /// reading. A starting point by judgment, in want of outcomes: it keeps the exponent under 1.25 for any panel on
    /// one body of evidence, at the low end of what was found for forecasters (1.16 to 3.92).
    /// </summary>
    public const double AlikeOnShared = .8;

    /// <summary>
    /// n judges whose evidence correlates by r carry n / (1 + (n - 1) r) times the evidence of their mean: n for
    /// strangers, 1 for one judge or for the same information read the same way.
    /// </summary>
    /// <param name="judges">At least 1.</param>
    /// <param name="shared">0-1.</param>
    public static double Exponent(int judges, double shared) =>
        judges / (1 + ((judges - 1) * AlikeOnShared * shared));

    /// <param name="judges">For each judge the prior and the posterior over the same hypotheses (0-1,
    /// exclusive).</param>
    public static double[] Pool(
        IReadOnlyList<(IReadOnlyList<double> Prior, IReadOnlyList<double> Posterior)> judges, double exponent)
    {
        var scores = new double[judges[0].Prior.Count];
        foreach (var (prior, posterior) in judges)
        {
            for (var h = 0; h < scores.Length; h++)
            {
                var before = Math.Log(prior[h]);
                scores[h] += (before + (exponent * (Math.Log(posterior[h]) - before))) / judges.Count;
            }
        }

        return MatrixModel.Normalised(scores);
    }
}
