using System.Globalization;
using AllSource.Fusion;
using AllSource.Fusion.Tables;

namespace AllSource.Tests.Fusion.Models;

public sealed class HardnessTests
{
    private const int Objects = 400;

    [Fact]
    public void Where_some_objects_are_hard_for_all_beliefs_are_no_longer_too_firm()
    {
        var (table, truth) = World(hard: .3);
        var fused = TableFusion.Fuse(table);
        var (with, without) = (Error(g => fused[g].Probability), Error(g => fused.Model!.Probability[g]));
        Assert.True(with < .75 * without, $"{with:0.000} with hardness, {without:0.000} without");

        double Error(Func<int, double> probability)
        {
            var bins = new (double Said, double Right)[10];
            foreach (var best in Enumerable.Range(0, fused.Count).GroupBy(g => fused[g].Object)
                .Select(values => values.MaxBy(probability)))
            {
                ref var bin = ref bins[Math.Min(9, (int)(probability(best) * 10))];
                bin = (bin.Said + probability(best),
                    bin.Right + (truth[fused[best].Object] == fused[best].Value ? 1 : 0));
            }

            return bins.Sum(b => Math.Abs(b.Said - b.Right)) / Objects;
        }
    }

    [Fact]
    public void Where_no_object_is_hard_hardly_a_belief_moves()
    {
        var fused = TableFusion.Fuse(World(hard: 0).Table);
        Assert.InRange(Enumerable.Range(0, fused.Count)
            .Average(g => Math.Abs(fused[g].Probability - fused.Model!.Probability[g])), 0, .01);
    }

    [Fact]
    public void The_values_of_one_object_stay_one_probability_together()
    {
        var fused = TableFusion.Fuse(World(hard: .3).Table);
        foreach (var values in Enumerable.Range(0, fused.Count).Select(g => fused[g]).GroupBy(v => v.Object))
            Assert.InRange(values.Sum(v => v.Probability), 0, 1 + 1e-9);
    }

    private static (ClaimTable Table, Dictionary<string, string> Truth) World(double hard)
    {
        var rng = new Random(11);
        var truth = new Dictionary<string, string>();
        var claims = new List<(string, string, string)>();
        var accuracy = Enumerable.Range(0, 40).Select(_ => .55 + (.4 * rng.NextDouble())).ToArray();
        for (var o = 0; o < Objects; o++)
        {
            var right = rng.Next(6);
            var ease = rng.NextDouble() < hard ? .35 : 1;
            truth[$"o{o}"] = Name(o, right);
            foreach (var s in Enumerable.Range(0, 40).OrderBy(_ => rng.Next()).Take(9))
            {
                var isRight = rng.NextDouble() < accuracy[s] * ease;
                claims.Add(($"s{s}", $"o{o}", Name(o, isRight ? right : (right + 1 + rng.Next(5)) % 6)));
            }
        }

        return (ClaimTable.Of(claims), truth);
    }

    /// <summary>Values of an object's own: no table of labels.</summary>
    private static string Name(int o, int value) => string.Create(CultureInfo.InvariantCulture, $"{o}.{value}");
}
