using System.Collections.Immutable;
using AllSource.Claims;
using AllSource.Sources;

namespace AllSource.Fusion.Grades;

/// <summary>A grade that a person gave a source, by whom, when and why.</summary>
/// <param name="Id">The id of the act.</param>
/// <param name="Kind">What the source is, where the register does not know it.</param>
public sealed record GivenReliability(
    string Id, string Source, SourceKind Kind, Reliability Grade, string Author, DateTimeOffset At, string Why);

/// <summary>A grade that a person gave a claim, apart from its source, by whom, when and why.</summary>
public sealed record GivenCredibility(
    string Id, ClaimAnchor Claim, Credibility Grade, string Author, DateTimeOffset At, string Why);

/// <summary>What persons graded in a case, in any order. Only grades that stand are given.</summary>
public sealed record GivenGrades(ImmutableArray<GivenReliability> Sources, ImmutableArray<GivenCredibility> Claims)
{
    public static GivenGrades None { get; } = new([], []);
}

/// <summary>
/// A person's grade as it stands beside a suggestion: the letter or figure, by whom, when and why, and for a claim
/// which one was graded.
/// </summary>
public sealed record PersonGrade(
    string Grade, string Author, DateTimeOffset At, string Why, string Act, ClaimId? Claim = null);
