using System.Diagnostics;
using System.Globalization;
using System.Text;
using AllSource.Lineage;

namespace AllSource.Bench;

/// <summary>
/// Texts made to cost much, at full size: one word a million times, a single line of fifty megabytes, a hundred
/// thousand identical reports, ten thousand reports that all quote one sentence. Time and memory of each; one a run, as
/// memory is told at its highest.
/// </summary>
internal static class HostileTrial
{
    public const string Names = "word | line | same | quote";

    public static void Run(string name, TextWriter output)
    {
        var documents = Of(name);
        var bytes = documents.Sum(static d => (long)d.Text.Length);
        var before = Process.GetCurrentProcess().WorkingSet64;
        var cpu = Environment.CpuUsage.TotalTime;
        var clock = Stopwatch.StartNew();
        var found = new PassageFinder(new(1)).Find(documents, null, CancellationToken.None);
        var busy = (Environment.CpuUsage.TotalTime - cpu).TotalSeconds;
        using var process = Process.GetCurrentProcess();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{name}: {documents.Count} documents, {bytes / 1e6:F1} million characters, {found.Length} passages; ")
            + string.Create(CultureInfo.InvariantCulture,
                $"{busy:F1} s of processor, {clock.Elapsed.TotalSeconds:F1} s by the clock; ")
            + string.Create(CultureInfo.InvariantCulture,
                $"at most {process.PeakWorkingSet64 >> 20} MB, {before >> 20} MB of it before"));
    }

    private static List<LineageDocument> Of(string name)
    {
        var random = new Random(1);
        switch (name)
        {
            case "word":
                return [.. Enumerable.Range(0, 2).Select(static n =>
                    new LineageDocument($"d{n}", string.Join(' ', Enumerable.Repeat("word", 1_000_000 + n))))];
            case "line":
                var line = Words(random, 10_000_000);
                return [new("whole", line), new("part", line[20_000_000..21_000_000])];
            case "same":
                var text = Words(random, 200);
                return [.. Enumerable.Range(0, 100_000).Select(n => new LineageDocument($"d{n}", text))];
            case "quote":
                var sentence = Words(random, 20);
                return [.. Enumerable.Range(0, 10_000).Select(n => new LineageDocument(
                    $"d{n}", $"{Words(random, 60)}. \u201c{sentence}\u201d. {Words(random, 60)}."))];
            default:
                throw new ArgumentException($"one of {Names}", nameof(name));
        }
    }

    /// <summary>Words of a vocabulary of a hundred thousand, in no order.</summary>
    private static string Words(Random random, int count)
    {
        var text = new StringBuilder(7 * count);
        for (var w = 0; w < count; w++)
        {
            if (w > 0) text.Append(' ');
            for (var rest = 1000 + random.Next(100_000); rest > 0; rest /= 20) text.Append((char)('a' + (rest % 20)));
        }

        return text.ToString();
    }
}
