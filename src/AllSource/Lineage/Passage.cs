using System.Collections.Immutable;
using AllSource.Kernel;
using AllSource.Lineage.Directions;
using AllSource.Lineage.Weighing;

namespace AllSource.Lineage;

/// <summary>
/// What Lineage needs of a report: an id, its text, and what may tell the direction.
/// </summary>
public sealed record LineageDocument(string Id, string Text, ReportedTime? Published = null, string? Author = null,
    string? Title = null)
{
    /// <summary>Links, message ids and names of outlets that this document names.</summary>
    public ImmutableArray<string> Cites { get; init; } = [];

    /// <summary>What others may cite this document by: its url, message id, outlet's names.</summary>
    public ImmutableArray<string> Ids { get; init; } = [];

    /// <summary>Stretches that the writer marks as somebody else's (quoted mail, forwards).</summary>
    public ImmutableArray<TextSpan> Quoted { get; init; } = [];

    /// <summary>
    /// The messages of a text that was written bit by bit and has no time as a whole, each with its own; null where it
    /// is unknown. Ascending, without overlap.
    /// </summary>
    public ImmutableArray<(TextSpan Span, ReportedTime? At)> Stamps { get; init; } = [];

    /// <summary>The times at which a stretch was written: of the text, or of each message that it lies in.</summary>
    internal IEnumerable<ReportedTime?> TimesOf(TextSpan stretch) => Published is not null || Stamps.IsDefaultOrEmpty
        ? [Published] : Stamps.Where(s => s.Span.Overlaps(stretch)).Select(static s => s.At).DefaultIfEmpty(null);
}

/// <summary>
/// How near the two stretches are: letter for letter but for folding, with words changed, in other words, or shortened.
/// </summary>
public enum PassageKind
{
    Verbatim,
    Edited,
    Paraphrased,
    Summarised,
}

/// <summary>One difference between the two stretches, in the texts' own offsets; either side may be empty.</summary>
public sealed record Edit(TextSpan A, TextSpan B)
{
    /// <summary>One side has a negation ("not", "never", "wasn't") more than the other: it says the contrary.</summary>
    public bool IsNegation { get; init; }
}

/// <summary>
/// A stretch of one text aligned with a stretch of another. <paramref name="A"/> and <paramref name="B"/> are document
/// ids in ordinal order; <paramref name="Copier"/> is the one of them that repeats the other, or null where nothing
/// tells.
/// <paramref name="Probability"/> (0-1) is of borrowing at all, in whichever direction. It proves no direction by
/// itself.
/// </summary>
public sealed record Passage(
    string A, TextSpan ASpan, string B, TextSpan BSpan, PassageKind Kind, string? Copier, double Probability,
        string Why)
{
    public ImmutableArray<Edit> Edits { get; init; } = [];

    /// <summary>Why the direction is as it is, or why there is none.</summary>
    public string DirectionWhy { get; init; } = "";

    /// <summary>The log-odds at which traces of copying tell the direction; null where dates tell it.</summary>
    internal double? DirectionOdds { get; init; }

    /// <summary>How one seems to have come by the other's words, and why it is taken for that.</summary>
    public EdgeKind Edge { get; init; }

    public string EdgeWhy { get; init; } = "";

    /// <summary>
    /// How many texts, this pair's among them, hold what is quoted here, when one of them probably was quoted and
    /// nothing tells which: the probability is of this one alone, and may be below a half. 0 where none is contested.
    /// </summary>
    public int OneOf { get; init; }

    /// <summary>The earlier third report that holds it, when <see cref="Edge"/> is a common source.</summary>
    public string? CommonSource { get; init; }

    /// <summary>The traces by which the direction was told, or would be without dates; kept as <see cref="Signs"/>.
    /// </summary>
    internal IReadOnlyList<CopyTrace> Traces { get; init; } = [];

    /// <summary>What its probability was made of; kept only by a search that shows what it passed over.</summary>
    internal Signs? Signs { get; init; }
}
