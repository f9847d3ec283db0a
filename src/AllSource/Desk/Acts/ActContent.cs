using System.Collections.Immutable;
using System.Text.Json.Serialization;
using AllSource.Assessments;
using AllSource.Claims;
using AllSource.Lineage.Origins;
using AllSource.Reports;
using AllSource.Sources;

namespace AllSource.Desk.Acts;

/// <summary>What an analyst did to what: one record a kind, which is a closed list.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(RuleOnAttribution), "attribution")]
[JsonDerivedType(typeof(RuleOnLineage), "lineage")]
[JsonDerivedType(typeof(Split), "split")]
[JsonDerivedType(typeof(Join), "join")]
[JsonDerivedType(typeof(Reword), "reword")]
[JsonDerivedType(typeof(GradeSource), "grade-source")]
[JsonDerivedType(typeof(GradeClaim), "grade-claim")]
[JsonDerivedType(typeof(ResolveJudgment), "resolve")]
public abstract record ActContent
{
    private protected ActContent()
    {
    }

    /// <summary>The reports that the act speaks of, each once, ascending.</summary>
    [JsonIgnore]
    public ImmutableArray<ReportId> Reports => [.. Of.Distinct().Order()];

    /// <summary>The kind in a word, such as "lineage-cut".</summary>
    [JsonIgnore]
    public abstract string Kind { get; }

    /// <summary>What the analyst wrote in words of his own, beside the reason.</summary>
    [JsonIgnore]
    public virtual IEnumerable<string> OwnWords => [];

    [JsonIgnore]
    private protected abstract IEnumerable<ReportId> Of { get; }
}

/// <summary>An attribution accepted, changed, rejected or added.</summary>
public sealed record RuleOnAttribution(RulingKind Ruling, ClaimAnchor Where, Attribution? Now) : ActContent
{
    [JsonIgnore]
    public override string Kind => $"attribution-{Ruling.ToString().ToLowerInvariant()}";

    [JsonIgnore]
    public override IEnumerable<string> OwnWords => Now is null ? [] : [Now.Canonical];

    private protected override IEnumerable<ReportId> Of => [Where.Report];
}

/// <summary>One report does, or does not, derive from another.</summary>
public sealed record RuleOnLineage(LineageVerdict Verdict, ReportId Copier, ReportId Original) : ActContent
{
    [JsonIgnore]
    public override string Kind => $"lineage-{Verdict.ToString().ToLowerInvariant()}";

    private protected override IEnumerable<ReportId> Of => [Copier, Original];
}

/// <summary>Claims taken out of their proposition into one of their own.</summary>
public sealed record Split(ImmutableArray<ClaimAnchor> Out, string? Text) : ActContent
{
    [JsonIgnore]
    public override string Kind => "proposition-split";

    [JsonIgnore]
    public override IEnumerable<string> OwnWords => Text is null ? [] : [Text];

    private protected override IEnumerable<ReportId> Of => Out.Select(c => c.Report);
}

/// <summary>The propositions of two claims made one.</summary>
public sealed record Join(ClaimAnchor One, ClaimAnchor Other, bool IsContrary) : ActContent
{
    [JsonIgnore]
    public override string Kind => "proposition-joined";

    private protected override IEnumerable<ReportId> Of => [One.Report, Other.Report];
}

/// <summary>Other words for the proposition of a claim.</summary>
public sealed record Reword(ClaimAnchor Claim, string Text) : ActContent
{
    [JsonIgnore]
    public override string Kind => "proposition-reworded";

    [JsonIgnore]
    public override IEnumerable<string> OwnWords => [Text];

    private protected override IEnumerable<ReportId> Of => [Claim.Report];
}

/// <summary>A person's grade for a source. It counts as the grade in case.yaml does, and over it.</summary>
public sealed record GradeSource(string Source, SourceKind SourceKind, Reliability Grade) : ActContent
{
    [JsonIgnore]
    public override string Kind => "source-graded";

    [JsonIgnore]
    public override IEnumerable<string> OwnWords => [Source];

    private protected override IEnumerable<ReportId> Of => [];
}

/// <summary>A person's grade for a claim. It stands beside the suggestion and moves no belief.</summary>
public sealed record GradeClaim(ClaimAnchor Claim, Credibility Grade) : ActContent
{
    [JsonIgnore]
    public override string Kind => "claim-graded";

    private protected override IEnumerable<ReportId> Of => [Claim.Report];
}

/// <summary>
/// A judgment of which it is now known whether it came true, with what was said of it and who stood behind it then.
/// </summary>
/// <param name="About">The id of the hypothesis or proposition that was judged.</param>
/// <param name="Topic">What to group outcomes by.</param>
public sealed record ResolveJudgment(
    string About, string Topic, bool CameTrue, ImmutableArray<SaidProbability> Said, ImmutableArray<string> Sources)
    : ActContent
{
    /// <summary>Who spoke against it then.</summary>
    public ImmutableArray<string> Against { get; init; } = [];

    [JsonIgnore]
    public override string Kind => "judgment-resolved";

    [JsonIgnore]
    public override IEnumerable<string> OwnWords => [Topic];

    private protected override IEnumerable<ReportId> Of => [];
}
