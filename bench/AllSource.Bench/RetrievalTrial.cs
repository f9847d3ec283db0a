using System.Diagnostics;
using System.Globalization;
using AllSource.Kernel;
using AllSource.Lineage;
using AllSource.Lineage.Alignment;
using AllSource.Lineage.Seeds;
using AllSource.Lineage.Weighing;

namespace AllSource.Bench;

/// <summary>
/// Times of the stages of finding all against all, each apart, and of the whole with one thread and with two.
/// </summary>
internal static class RetrievalTrial
{
    private const int Rounds = 3; // the first one also compiles

    public static void Run(string file, TextWriter output)
    {
        var documents = LineageSet.ReadDocuments(file);
        var bytes = documents.Sum(static d => (long)System.Text.Encoding.UTF8.GetByteCount(d.Text));
        output.WriteLine(Say($"{documents.Count} documents, {bytes / 1e6:F1} MB of text"));
        for (var round = 0; round < Rounds; round++)
        {
            output.WriteLine(Say($"round {round + 1}"));
            Stages(documents, bytes, output);
            foreach (var threads in new[] { 1, 2 })
            {
                var clock = Stopwatch.StartNew();
                var cpu = Environment.CpuUsage.TotalTime;
                var found = new PassageFinder(new(threads)).Find(documents, null, CancellationToken.None);
                var took = clock.Elapsed.TotalSeconds;
                output.WriteLine(
                    Say($"  all, {threads} threads  {documents.Count / took,9:F0} docs/s  {took:F3} s"));
                var busy = (Environment.CpuUsage.TotalTime - cpu).TotalSeconds;
                output.WriteLine(Say($"                  {busy:F3} s of processor, {found.Length} passages"));
            }
        }
    }

    private static void Stages(List<LineageDocument> documents, long bytes, TextWriter output)
    {
        var threads = new PassageSearch().ThreadsOf(CancellationToken.None);
        var began = Environment.CpuUsage.TotalTime;
        var prepared = Prepared.Of(documents, threads);
        Tell("tokenise", ref began, bytes, output);
        var picker = new SeedPicker();
        long seeds = 0;
        foreach (var one in prepared) seeds += picker.Pick(one.Words).Length;
        Tell("seed", ref began, bytes, output);
        var held = HeldDocuments.Of(Prepared.Numbered(prepared));
        var rarity = new WordRarity();
        for (var d = 0; d < held.Numbers; d++) rarity.Add(held[d].Words);
        Tell("number and count", ref began, bytes, output);
        var join = SeedJoin.Of(held, sparseOnly: false, threads);
        Tell("seed and join", ref began, bytes, output);
        var comparison = new Comparison(held, rarity, new PassageSearch());
        long hits = 0;
        for (var d = 0; d < held.Numbers; d++) hits += comparison.HitsWithEarlier(d, join).Length;
        Tell("look up", ref began, bytes, output);
        var found = new List<Passage>();
        for (var d = 0; d < held.Numbers; d++)
        {
            comparison.WithEarlier(d, join, Evidence.PriorOf(held.Numbers), found);
        }

        Tell("look up, align, weigh", ref began, bytes, output);
        output.WriteLine(Say($"  {seeds} seeds, {hits} hits, {found.Count} passages"));
    }

    private static void Tell(string stage, ref TimeSpan began, long bytes, TextWriter output)
    {
        var took = (Environment.CpuUsage.TotalTime - began).TotalSeconds; // processor time: the machine may be shared
        output.WriteLine(Say($"  {stage,-22} {took:F3} s  {bytes / took / 1e9:F3} GB/s"));
        began = Environment.CpuUsage.TotalTime;
    }

    private static string Say(FormattableString words) => words.ToString(CultureInfo.InvariantCulture);
}
