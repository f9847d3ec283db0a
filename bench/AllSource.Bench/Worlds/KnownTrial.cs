using System.Globalization;
using AllSource.Fusion;

namespace AllSource.Bench.Worlds;

/// <summary>Fuses tables of which the truth is known (claims.tsv, truth.tsv, hierarchy.csv in a folder each).</summary>
internal static class KnownTrial
{
    public static void Run(string folder, TextWriter output)
    {
        output.WriteLine("table accuracy ece logloss links false-values");
        foreach (var set in Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal))
        {
            using var stream = File.OpenRead(Path.Combine(set, "claims.tsv"));
            var table = ClaimTableReader.Read(stream, set).Value!;
            var tree = Path.Combine(set, "hierarchy.csv");
            var hierarchy = File.Exists(tree) ? Hierarchy.Read(File.ReadLines(tree), tree).Value : null;
            var fused = TableFusion.Fuse(table, hierarchy);
            var truth = File.ReadLines(Path.Combine(set, "truth.tsv")).Select(l => l.Split('\t')).ToList();
            var bins = new (double Right, double Sum)[10];
            double right = 0, loss = 0;
            foreach (var row in truth)
            {
                var values = fused.Of(row[0]);
                var best = values.IsEmpty ? default : values.MaxBy(v => v.Probability);
                var p = values.IsEmpty ? .5 : best.Probability;
                var ok = best.Value == row[1] ? 1 : 0;
                right += ok;
                loss -= Math.Log(Math.Max(1e-6, ok == 1 ? p : 1 - p));
                ref var bin = ref bins[Math.Min(9, (int)(p * 10))];
                bin = (bin.Right + ok, bin.Sum + p);
            }

            var ece = bins.Sum(b => Math.Abs(b.Right - b.Sum)) / truth.Count;
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{Path.GetFileName(set),-18} {right / truth.Count:0.0000} {ece:0.000} {loss / truth.Count:0.000} "
                + $"{fused.Copies.Count(c => c.Probability >= .5)}"));
        }
    }
}
