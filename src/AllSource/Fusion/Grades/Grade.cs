using System.Collections.Immutable;
using AllSource.Sources;

namespace AllSource.Fusion.Grades;

/// <summary>
/// How reliable a voice is: what a person gave (case.yaml), null when nobody did, and beside it what is suggested, with
/// reasons. The suggestion never overwrites the person's grade. F carries no weight.
/// </summary>
public sealed record SourceGrade(
    string Voice, SourceKind Kind, string? Describe, Reliability? Given, Reliability Suggested, int Reports,
        int Origins,
    ImmutableArray<string> Reasons)
{
    /// <summary>What persons gave it on this desk, in the order in which they did; the last one counts.</summary>
    public ImmutableArray<PersonGrade> Persons { get; init; } = [];
}

/// <summary>
/// How credible an item is, suggested apart from its source. 1 only with two independent origins. 6 carries no weight.
/// </summary>
public sealed record ItemGrade(Credibility Suggested, ImmutableArray<string> Reasons)
{
    /// <summary>What persons gave its claims, in the order in which they did. It moves no belief.</summary>
    public ImmutableArray<PersonGrade> Persons { get; init; } = [];
}
