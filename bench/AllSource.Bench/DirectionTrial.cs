using System.Globalization;
using System.Text.Json;
using AllSource.Lineage;
using AllSource.Lineage.Directions;
using AllSource.Lineage.Weighing;

namespace AllSource.Bench;

/// <summary>
/// Who copies whom when no date tells: dates are taken out, and the named direction of gold pairs is scored; abstaining
/// is counted beside it. Each kind of trace is told with how often it pointed right.
/// </summary>
internal static class DirectionTrial
{
    private const double NamedMin = 1.6; // as Direction has it

    public static void Run(string file, TextWriter output)
    {
        var undated = LineageSet.ReadDocuments(file).ConvertAll(static d => d with { Published = null });
        var copiers = Copiers(file.Replace(".docs.jsonl", ".gold.jsonl", StringComparison.Ordinal));
        var found = new PassageFinder(new(1, KeepPassedOver: true)).Find(undated, null, CancellationToken.None);
        int pairs = 0, named = 0, right = 0;
        var sums = new List<(double Odds, bool IsFirst)>();
        var kinds = new SortedDictionary<string, (int Right, int Wrong)>(StringComparer.Ordinal);
        foreach (var pair in found.Where(static p => p.Probability >= Evidence.ProbabilityMin)
            .GroupBy(static p => (p.A, p.B)))
        {
            if (!copiers.TryGetValue(pair.Key, out var copier)) continue;
            pairs++;
            var first = pair.First();
            if (first.Copier is { } said)
            {
                named++;
                if (said == copier) right++;
            }

            sums.Add((first.Traces.Sum(static t => t.Odds), copier == first.A));
            foreach (var trace in first.Traces)
            {
                var isRight = trace.Odds > 0 == (copier == first.A);
                var (yes, no) = kinds.GetValueOrDefault(trace.Name);
                kinds[trace.Name] = isRight ? (yes + 1, no) : (yes, no + 1);
            }
        }

        output.WriteLine(Say($"{pairs} gold pairs found, named {named} ({named / (double)Math.Max(1, pairs):P1}), ")
            + Say($"right {right / (double)Math.Max(1, named):F4} of the named"));
        for (var bar = .6; bar < 4; bar += .4)
        {
            var over = sums.FindAll(s => Math.Abs(s.Odds) >= bar);
            var good = over.Count(static s => s.Odds > 0 == s.IsFirst);
            output.WriteLine(Say($"  from {bar:F1} named {over.Count / (double)Math.Max(1, pairs):P1}, ")
                + Say($"right {good / (double)Math.Max(1, over.Count):F4}"));
        }

        foreach (var (kind, (yes, no)) in kinds)
        {
            output.WriteLine(Say($"  {kind,-20} right {yes,6} wrong {no,6} ")
                + Say($"log-odds {Math.Log((yes + 1.0) / (no + 1)):F2}"));
        }
    }

    /// <summary>
    /// Weights learnt on one set, each trace's by how often it pointed right, tried on another: what the traces are
    /// worth where nobody chose their weights.
    /// </summary>
    public static void Across(string learnt, string tried, TextWriter output)
    {
        var weights = Gold(learnt)
            .SelectMany(static g => g.Traces.Select(t => (t.Name, IsRight: t.Odds > 0 == g.IsFirst)))
            .GroupBy(static t => t.Name).ToDictionary(static g => g.Key, static g =>
                Math.Log((g.Count(static t => t.IsRight) + 1.0) / (g.Count(static t => !t.IsRight) + 1)));
        var pairs = Gold(tried);
        var odds = pairs.ConvertAll(g => (Odds: g.Traces.Sum(t =>
            Math.Sign(t.Odds) * weights.GetValueOrDefault(t.Name)), g.IsFirst));
        var named = odds.FindAll(static o => Math.Abs(o.Odds) >= NamedMin);
        var right = named.Count(static o => o.Odds > 0 == o.IsFirst);
        output.WriteLine(Say($"{pairs.Count} gold pairs found, named {named.Count} ")
            + Say($"({named.Count / (double)Math.Max(1, pairs.Count):P1}), ")
            + Say($"right {right / (double)Math.Max(1, named.Count):F4} of the named"));
    }

    private static List<(IReadOnlyList<CopyTrace> Traces, bool IsFirst)> Gold(string file)
    {
        var undated = LineageSet.ReadDocuments(file).ConvertAll(static d => d with { Published = null });
        var copiers = Copiers(file.Replace(".docs.jsonl", ".gold.jsonl", StringComparison.Ordinal));
        return [.. new PassageFinder(new(1, KeepPassedOver: true)).Find(undated, null, CancellationToken.None)
            .Where(p => p.Probability >= Evidence.ProbabilityMin && copiers.ContainsKey((p.A, p.B)))
            .GroupBy(static p => (p.A, p.B)).Select(g => (g.First().Traces, copiers[g.Key] == g.Key.A))];
    }

    private static Dictionary<(string, string), string> Copiers(string gold)
    {
        var copiers = new Dictionary<(string, string), string>();
        foreach (var line in File.ReadLines(gold))
        {
            using var json = JsonDocument.Parse(line);
            string? Of(string name) => json.RootElement.TryGetProperty(name, out var value) ? value.GetString() : null;
            if (Of("copier") is { } copier) copiers[LineageSet.KeyOf(Of("a")!, Of("b")!)] = copier;
        }

        return copiers;
    }

    private static string Say(FormattableString words) => words.ToString(CultureInfo.InvariantCulture);
}
