using System.Globalization;
using AllSource.Lineage.Weighing;

namespace AllSource.Bench;

/// <summary>An example with the probability that it got from weights fitted without it.</summary>
internal sealed record Held(Example Example, double Probability);

/// <summary>How well probabilities hold: expected error in ten bins of equal width, precision and recall.</summary>
internal static class CalibrationReport
{
    private const int Bins = 10;

    public static void Tell(string title, List<Held> held, TextWriter output)
    {
        output.WriteLine(title);
        Tell("all", held, false, output);
        Tell("without chance", held.FindAll(static h => !h.Example.IsChance), true, output);
        foreach (var group in held.GroupBy(static h => h.Example.Group)
            .OrderBy(static g => g.Key, StringComparer.Ordinal))
        {
            Tell(group.Key, [.. group], false, output);
        }
    }

    /// <summary>Judged ones that are held for the opposite, with what speaks for it.</summary>
    public static void TellMistakes(List<Held> held, TextWriter output)
    {
        foreach (var (e, p) in held.OrderBy(static h => h.Example.Group, StringComparer.Ordinal))
        {
            if (e.IsTrue == p >= Evidence.ProbabilityMin || e.Weight < 2 || e.IsChance) continue;
            output.WriteLine(Say($"  {e.Group} {e.Name} is {e.IsTrue} said {p:F2} weight {e.Weight:F0} ")
                + string.Join(' ', e.Signs.Select(static (v, k) => (v, k)).Where(static c => c.v != 0 && c.k > 0)
                    .Select(static c => Say($"{SignScale.Names[c.k]}={c.v:0.##}"))));
        }
    }

    private static void Tell(string name, List<Held> held, bool withBins, TextWriter output)
    {
        var sums = new (double Weight, double Said, double True)[Bins];
        double all = 0, shown = 0, right = 0, truths = 0, loss = 0;
        foreach (var (e, p) in held)
        {
            ref var bin = ref sums[Math.Min(Bins - 1, (int)(p * Bins))];
            bin = (bin.Weight + e.Weight, bin.Said + (e.Weight * p), bin.True + (e.IsTrue ? e.Weight : 0));
            all += e.Weight;
            if (e.IsTrue) truths += e.Weight;
            loss -= e.Weight * Math.Log(Math.Max(1e-9, e.IsTrue ? p : 1 - p));
            if (p < Evidence.ProbabilityMin) continue;
            shown += e.Weight;
            if (e.IsTrue) right += e.Weight;
        }

        var error = sums.Sum(static b => Math.Abs(b.Said - b.True)) / all;
        output.WriteLine(Say($"  {name,-26} calibration error {error:F4} loss {loss / all:F4}")
            + Say($" precision {right / Math.Max(1e-9, shown):F3} recall {right / Math.Max(1e-9, truths):F4}"));
        if (!withBins) return;
        foreach (var (weight, said, isTrue) in sums)
        {
            var some = Math.Max(1e-9, weight);
            output.WriteLine(Say($"    said {said / some:F3} was {isTrue / some:F3} of {weight:F0}"));
        }
    }

    private static string Say(FormattableString words) => words.ToString(CultureInfo.InvariantCulture);
}
