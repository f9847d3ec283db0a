namespace AllSource.Fusion.Models;

/// <summary>
/// What a stated probability has been worth: log-odds straightened by a slope and a shift (Platt 1999) that were fitted
/// to outcomes, both drawn toward changing nothing, so that few outcomes change little. Which value is likeliest stays.
/// </summary>
internal sealed class BeliefCurve
{
    private const int Steps = 50;
    private const double SlopeMin = .02;

    /// <summary>Precision of the prior on slope (about 1) and shift (about 0): a deviation of about one half.</summary>
    private const double Drawn = 4;

    private double _slope = 1;
    private double _shift;

    /// <param name="seen">Probability of the likeliest value, and whether it turned out true.</param>
    public static BeliefCurve Fit(IReadOnlyCollection<(double Probability, bool Right)> seen)
    {
        var curve = new BeliefCurve();
        for (var step = 0; step < Steps; step++)
        {
            double slope = Drawn * (1 - curve._slope), shift = -Drawn * curve._shift;
            double ss = Drawn, st = 0, tt = Drawn;
            foreach (var (p, right) in seen)
            {
                var x = LogOdds(p);
                var q = Sigmoid((curve._slope * x) + curve._shift);
                var off = (right ? 1 : 0) - q;
                var w = q * (1 - q);
                slope += off * x;
                shift += off;
                ss += w * x * x;
                st += w * x;
                tt += w;
            }

            var det = (ss * tt) - (st * st);
            var (a, b) = (((tt * slope) - (st * shift)) / det, ((ss * shift) - (st * slope)) / det);
            curve._slope = Math.Max(SlopeMin, curve._slope + Math.Clamp(a, -.5, .5));
            curve._shift += Math.Clamp(b, -1, 1);
            if (Math.Abs(a) + Math.Abs(b) < 1e-9) break;
        }

        return curve;
    }

    /// <summary>Straightens the probabilities of one object's values in place.</summary>
    public void Apply(Span<double> values)
    {
        if (values.IsEmpty) return;
        var best = 0;
        var second = 0d;
        for (var k = 1; k < values.Length; k++)
        {
            if (values[k] > values[best]) best = k;
        }

        for (var k = 0; k < values.Length; k++)
        {
            if (k != best) second = Math.Max(second, values[k]);
        }

        var p = Math.Clamp(values[best], 1e-9, 1 - 1e-9);
        var rival = second / (1 - p);
        var straight = Math.Max(Sigmoid((_slope * LogOdds(p)) + _shift), rival / (1 + rival) * (1 + 1e-6));
        for (var k = 0; k < values.Length; k++)
            values[k] = k == best ? straight : values[k] * (1 - straight) / (1 - p);
    }

    private static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));

    private static double LogOdds(double p)
    {
        var held = Math.Clamp(p, 1e-6, 1 - 1e-6);
        return Math.Log(held / (1 - held));
    }
}
