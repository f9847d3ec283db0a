using AllSource.Fusion;
using AllSource.Fusion.Models;
using AllSource.Fusion.Tables;

namespace AllSource.Tests.Fusion.Tables;

public sealed class TableOutcomesTests
{
    private static TableOutcomes Outcomes(IEnumerable<(string Object, string Value)> known) =>
        TableOutcomes.Read(known.Select(k => $"{k.Object}\t{k.Value}"), "known.tsv").Value!;

    /// <summary>Seven raters of a hundred things, all taken in by the same third of them.</summary>
    private static (ClaimTable Table, List<(string Object, string Value)> Truth) Misled(int objects)
    {
        var rng = new Random(2);
        var claims = new List<(string, string, string)>();
        var truth = new List<(string, string)>();
        for (var o = 0; o < objects; o++)
        {
            var hard = o % 3 == 0;
            truth.Add(($"o{o:000}", rng.Next(2) == 0 ? "yes" : "no"));
            for (var s = 0; s < 7; s++)
                claims.Add(($"s{s}", $"o{o:000}", (rng.NextDouble() < (hard ? .35 : .9)) == (truth[o].Item2 == "yes")
                    ? "yes" : "no"));
        }

        return (ClaimTable.Of(claims), truth);
    }

    private static double CalibrationError(FusedTable fused, IEnumerable<(string Object, string Value)> truth)
    {
        var bins = new double[10];
        var n = 0;
        foreach (var (name, value) in truth)
        {
            var best = fused.Of(name).MaxBy(v => v.Probability);
            bins[Math.Min(9, (int)(best.Probability * 10))] += (best.Value == value ? 1 : 0) - best.Probability;
            n++;
        }

        return bins.Sum(Math.Abs) / n;
    }

    [Fact]
    public void Outcomes_of_some_objects_calibrate_the_others()
    {
        var (table, truth) = Misled(300);
        var (given, kept) = (truth.Where((_, k) => k % 2 == 0), truth.Where((_, k) => k % 2 == 1).ToList());
        var (without, with) = (TableFusion.Fuse(table), TableFusion.Fuse(table, null, Outcomes(given)));
        Assert.Equal((0, 150), (without.CalibratedBy, with.CalibratedBy));
        Assert.True(CalibrationError(with, kept) < .7 * CalibrationError(without, kept),
            $"{CalibrationError(without, kept)} without, {CalibrationError(with, kept)} with outcomes");
    }

    [Fact]
    public void No_outcome_speaks_of_its_own_object()
    {
        var (table, truth) = Misled(60);
        var given = truth.Take(40).ToList();
        var one = TableFusion.Fuse(table, null, Outcomes(given));
        var name = given[7].Object;
        var turned = given.Select(t => t.Object == name ? (t.Object, t.Value == "yes" ? "no" : "yes") : t).ToList();
        var other = TableFusion.Fuse(table, null, Outcomes(turned));
        foreach (var v in one.Of(name)) Assert.Equal(v.Probability,
            other.Of(name).Single(w => w.Value == v.Value).Probability, 1e-12);
    }

    [Fact]
    public void Outcomes_never_change_which_value_is_likeliest_by_straightening()
    {
        var curve = BeliefCurve.Fit([.. Enumerable.Range(0, 200).Select(k => (.9, k % 10 == 0))]);
        double[] values = [.5, .45, .01];
        curve.Apply(values);
        Assert.True(values[0] > values[1]);
        Assert.InRange(values.Sum(), 0, 1);
    }

    [Fact]
    public void Few_outcomes_change_little()
    {
        double[] values = [.9, .1];
        BeliefCurve.Fit([(.9, false)]).Apply(values);
        Assert.InRange(values[0], .6, .9);
    }

    [Theory]
    [InlineData("o", 1, 2, "missing")]
    [InlineData("o\tv\no\tw", 2, 2, "differently")]
    [InlineData("", 1, 1, "no outcome")]
    public void What_is_no_outcome_is_named_with_its_place(string text, int line, int column, string what)
    {
        var finding = Assert.Single(TableOutcomes.Read(text.Split('\n'), "known.tsv").Findings);
        Assert.Equal((line, column), (finding.Where.Line, finding.Where.Column));
        Assert.Contains(what, finding.What, StringComparison.Ordinal);
    }
}
