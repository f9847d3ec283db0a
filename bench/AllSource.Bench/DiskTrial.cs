using System.Diagnostics;
using System.Globalization;
using AllSource.Lineage;
using AllSource.Lineage.Alignment;
using AllSource.Lineage.Segments;
using AllSource.Store.Segments;

namespace AllSource.Bench;

/// <summary>
/// The index on disk with many reports: the rate of inserting and finding among the first thousands and among the
/// last, the latency of one insert, bytes on disk and in memory a report. Between the two, reports are only inserted.
/// </summary>
internal static class DiskTrial
{
    private const int Measured = 20_000;
    private const int ToldEvery = 50_000;

    public static void Run(string folder, int reports, string[] files, TextWriter output)
    {
        var seal = new DeskSeal(new byte[DeskSeal.KeyBytes]);
        var texts = new SaltedReports(files, seal, reports);
        var before = Memory("RssAnon");
        using var place = SegmentFolder.Open(folder).Value!;
        using var index = SegmentIndex.Open(place, seal, texts, new(MergesBeside: true)).Value!;
        var measured = Math.Min(Measured, reports / 3);
        var first = Rate(index, texts, 0, measured, output);
        Size(index, measured, before, output);
        foreach (var to in new[] { reports / 2, reports })
        {
            Insert(index, texts, index.Reports, to - measured, output);
            var rate = Rate(index, texts, Math.Max(index.Reports, to - measured), to, output);
            output.WriteLine(Say($"rate at {to} against the first {measured}: {rate / first:P0}"));
            Size(index, to, before, output);
        }

        index.Settle();
        Size(index, reports, before, output);
        var clock = Stopwatch.StartNew();
        if (index.Compact(CancellationToken.None) is { } fault) output.WriteLine(fault.ToString());
        output.WriteLine(Say($"compacted in {clock.Elapsed.TotalSeconds:F0} s"));
        Size(index, reports, before, output);
    }

    private static void Insert(SegmentIndex index, SaltedReports texts, int from, int to, TextWriter output)
    {
        var inserts = new List<double>();
        var clock = Stopwatch.StartNew();
        for (var n = from; n < to; n++)
        {
            var report = texts.Report(n);
            var at = Stopwatch.GetTimestamp();
            index.Insert(report);
            inserts.Add(Stopwatch.GetElapsedTime(at).TotalMilliseconds);
            if (n % ToldEvery != 0) continue;
            output.WriteLine(Say($"  {n} inserted, {clock.Elapsed.TotalSeconds:F0} s"));
        }

        if (inserts.Count == 0) return;
        var rate = inserts.Count / clock.Elapsed.TotalSeconds;
        output.WriteLine(
            Say($"reports {from} to {to} inserted alone, texts made: {rate:F0} a second by the clock"));
        Latency("insert", inserts, output);
    }

    /// <summary>
    /// Reports inserted and found a second of the thread's own processor time, the making of texts apart; what merges
    /// beside it took of the processor is told by itself.
    /// </summary>
    private static double Rate(SegmentIndex index, SaltedReports texts, int from, int to, TextWriter output)
    {
        var inserts = new List<double>(to - from);
        var finds = new List<double>(to - from);
        var (inserting, finding) = (TimeSpan.Zero, TimeSpan.Zero);
        long passages = 0;
        var asked = texts.Asked;
        var (all, own, shelf) = (Environment.CpuUsage.TotalTime, ThreadClock.Spent, texts.Spent);
        for (var n = from; n < to; n++)
        {
            var report = texts.Report(n);
            var began = ThreadClock.Spent;
            var at = Stopwatch.GetTimestamp();
            index.Insert(report);
            inserts.Add(Stopwatch.GetElapsedTime(at).TotalMilliseconds);
            inserting += ThreadClock.Spent - began;
            began = ThreadClock.Spent;
            at = Stopwatch.GetTimestamp();
            passages += index.Find(report).Passages.Length;
            finds.Add(Stopwatch.GetElapsedTime(at).TotalMilliseconds);
            finding += ThreadClock.Spent - began;
        }

        var beside = Environment.CpuUsage.TotalTime - all - (ThreadClock.Spent - own);
        finding -= texts.Spent - shelf;
        var rate = (to - from) / (inserting + finding).TotalSeconds;
        output.WriteLine(Say($"reports {from} to {to}: {rate:F0} a second of processor, ")
            + Say($"{1000 * inserting.TotalSeconds / (to - from):F2} ms an insert and ")
            + Say($"{1000 * finding.TotalSeconds / (to - from):F2} ms a find; ")
            + Say($"merges and all else beside it {beside.TotalSeconds:F1} s; {passages} passages"));
        Latency("insert", inserts, output);
        Latency("find", finds, output);
        output.WriteLine(Say($"  {(texts.Asked - asked) / (double)(to - from):F1} texts asked for a report"));
        return rate;
    }

    private static void Latency(string what, List<double> took, TextWriter output)
    {
        took.Sort();
        output.WriteLine(Say($"  {what,-7} by the clock, ms: median {took[took.Count / 2]:F2}, 99th percentile ")
            + Say($"{took[took.Count * 99 / 100]:F2}, 99.9th {took[took.Count * 999 / 1000]:F1}, most {took[^1]:F0}"));
    }

    private static void Size(SegmentIndex index, int reports, long before, TextWriter output)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var extent = index.Extent;
        output.WriteLine(Say($"{extent.Segments} segments, {extent.Places / (double)reports:F0} places and ")
            + Say($"{extent.SegmentBytes / (double)reports:F0} bytes on disk a report; resident beyond the texts' ")
            + Say($"{before >> 20} MB: {(Memory("RssAnon") - before) / (double)reports:F0} bytes a report, ")
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
