using AllSource.Fusion.Tables;

namespace AllSource.Fusion.Models;

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
        var fits = new LabelModel[2];
        Parallel.For(0, 2, k => fits[k] = LabelModel.Fit(sample, new(k == 0 ? 4 : 1000, false, false), SampleRounds));
        return fits[0].Predicts <= fits[1].Predicts ? null : (fits[0].Predicts, sample.Objects.Length);
    }

    /// <summary>Log-probability of all claims with a matrix for each source, at least.</summary>
    public static double Evidence(ClaimTable table) => LabelModel.Fit(table, new(4, false, false)).Evidence();

    /// <summary>Probability of every group.</summary>
    /// <param name="table">Whose objects share a few labels.</param>
    /// <param name="known">Outcomes by object; null where none is known.</param>
    public static double[] Of(ClaimTable table, int[]? known)
    {
        var rounds = (int)Math.Clamp(WorkMax / ((long)table.ClaimCount * table.Values.Length * Priors.Length), 5, 60);
        var mean = new double[table.GroupCount];
        var truths = new double[Priors.Length][];
        Parallel.For(0, truths.Length, k => truths[k] = LabelModel.Fit(table, Priors[k], rounds, known).Averaged());
        foreach (var truth in truths)
        {
            for (var g = 0; g < mean.Length; g++)
                mean[g] += truth[(table.ObjectOfGroup[g] * table.Values.Length)
                    + table.ValueOfGroup[g]] / Priors.Length;
        }

        return mean;
    }
}
