using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using AllSource.Kernel;
using AllSource.Lineage;

namespace AllSource.Bench;

/// <summary>
/// Times of the stages of finding all against all, each apart, and of the whole with one thread and with two.
/// </summary>
internal static class RetrievalTrial
{
    private const int Rounds = 3; // the first one also compiles

    public static void Run(string file, TextWriter output)
    {
        var documents = Read(file);
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
        var threads = new ParallelOptions { MaxDegreeOfParallelism = 1 };
        var began = Environment.CpuUsage.TotalTime;
        var prepared = Prepared.Of(documents, threads);
        Tell("tokenise", ref began, bytes, output);
        var rarity = new WordRarity();
        foreach (var one in prepared) rarity.Add(one.Words);
        Tell("count words", ref began, bytes, output);
        var picker = new SeedPicker();
        var seeds = prepared.Select(p => picker.Pick(p.Words).ToArray()).ToArray();
        Tell("seed", ref began, bytes, output);
        var table = SeedTable.Of(seeds, prepared, threads);
        Tell("index", ref began, bytes, output);
        var collector = new HitCollector(table);
        long hits = 0;
        for (var d = 0; d < prepared.Length; d++) hits += collector.Collect(d, seeds[d]).Length;
        Tell("look up", ref began, bytes, output);
        var comparison = new Comparison(table, rarity, Evidence.PriorOf(prepared.Length), keepPassedOver: false);
        for (var d = 0; d < prepared.Length; d++) comparison.With(prepared, d, seeds[d]);
        Tell("look up and align", ref began, bytes, output);
        output.WriteLine(Say($"  {seeds.Sum(static s => (long)s.Length)} seeds, {hits} hits"));
    }

    private static void Tell(string stage, ref TimeSpan began, long bytes, TextWriter output)
    {
        var took = (Environment.CpuUsage.TotalTime - began).TotalSeconds; // processor time: the machine may be shared
        output.WriteLine(Say($"  {stage,-20} {took:F3} s  {bytes / took / 1e9:F3} GB/s"));
        began = Environment.CpuUsage.TotalTime;
    }

    private static string Say(FormattableString words) => words.ToString(CultureInfo.InvariantCulture);

    private static List<LineageDocument> Read(string file)
    {
        using var bytes = File.OpenRead(file);
        using var reader = new StreamReader(file.EndsWith(".gz", StringComparison.Ordinal)
            ? new GZipStream(bytes, CompressionMode.Decompress) : bytes);
        var documents = new List<LineageDocument>();
        while (reader.ReadLine() is { } line)
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            string? Of(string name) => root.TryGetProperty(name, out var value) ? value.GetString() : null;
            documents.Add(new(Of("id")!, Of("text")!, ReportedTime.TryIso(Of("published")), Of("author"), Of("title")));
        }

        return documents;
    }
}
