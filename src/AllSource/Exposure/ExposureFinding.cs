using System.Collections.Immutable;
using AllSource.Reports;

namespace AllSource.Exposure;

/// <summary>What kind of thing somebody could be told.</summary>
public enum ExposedKind
{
    Judgment,
    EvidenceRow,
    Proposition,
    LedgerClaim,
    Sentence,
}

/// <summary>
/// One way in which an item stands in the record: the report that carries it and the origin that it has there. A null
/// origin is unknown lineage, which never counts as one more who could have told.
/// </summary>
public sealed record Carrier(string? Origin, string Voice, ReportId Report);

/// <summary>How much an item says about who told it.</summary>
public enum ExposureLevel
{
    /// <summary>No protected source carries it.</summary>
    None,

    /// <summary>A protected source carries it, and so does at least one origin outside protection.</summary>
    Covered,

    /// <summary>Protected sources alone carry it, two at least: it tells that one of them told.</summary>
    Narrows,

    /// <summary>One protected source alone carries it: to tell it is to tell who told.</summary>
    Identifies,
}

/// <summary>
/// What telling one item would give away to one audience. <paramref name="CouldHaveTold"/> is the size of the set that
/// could have told it: protected sources and known origins outside protection; 1 with a protected source in it
/// identifies. The sentence and the names are for the desk alone and never reach a reader.
/// </summary>
/// <param name="Item">The desk's id of the item.</param>
/// <param name="ProtectedSources">Handles, ascending, of the protected sources whose reports carry it.</param>
/// <param name="OutsideOrigins">How many distinct origins outside protection also carry it.</param>
/// <param name="KnownUnknowns">
/// Who else may have known and cannot be counted, such as members of a chat who never wrote. They carry no weight.
/// </param>
public sealed record ExposureFinding(
    string Item,
    ExposedKind Kind,
    ExposureLevel Level,
    int CouldHaveTold,
    ImmutableArray<string> ProtectedSources,
    int OutsideOrigins,
    ImmutableArray<string> KnownUnknowns,
    string Sentence)
{
    /// <summary>True where only protected sources carry the item, be it one or several.</summary>
    public bool GivesAway => Level is ExposureLevel.Narrows or ExposureLevel.Identifies;
}
