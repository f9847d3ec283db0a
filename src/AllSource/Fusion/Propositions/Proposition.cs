using System.Collections.Immutable;
using AllSource.Claims;
using AllSource.Lineage.Origins;
using AllSource.Reports;

namespace AllSource.Fusion.Propositions;

public readonly record struct PropositionId(string Value) : IComparable<PropositionId>
{
    public int CompareTo(PropositionId other) => string.CompareOrdinal(Value, other.Value);

    public override string ToString() => Value;
}

/// <summary>How a claim stands to its proposition.</summary>
public enum Stance
{
    Supports,
    Denies,
    Disputes,
    Doubts,

    /// <summary>Gives another value for the same question ("how many", "when"): agreement with neither side.</summary>
    Rival,

    /// <summary>Speaks about it without taking a side: a no-comment.</summary>
    Silent,
}

/// <summary>
/// A claim in a proposition, with its stance, its origin, its own number or date where it has one, and why it is in.
/// </summary>
public sealed record PropositionClaim(
    ClaimId Claim, ReportId Report, string Voice, Stance Stance, OriginId? Origin, bool Counts, string Quote,
        string? Value, string Why)
{
    /// <summary>True where the source that first carried it has withdrawn it: it counts no more.</summary>
    public bool IsWithdrawn { get; init; }
}

/// <summary>
/// A value that competes with others for one question ("how many people were killed", "on what date"), with the
/// reports and origins behind it. The probabilities of one question's values and of "none of them" sum to 1.
/// </summary>
public sealed record RivalValue(string Question, string Value, int Reports, int Origins, double Probability);

/// <summary>
/// What claims are about, after like claims are put together; every claim in it stays apart. A denial and what it
/// denies are one proposition with two stances. Counts are of distinct reports and distinct independent origins.
/// </summary>
public sealed record Proposition(
    PropositionId Id,
    string Text,
    ImmutableArray<PropositionClaim> Claims,
    int Reports,
    int Origins,
    int Denials,
    ImmutableArray<RivalValue> Rivals,
    Belief Belief,
    string Sentence)
{
    /// <summary>How sure it is (0-1) that the supporting origins are at least two; 0 with fewer.</summary>
    public double TwoIndependent { get; init; }

    /// <summary>What would be believed if every report were a witness: shown to warn of echoes, never used.</summary>
    public double BeliefByReports { get; init; }

    /// <summary>A sentence for every edit of an analyst that made or changed it, in the order of their times.</summary>
    public ImmutableArray<string> Edits { get; init; } = [];

    /// <summary>True when one origin alone stands behind several reports.</summary>
    public bool IsEcho => Origins == 1 && Reports > 1;
}
