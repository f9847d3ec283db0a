using System.Collections.Immutable;
using AllSource.Fusion.Propositions;
using AllSource.Kernel;

namespace AllSource.Assessments;

/// <summary>
/// Says what changed since the assessment before (ICD 203, standard 7). Likelihoods and confidences in sentences apart.
/// </summary>
internal static class ChangeTeller
{
    public static ImmutableArray<string> Tell(Assessment? before, Assessment now)
    {
        if (before is null) return [];
        var told = new List<string>();
        var reports = now.Totals.Reports - before.Totals.Reports;
        if (reports != 0)
        {
            var origins = now.Totals.Origins - before.Totals.Origins;
            var news = origins switch
            {
                > 0 => $"{Counted.Of(origins, "new origin")} with them",
                0 => "no new origin with them",
                _ => $"{Counted.Of(-origins, "origin")} fewer",
            };
            told.Add($"{Counted.Of(Math.Abs(reports), "report")} {(reports > 0 ? "more" : "fewer")}, {news}.");
        }

        if (before.Hypotheses.Length > 0 && now.Hypotheses.Length > 0
            && before.Hypotheses[0].Id != now.Hypotheses[0].Id)
            told.Add($"{now.Hypotheses[0].Id} now leads, before it was {before.Hypotheses[0].Id}.");
        foreach (var judgment in now.Judgments)
        {
            if (before.Judgments.FirstOrDefault(j => j.About == judgment.About) is not { } old)
            {
                told.Add($"New: a judgment on {judgment.About}.");
                continue;
            }

            if (Math.Abs(old.Likelihood.Probability - judgment.Likelihood.Probability) >= .005)
                told.Add($"{judgment.About}: from {Said(old.Likelihood)} to {Said(judgment.Likelihood)}.");
            if (old.Confidence.Level != judgment.Confidence.Level)
                told.Add($"{judgment.About}: the confidence went from {ConfidenceMaker.Word(old.Confidence.Level)} to "
                    + $"{ConfidenceMaker.Word(judgment.Confidence.Level)}.");
        }

        told.AddRange(before.Judgments.Where(j => now.Judgments.All(n => n.About != j.About))
            .Select(j => $"No longer judged: {j.About}."));
        return [.. told];
    }

    private static string Said(LikelihoodWord word) => word.HasWord ? $"{word.Word} ({word.Percent})" : word.Percent;
}
