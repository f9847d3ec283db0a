using System.Collections.Immutable;
using AllSource.Kernel;

namespace AllSource.Assessments;

public enum ConfidenceLevel
{
    Low,
    Moderate,
    High,
}

/// <summary>
/// How far the likelihood can be relied on; apart from it, in its own sentence (ICD 203, JP 2-0). Three reasons: key
/// assumptions, credibility and diversity of sourcing (copies add none), strength of argument.
/// </summary>
public sealed record Confidence(ConfidenceLevel Level, string Assumptions, string Sourcing, string Argument)
{
    /// <summary>One sentence with the level and no likelihood in it.</summary>
    public string Sentence { get; init; } = "";
}

/// <summary>
/// A statement with a likelihood word and number, and apart from it a confidence. <paramref name="LikelihoodSentence"/>
/// never names a confidence. <paramref name="About"/> is the id of the hypothesis or proposition.
/// </summary>
public sealed record Judgment(
    string Id,
    string About,
    string Statement,
    LikelihoodWord Likelihood,
    string LikelihoodSentence,
    Confidence Confidence,
    string RestsOn,
    int Reports,
    int Origins,
    ImmutableArray<string> Reasons,
    ImmutableArray<string> WouldChange)
{
    /// <summary>
    /// What was worked out before outcomes straightened it (0-1); null where nothing was there to straighten it by.
    /// </summary>
    public double? WorkedOut { get; init; }

    /// <summary>Who does not share it, with a name, by name.</summary>
    public ImmutableArray<Dissent> Dissents { get; init; } = [];
}
