using System.Collections.Immutable;

namespace AllSource.Assessments;

/// <summary>
/// What an earlier assessment said, as far as a later one must know it to tell what changed (ICD 203, standard 7).
/// <paramref name="Leading"/> is the id of the hypothesis that led, null where none competed.
/// <paramref name="Changed"/> is what it said itself had changed: it stands as long as nothing changes again, so that
/// the same facts over the same earlier assessment give the same bytes.
/// </summary>
public sealed record EarlierAssessment(
    int Reports, int Origins, string? Leading, ImmutableArray<EarlierJudgment> Judgments,
    ImmutableArray<string> Changed)
{
    public static EarlierAssessment Of(Assessment assessment) => new(
        assessment.Totals.Reports, assessment.Totals.Origins,
        assessment.Hypotheses.IsEmpty ? null : assessment.Hypotheses[0].Id,
        [.. assessment.Judgments.Select(j =>
            new EarlierJudgment(j.About, j.Statement, j.Likelihood.Probability, j.Confidence.Level))],
        assessment.ChangedSinceLast);
}

/// <summary>A judgment as it was: its probability (0-1), said anew in the words of today's scale.</summary>
public sealed record EarlierJudgment(string About, string Statement, double Probability, ConfidenceLevel Confidence);
