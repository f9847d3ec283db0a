namespace AllSource.Fusion;

/// <summary>
/// When the objects share a few labels, whether sources mix up particular labels is asked of the table: two models are
/// fitted, one with a matrix a source and one with a single accuracy, and the one that predicts claims better from the
/// other claims is taken. Where matrices win, beliefs are the mean over four priors, because no single one is best
/// across tables.
/// </summary>
internal static class LabelBeliefs
{
    public const int LabelsMax = 20;

    private const int SampleMax = 30_000;
    private const int SampleRounds = 20;
    private const long WorkMax = 400_000_000;
    private static readonly ConfusionPrior[] Priors =
        [new(2, false, false), new(8, false, false), new(4, true, false), new(0, false, true)];

    /// <summary>
    /// How well matrices foretell claims, and over how many of the first objects; null where one accuracy a source is
    /// enough.
    /// </summary>
    public static (double Predicts, int Objects)? Better(ClaimTable table)
    {
        if (table.Values.Length is < 2 or > LabelsMax || table.ClaimCount < 2L * table.Objects.Length) return null;
        var sample = table.ClaimCount <= SampleMax ? table : table.FirstObjects(SampleMax);
        if (sample.Values.Length < 2) return null;
        var matrices = LabelModel.Fit(sample, new(4, false, false), SampleRounds);
        var single = LabelModel.Fit(sample, new(1000, false, false), SampleRounds);
        return matrices.Predicts <= single.Predicts ? null : (matrices.Predicts, sample.Objects.Length);
    }

    /// <summary>Log-probability of all claims with a matrix for each source, at least.</summary>
    public static double Evidence(ClaimTable table) => LabelModel.Fit(table, new(4, false, false)).Evidence();

    /// <summary>Probability of every group.</summary>
    public static double[] Of(ClaimTable table)
    {
        var rounds = (int)Math.Clamp(WorkMax / ((long)table.ClaimCount * table.Values.Length * Priors.Length), 5, 60);
        var mean = new double[table.GroupCount];
        foreach (var prior in Priors)
        {
            var truth = LabelModel.Fit(table, prior, rounds).Truth;
            for (var g = 0; g < mean.Length; g++)
                mean[g] += truth[(table.ObjectOfGroup[g] * table.Values.Length)
                    + table.ValueOfGroup[g]] / Priors.Length;
        }

        return mean;
    }
}
