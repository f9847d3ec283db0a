using System.Collections.Immutable;
using AllSource.Fusion.Propositions;
using AllSource.Kernel;

namespace AllSource.Assessments;

/// <summary>
/// Says what changed since the assessment before (ICD 203, standard 7). Likelihoods and confidences in sentences apart.
/// </summary>
internal static class ChangeTeller
{
    /// <summary>A likelihood that moved by less than this moved by rounding.</summary>
    private const double MoveMin = .005;

    public static ImmutableArray<string> Tell(EarlierAssessment? before, Assessment now, LikelihoodScale scale)
    {
        if (before is null) return [];
        var told = new List<string>();
        if (Reports(before, now) is { } more) told.Add(more);
        if (before.Leading is { } led && now.Hypotheses.Length > 0 && led != now.Hypotheses[0].Id)
            told.Add($"{now.Hypotheses[0].Id} now leads, before it was {led}.");
        foreach (var judgment in now.Judgments)
        {
            if (before.Judgments.FirstOrDefault(j => j.About == judgment.About) is { } old)
                told.AddRange(Moves(Called(judgment.About, judgment.Statement), scale.Say(old.Probability),
                    judgment.Likelihood, old.Confidence, judgment.Confidence.Level));
            else told.Add($"New: a judgment on {Called(judgment.About, judgment.Statement)}.");
        }

        told.AddRange(before.Judgments.Where(j => now.Judgments.All(n => n.About != j.About))
            .Select(j => $"No longer judged: {Called(j.About, j.Statement)}."));
        return told.Count == 0 ? before.Changed : [.. told];
    }

    /// <summary>A sentence for the likelihood and one for the confidence, where they moved.</summary>
    public static IEnumerable<string> Moves(
        string about, LikelihoodWord before, LikelihoodWord now, ConfidenceLevel was, ConfidenceLevel level)
    {
        if (Math.Abs(before.Probability - now.Probability) >= MoveMin)
            yield return $"{about}: from {Said(before)} to {Said(now)}.";
        if (was != level) yield return
            $"{about}: the confidence went from {ConfidenceMaker.Word(was)} to {ConfidenceMaker.Word(level)}.";
    }

    /// <summary>Hypotheses by their ids, which people gave them; propositions by their words.</summary>
    public static string Called(string about, string statement) =>
        !about.StartsWith("p-", StringComparison.Ordinal) || statement.Length == 0
            || LanguageRule.SpeaksOfConfidence(statement) || LanguageRule.SpeaksOfLikelihood(statement) ? about
            : $"“{statement.Trim().TrimEnd('.')}”";

    private static string? Reports(EarlierAssessment before, Assessment now)
    {
        var reports = now.Totals.Reports - before.Reports;
        if (reports == 0) return null;
        var origins = now.Totals.Origins - before.Origins;
        var news = origins switch
        {
            > 0 => $"{Counted.Of(origins, "new origin")} with them",
            0 => "no new origin with them",
            _ => $"{Counted.Of(-origins, "origin")} fewer",
        };
        return $"{Counted.Of(Math.Abs(reports), "report")} {(reports > 0 ? "more" : "fewer")}, {news}.";
    }

    private static string Said(LikelihoodWord word) => word.HasWord ? $"{word.Word} ({word.Percent})" : word.Percent;
}
