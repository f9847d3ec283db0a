using System.Collections.Immutable;
using AllSource.Access;
using AllSource.Kernel;
using AllSource.Sources;

namespace AllSource.Reports;

/// <summary>The id of a received item: from its original's hash, its part, and what was declared beside it.</summary>
public readonly record struct ReportId(string Value) : IComparable<ReportId>
{
    public int CompareTo(ReportId other) => string.CompareOrdinal(Value, other.Value);

    public static ReportId Of(ContentHash original, string? part, ContentHash declared) =>
        new(FactId.From("r", original.Hex, part, declared.Hex));

    public override string ToString() => Value;
}

/// <summary>How the collection that made a report works. Unknown is shown as unknown.</summary>
public enum Discipline
{
    Unknown,
    Humint,
    Sigint,
    Osint,
    Imint,
}

/// <summary>
/// A stretch of a report's text and where it stands in the original: the bytes [ByteStart, ByteEnd), and the line or
/// row from 1.
/// <paramref name="Exact"/> says that the decoded original bytes are the text itself, letter for letter; otherwise
/// markup, entities or an encoding lie between, and the bytes enclose it.
/// </summary>
public sealed record TextSegment(
    TextSpan Span, long ByteStart, long ByteEnd, bool Exact, int? Line = null, int? Row = null, string? Part = null);

/// <summary>A stretch that the report's writer did not write but carries: quoted mail, a forwarded message.</summary>
public sealed record QuotedBlock(TextSpan Span, string? WrittenBy, ReportedTime? WrittenAt);

/// <summary>One message of a chat or thread: who sent it, when, and which stretch of the text is its body.</summary>
public sealed record Message(TextSpan Body, string Sender, ReportedTime? SentAt, string? ForwardedFrom = null);

/// <summary>One row of call records. A zero duration is a missed call or a message; a cell is not a position.</summary>
public sealed record CallRecord(
    TextSpan Row, string From, string To, ReportedTime? At, int? DurationSeconds, string? Type, string? FirstCell,
        string? LastCell);

/// <summary>
/// What is known about a report beside its text. Null and Unknown mean "not known", and are shown so.
/// </summary>
public sealed record ReportFacts(
    string File,
    string Format,
    Discipline Discipline = Discipline.Unknown,
    SourceId? Source = null,
    string? Title = null,
    string? Author = null,
    string? Url = null,
    ReportedTime? Published = null,
    ReportedTime? Received = null,
    string? MessageId = null)
{
    /// <summary>The title, of open reporting alone; null otherwise. A desk's own title may say who talked.</summary>
    public string? PublicTitle => Discipline == Discipline.Osint ? Title : null;
}

/// <summary>
/// One received item, immutable: its original bytes' hash, its text, and where each stretch of the text stands in the
/// original. It is not a claim: what it says is read by the Claims room.
/// </summary>
public sealed record Report(ReportId Id, ContentHash Original, ReportFacts Facts, Label Label, string Text)
{
    /// <summary>Ascending by span; together they cover every character that was in the original.</summary>
    public ImmutableArray<TextSegment> Segments { get; init; } = [];

    public ImmutableArray<QuotedBlock> Quoted { get; init; } = [];

    public ImmutableArray<Message> Messages { get; init; } = [];

    public ImmutableArray<CallRecord> Calls { get; init; } = [];

    /// <summary>Links and message ids that the report names: a citation, not yet a copy.</summary>
    public ImmutableArray<string> Cites { get; init; } = [];

    public ImmutableArray<Finding> Findings { get; init; } = [];

    /// <summary>
    /// Known unknowns: members who never wrote, captions that an exporter drops. They enter "who could have known".
    /// </summary>
    public ImmutableArray<string> KnownUnknowns { get; init; } = [];
}
