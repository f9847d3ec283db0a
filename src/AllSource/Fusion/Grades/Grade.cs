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
    ImmutableArray<string> Reasons);

/// <summary>
/// How credible an item is, suggested apart from its source. 1 only with two independent origins. 6 carries no weight.
/// </summary>
public sealed record ItemGrade(Credibility Suggested, ImmutableArray<string> Reasons);
