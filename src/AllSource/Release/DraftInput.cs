using System.Collections.Immutable;
using AllSource.Access;
using AllSource.Assessments;
using AllSource.Claims;
using AllSource.Reports;
using AllSource.Sources;

namespace AllSource.Release;

/// <summary>
/// What a draft is made from: an assessment with the facts that it stands on, and for whom it is meant.
/// </summary>
/// <param name="CaseLabel">The label of the case's own texts: title, question, hypotheses, rows.</param>
public sealed record DraftInput(
    Assessment Assessment,
    ImmutableArray<Report> Reports,
    ImmutableArray<Claim> Claims,
    SourceRegister Register,
    Label CaseLabel,
    string Title,
    Audience Audience,
    Making Making)
{
    /// <summary>
    /// Names that must not be written for anybody, apart from the cryptonyms that the gate guards by itself.
    /// </summary>
    public ImmutableArray<string> ProtectedNames { get; init; } = [];
}
