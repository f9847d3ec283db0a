using System.Globalization;
using AllSource.Lineage.Weighing;

namespace AllSource.Bench;

/// <summary>One candidate with what is known of it.</summary>
internal sealed record Example(
    Candidate Candidate, double[] Signs, bool IsTrue, double Weight, int Fold, string Set, string Group)
{
    public bool IsChance => Group.EndsWith(" chance", StringComparison.Ordinal);

    public string Name => $"{Candidate.A} {Candidate.B} {Candidate.StartA}";
}

/// <summary>
/// Fits and checks the probability of borrowing: candidates of several sets, labelled by gold passages, by judged
/// passages, and, where neither is there, as chance when they tell next to nothing; the rest stays unlabelled and out.
/// Held out are folds of documents, and each set in turn.
/// </summary>
internal static class EvidenceTrial
{
    private const int Folds = 5;
    private const double ChanceBitsMax = 42; // below, unlisted and without marks, a candidate counts as chance
    private const int ChanceKeptOf = 150; // so many of them stand for one that is kept
    private const int ChanceKeptOfSmall = 10;
    private const double SmallWeight = .25; // the same pairs are drawn for many desks
    private const double SyntheticWeight = 3;
    private const int CrowdKeptOf = 20;
    private const double SmallPrior = .2;

    public static void Fit(IReadOnlyList<string> sets, TextWriter output)
    {
        var examples = sets.SelectMany(static s => Examples(s)).ToList();
        foreach (var group in examples.GroupBy(static e => e.Group).OrderBy(static g => g.Key, StringComparer.Ordinal))
        {
            output.WriteLine(Say($"{group.Key,-26} {group.Count(),6} examples")
                + Say($", weight {group.Sum(static e => e.Weight):F0}")
                + Say($", true {group.Where(static e => e.IsTrue).Sum(static e => e.Weight):F0}"));
        }

        var folds = Enumerable.Range(0, Folds).SelectMany(f => HeldOut(examples, e => e.Fold == f)).ToList();
        CalibrationReport.Tell("held out, five folds of documents", folds, output);
        var names = examples.Select(static e => e.Set).Distinct().Order(StringComparer.Ordinal).ToArray();
        var without = Array.ConvertAll(names, n =>
            Logistic.Fit(examples.FindAll(e => e.Set != n), SignScale.Ways));
        var others = examples.ConvertAll(e =>
            new Held(e, Logistic.Probability(without[Array.IndexOf(names, e.Set)], e.Signs, e.Candidate.Prior)));
        CalibrationReport.Tell("held out, one set in turn", others, output);
        CalibrationReport.TellMistakes(folds, output);
        var weights = Logistic.Fit(examples, SignScale.Ways);
        output.WriteLine($"weights of all, and without each of {string.Join(", ", names)}");
        for (var k = 0; k < weights.Length; k++)
        {
            output.WriteLine(Say($"  {weights[k],8:F3}  ")
                + string.Concat(without.Select(w => Say($"{w[k],8:F3}  "))) + SignScale.Names[k]);
        }

        for (var k = 0; k < weights.Length; k += 10)
        {
            output.WriteLine("        " + string.Concat(weights.Skip(k).Take(10)
                .Select(static w => Math.Round(w, 3).ToString(CultureInfo.InvariantCulture) + ", ")).TrimEnd());
        }

        foreach (var set in sets.Where(static s => s.Contains('='))) RecallReport.Tell(set, weights, output);
    }

    /// <summary>All candidates with the probability as set and what is known of them, to be drawn from.</summary>
    public static void Score(IReadOnlyList<string> sets, TextWriter output)
    {
        var row = new double[SignScale.Names.Length];
        foreach (var set in sets)
        {
            var (candidates, known) = Open(set);
            foreach (var c in candidates)
            {
                SignScale.Fill(c.Signs, row);
                var told = known.Of(c);
                var said = told.Count == 0 ? "-" : told.Any(static k => k.IsTrue) ? "true" : "false";
                output.WriteLine(Say($"{c.A}\t{c.StartA}\t{c.EndA}\t{c.B}\t{c.StartB}\t{c.EndB}\t")
                    + Say($"{Logistic.Probability(EvidenceWeights.Of, row, c.Prior):F4}\t{said}\t")
                    + Say($"{(c.IsAcross ? 1 : 0)}\t{c.Signs.Bits:F1}\t")
                    + string.Join(' ', row.Select(static (v, k) => (v, k)).Where(static s => s.v != 0 && s.k > 0)
                        .Select(static s => Say($"{SignScale.Names[s.k].Replace(' ', '_')}={s.v:0.##}"))));
            }
        }
    }

    public static (IEnumerable<Candidate> Candidates, KnownPassages Known) Open(string set)
    {
        var parts = set.Split('=');
        return (Candidates.Read(parts[0]), new(parts.Length > 1 ? parts[1].Split(',') : []));
    }

    private static IEnumerable<Held> HeldOut(List<Example> examples, Predicate<Example> isHeld)
    {
        var weights = Logistic.Fit(examples.FindAll(e => !isHeld(e)), SignScale.Ways);
        return examples.FindAll(isHeld)
            .Select(e => new Held(e, Logistic.Probability(weights, e.Signs, e.Candidate.Prior)));
    }

    private static IEnumerable<Example> Examples(string set)
    {
        var (candidates, known) = Open(set);
        var name = Path.GetFileName(set.Split('=')[0]).Split('.')[0];
        var chance = 0;
        foreach (var c in candidates)
        {
            var isSmall = c.Prior > SmallPrior; // drawn from a set that speaks for itself: each counts once
            var told = known.Of(c);
            var across = c.IsAcross ? "across" : "within";
            if (name == "synthetic")
            {
                var keptOf = c.A.Contains("-c", StringComparison.Ordinal) ? CrowdKeptOf : 1;
                if (chance++ % keptOf != 0) continue;
                var isCopied = SyntheticDesks.IsCopied(c.A);
                yield return Made(isCopied, SyntheticWeight, isCopied ? "copied" : "own");
            }
            else if (told.Count == 0)
            {
                var keptOf = isSmall ? ChanceKeptOfSmall : ChanceKeptOf;
                if (!IsChance(c.Signs)) continue;
                if (chance++ % keptOf == 0) yield return Made(false, keptOf, "chance");
            }
            else
            {
                var judged = told.FirstOrDefault(static k => !k.IsTrue) ?? told[0];
                yield return Made(judged.IsTrue, isSmall ? SmallWeight : judged.Weight, across);
            }

            Example Made(bool isTrue, double weight, string group)
            {
                var row = new double[SignScale.Names.Length];
                SignScale.Fill(c.Signs, row);
                return new(c, row, isTrue, weight, FoldOf(c.A), name, $"{name} {(isSmall ? "small " : "")}{group}");
            }
        }
    }

    private static bool IsChance(in Signs signs) =>
        signs is { Bits: <= ChanceBitsMax, Quotation: 0, HasTitle: false, TitleShare: < .5 };

    private static int FoldOf(string id)
    {
        var hash = 2166136261u; // FNV-1a: the same on every machine
        foreach (var c in id) hash = (hash ^ c) * 16777619;
        return (int)(hash >> 8) % Folds;
    }

    private static string Say(FormattableString words) => words.ToString(CultureInfo.InvariantCulture);
}
