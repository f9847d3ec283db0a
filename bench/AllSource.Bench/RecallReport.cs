using System.Globalization;
using AllSource.Lineage.Weighing;

namespace AllSource.Bench;

/// <summary>
/// What given weights would show of a set, without what rivals tell: gold passages by their words and edits, and pairs
/// across authors and titles with the precision that their probabilities promise.
/// </summary>
internal static class RecallReport
{
    private static readonly double[] Bars = [.3, .4, .5];

    public static void Tell(string set, double[] weights, TextWriter output)
    {
        var (candidates, known) = EvidenceTrial.Open(set);
        var best = new Dictionary<Known, double>(ReferenceEqualityComparer.Instance);
        var pairs = new Dictionary<(string, string), double>();
        var row = new double[SignScale.Names.Length];
        var seen = new Dictionary<Known, Candidate>(ReferenceEqualityComparer.Instance);
        foreach (var c in candidates)
        {
            SignScale.Fill(c.Signs, row);
            var p = Logistic.Probability(weights, row, c.Prior);
            foreach (var k in known.Of(c))
            {
                if (p <= best.GetValueOrDefault(k)) continue;
                best[k] = p;
                seen[k] = c;
            }

            var key = LineageSet.KeyOf(c.A, c.B);
            if (c.IsAcross && p >= Bars[0]) pairs[key] = Math.Max(p, pairs.GetValueOrDefault(key));
        }

        output.WriteLine(set.Split('=')[0]);
        TellMissed(known, best, seen, output);
        foreach (var bar in Bars)
        {
            var shown = pairs.Values.Where(p => p >= bar).ToList();
            output.WriteLine(Say($"  bar {bar:F1} all {Recall(1, 999):F4} 5-8 {Recall(5, 8):F3} ")
                + Say($"9-12 {Recall(9, 12):F3} two edits {RecallOf(static g => g.Edit == "two"):F3} ")
                + Say($"pairs across {shown.Count}, promised precision {shown.DefaultIfEmpty(0).Average():F3}"));

            double Recall(int from, int to) => RecallOf(g => g.Words >= from && g.Words <= to);

            double RecallOf(Predicate<Known> isOf)
            {
                var of = known.Gold.FindAll(isOf);
                return of.Count(g => best.GetValueOrDefault(g) >= bar) / (double)Math.Max(1, of.Count);
            }
        }
    }

    /// <summary>Gold passages below the bar, with what was seen of the likeliest candidate.</summary>
    private static void TellMissed(
        KnownPassages known, Dictionary<Known, double> best, Dictionary<Known, Candidate> seen, TextWriter output)
    {
        var row = new double[SignScale.Names.Length];
        foreach (var k in known.Gold.Where(k => best.GetValueOrDefault(k) < Bars[^1]))
        {
            output.Write(Say($"  missed {k.A} {k.StartA} {k.EndA} {k.B} {k.StartB} {k.EndB} words {k.Words} "));
            output.Write(Say($"said {best.GetValueOrDefault(k):F3} "));
            if (seen.TryGetValue(k, out var c))
            {
                SignScale.Fill(c.Signs, row);
                output.Write(string.Join(' ', row.Select(static (v, k) => (v, k)).Where(static s => s.v != 0 && s.k > 0)
                    .Select(static s => Say($"{SignScale.Names[s.k]}={s.v:0.##}"))));
            }

            output.WriteLine();
        }
    }

    private static string Say(FormattableString words) => words.ToString(CultureInfo.InvariantCulture);
}
