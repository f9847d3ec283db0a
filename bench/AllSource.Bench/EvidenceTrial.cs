using System.Globalization;
using AllSource.Lineage;
using AllSource.Lineage.Weighing;

namespace AllSource.Bench;

/// <summary>One candidate with what is known of it.</summary>
internal sealed record Example(
    double[] Signs, double Offset, bool IsTrue, double Weight, int Fold, string Group, string Name);

/// <summary>
/// Fits and checks the probability of borrowing: candidates of several sets, labelled by gold passages, by judged
/// passages, and, where neither is there, as chance when they tell next to nothing; the rest stays unlabelled and out.
/// </summary>
internal static class EvidenceTrial
{
    private const int Folds = 5;
    private const double ChanceBitsMax = 42; // below, unlisted and without marks, a candidate counts as chance
    private const int ChanceKeptOf = 40; // so many of them stand for one that is kept

    public static void Fit(IEnumerable<string> sets, TextWriter output)
    {
        var examples = sets.SelectMany(static s => Examples(s)).ToList();
        foreach (var group in examples.GroupBy(static e => e.Group).OrderBy(static g => g.Key, StringComparer.Ordinal))
        {
            output.WriteLine(Say($"{group.Key,-26} {group.Count(),6} examples")
                + Say($", weight {group.Sum(static e => e.Weight):F0}")
                + Say($", true {group.Where(static e => e.IsTrue).Sum(static e => e.Weight):F0}"));
        }

        var held = new List<(Example Example, double Probability)>();
        for (var fold = 0; fold < Folds; fold++)
        {
            var weights = Logistic.Fit(examples.FindAll(e => e.Fold != fold), Signs.Names.Length);
            held.AddRange(examples.Where(e => e.Fold == fold)
                .Select(e => (e, Logistic.Probability(weights, e.Signs, e.Offset))));
        }

        output.WriteLine("held out, five folds");
        Tell("all", held, output);
        Tell("without chance", held.FindAll(static h => !h.Example.Group.EndsWith(" chance", StringComparison.Ordinal)),
            output);
        foreach (var group in held.GroupBy(static h => h.Example.Group).OrderBy(
            static g => g.Key, StringComparer.Ordinal))
        {
            Tell(group.Key, [.. group], output);
        }

        TellMistakes(held, output);
        output.WriteLine("as set");
        Tell("all", examples.ConvertAll(static e =>
            (e, Logistic.Probability(EvidenceWeights.Of, e.Signs, e.Offset))), output);
        var final = Logistic.Fit(examples, Signs.Names.Length);
        output.WriteLine("weights");
        for (var k = 0; k < final.Length; k++) output.WriteLine(Say($"  {final[k],8:F3}  {Signs.Names[k]}"));
        output.WriteLine(string.Join(", ", final.Select(static w =>
            Math.Round(w, 3).ToString(CultureInfo.InvariantCulture))));
    }

    /// <summary>All candidates as a table, to be looked at and drawn from.</summary>
    public static void Dump(string set, TextWriter output)
    {
        var (data, found) = Candidates(set);
        var row = new double[Signs.Names.Length];
        output.WriteLine(string.Join('\t', ["a", "a0", "a1", "b", "b0", "b1", "p", "known", "across", "prior", "bits",
            .. Signs.Names]));
        foreach (var p in found)
        {
            var signs = p.Signs!.Value;
            if (signs.Bits < 20) continue;
            signs.Fill(row);
            var known = data.KnownOf(p);
            var said = known.Count == 0 ? "-" : known.Any(static k => k.IsTrue) ? "true" : "false";
            var (a, b) = (data.MapOf(p.A).ToPoints(p.ASpan), data.MapOf(p.B).ToPoints(p.BSpan));
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{p.A}\t{a.Start}\t{a.End}\t{p.B}\t{b.Start}\t{b.End}\t{p.Probability:F4}\t{said}\t")
                + string.Create(
                    CultureInfo.InvariantCulture, $"{(data.IsAcross(p.A, p.B) ? 1 : 0)}\t0\t{signs.Bits:F1}\t")
                + string.Join('\t', row.Select(static v => v.ToString("0.###", CultureInfo.InvariantCulture))));
        }
    }

    /// <summary>Judged ones that are held for the opposite, with what speaks for it.</summary>
    private static void TellMistakes(List<(Example Example, double Probability)> held, TextWriter output)
    {
        foreach (var (e, p) in held.OrderBy(static h => h.Example.Group, StringComparer.Ordinal))
        {
            var isWrong = e.IsTrue != p >= Evidence.ProbabilityMin;
            if (!isWrong || e.Weight < 2 || e.Group.EndsWith(" chance", StringComparison.Ordinal)) continue;
            output.WriteLine(Say($"  {e.Group} {e.Name} is {e.IsTrue} said {p:F2} weight {e.Weight:F0} ")
                + string.Join(' ', e.Signs.Select(static (v, k) => (v, k)).Where(static c => c.v != 0 && c.k > 0)
                    .Select(static c => Say($"{Signs.Names[c.k]}={c.v:0.##}"))));
        }
    }

    private static (LineageSet Set, IReadOnlyList<Passage> Found) Candidates(string set)
    {
        var parts = set.Split('=');
        var data = new LineageSet(parts[0], parts.Length > 1 ? parts[1] : null);
        var found = new PassageFinder(new(1, KeepPassedOver: true)).Find(data.Documents, null, CancellationToken.None);
        return (data, found);
    }

    private static IEnumerable<Example> Examples(string set)
    {
        var (data, found) = Candidates(set);
        var offset = Evidence.PriorOf(data.Documents.Count);
        var chance = 0;
        foreach (var p in found)
        {
            var signs = p.Signs!.Value;
            var known = data.KnownOf(p);
            var across = data.IsAcross(p.A, p.B) ? "across" : "within";
            if (known.Count == 0)
            {
                if (signs.Bits > ChanceBitsMax || signs.Bits < 24 || signs.Quotation > 0 || signs.HasTitle) continue;
                if (chance++ % ChanceKeptOf != 0) continue;
                yield return Made(signs, false, ChanceKeptOf, $"{data.Name} chance");
            }
            else
            {
                var judged = known.FirstOrDefault(static k => !k.IsTrue) ?? known[0];
                yield return Made(signs, judged.IsTrue, judged.Weight, $"{data.Name} {across}");
            }

            Example Made(in Signs of, bool isTrue, double weight, string group)
            {
                var row = new double[Signs.Names.Length];
                of.Fill(row);
                return new(row, offset, isTrue, weight, FoldOf(p.A), group, $"{p.A} {p.B} {p.ASpan}");
            }
        }
    }

    private static int FoldOf(string id)
    {
        var hash = 2166136261u; // FNV-1a: the same on every machine
        foreach (var c in id) hash = (hash ^ c) * 16777619;
        return (int)(hash >> 8) % Folds;
    }

    private static void Tell(string name, List<(Example Example, double Probability)> held, TextWriter output)
    {
        const int Bins = 10;
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
        if (name != "without chance") return;
        foreach (var (weight, said, isTrue) in sums)
        {
            var some = Math.Max(1e-9, weight);
            output.WriteLine(Say($"    said {said / some:F3} was {isTrue / some:F3} of {weight:F0}"));
        }
    }

    private static string Say(FormattableString words) => words.ToString(CultureInfo.InvariantCulture);
}
