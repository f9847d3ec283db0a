using System.Diagnostics;
using System.Globalization;
using AllSource.Lineage.Segments;

namespace AllSource.Bench;

/// <summary>
/// The pace of one index: reports inserted and found a second of the thread's own processor time, the making of texts
/// apart. What merges take beside it is no part of it. All are inserted, and one in so many is looked for.
/// </summary>
internal sealed class DiskPace(SegmentIndex index, SaltedReports texts)
{
    private const int FoundOneIn = 4;

    private readonly List<double> _inserts = [];
    private readonly List<double> _finds = [];
    private TimeSpan _inserting;
    private TimeSpan _finding;
    private long _passages;
    private int _asked;

    public double Rate => 1000 / (InsertMilliseconds + FindMilliseconds);

    private double InsertMilliseconds => _inserting.TotalMilliseconds / _inserts.Count;

    private double FindMilliseconds => _finding.TotalMilliseconds / _finds.Count;

    public void Take(int from, int to)
    {
        var (asked, shelf) = (texts.Asked, texts.Spent);
        for (var n = from; n < to; n++)
        {
            var report = texts.Report(n);
            var began = ThreadClock.Spent;
            var at = Stopwatch.GetTimestamp();
            index.Insert(report);
            _inserts.Add(Stopwatch.GetElapsedTime(at).TotalMilliseconds);
            _inserting += ThreadClock.Spent - began;
            if ((n - from) % FoundOneIn != 0) continue;
            began = ThreadClock.Spent;
            at = Stopwatch.GetTimestamp();
            _passages += index.Find(report).Passages.Length;
            _finds.Add(Stopwatch.GetElapsedTime(at).TotalMilliseconds);
            _finding += ThreadClock.Spent - began;
        }

        _finding -= texts.Spent - shelf;
        _asked += texts.Asked - asked;
    }

    public void Tell(string what, TextWriter output)
    {
        output.WriteLine(Say($"{what}: {Rate:F0} a second of processor, {InsertMilliseconds:F3} ms an insert and ")
            + Say($"{FindMilliseconds:F3} ms a find; {_passages} passages, ")
            + Say($"{_asked / (double)_finds.Count:F1} texts asked for a report"));
        Latency("insert by the clock", _inserts, output);
        Latency("find by the clock", _finds, output);
    }

    public static void Latency(string what, List<double> took, TextWriter output)
    {
        var sorted = took.Order().ToArray();
        output.WriteLine(Say($"  {what}, ms: median {sorted[sorted.Length / 2]:F2}, 99th percentile ")
            + Say($"{sorted[sorted.Length * 99 / 100]:F2}, 99.9th {sorted[sorted.Length * 999 / 1000]:F1}, ")
            + Say($"most {sorted[^1]:F0}"));
    }

    private static string Say(FormattableString words) => words.ToString(CultureInfo.InvariantCulture);
}
