using System.Diagnostics;
using System.Globalization;
using AllSource.Lineage.Alignment;
using AllSource.Lineage.Segments;
using AllSource.Store.Segments;

namespace AllSource.Bench;

/// <summary>
/// A process that writes an index (small segments, merged beside, so that it is nearly always in the middle of one) is
/// killed a hundred times; each time the index must open, hold what was acknowledged and nothing by half.
/// </summary>
internal static class KillTrial
{
    private const int Reports = 6000;
    private static readonly SegmentIndexSettings Settings = new(YoungReportsMax: 64, MergeFanOut: 3,
        WritesBeside: true);

    public static void Run(string folder, int kills, string file, TextWriter output)
    {
        var random = new Random(1);
        HashSet<int> held = [];
        var (opened, lost, halves) = (0, 0, 0);
        for (var kill = 0; kill < kills; kill++)
        {
            RunAndKill(folder, file, random.Next(20, 600), held);
            using var place = SegmentFolder.Open(folder).Value!;
            var seal = new DeskSeal(new byte[DeskSeal.KeyBytes]);
            var texts = new SaltedReports([file], seal, Reports);
            var parsed = SegmentIndex.Open(place, seal, texts, Settings);
            if (parsed.Value is not { } index)
            {
                output.WriteLine($"kill {kill}: {parsed.Findings[0]}");
                continue;
            }

            opened++;
            var there = Enumerable.Range(0, Reports).Where(n => index.Holds(SaltedReports.IdOf(n))).ToHashSet();
            var missing = held.Except(there).Count();
            var more = there.Except(held).Count();
            if (missing + more > 1) (lost, halves) = (lost + missing, halves + more); // one act may have been under way
            if (there.Take(10).Any(n => !index.Find(texts.Report(n)).Findings.IsEmpty)) halves++;
            held = there;
            index.Dispose();
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{kills} kills: {opened} opened, {lost} acknowledged reports lost, {halves} half-written seen; ")
            + string.Create(CultureInfo.InvariantCulture, $"{held.Count} reports held at the end"));
    }

    /// <summary>The other side: inserts and withdraws, and says each act once the index has returned from it.</summary>
    public static void Write(string folder, string file)
    {
        var seal = new DeskSeal(new byte[DeskSeal.KeyBytes]);
        var texts = new SaltedReports([file], seal, Reports);
        using var place = SegmentFolder.Open(folder).Value!;
        using var index = SegmentIndex.Open(place, seal, texts, Settings).Value!;
        using var said = new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true };
        for (var round = 0; ; round++)
        {
            for (var n = 0; n < Reports; n++)
            {
                var report = texts.Report(n);
                if (index.Insert(report) == Inserted.New) said.WriteLine($"+{n}");
                if (n > 3 && (n + round) % 5 == 4 && index.Withdraw(SaltedReports.IdOf(n - 3))
                    .WasHere) said.WriteLine($"-{n - 3}");
            }
        }
    }

    private static void RunAndKill(string folder, string file, int acts, HashSet<int> held)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
        foreach (var argument in new[] { "kill-writer", folder, file }) start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        for (var n = 0; process.StandardOutput.ReadLine() is { } line; n++)
        {
            var report = int.Parse(line.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture);
            if (line[0] == '+') held.Add(report);
            else held.Remove(report);
            if (n == acts) process.Kill(); // what it still said is read by the loop
        }

        process.WaitForExit();
    }
}
