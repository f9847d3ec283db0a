using AllSource.Fusion.Tables;

namespace AllSource.Fusion.Models;

/// <summary>
/// Beliefs that learn from outcomes. Known truths teach how good sources are, and what a stated probability is worth;
/// but no outcome speaks of its own object: what is believed there comes from the outcomes of the other folds alone, so
/// that the calibration is not measured on what it was fitted to.
/// </summary>
internal sealed class CrossFitting
{
    private const int Folds = 4;

    private readonly ClaimTable _table;
    private readonly Hierarchy? _hierarchy;
    private readonly SourceStarts? _starts;
    private readonly int[] _truth;
    private readonly int[] _known;
    private readonly int _folds;
    private readonly List<(double Probability, bool Right)>[] _seenBeside;
    private readonly List<(double Probability, bool Right)> _seen = [];

    private CrossFitting(ClaimTable table, Hierarchy? hierarchy, SourceStarts? starts, int[] truth, int[] known)
    {
        (_table, _hierarchy, _starts, _truth, _known) = (table, hierarchy, starts, truth, known);
        _folds = Math.Min(Folds, known.Length);
        _seenBeside = [.. Enumerable.Range(0, _folds).Select(_ => new List<(double, bool)>())];
    }

    public static FusedTable Of(ClaimTable table, Hierarchy? hierarchy, TableOutcomes outcomes, SourceStarts? starts)
    {
        var truth = outcomes.In(table);
        int[] known = [.. Enumerable.Range(0, truth.Length).Where(o => truth[o] != TableOutcomes.Open)];
        var full = TableFusion.Fuse(table, hierarchy, known.Length == 0 ? null : truth, starts);
        return known.Length == 0 ? full
            : full.With(new CrossFitting(table, hierarchy, starts, truth, known).Straightened(full), outcomes,
                known.Length);
    }

    private double[] Straightened(FusedTable full)
    {
        var probability = new double[_table.GroupCount];
        for (var g = 0; g < probability.Length; g++) probability[g] = full[g].Probability;
        for (var fold = 0; fold < _folds; fold++)
        {
            var fused = Withheld(fold, fold);
            foreach (var o in Of(fold))
            {
                _seen.Add(Seen(fused, o));
                for (var g = _table.GroupsOfObject[o]; g < _table.GroupsOfObject[o + 1]; g++)
                    probability[g] = fused[g].Probability;
            }
        }

        // The curve of a fold may not know its outcomes either, nor rest on beliefs that do.
        for (var one = 0; one < _folds; one++)
        {
            for (var other = one + 1; other < _folds; other++)
            {
                var fused = Withheld(one, other);
                foreach (var o in Of(other)) _seenBeside[one].Add(Seen(fused, o));
                foreach (var o in Of(one)) _seenBeside[other].Add(Seen(fused, o));
            }
        }

        var all = BeliefCurve.Fit(_seen);
        var beside = Array.ConvertAll(_seenBeside, BeliefCurve.Fit);
        var at = 0;
        for (var o = 0; o < _table.Objects.Length; o++)
        {
            var values = probability.AsSpan(_table.GroupsOfObject[o].._table.GroupsOfObject[o + 1]);
            (at < _known.Length && _known[at] == o ? beside[at++ % _folds] : all).Apply(values);
        }

        return probability;
    }

    private IEnumerable<int> Of(int fold)
    {
        for (var k = fold; k < _known.Length; k += _folds) yield return _known[k];
    }

    private FusedTable Withheld(int one, int other)
    {
        var truth = (int[])_truth.Clone();
        foreach (var o in Of(one).Concat(Of(other))) truth[o] = TableOutcomes.Open;
        return TableFusion.Fuse(_table, _hierarchy, truth, _starts);
    }

    private (double Probability, bool Right) Seen(FusedTable fused, int o)
    {
        var (first, end) = (_table.GroupsOfObject[o], _table.GroupsOfObject[o + 1]);
        var best = first;
        for (var g = first + 1; g < end; g++)
        {
            if (fused[g].Probability > fused[best].Probability) best = g;
        }

        return (fused[best].Probability, best == _truth[o]);
    }
}
