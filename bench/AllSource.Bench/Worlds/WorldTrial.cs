using System.Diagnostics;
using System.Globalization;
using AllSource.Fusion;
using AllSource.Fusion.Copying;
using AllSource.Fusion.Tables;

namespace AllSource.Bench.Worlds;

/// <summary>Fuses made worlds and prints a line a kind: what it would be without copying, with the engine, and
/// with copied claims removed.</summary>
internal static class WorldTrial
{
    public static void Run(IReadOnlyList<string> kinds, int seeds, TextWriter output)
    {
        output.WriteLine("kind accu oracle engine closed ece origins f1 directed false-links seconds");
        foreach (var kind in WorldKind.All.Where(k => kinds.Count == 0 || kinds.Contains(k.Name)))
        {
            double accu = 0, oracle = 0;
            var scores = new List<WorldScore>();
            var clock = new Stopwatch();
            for (var seed = 1; seed <= seeds; seed++)
            {
                var world = new World(kind, seed);
                var table = Table(world, false);
                clock.Start();
                scores.Add(WorldScore.Of(world, TableFusion.Fuse(table)));
                clock.Stop();
                accu += Plain(world, table) / seeds;
                oracle += Plain(world, Table(world, true)) / seeds;
            }

            var right = scores.Average(s => s.Right);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{kind.Name,-16} {accu:0.000} {oracle:0.000} {right:0.000} {(right - accu) / (oracle - accu),6:0.00} "
                + $"{scores.Average(s => s.CalibrationError):0.000} {scores.Average(s => s.OriginsOff):0.000} "
                + $"{scores.Average(s => s.EdgesF1):0.00} {scores.Average(s => s.Directed):0.00} "
                + $"{scores.Average(s => s.Accused),5:0.0} {clock.Elapsed.TotalSeconds / seeds:0.0}"));
        }
    }

    /// <summary>The world's claims; all, or only what its sources saw themselves.</summary>
    public static ClaimTable Table(World world, bool seenOnly) => ClaimTable.Of(
        world.Claims().Where(c => !seenOnly || c.Origin == c.Source)
            .Select(c => ($"s{c.Source}", $"o{c.Object}", c.Value)));

    private static double Plain(World world, ClaimTable table)
    {
        var echoes = Echoes.SetAside(table);
        var fused = FusedTable.Of(table, echoes, TableFusion.Model(echoes.Voices, null, false));
        return WorldScore.Beliefs(world.Truth, world.Objects, fused).Right;
    }
}
