using System.Collections.Immutable;

namespace AllSource.Assessments;

/// <summary>
/// A row as the arithmetic sees it: a letter a hypothesis, and the log-odds of the row's statement from its witnesses
/// alone.
/// </summary>
internal sealed record ModelRow(string Id, ImmutableArray<Consistency> Cells, double LogOdds);

/// <summary>
/// Hypotheses against rows of soft evidence. A row believed with b adds log 2(b·p + (1−b)(1−p)) to a hypothesis under
/// which its statement has probability p: Jeffrey's rule from an even start, which is Pearl's virtual evidence (1988,
/// 2.3.3) and does not depend on the order of rows. At b = 1/2, where nobody speaks, it adds nothing to any.
/// </summary>
internal static class MatrixModel
{
    /// <summary>What a cell adds to its hypothesis' log-probability (natural logarithm).</summary>
    public static double LogWeight(Consistency cell, double logOdds)
    {
        var p = cell.Likelihood();
        var belief = 1 / (1 + Math.Exp(-logOdds));
        return Math.Log(2 * ((belief * p) + ((1 - belief) * (1 - p))));
    }

    /// <summary>Log-probabilities up to one common number.</summary>
    public static double[] Scores(IReadOnlyList<double> priors, IEnumerable<ModelRow> rows)
    {
        var scores = priors.Select(p => Math.Log(p)).ToArray();
        foreach (var row in rows)
        {
            for (var h = 0; h < scores.Length; h++) scores[h] += LogWeight(row.Cells[h], row.LogOdds);
        }

        return scores;
    }

    public static double[] Posteriors(IReadOnlyList<double> priors, IEnumerable<ModelRow> rows) =>
        Normalised(Scores(priors, rows));

    public static double[] Normalised(double[] scores)
    {
        if (scores.Length == 0) return [];
        var top = scores.Max();
        var parts = scores.Select(s => Math.Exp(s - top)).ToArray();
        var total = parts.Sum();
        return [.. parts.Select(p => p / total)];
    }

    /// <summary>
    /// The mutual information between the row's statement and the hypotheses, in bits, at these probabilities.
    /// </summary>
    public static double DiagnosticityBits(IReadOnlyList<double> hypotheses, ImmutableArray<Consistency> cells)
    {
        var mean = hypotheses.Select((h, i) => h * cells[i].Likelihood()).Sum();
        return Math.Max(0, Entropy(mean) - hypotheses.Select((h, i) => h * Entropy(cells[i].Likelihood())).Sum());
    }

    /// <summary>Stated priors as they are, the rest shared alike by those without; brought to sum 1.</summary>
    public static double[] Priors(IReadOnlyList<Hypothesis> hypotheses)
    {
        var stated = hypotheses.Select(h => h.Prior is > 0 and < 1 ? h.Prior : null).ToList();
        var given = stated.Sum(p => p ?? 0);
        var open = stated.Count(p => p is null);
        var share = open == 0 ? 0 : Math.Max(1 - given, .01 * open) / open;
        var raw = stated.Select(p => p ?? share).ToArray();
        var total = raw.Sum();
        return [.. raw.Select(p => p / total)];
    }

    /// <summary>The index of the greatest; the first of equals.</summary>
    public static int Leading(IReadOnlyList<double> scores)
    {
        var best = 0;
        for (var h = 1; h < scores.Count; h++)
        {
            if (scores[h] > scores[best] + 1e-12) best = h;
        }

        return best;
    }

    private static double Entropy(double p) => p is <= 0 or >= 1 ? 0
        : -(p * Math.Log2(p)) - ((1 - p) * Math.Log2(1 - p));
}
