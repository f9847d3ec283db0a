using System.Collections.Immutable;

namespace AllSource.Assessments;

/// <summary>
/// A judgment that was resolved: what was said (0-1) and whether it came true, with what to group by (desk, topic,
/// analyst, source).
/// </summary>
public sealed record Outcome(string Judgment, double Said, bool CameTrue, string Group);

/// <summary>
/// A bin of the calibration curve: how many judgments, the mean of what was said, the share that came true, and its 95
/// % Wilson interval.
/// </summary>
public sealed record CalibrationBin(double From, double To, int Count, double MeanSaid, double ShareTrue, double Low,
    double High);

/// <summary>
/// Brier score (0 perfect, .25 for always saying even chance) with a 95 % interval (normal, of the mean square), and
/// the curve. Null interval with fewer than two outcomes.
/// </summary>
public sealed record Calibration(int Count, double Brier, double? BrierLow, double? BrierHigh, double ExpectedError,
    ImmutableArray<CalibrationBin> Curve);

/// <summary>Scores judgments against what came of them (Brier 1950; Wilson 1927).</summary>
public static class Outcomes
{
    private const double Z95 = 1.959963984540054;

    /// <param name="bins">Equal bins over 0-1; empty ones are left out.</param>
    /// <exception cref="ArgumentOutOfRangeException">A probability is not in 0-1, or there is no bin.</exception>
    public static Calibration Score(IReadOnlyList<Outcome> outcomes, int bins = 10)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bins, 1);
        foreach (var o in outcomes)
        {
            if (o.Said is not (>= 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(outcomes), o.Said,
                "not in 0..1");
        }

        if (outcomes.Count == 0) return new(0, 0, null, null, 0, []);
        var errors = outcomes.Select(o => Math.Pow(o.Said - (o.CameTrue ? 1 : 0), 2)).Order().ToList();
        var brier = errors.Average();
        var curve = outcomes.GroupBy(o => Math.Min(bins - 1, (int)(o.Said * bins))).OrderBy(g => g.Key)
            .Select(g => Bin([.. g], g.Key, bins)).ToImmutableArray();
        var expected = curve.Sum(b => b.Count * Math.Abs(b.MeanSaid - b.ShareTrue)) / outcomes.Count;
        if (errors.Count < 2) return new(errors.Count, brier, null, null, expected, curve);
        var spread = Math.Sqrt(errors.Sum(e => (e - brier) * (e - brier)) / (errors.Count - 1) / errors.Count);
        return new(
            errors.Count, brier, Math.Max(0, brier - (Z95 * spread)), Math.Min(1, brier + (Z95 * spread)), expected,
                curve);
    }

    /// <summary>One calibration a group, ascending by its name.</summary>
    public static ImmutableArray<(string Group, Calibration Calibration)> ByGroup(IReadOnlyList<Outcome> outcomes,
        int bins = 10) =>
        [.. outcomes.GroupBy(o => o.Group).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => (g.Key, Score([.. g],
            bins)))];

    private static CalibrationBin Bin(Outcome[] inBin, int bin, int bins)
    {
        var n = inBin.Length;
        var share = inBin.Count(o => o.CameTrue) / (double)n;
        var middle = (share + (Z95 * Z95 / (2 * n))) / (1 + (Z95 * Z95 / n));
        var half = Z95 / (1 + (Z95 * Z95 / n)) * Math.Sqrt((share * (1 - share) / n) + (Z95 * Z95 / (4.0 * n * n)));
        return new(
            bin / (double)bins, (bin + 1) / (double)bins, n, inBin.Select(o => o.Said).Order().Average(), share, Math
                .Max(0, middle - half),
            Math.Min(1, middle + half));
    }
}
