using AllSource.Lineage.Weighing;

namespace AllSource.Bench;

/// <summary>Logistic regression with a small ridge, by Newton's method.</summary>
internal static class Logistic
{
    private const int Rounds = 30;
    private const double Ridge = .5;

    public static double Probability(ReadOnlySpan<double> weights, ReadOnlySpan<double> signs, double offset)
    {
        for (var k = 0; k < weights.Length; k++) offset += weights[k] * signs[k];
        return 1 / (1 + Math.Exp(-offset));
    }

    /// <summary>
    /// Weights that point as <paramref name="ways"/> allows (see <see cref="SignScale.Ways"/>), by projected Newton
    /// steps (Bertsekas, SIAM J. Control and Optimization 20, 1982).
    /// </summary>
    public static double[] Fit(List<Example> examples, char[] ways)
    {
        var width = ways.Length;
        var weights = new double[width];
        var loss = Loss(examples, weights);
        for (var round = 0; round < Rounds; round++)
        {
            var (slope, curve) = Slope(examples, weights);
            for (var j = 0; j < width; j++)
            {
                var ridge = j == 0 ? 1e-6 : Ridge;
                slope[j] -= ridge * weights[j];
                curve[j, j] += ridge;
            }

            for (var j = 0; j < width; j++)
            {
                if (weights[j] != 0 || Allowed(ways[j], slope[j])) continue;
                slope[j] = 0; // held at its bound
                for (var k = 0; k < width; k++) curve[Math.Max(j, k), Math.Min(j, k)] = j == k ? 1 : 0;
            }

            var before = loss;
            loss = Advance(examples, ways, weights, Solved(curve, slope), loss);
            if (before - loss < 1e-6 * loss) break;
        }

        return weights;
    }

    private static (double[] Slope, double[,] Curve) Slope(List<Example> examples, double[] weights)
    {
        var width = weights.Length;
        var slope = new double[width];
        var curve = new double[width, width];
        var told = new int[width];
        foreach (var e in examples)
        {
            var count = 0;
            for (var k = 0; k < width; k++) if (e.Signs[k] != 0) told[count++] = k;
            var p = Probability(weights, e.Signs, e.Candidate.Prior);
            var miss = e.Weight * ((e.IsTrue ? 1 : 0) - p);
            var bend = e.Weight * Math.Max(1e-6, p * (1 - p));
            for (var j = 0; j < count; j++)
            {
                slope[told[j]] += miss * e.Signs[told[j]];
                var by = bend * e.Signs[told[j]];
                for (var k = 0; k <= j; k++) curve[told[j], told[k]] += by * e.Signs[told[k]];
            }
        }

        return (slope, curve);
    }

    private static bool Allowed(char way, double value) => way == '?' || (way == '+' ? value >= 0 : value <= 0);

    /// <summary>Goes along the step as far as the loss falls, halving it where it does not; gives the loss.</summary>
    private static double Advance(
        List<Example> examples, char[] ways, double[] weights, double[] step, double loss)
    {
        var from = (double[])weights.Clone();
        for (var part = 1.0; part > 1e-3; part /= 2)
        {
            for (var k = 0; k < weights.Length; k++)
            {
                var next = from[k] + (part * step[k]);
                weights[k] = Allowed(ways[k], next) ? next : 0;
            }

            var reached = Loss(examples, weights);
            if (reached < loss) return reached;
        }

        from.CopyTo(weights, 0);
        return loss;
    }

    private static double Loss(List<Example> examples, double[] weights)
    {
        var loss = 0.0;
        foreach (var e in examples)
        {
            var odds = e.Candidate.Prior;
            for (var k = 0; k < weights.Length; k++) odds += weights[k] * e.Signs[k];
            if (e.IsTrue) odds = -odds;
            loss += e.Weight * (odds > 30 ? odds : Math.Log(1 + Math.Exp(odds)));
        }

        for (var k = 1; k < weights.Length; k++) loss += Ridge / 2 * weights[k] * weights[k];
        return loss;
    }

    /// <summary>Cholesky, in place; only the lower half of the matrix is read.</summary>
    private static double[] Solved(double[,] matrix, double[] right)
    {
        var n = right.Length;
        for (var j = 0; j < n; j++)
        {
            for (var k = 0; k < j; k++) matrix[j, j] -= matrix[j, k] * matrix[j, k];
            matrix[j, j] = Math.Sqrt(Math.Max(1e-9, matrix[j, j]));
            for (var i = j + 1; i < n; i++)
            {
                for (var k = 0; k < j; k++) matrix[i, j] -= matrix[i, k] * matrix[j, k];
                matrix[i, j] /= matrix[j, j];
            }
        }

        var solved = (double[])right.Clone();
        for (var i = 0; i < n; i++)
        {
            for (var k = 0; k < i; k++) solved[i] -= matrix[i, k] * solved[k];
            solved[i] /= matrix[i, i];
        }

        for (var i = n - 1; i >= 0; i--)
        {
            for (var k = i + 1; k < n; k++) solved[i] -= matrix[k, i] * solved[k];
            solved[i] /= matrix[i, i];
        }

        return solved;
    }
}
