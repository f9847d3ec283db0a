using System.Diagnostics;
using System.Globalization;
using AllSource.Lineage.Segments;
using AllSource.Store.Segments;

namespace AllSource.Bench;

/// <summary>
/// The index on disk with many reports: the rate of inserting and finding one copy of the sets when many are held,
/// against that of the first copy in an index of its own; the latency of one insert; bytes on disk and in memory a
/// report. Whole copies are compared, because reports of the sets differ in their work, and in turns, because the
/// machine's speed changes. Between the measured copies reports are only inserted.
/// </summary>
internal static class DiskTrial
{
    private const int Turn = 256; // reports inserted and found before the other index has its turn
    private const int ToldEvery = 50_000;

    public static void Run(string folder, int reports, string[] files, TextWriter output)
    {
        var seal = new DeskSeal(new byte[DeskSeal.KeyBytes]);
        var texts = new SaltedReports(files, seal, reports);
        var copies = reports / texts.CopySize;
        if (copies < 2) throw new ArgumentException($"{reports} reports are no two copies of {texts.CopySize}");
        var before = Memory("RssAnon");
        using var place = SegmentFolder.Open(folder).Value!;
        using var index = SegmentIndex.Open(place, seal, texts, new(WritesBeside: true)).Value!;
        foreach (var copy in copies > 3 ? new[] { copies / 2, copies - 1 } : [copies - 1])
        {
            Insert(index, texts, index.Reports, copy * texts.CopySize, output);
            Compare(Path.Combine(folder, Say($"first-{copy}")), index, seal, texts, copy, output);
            Size(index, before, output);
        }

        index.Settle();
        Size(index, before, output);
        var clock = Stopwatch.StartNew();
        if (index.Compact(CancellationToken.None) is { } fault) output.WriteLine(fault.ToString());
        output.WriteLine(Say($"compacted in {clock.Elapsed.TotalSeconds:F0} s"));
        Size(index, before, output);
    }

    private static void Insert(SegmentIndex index, SaltedReports texts, int from, int to, TextWriter output)
    {
        var (inserts, spent) = (new List<double>(), new List<double>());
        var clock = Stopwatch.StartNew();
        for (var n = from; n < to; n++)
        {
            var report = texts.Report(n);
            var began = ThreadClock.Spent;
            var at = Stopwatch.GetTimestamp();
            index.Insert(report);
            inserts.Add(Stopwatch.GetElapsedTime(at).TotalMilliseconds);
            spent.Add((ThreadClock.Spent - began).TotalMilliseconds);
            if (n % ToldEvery != 0) continue;
            output.WriteLine(Say($"  {n} inserted, {clock.Elapsed.TotalSeconds:F0} s"));
        }

        if (inserts.Count == 0) return;
        var rate = inserts.Count / clock.Elapsed.TotalSeconds;
        output.WriteLine(
            Say($"reports {from} to {to} inserted alone, texts made: {rate:F0} a second by the clock"));
        DiskPace.Latency("insert by the clock", inserts, output);
        DiskPace.Latency("insert by its thread's processor time", spent, output);
    }

    private static void Compare(
        string folder, SegmentIndex index, DeskSeal seal, SaltedReports texts, int copy, TextWriter output)
    {
        using var place = SegmentFolder.Open(folder).Value!;
        using var small = SegmentIndex.Open(place, seal, texts, new(WritesBeside: true)).Value!;
        var (first, now) = (new DiskPace(small, texts), new DiskPace(index, texts));
        var size = texts.CopySize;
        for (var n = 0; n < size; n += Turn)
        {
            first.Take(n, Math.Min(n + Turn, size));
            now.Take((copy * size) + n, (copy * size) + Math.Min(n + Turn, size));
        }

        first.Tell(Say($"the first {size} alone"), output);
        now.Tell(Say($"reports {copy * size} to {(copy + 1) * size}, in turns with them"), output);
        output.WriteLine(Say($"rate at {(copy + 1) * size} against the first {size}: {now.Rate / first.Rate:P0}"));
    }

    private static void Size(SegmentIndex index, long before, TextWriter output)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var extent = index.Extent;
        double reports = index.Reports;
        output.WriteLine(Say($"{extent.Segments} segments, {extent.Places / reports:F0} places and ")
            + Say($"{extent.SegmentBytes / reports:F0} bytes on disk a report; resident beyond the texts' ")
            + Say($"{before >> 20} MB: {(Memory("RssAnon") - before) / reports:F0} bytes a report, ")
            + Say($"mapped pages {Memory("RssFile") >> 20} MB"));
    }

    private static long Memory(string what)
    {
        if (!File.Exists("/proc/self/status")) return 0;
        var line = File.ReadLines("/proc/self/status")
            .FirstOrDefault(l => l.StartsWith(what, StringComparison.Ordinal));
        return line is null ? 0 : 1024 * long.Parse(line.AsSpan(what.Length + 1, line.Length - what.Length - 4).Trim(),
            CultureInfo.InvariantCulture);
    }

    private static string Say(FormattableString words) => words.ToString(CultureInfo.InvariantCulture);
}
