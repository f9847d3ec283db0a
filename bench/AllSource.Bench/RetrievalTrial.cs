using System.Diagnostics;
using System.Globalization;
using AllSource.Kernel;
using AllSource.Lineage;
using AllSource.Lineage.Reading;
using AllSource.Lineage.Seeds;
using AllSource.Lineage.Weighing;

namespace AllSource.Bench;

/// <summary>
/// Times of the stages of finding all against all, each apart, and of the whole with one thread and with two.
/// </summary>
internal static class RetrievalTrial
{
    private const int Rounds = 8; // the first ones also compile

    public static void Run(string file, TextWriter output)
    {
        var documents = LineageSet.ReadDocuments(file);
        var bytes = documents.Sum(static d => (long)System.Text.Encoding.UTF8.GetByteCount(d.Text));
        output.WriteLine(Say($"{documents.Count} documents, {bytes / 1e6:F1} MB of text"));
        var stages = new Dictionary<string, double>(StringComparer.Ordinal); // the least of all rounds, in their order
        var counts = "";
        for (var round = 0; round < Rounds; round++) counts = Stages(documents, stages);
        foreach (var (stage, took) in stages)
        {
            output.WriteLine(Say($"  {stage,-22} {took:F3} s  {bytes / took / 1e9:F3} GB/s"));
        }

        output.WriteLine(counts);
        foreach (var threads in new[] { 1, 2 }) RunWhole(documents, threads, Rounds, output);
    }

    /// <summary>The whole alone, so many times: for a profiler, or beside another process of the same.</summary>
    public static void RunWhole(string file, int threads, int rounds, TextWriter output) =>
        RunWhole(LineageSet.ReadDocuments(file), threads, rounds, output);

    private static void RunWhole(List<LineageDocument> documents, int threads, int rounds, TextWriter output)
    {
        for (var round = 0; round < rounds; round++) Whole(documents, threads, output);
    }

    /// <summary>
    /// Cutting into words, and picking seeds: the best of many rounds, one thread, by its own processor time.
    /// </summary>
    public static void RunWords(string file, TextWriter output)
    {
        const int rounds = 40;
        var documents = LineageSet.ReadDocuments(file);
        var bytes = documents.Sum(static d => (long)System.Text.Encoding.UTF8.GetByteCount(d.Text));
        var (words, seeds) = (double.MaxValue, double.MaxValue);
        var picker = new SeedPicker();
        for (var round = 0; round < rounds; round++)
        {
            var reader = new WordReader();
            var began = ThreadClock.Spent;
            var read = documents.ConvertAll(d => reader.Read(d.Text));
            var cut = ThreadClock.Spent;
            foreach (var one in read) picker.Pick(one);
            words = Math.Min(words, (cut - began).TotalSeconds);
            seeds = Math.Min(seeds, (ThreadClock.Spent - cut).TotalSeconds);
        }

        output.WriteLine(Say($"best of {rounds}: words {bytes / words / 1e9:F3} GB/s, ")
            + Say($"seeds {bytes / seeds / 1e9:F3} GB/s, both {bytes / (words + seeds) / 1e9:F3} GB/s"));
    }

    private static void Whole(List<LineageDocument> documents, int threads, TextWriter output)
    {
        GC.Collect();
        var pause = GC.GetTotalPauseDuration();
        var (gen0, gen2, bytes) = (GC.CollectionCount(0), GC.CollectionCount(2), GC.GetTotalAllocatedBytes());
        var clock = Stopwatch.StartNew();
        var cpu = Environment.CpuUsage.TotalTime;
        var found = new PassageFinder(new(threads)).Find(documents, null, CancellationToken.None);
        var took = clock.Elapsed.TotalSeconds;
        var busy = (Environment.CpuUsage.TotalTime - cpu).TotalSeconds;
        output.WriteLine(Say($"  all, {threads} threads  {documents.Count / took,7:F0} docs/s  {took:F3} s, ")
            + Say($"{busy:F3} s of processor, {found.Length} passages; memory: ")
            + Say($"{(GC.GetTotalAllocatedBytes() - bytes) >> 20} MB taken, ")
            + Say($"{GC.CollectionCount(0) - gen0} collections, ")
            + Say($"{GC.CollectionCount(2) - gen2} full, {(GC.GetTotalPauseDuration() - pause).TotalSeconds:F3} s"));
    }

    private static string Stages(List<LineageDocument> documents, Dictionary<string, double> least)
    {
        var threads = new PassageSearch().ThreadsOf(CancellationToken.None);
        var began = Environment.CpuUsage.TotalTime; // processor time: the machine may be shared
        var prepared = Prepared.Of(documents, threads);
        Tell("tokenise", ref began, least);
        var picker = new SeedPicker();
        long seeds = 0;
        foreach (var one in prepared) seeds += picker.Pick(one.Words).Length;
        Tell("seed", ref began, least);
        var held = HeldDocuments.Of(Prepared.Numbered(prepared));
        var rarity = new WordRarity();
        for (var d = 0; d < held.Numbers; d++) rarity.Add(held[d].Words);
        Tell("number and count", ref began, least);
        var join = SeedJoin.Of(held, sparseOnly: false, threads);
        Tell("seed and join", ref began, least);
        var comparison = new Comparison(held, rarity, new PassageSearch());
        long hits = 0;
        for (var d = 0; d < held.Numbers; d++) hits += comparison.HitsWithEarlier(d, join).Length;
        Tell("look up", ref began, least);
        var found = new List<Passage>();
        for (var d = 0; d < held.Numbers; d++)
        {
            comparison.WithEarlier(d, join, Evidence.PriorOf(held.Numbers), found);
        }

        Tell("look up, align, weigh", ref began, least);
        return Say($"  {seeds} seeds, {hits} hits, {found.Count} passages");
    }

    private static void Tell(string stage, ref TimeSpan began, Dictionary<string, double> least)
    {
        var took = (Environment.CpuUsage.TotalTime - began).TotalSeconds;
        least[stage] = Math.Min(took, least.GetValueOrDefault(stage, double.MaxValue));
        began = Environment.CpuUsage.TotalTime;
    }

    private static string Say(FormattableString words) => words.ToString(CultureInfo.InvariantCulture);
}
