namespace AllSource.Lineage.Detailed;

/// <summary>
/// What speaks for a summary of a whole text, rather than a rendering of some of its sentences or nothing: how much
/// denser the
/// text's words are in the stretch than beside it, how much weight it has, which share of them stands in sentences
/// rendered one by one, how
/// many times longer the whole is (log), and the best, the number, the imbalance (log) and the extent of the renderings
/// within.
/// </summary>
internal readonly record struct SummarySigns(
    double Contrast, double LogMass, double Rendered, double LogRatio, double Likeness, int Renderings,
        double LogImbalance,
    double Extent)
{
    /// <summary>At this log-odds and above a stretch is taken for a summary; chosen by cross-validation.</summary>
    internal const double OddsMin = -.4;

    /// <summary>Log-odds, logistic in the signs, fitted on the training part of PAN 2013.</summary>
    public double Odds => LogMass == 0
        ? -99
        : -7.475 + (9.048 * Contrast) + (.254 * LogMass) - (.076 * Rendered) - (.07 * LogRatio) - (1.216 * Likeness)
            + (2.914 * Math.Min(Renderings, 4)) + (3.65 * LogImbalance) - (.455 * Extent)
            - (6.983 * Rendered * Likeness) - (3.728 * LogImbalance * Likeness);
}
