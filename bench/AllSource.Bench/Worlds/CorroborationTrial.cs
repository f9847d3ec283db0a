using System.Globalization;
using AllSource.Fusion;
using AllSource.Fusion.Tables;

namespace AllSource.Bench.Worlds;

/// <summary>
/// Adds one more claim to a made world, by a source that copies nobody, and compares how far the belief in what it
/// says moves with exact Bayes: with the accuracy that the source was made with, and with the one that the engine
/// thinks it has. Strangers say that they saw it for themselves, and are held to the mean accuracy of the table.
/// </summary>
internal static class CorroborationTrial
{
    public static void Run(int seeds, int claims, TextWriter output)
    {
        output.WriteLine("kind off-by: made accuracy (mean max), engine's accuracy (mean max), stranger (mean max)");
        foreach (var name in (string[])["given", "small", "near-half", "nobody", "own-values"])
        {
            var kind = WorldKind.All.First(k => k.Name == name);
            var off = new List<double>[] { [], [], [] };
            for (var seed = 1; seed <= seeds; seed++) Off(kind, seed, claims, off);
            output.WriteLine(string.Join(' ', off.Select(o => string.Create(
                CultureInfo.InvariantCulture, $"{o.Average():0.0000} {o.Max():0.000} ({o.Count})")).Prepend(name)));
        }
    }

    private static void Off(WorldKind kind, int seed, int claims, List<double>[] off)
    {
        var world = new World(kind, seed);
        var table = WorldTrial.Table(world, false);
        var before = TableFusion.Fuse(table);
        var rng = new Random(seed);
        var said = world.Claims().GroupBy(c => c.Source).ToDictionary(
            g => g.Key, g => g.Select(c => c.Object).ToHashSet());
        var honest = said.Keys.Where(s => world.Copies.TrueForAll(c => c.Copier != s)).Order().ToArray();
        for (var k = 0; k < claims; k++)
        {
            var s = honest[rng.Next(honest.Length)];
            var o = rng.Next(world.Objects);
            if (said[s].Contains(o)) continue;
            var a = world.Accuracy(s);
            var values = before.Of($"o{o}");
            if (values.Length < 2) continue;
            // What a source of this accuracy would say, among what is claimed already.
            var right = values.FirstOrDefault(v => v.Value == world.Truth(o));
            var wrong = values.Where(v => v.Value != world.Truth(o)).ToList();
            var said1 = right.Value is not null && rng.NextDouble() < a ? right : wrong[rng.Next(wrong.Count)];
            var known = TableFusion.Fuse(Added(table, $"s{s}", $"o{o}", said1.Value, null));
            var stranger = TableFusion.Fuse(Added(table, "stranger", $"o{o}", said1.Value, "stranger"));
            var spread = before.Model!.FalseValues;
            var number = table.Sources.AsSpan().BinarySearch($"s{s}", StringComparer.Ordinal);
            Compare(off[0], known, said1, a, kind.Values - 1);
            Compare(off[1], known, said1, before.Model.Accuracy(number), spread);
            Compare(off[2], stranger, said1, before.Model.PriorMean, spread);
        }
    }

    private static ClaimTable Added(ClaimTable table, string source, string name, string value, string? from)
    {
        var added = ClaimTable.Of(table.Rows().Append((source, name, value)));
        if (from is not null) added.Declare([new(source, name, value, from, ClaimTime.Anywhen)]);
        return added;
    }

    private static void Compare(List<double> off, FusedTable after, FusedValue said, double a, double spread)
    {
        var p = said.Probability;
        var exact = p * a / ((p * a) + ((1 - p) * (1 - a) / spread));
        var moved = after.Of(said.Object).First(v => v.Value == said.Value).Probability;
        off.Add(Math.Abs(moved - exact));
    }
}
