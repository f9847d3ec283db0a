namespace AllSource.Fusion.Models;

/// <summary>
/// What is known of a source's accuracy before its claims are weighed: a Beta distribution fitted by moments to soft
/// counts of all sources, itself shrunken to .7 so that a small table does not talk itself into certainty.
/// </summary>
internal static class SkillPrior
{
    private const double StartMean = .7;
    private const double StartWeight = 4;
    private const double StartVariance = .02;

    /// <param name="right">Claims of each source that are true, as expected.</param>
    /// <param name="seen">Claims of each source that count.</param>
    /// <param name="strength">The last strength: how many claims the prior was worth.</param>
    /// <returns>Mean, and strength in claims.</returns>
    public static (double Mean, double Strength) Fit(double[] right, Func<int, double> seen, double strength)
    {
        double sum = StartMean * StartWeight, weight = StartWeight;
        for (var s = 0; s < right.Length; s++)
        {
            var n = seen(s);
            if (n <= 0) continue;
            var w = n / (n + strength);
            sum += w * right[s] / n;
            weight += w;
        }

        var mean = Math.Clamp(sum / weight, .4, .97);
        double spread = StartVariance * StartWeight, noise = 0;
        weight = StartWeight;
        for (var s = 0; s < right.Length; s++)
        {
            var n = seen(s);
            if (n < 1.5) continue;
            var w = n / (n + strength);
            var d = (right[s] / n) - mean;
            spread += w * d * d;
            noise += w * mean * (1 - mean) / n;
            weight += w;
        }

        var variance = Math.Max((spread - noise) / weight, mean * (1 - mean) / 61);
        return (mean, Math.Clamp((mean * (1 - mean) / variance) - 1, 2, 60));
    }
}
