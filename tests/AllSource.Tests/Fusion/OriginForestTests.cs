using AllSource.Fusion;

namespace AllSource.Tests.Fusion;

public sealed class OriginForestTests
{
    /// <summary>Every choice of one parent or none for each claim, circles left out.</summary>
    private static (double Sum, double[] Root) ByHand(double[] own, List<ForestEdge> edges)
    {
        var choices = Enumerable.Range(0, own.Length).Select(i => edges.Where(e => e.Copier == i).ToList()).ToArray();
        var (sum, root) = (0d, new double[own.Length]);
        var pick = new int[own.Length];
        while (true)
        {
            var parents = pick.Select((k, i) => k == 0 ? -1 : choices[i][k - 1].Original).ToArray();
            if (Enumerable.Range(0, own.Length).All(i => Ends(parents, i)))
            {
                var weight = 1d;
                for (var i = 0; i < own.Length; i++) weight *= pick[i] == 0 ? own[i] : choices[i][pick[i] - 1].Weight;
                sum += weight;
                for (var i = 0; i < own.Length; i++) root[i] += pick[i] == 0 ? weight : 0;
            }

            var at = 0;
            while (at < own.Length && pick[at] == choices[at].Count) pick[at++] = 0;
            if (at == own.Length) return (sum, [.. root.Select(r => r / sum)]);
            pick[at]++;
        }
    }

    private static bool Ends(int[] parents, int i)
    {
        for (var step = 0; step <= parents.Length; step++)
        {
            if (i < 0) return true;
            i = parents[i];
        }

        return false;
    }

    [Fact]
    public void The_determinant_is_the_sum_over_all_ways_it_can_have_happened()
    {
        var rng = new Random(3);
        for (var trial = 0; trial < 60; trial++)
        {
            var n = 1 + rng.Next(5);
            var own = Enumerable.Range(0, n).Select(_ => .05 + rng.NextDouble()).ToArray();
            var edges = (from i in Enumerable.Range(0, n)
                         from j in Enumerable.Range(0, n)
                         where i != j
                             && rng.NextDouble() < .5
                         select new ForestEdge(i, j, 3 * rng.NextDouble())).ToList();
            var forest = new OriginForest();
            var log = forest.Solve(own, [.. edges]);
            var (sum, root) = ByHand(own, edges);
            Assert.Equal(Math.Log(sum), log, 9);
            for (var i = 0; i < n; i++) Assert.Equal(root[i], forest.Root[i], 9);
        }
    }

    [Fact]
    public void A_hundred_pure_copies_of_each_other_are_one_origin()
    {
        const int N = 90;
        var own = Enumerable.Repeat(.001, N).ToArray();
        var edges = (from i in Enumerable.Range(0, N)
                     from j in Enumerable.Range(0,
            N)
                     where i != j
                     select new ForestEdge(i, j, 1d / N)).ToArray();
        var forest = new OriginForest();
        forest.Solve(own, edges);
        Assert.InRange(forest.Root[..N].ToArray().Sum(), .99, 1.2);
    }

    [Fact]
    public void A_group_too_large_for_the_exact_sum_still_counts_a_chain_once()
    {
        const int N = 500;
        var own = Enumerable.Repeat(.01, N).ToArray();
        var edges = Enumerable.Range(1, N - 1).Select(i => new ForestEdge(i, 0, 1)).ToArray();
        var forest = new OriginForest();
        forest.Solve(own, edges);
        Assert.InRange(forest.Root[..N].ToArray().Sum(), 1, 7);
    }
}
