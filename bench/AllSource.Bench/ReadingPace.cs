using System.Globalization;
using System.Text.Json;
using AllSource.Claims;
using AllSource.Language;

namespace AllSource.Bench;

/// <summary>How fast who says what is read from raw text on one thread, pass after pass: the first ones pay for
/// compiling and the model.</summary>
internal static class ReadingPace
{
    /// <param name="file">Lines of JSON with a "text".</param>
    public static void Run(string file, int passes, TextWriter to)
    {
        string[] texts = [.. File.ReadLines(file).Select(line =>
        {
            using var json = JsonDocument.Parse(line);
            return json.RootElement.GetProperty("text").GetString()!;
        })];
        var tokens = texts.Sum(t => Tokeniser.Read(t).Count);
        var reader = new ClaimReader();
        for (var pass = 1; pass <= passes; pass++)
        {
            var before = Environment.CpuUsage.TotalTime;
            var found = texts.Sum(t => reader.Read(t).Length);
            var seconds = (Environment.CpuUsage.TotalTime - before).TotalSeconds;
            to.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"pass {pass}: {seconds:0.00} s of processor, {found} attributions, {tokens / seconds / 1000:0} "
                + $"thousand tokens a second"));
        }
    }
}
