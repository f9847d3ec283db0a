using System.Diagnostics;
using System.Globalization;
using AllSource.Fusion;
using AllSource.Fusion.Tables;

namespace AllSource.Bench.Worlds;

/// <summary>
/// Adds a claim to a fused table, or withdraws one, and compares with fusing the changed table from the beginning.
/// </summary>
internal static class ChangeTrial
{
    public static void Run(string path, int changes, TextWriter output)
    {
        using var stream = File.OpenRead(path);
        var table = ClaimTableReader.Read(stream, path).Value!;
        var fused = TableFusion.Fuse(table);
        var rng = new Random(1);
        fused.After(table.Sources[0], table.Objects[0], table.Values[0]);
        for (var k = 0; k < changes; k++)
        {
            var added = k % 2 == 0;
            var rows = table.Rows();
            var claim = added
                ? (table.Sources[rng.Next(table.Sources.Length)], table.Objects[rng.Next(table.Objects.Length)],
                    table.Values[rng.Next(table.Values.Length)])
                : rows.ElementAt(rng.Next(table.ClaimCount));
            var began = Stopwatch.GetTimestamp();
            var quick = added ? fused.After(claim.Item1, claim.Item2, claim.Item3)
                : fused.Without(claim.Item1, claim.Item2, claim.Item3);
            var took = Stopwatch.GetElapsedTime(began);
            var again = TableFusion.Fuse(ClaimTable.Of(
                added ? rows.Append(claim) : rows.Where(row => row != claim)));
            var changed = quick.ToDictionary(v => (v.Object, v.Value), v => v.Probability);
            double here = 0, all = 0;
            var over = 0;
            for (var i = 0; i < again.Count; i++)
            {
                var key = (again[i].Object, again[i].Value);
                var p = changed.TryGetValue(key, out var q) ? q
                    : fused.Of(key.Object).FirstOrDefault(v => v.Value == key.Value).Probability;
                var off = Math.Abs(p - again[i].Probability);
                if (key.Object == claim.Item2) here = Math.Max(here, off);
                all = Math.Max(all, off);
                over += off > 1e-3 ? 1 : 0;
            }

            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{(added ? "added" : "withdrawn")} {took.TotalMilliseconds:0} ms, {quick.Length} values; "
                + $"its object off by {here:0.00000}, all by {all:0.00000}, {over} of {again.Count} by over .001"));
        }
    }
}
