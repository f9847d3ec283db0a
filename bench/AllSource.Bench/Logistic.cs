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

    public static double[] Fit(List<Example> examples, int width)
    {
        var weights = new double[width];
        for (var round = 0; round < Rounds; round++)
        {
            var slope = new double[width];
            var curve = new double[width, width];
            foreach (var e in examples)
            {
                var p = Probability(weights, e.Signs, e.Offset);
                var miss = e.Weight * ((e.IsTrue ? 1 : 0) - p);
                var bend = e.Weight * Math.Max(1e-6, p * (1 - p));
                for (var j = 0; j < width; j++)
                {
                    var own = e.Signs[j];
                    if (own == 0) continue;
                    slope[j] += miss * own;
                    for (var k = 0; k <= j; k++) curve[j, k] += bend * own * e.Signs[k];
                }
            }

            for (var j = 0; j < width; j++)
            {
                var ridge = j == 0 ? 1e-6 : Ridge;
                slope[j] -= ridge * weights[j];
                curve[j, j] += ridge;
            }

            var step = Solved(curve, slope);
            var largest = 0.0;
            for (var j = 0; j < width; j++)
            {
                weights[j] += Math.Clamp(step[j], -4, 4);
                largest = Math.Max(largest, Math.Abs(step[j]));
            }

            if (largest < 1e-4) break;
        }

        return weights;
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
