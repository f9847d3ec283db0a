using System.Diagnostics;
using System.Globalization;
using AllSource.Lineage;
using AllSource.Lineage.Segments;

namespace AllSource.Bench;

/// <summary>
/// The index in memory with many reports, one after another, each compared at once with all before it: the rate of
/// twenty thousand at a time, the latency of one, and memory a report (its text, words and grams).
/// </summary>
internal static class StreamTrial
{
    private const int Measured = 20_000;

    public static void Run(int reports, string[] files, TextWriter output)
    {
        var texts = new SaltedReports(files, new DeskSeal(new byte[DeskSeal.KeyBytes]), 0);
        var index = new LineageIndex();
        var took = new List<double>(Measured);
        var (first, passages) = (0.0, 0L);
        for (var n = 0; n < reports; n += Measured)
        {
            took.Clear();
            var busy = TimeSpan.Zero;
            for (var r = n; r < Math.Min(reports, n + Measured); r++)
            {
                var report = texts.Report(r);
                var cpu = Environment.CpuUsage.TotalTime;
                var at = Stopwatch.GetTimestamp();
                passages += index.Insert(report).Length;
                took.Add(Stopwatch.GetElapsedTime(at).TotalMilliseconds);
                busy += Environment.CpuUsage.TotalTime - cpu;
            }

            var rate = took.Count / busy.TotalSeconds;
            if (n == 0) first = rate;
            took.Sort();
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{n + took.Count} reports: {rate:F0} a second of processor, {rate / first:P0} of the first; ")
                + string.Create(CultureInfo.InvariantCulture,
                    $"one, ms by the clock: median {took[took.Count / 2]:F2}, ")
                + string.Create(CultureInfo.InvariantCulture,
                    $"99th percentile {took[took.Count * 99 / 100]:F2}")
                + string.Create(CultureInfo.InvariantCulture,
                    $"; {passages} passages, {GC.GetTotalMemory(false) / (double)index.Count:F0} bytes a report"));
        }
    }
}
