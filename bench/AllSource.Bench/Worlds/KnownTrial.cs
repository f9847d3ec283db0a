using System.Globalization;
using AllSource.Fusion;
using AllSource.Fusion.Tables;

namespace AllSource.Bench.Worlds;

/// <summary>Fuses tables of which the truth is known (claims.tsv, truth.tsv, hierarchy.csv in a folder each).</summary>
internal static class KnownTrial
{
    public static void Run(string folder, TextWriter output)
    {
        output.WriteLine("table accuracy ece logloss links");
        foreach (var set in Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal))
        {
            var (table, hierarchy) = Open(set);
            var truth = File.ReadLines(Path.Combine(set, "truth.tsv")).Select(l => l.Split('\t')).ToList();
            var fused = TableFusion.Fuse(table, hierarchy);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{Path.GetFileName(set),-18} {Score(fused, truth)} {fused.Copies.Count(c => c.Probability >= .5)}"));
        }
    }

    /// <summary>
    /// The same with each second truth given as an outcome: how the other truths are met without and with them, and how
    /// the given ones are met by beliefs from the other folds.
    /// </summary>
    public static void Outcomes(string folder, TextWriter output)
    {
        output.WriteLine("table | without: accuracy ece logloss | with | given ones, cross-fitted");
        foreach (var set in Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal))
        {
            var (table, hierarchy) = Open(set);
            var truth = File.ReadLines(Path.Combine(set, "truth.tsv")).Select(l => l.Split('\t')).ToList();
            var given = truth.Where((_, k) => k % 2 == 0).ToList();
            var kept = truth.Where((_, k) => k % 2 == 1).ToList();
            var outcomes = TableOutcomes.Read(given.Select(t => $"{t[0]}\t{t[1]}"), set).Value!;
            var without = TableFusion.Fuse(table, hierarchy);
            var with = TableFusion.Fuse(table, hierarchy, outcomes);
            output.WriteLine($"{Path.GetFileName(set),-18} | {Score(without, kept)} | {Score(with, kept)} "
                + $"| {Score(with, given)}");
        }
    }

    private static (ClaimTable Table, Hierarchy? Hierarchy) Open(string set)
    {
        using var stream = File.OpenRead(Path.Combine(set, "claims.tsv"));
        var table = ClaimTableReader.Read(stream, set).Value!;
        var tree = Path.Combine(set, "hierarchy.csv");
        return (table, File.Exists(tree) ? Hierarchy.Read(File.ReadLines(tree), tree).Value : null);
    }

    private static string Score(FusedTable fused, List<string[]> truth)
    {
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
        return string.Create(CultureInfo.InvariantCulture,
            $"{right / truth.Count:0.0000} {ece:0.000} {loss / truth.Count:0.000}");
    }
}
