using System.Globalization;
using AllSource.Fusion;

namespace AllSource.Bench.Worlds;

/// <summary>How a fused table stands against the world that it was made from.</summary>
internal sealed record WorldScore(
    double Right, double CalibrationError, double OriginsOff, double EdgesF1, double Directed, int Accused)
{
    private const int SharedMin = 10;
    private const int ReportsMax = 10;

    public static WorldScore Of(World world, FusedTable fused)
    {
        var (right, error) = Beliefs(o => world.Truth(o), world.Objects, fused);
        var (f1, directed, accused) = Edges(world, fused);
        return new(right, error, Origins(world, fused), f1, directed, accused);
    }

    /// <summary>Accuracy and expected calibration error (ten bins), as the scorer of the measures page.</summary>
    public static (double Right, double CalibrationError) Beliefs(Func<int, string> truth, int objects,
        FusedTable fused)
    {
        var bins = new (int N, int Right, double Sum)[10];
        var right = 0;
        for (var o = 0; o < objects; o++)
        {
            var values = fused.Of($"o{o}");
            var best = values.IsEmpty ? default : values.MaxBy(v => v.Probability);
            var p = values.IsEmpty ? .5 : best.Probability;
            var ok = best.Value == truth(o) ? 1 : 0;
            right += ok;
            ref var bin = ref bins[Math.Min(9, (int)(p * 10))];
            bin = (bin.N + 1, bin.Right + ok, bin.Sum + p);
        }

        return (right / (double)objects, bins.Sum(b => Math.Abs(b.Right - b.Sum)) / objects);
    }

    private static double Origins(World world, FusedTable fused)
    {
        var known = world.Claims().GroupBy(c => (c.Object, c.Value)).ToDictionary(
            g => ($"o{g.Key.Object}", g.Key.Value), g => g.Select(c => c.Origin).Distinct().Count());
        double off = 0, n = 0;
        for (var i = 0; i < fused.Count; i++)
        {
            if (fused[i].Reports > ReportsMax) continue;
            off += Math.Abs(fused[i].Origins - known[(fused[i].Object, fused[i].Value)]);
            n++;
        }

        return off / n;
    }

    private static (double F1, double Directed, int Accused) Edges(World world, FusedTable fused)
    {
        var said = world.Claims().GroupBy(c => c.Source).ToDictionary(
            g => g.Key, g => g.Select(c => c.Object).ToHashSet());
        bool Counts(int a, int b) => said[a].Count(said[b].Contains) >= SharedMin;
        var known = world.Copies.Where(c => Counts(c.Copier, c.Original)).ToHashSet();
        var found = fused.Copies.Where(c => c.Probability >= .5)
            .Select(c => (Copier: Number(c.Copier), Original: Number(c.Original),
                c.Direction)).Where(c => Counts(c.Copier, c.Original)).ToList();
        var met = found.Where(f => known.Contains((f.Copier, f.Original)) || known.Contains((f.Original, f.Copier)))
            .ToList();
        var directed = met.Count(f => known.Contains((f.Copier, f.Original)));
        var f1 = 2d * met.Count / Math.Max(1, known.Count + found.Count);
        return (f1, directed / (double)Math.Max(1, met.Count), found.Count - met.Count);
    }

    private static int Number(string source) => int.Parse(source.AsSpan(1), CultureInfo.InvariantCulture);
}
