using System.Collections.Immutable;
using AllSource.Assessments;

namespace AllSource.Tests.Assessments;

public sealed class MatrixModelTests
{
    [Fact]
    public void Eight_hypotheses_against_forty_rows_equal_enumeration()
    {
        var random = new Random(17);
        for (var trial = 0; trial < 50; trial++)
        {
            var (priors, rows) = Draw(random, 8, 40);
            var expected = Enumerated(priors, rows);
            var found = MatrixModel.Posteriors(priors, rows);
            for (var h = 0; h < 8; h++) Assert.Equal(expected[h], found[h], 1e-9);
        }
    }

    [Fact]
    public void Every_truth_of_every_row_enumerated_gives_the_same()
    {
        var random = new Random(5);
        var (priors, rows) = Draw(random, 4, 10);
        var weights = new double[4];
        for (var world = 0; world < 1 << rows.Count; world++)
        {
            for (var h = 0; h < weights.Length; h++)
            {
                var p = priors[h];
                for (var r = 0; r < rows.Count; r++)
                {
                    var holds = (world >> r & 1) == 1;
                    var belief = 1 / (1 + Math.Exp(-rows[r].LogOdds));
                    var likelihood = rows[r].Cells[h].Likelihood();
                    p *= holds ? belief * likelihood : (1 - belief) * (1 - likelihood);
                }

                weights[h] += p;
            }
        }

        var found = MatrixModel.Posteriors(priors, rows);
        for (var h = 0; h < weights.Length; h++) Assert.Equal(weights[h] / weights.Sum(), found[h], 1e-12);
    }

    [Fact]
    public void Every_truth_of_fourteen_rows_enumerated_for_eight_hypotheses_gives_the_same()
    {
        var random = new Random(6);
        var (priors, rows) = Draw(random, 8, 14);
        var weights = new double[8];
        for (var world = 0; world < 1 << rows.Count; world++)
        {
            for (var h = 0; h < weights.Length; h++)
            {
                var p = priors[h];
                for (var r = 0; r < rows.Count; r++)
                {
                    var belief = 1 / (1 + Math.Exp(-rows[r].LogOdds));
                    var likelihood = rows[r].Cells[h].Likelihood();
                    p *= (world >> r & 1) == 1 ? belief * likelihood : (1 - belief) * (1 - likelihood);
                }

                weights[h] += p;
            }
        }

        var found = MatrixModel.Posteriors(priors, rows);
        for (var h = 0; h < weights.Length; h++) Assert.Equal(weights[h] / weights.Sum(), found[h], 1e-9);
    }

    [Fact]
    public void A_row_that_nobody_speaks_of_weighs_nothing()
    {
        ImmutableArray<Consistency> cells = [Consistency.VeryConsistent, Consistency.VeryInconsistent];
        var posterior = MatrixModel.Posteriors([.3, .7], [new("E1", cells, 0)]);
        Assert.Equal(.3, posterior[0], 1e-12);
    }

    [Fact]
    public void The_smallest_flip_set_is_that_of_brute_force()
    {
        var random = new Random(23);
        for (var trial = 0; trial < 40; trial++)
        {
            var (priors, rows) = Draw(random, 3, 4);
            var found = FlipSearch.Smallest(priors, rows);
            var expected = SmallestByForce(priors, rows, 4);
            if (expected is null) Assert.True(found is null || found.Value.Changes.Length > 4);
            else Assert.Equal(expected, found!.Value.Changes.Length);
        }
    }

    [Theory]
    [InlineData(2, 7, 3)]
    [InlineData(4, 5, 3)]
    [InlineData(5, 3, 3)]
    public void The_smallest_flip_set_is_that_of_brute_force_for_other_shapes(int hypotheses, int rows, int sizeMax)
    {
        var random = new Random(29 + hypotheses);
        for (var trial = 0; trial < 25; trial++)
        {
            var (priors, drawn) = Draw(random, hypotheses, rows);
            var found = FlipSearch.Smallest(priors, drawn)?.Changes.Length;
            var expected = SmallestByForce(priors, drawn, sizeMax);
            if (expected is null) Assert.True(found is null || found > sizeMax);
            else Assert.Equal(expected, found);
        }
    }

    [Fact]
    public void A_flip_set_does_what_it_says()
    {
        var random = new Random(31);
        for (var trial = 0; trial < 300; trial++)
        {
            var (priors, rows) = Draw(random, 5, 12);
            if (FlipSearch.Smallest(priors, rows) is not { } flip) continue;
            var before = MatrixModel.Leading(MatrixModel.Scores(priors, rows));
            Assert.NotEqual(before, MatrixModel.Leading(MatrixModel.Scores(priors, Applied(rows, flip.Changes))));
        }
    }

    [Fact]
    public void A_row_that_fits_all_alike_has_no_diagnosticity()
    {
        Assert.Equal(0, MatrixModel.DiagnosticityBits([.5, .5], [Consistency.Consistent, Consistency.Consistent]),
            1e-12);
        Assert.True(MatrixModel.DiagnosticityBits([.5, .5],
            [Consistency.VeryConsistent, Consistency.VeryInconsistent]) > .5);
    }

    [Theory]
    [InlineData(.2, null, null, .2, .4, .4)]
    [InlineData(null, null, null, 1 / 3.0, 1 / 3.0, 1 / 3.0)]
    [InlineData(.5, .3, .2, .5, .3, .2)]
    public void Priors_that_nobody_stated_share_what_is_left(double? a, double? b, double? c, double x, double y,
        double z)
    {
        var priors = MatrixModel.Priors([new("H1", "", a), new("H2", "", b), new("H3", "", c)]);
        Assert.Equal([x, y, z], priors.Select(p => Math.Round(p, 12)).Select((p, i) =>
            Math.Abs(p - new[] { x, y, z }[i]) < 1e-9
            ? new[] { x, y, z }[i] : p));
    }

    private static (double[] Priors, List<ModelRow> Rows) Draw(Random random, int hypotheses, int rows)
    {
        var raw = Enumerable.Range(0, hypotheses).Select(_ => .1 + random.NextDouble()).ToArray();
        return ([.. raw.Select(p => p / raw.Sum())], [.. Enumerable.Range(0, rows).Select(r => new ModelRow(
            $"E{r}", [.. Enumerable.Range(0, hypotheses).Select(_ => (Consistency)random.Next(5))],
                (random.NextDouble() * 6) - 3))]);
    }

    private static double[] Enumerated(double[] priors, List<ModelRow> rows)
    {
        var parts = priors.Select((p, h) => rows.Aggregate((decimal)p, (product, row) =>
        {
            var belief = (decimal)(1 / (1 + Math.Exp(-row.LogOdds)));
            var likelihood = (decimal)row.Cells[h].Likelihood();
            return product * 2 * ((belief * likelihood) + ((1 - belief) * (1 - likelihood)));
        })).ToArray();
        return [.. parts.Select(p => (double)(p / parts.Sum()))];
    }

    private static List<ModelRow> Applied(IReadOnlyList<ModelRow> rows, IEnumerable<MatrixChange> changes)
    {
        var changed = rows.Cast<ModelRow?>().ToList();
        foreach (var change in changes)
        {
            if (change.Kind == ChangeKind.RowOut)
            {
                changed[change.Row] = null;
            }
            else if (changed[change.Row] is { } row)
            {
                var letter = row.Cells[change.Hypothesis].Step(change.Kind == ChangeKind.CellUp)!.Value;
                changed[change.Row] = row with { Cells = row.Cells.SetItem(change.Hypothesis, letter) };
            }
        }

        return [.. changed.OfType<ModelRow>()];
    }

    private static int? SmallestByForce(double[] priors, List<ModelRow> rows, int sizeMax)
    {
        var before = MatrixModel.Leading(MatrixModel.Scores(priors, rows));
        var all = rows.SelectMany((row, r) => row.Cells.SelectMany((cell, h) => new[] { true, false }
            .Where(up => cell.Step(up) is not null)
            .Select(up => new MatrixChange(up ? ChangeKind.CellUp : ChangeKind.CellDown, r, h)))
            .Append(new(ChangeKind.RowOut, r, -1))).ToList();
        for (var size = 1; size <= sizeMax; size++)
        {
            if (Sets(all, size, 0).Any(set => set.Select(c => (c.Row, c.Hypothesis)).Distinct().Count() == size
                && MatrixModel.Leading(MatrixModel.Scores(priors, Applied(rows, set))) != before)) return size;
        }

        return null;
    }

    private static IEnumerable<List<MatrixChange>> Sets(List<MatrixChange> all, int size, int from)
    {
        if (size == 0)
        {
            yield return [];
            yield break;
        }

        for (var i = from; i <= all.Count - size; i++)
        {
            foreach (var rest in Sets(all, size - 1, i + 1)) yield return [all[i], .. rest];
        }
    }
}
