using AllSource.Kernel;
using AllSource.Reports;
using AllSource.Sources;

namespace AllSource.Lineage.Origins;

/// <summary>
/// The id of an origin: from its voice and its root, so that the same root has the same id in every run.
/// </summary>
public readonly record struct OriginId(string Value) : IComparable<OriginId>
{
    public int CompareTo(OriginId other) => string.CompareOrdinal(Value, other.Value);

    public override string ToString() => Value;
}

/// <summary>What kind of root a trace ended at.</summary>
public enum OriginKind
{
    /// <summary>
    /// A report's own words: its writer, its protected source, its device, the sender of its message.
    /// </summary>
    OwnWords,

    /// <summary>What a named person, office, organisation or document said.</summary>
    NamedSpeaker,

    /// <summary>
    /// What somebody unnamed said to one report; another report's unnamed voice may be the same person.
    /// </summary>
    AnonymousSpeaker,

    /// <summary>An outlet that a report relays and whose own report is not in the case.</summary>
    NamedOutlet,

    /// <summary>Reports that share a text while nothing tells who was first: one origin, wherever it lies.</summary>
    SharedText,
}

/// <summary>
/// Where a claim entered the record: the root that is left when copies and relays are followed back. It is not an
/// outlet.
/// <paramref name="Voice"/> is whose word it is, in the register's name where there is one; two origins of one voice
/// are one witness. <paramref name="Root"/> is the earliest report of the case that carries it, null when none does.
/// <paramref name="Words"/> is what a reader of the desk sees, such as "Northgate Wire, 2026-03-01".
/// </summary>
public sealed record Origin(
    OriginId Id, OriginKind Kind, string Voice, SourceKind VoiceKind, ReportId? Root, ReportedTime? At, string Words)
{
    /// <summary>
    /// False where several reports carry it and nothing tells which was first: <see cref="Root"/> is one of them.
    /// </summary>
    public bool IsFirstKnown { get; init; } = true;

    /// <summary>False for "an official" and the like: in another case these words are somebody else.</summary>
    internal bool IsNamed => Kind != OriginKind.AnonymousSpeaker;
}
