using System.Collections.Immutable;
using System.Globalization;
using AllSource.Fusion.Copying;
using AllSource.Fusion.Models;
using AllSource.Sources;

namespace AllSource.Fusion;

/// <summary>
/// Belief in one proposition from the origins that speak of it: exact Bayes over independent voices, in log-odds. A
/// voice adds log((d·a + 1−d) / (d·(1−a) + 1−d)), where a is the grade's accuracy after our own reading error and d the
/// probability that the origin is independent of the others on its side (the copy mixture of Dong et al., VLDB 2009).
/// One voice of a side counts in full, because something must have begun it: the one whose doubtful independence costs
/// most, so that more support never weighs less. Voices with the same origin and stance are one voice.
/// A side is weighed as a value's claims in a table are (<see cref="OriginForest"/>): who began it and who may repeat
/// that, summed over all ways; what sources start from (<see cref="GradeAccuracy"/>), who is thought to repeat whom
/// undeclared (<see cref="HiddenLinks"/>) and how outcomes straighten probabilities (<see cref="BeliefCurve"/>) are one
/// with the table door too.
/// </summary>
public static class BeliefEngine
{
    /// <param name="prior">Probability before anybody spoke, 0 to 1 exclusive.</param>
    /// <param name="voices">In any order; the answer does not depend on it.</param>
    /// <param name="accuracy">What each grade and each source's record are worth; null takes the grades alone.</param>
    /// <exception cref="ArgumentOutOfRangeException">A probability is outside its range, or a voice has no
    /// report.</exception>
    public static Belief Fuse(double prior, IReadOnlyList<OriginVoice> voices, GradeAccuracy? accuracy = null)
    {
        if (prior is not (> 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(prior), prior,
            "not between 0 and 1");
        foreach (var voice in voices) Check(voice);

        var grades = accuracy ?? GradeAccuracy.Default;
        var origins = OnePerOrigin(voices, grades);
        var logOdds = LogOdds(prior);
        var forest = new OriginForest();
        var reasons = ImmutableArray.CreateBuilder<Reason>();
        reasons.Add(new(string.Create(CultureInfo.InvariantCulture,
            $"Before any report: {prior:0.##}"), logOdds));
        foreach (var supports in (ReadOnlySpan<bool>)[true, false])
        {
            var side = LedBySomebody(origins.Where(v => v.Supports == supports), grades);
            if (side.Count > 0) reasons.Add(new(Count(side, supports), 0));
            reasons.AddRange(side.Select(v => Weigh(v, grades)));
            logOdds += LogRatio(forest, side, grades) * (supports ? 1 : -1);
        }

        var support = LedBySomebody(origins.Where(v => v.Supports), grades);
        var dispute = origins.Where(v => !v.Supports).ToList();
        return new(
            1 / (1 + Math.Exp(-logOdds)), support.Sum(v => v.Reports), support.Count,
            support.Where(v => Accuracy(v, grades) > .5).Sum(v => v.IndependenceProbability), reasons.ToImmutable(),
                Calibrated: false)
        {
            DisputingReports = dispute.Sum(v => v.Reports),
            DisputingOrigins = dispute.Count,
        };
    }

    /// <summary>How much likelier it is that a side speaks as it does when it is right than when it is wrong.</summary>
    private static double LogRatio(OriginForest forest, List<OriginVoice> side, GradeAccuracy grades)
    {
        if (side.Count == 0) return 0;
        var leader = side.FindIndex(v => v.IndependenceProbability == 1);
        var edges = side.Select((v, i) => new ForestEdge(i, leader, 1 - v.IndependenceProbability))
            .Where(e => e.Weight > 0).ToArray();
        double[] right = [.. side.Select(v => v.IndependenceProbability * Accuracy(v, grades))];
        double[] wrong = [.. side.Select(v => v.IndependenceProbability * (1 - Accuracy(v, grades)))];
        return forest.Solve(right, edges) - forest.Solve(wrong, edges);
    }

    /// <summary>What a supporting voice adds to the log-odds, at least 0; a disputing one takes as much away.</summary>
    internal static double WeightOf(double accuracy, double independence) =>
        Math.Log(((independence * accuracy) + 1 - independence) / ((independence * (1 - accuracy)) + 1 - independence));

    private static void Check(OriginVoice voice)
    {
        if (voice.Reports < 1) throw new ArgumentOutOfRangeException(nameof(voice), voice.Reports,
            "a voice needs a report");
        if (voice.IndependenceProbability is not (>= 0 and <= 1)
            || voice.ReadingErrorProbability is not (>= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(voice), voice, "a probability is not in 0..1");
    }

    /// <summary>
    /// Copies are shown in the count of reports; each property of the origin is the best that any of them vouches for.
    /// </summary>
    private static List<OriginVoice> OnePerOrigin(IReadOnlyList<OriginVoice> voices, GradeAccuracy grades) =>
        voices.GroupBy(v => (v.Origin, v.Supports)).Select(same =>
            same.OrderByDescending(v => Accuracy(v, grades)).ThenBy(v => v.Grade).First() with
            {
                Reports = same.Sum(v => v.Reports),
                IndependenceProbability = same.Max(v => IsUnknown(v, grades) ? 0 : v.IndependenceProbability),
            }).ToList();

    /// <summary>One side, heaviest first, with the voice that began it taken as independent.</summary>
    private static List<OriginVoice> LedBySomebody(IEnumerable<OriginVoice> voices, GradeAccuracy grades)
    {
        var side = voices.OrderBy(v => v.Origin, StringComparer.Ordinal).ToList();
        if (side.Count == 0) return side;
        double Full(OriginVoice v) => WeightOf(Accuracy(v, grades), 1);
        double Soft(OriginVoice v) => WeightOf(Accuracy(v, grades), v.IndependenceProbability);
        var leader = side.MaxBy(v => Full(v) - Soft(v))!;
        return [.. side.Select(v => v == leader ? v with { IndependenceProbability = 1 } : v).OrderByDescending(Soft)];
    }

    private static double Accuracy(OriginVoice voice, GradeAccuracy grades) =>
        ((1 - voice.ReadingErrorProbability) * grades.Of(voice.Grade, voice.Speaker))
        + (voice.ReadingErrorProbability / 2);

    private static bool IsUnknown(OriginVoice voice, GradeAccuracy grades) =>
        voice.Grade == Reliability.F && grades.RecordOf(voice.Speaker) is null;

    private static Reason Weigh(OriginVoice voice, GradeAccuracy grades)
    {
        var independence = voice.IndependenceProbability;
        var weight = WeightOf(Accuracy(voice, grades), independence) * (voice.Supports ? 1 : -1);
        var said =
            $"{voice.Origin} {(voice.Supports ? "supports it" : "disputes it")} ({Reports(voice.Reports)}, 1 origin";
        said += IsUnknown(voice, grades) ? "; reliability unknown: no weight" : $"; grade {voice.Grade}";
        if (grades.RecordOf(voice.Speaker) is { } record)
        {
            said += $"; right in {record.Right} of {record.Right + record.Wrong} resolved elsewhere";
        }

        if (independence < 1) said += $"; independent with {Percent(independence)}";
        if (voice.ReadingErrorProbability > 0) said += $"; read wrongly with {Percent(voice.ReadingErrorProbability)}";
        return new(said + ")", weight == 0 ? 0 : weight, voice.Origin);
    }

    private static string Count(List<OriginVoice> side, bool supports) =>
        $"{Reports(side.Sum(v => v.Reports))}, {side.Count} {(side.Count == 1 ? "origin" : "origins")} "
        + (supports ? "for it" : "against it");

    private static string Reports(int count) => count == 1 ? "1 report" : $"{count} reports";

    private static string Percent(double p) => string.Create(CultureInfo.InvariantCulture, $"{Math.Round(p * 100)} %");

    private static double LogOdds(double p) => Math.Log(p / (1 - p));
}
