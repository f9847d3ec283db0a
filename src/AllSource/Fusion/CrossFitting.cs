namespace AllSource.Fusion;

/// <summary>
/// Beliefs that learn from outcomes. Known truths teach how good sources are, and what a stated probability is worth;
/// but no outcome speaks of its own object: what is believed there comes from the outcomes of the other folds alone, so
/// that the calibration is not measured on what it was fitted to.
/// </summary>
internal static class CrossFitting
{
    private const int Folds = 5;

    public static FusedTable Of(ClaimTable table, Hierarchy? hierarchy, TableOutcomes outcomes)
    {
        var truth = outcomes.In(table);
        int[] known = [.. Enumerable.Range(0, truth.Length).Where(o => truth[o] != TableOutcomes.Open)];
        var full = TableFusion.Fuse(table, hierarchy, known.Length == 0 ? null : truth);
        if (known.Length == 0) return full;
        var probability = new double[table.GroupCount];
        for (var g = 0; g < probability.Length; g++) probability[g] = full[g].Probability;
        var folds = Math.Min(Folds, known.Length);
        for (var fold = 0; fold < folds; fold++)
        {
            var withheld = (int[])truth.Clone();
            for (var k = fold; k < known.Length; k += folds) withheld[known[k]] = TableOutcomes.Open;
            var fused = TableFusion.Fuse(table, hierarchy, withheld);
            for (var k = fold; k < known.Length; k += folds)
            {
                for (var g = table.GroupsOfObject[known[k]]; g < table.GroupsOfObject[known[k] + 1]; g++)
                    probability[g] = fused[g].Probability;
            }
        }

        Straighten(table, truth, known, folds, probability);
        return full.With(probability, outcomes, known.Length);
    }

    private static void Straighten(ClaimTable table, int[] truth, int[] known, int folds, double[] probability)
    {
        var seen = Array.ConvertAll(known, o =>
        {
            var (first, end) = (table.GroupsOfObject[o], table.GroupsOfObject[o + 1]);
            var best = first;
            for (var g = first + 1; g < end; g++)
            {
                if (probability[g] > probability[best]) best = g;
            }

            return (probability[best], best == truth[o]);
        });
        var all = BeliefCurve.Fit(seen);
        var ofFold = Enumerable.Range(0, folds).Select(fold =>
            folds < 2 ? new() : BeliefCurve.Fit([.. seen.Where((_, k) => k % folds != fold)])).ToArray();
        var at = 0;
        for (var o = 0; o < table.Objects.Length; o++)
        {
            var values = probability.AsSpan(table.GroupsOfObject[o]..table.GroupsOfObject[o + 1]);
            (at < known.Length && known[at] == o ? ofFold[at++ % folds] : all).Apply(values);
        }
    }
}
