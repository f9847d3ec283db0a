using System.Collections.Immutable;
using AllSource.Claims;
using AllSource.Kernel;
using AllSource.Reports;

namespace AllSource.Lineage.Origins;

/// <summary>What says that one step leads back to the next.</summary>
public enum StepEvidence
{
    Passage,
    Citation,
    Chain,
    SameSpeaker,
    Judgment,
}

/// <summary>
/// One step back from a report towards the root: to another report of the case, or (<paramref name="To"/> null) to a
/// voice outside it. The spans are of the two reports' texts where a passage says so.
/// </summary>
public sealed record OriginStep(
    ReportId From, ReportId? To, StepEvidence Evidence, TextSpan? FromSpan, TextSpan? ToSpan, string Why);

/// <summary>
/// The origin of one claim. A null origin is unknown lineage and counts as no new origin. <paramref name="IsSupport"/>
/// is false where the report carries the words only to deny, doubt or dispute them: quotation, not support.
/// </summary>
public sealed record ClaimOrigin(
    ClaimId Claim, ReportId Report, OriginId? Origin, bool IsSupport, ImmutableArray<OriginStep> Path, string Sentence)
{
    /// <summary>The claim of the case at which the way back ended; the claim itself when it is a root.</summary>
    public ClaimId Root { get; init; } = Claim;

    /// <summary>Whose word this claim is, in the register's name where there is one; empty for nobody.</summary>
    public string Voice { get; init; } = "";
}

/// <summary>The origins of all that a report says, ascending by id, with a sentence for the reader.</summary>
public sealed record ReportOrigins(ReportId Report, ImmutableArray<OriginId> Origins, string Sentence);

/// <summary>
/// One report repeats another. When nothing tells who was first, <paramref name="IsDirected"/> is false and the two are
/// in the order of their ids. <paramref name="Characters"/> counts what is shared in the copier's text.
/// </summary>
public sealed record CopyEdge(
    ReportId Copier, ReportId Original, bool IsDirected, int Passages, int Characters, double Probability, string Why);

/// <summary>
/// Two things the reports say about lineage that cannot both hold, or a circle of copies; with what was done about it.
/// </summary>
public sealed record OriginConflict(ImmutableArray<ReportId> Reports, string What, string Done);

public enum LineageVerdict
{
    /// <summary>The first does not derive from the second, whatever the texts share.</summary>
    Cut,

    /// <summary>The first derives from the second, whatever the texts show.</summary>
    Link,
}

/// <summary>An analyst's judgment on two reports. It is undone by a time and a name, never erased.</summary>
public sealed record LineageJudgment(
    LineageVerdict Verdict, ReportId Copier, ReportId Original, string Author, DateTimeOffset At, string Why)
{
    public string? UndoneBy { get; init; }

    public DateTimeOffset? UndoneAt { get; init; }

    public bool Stands => UndoneBy is null;
}

/// <summary>
/// All origins of a case, and for every report and every claim the way back. Everything is ascending by id.
/// </summary>
public sealed record OriginMap(
    ImmutableArray<Origin> Origins,
    ImmutableArray<ReportOrigins> Reports,
    ImmutableArray<ClaimOrigin> Claims,
    ImmutableArray<CopyEdge> Edges,
    ImmutableArray<OriginConflict> Conflicts)
{
    /// <summary>
    /// Claims that the tracer read besides the attributed ones: a report's own unattributed sentences.
    /// </summary>
    public ImmutableArray<Claim> Narrated { get; init; } = [];
}
