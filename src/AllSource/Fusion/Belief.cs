using System.Collections.Immutable;

namespace AllSource.Fusion;

/// <summary>
/// One part of a belief: a sentence a person can check, and what it added to the log-odds (natural logarithm; 0 for
/// something that is shown and carries no weight). The weights of all reasons add up to the log-odds of the
/// probability.
/// </summary>
public sealed record Reason(string Sentence, double Weight, string? Origin = null);

/// <summary>
/// Probability (0 to 1, exclusive) that a proposition is true, with the reports and the origins that support it. It is
/// not a grade and not a confidence. <paramref name="Origins"/> counts distinct origins;
/// <paramref name="EffectiveOrigins"/> counts only those that carry weight, each by the probability that it is
/// independent. <paramref name="Calibrated"/> is true only where outcomes were there to calibrate by: false means that
/// the number is a model's and no more.
/// </summary>
public sealed record Belief(
    double Probability, int Reports, int Origins, double EffectiveOrigins, ImmutableArray<Reason> Reasons,
        bool Calibrated)
{
    /// <summary>Reports that dispute the proposition. <see cref="Reports"/> counts those that support it.</summary>
    public int DisputingReports { get; init; }

    public int DisputingOrigins { get; init; }
}
