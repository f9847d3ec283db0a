using System.Collections.Immutable;
using AllSource.Access;
using AllSource.Exposure;
using AllSource.Kernel;

namespace AllSource.Release;

/// <summary>
/// What every item of a draft carries to the gate: the desk's id, the label that must admit the audience, what telling
/// it would give away (null is refused), and the ids of items that it speaks of. A draft is not released and may hold
/// anything.
/// </summary>
public abstract record DraftItem(string Id, Label Label, ExposureFinding? Exposure)
{
    /// <summary>Ids of rows, voices or judgments without which this makes no sense: refused with them.</summary>
    public ImmutableArray<string> LeansOn { get; init; } = [];

    /// <summary>Every text of the item that a reader would see.</summary>
    internal abstract IEnumerable<string> Texts { get; }
}

/// <summary>One sentence: a reason, a gap, what would change the conclusion, a source's description.</summary>
public sealed record DraftSentence(string Id, string Text, Label Label, ExposureFinding? Exposure)
    : DraftItem(Id, Label, Exposure)
{
    /// <summary>A second part, such as what would fill a gap; empty when there is none.</summary>
    public string Remedy { get; init; } = "";

    /// <summary>How a text names a judgment or a row: the gate writes its number in the product instead.</summary>
    public static string Reference(string id) => $"[[{id}]]";

    internal override IEnumerable<string> Texts => [Text, Remedy];
}

/// <summary>
/// A judgment: the desk's own product. The counts are of the reports and origins that it rests on and that the audience
/// may see: others would be found by subtraction. <paramref name="Confidence"/> is the word alone.
/// </summary>
public sealed record DraftJudgment(
    string Id, string Statement, LikelihoodWord Likelihood, string LikelihoodSentence, string Confidence, int Reports,
        int Origins,
    Label Label, ExposureFinding? Exposure) : DraftItem(Id, Label, Exposure)
{
    /// <summary>Confidence and its reasons, a sentence each; the gate takes or leaves every one apart.</summary>
    public ImmutableArray<DraftSentence> ConfidenceReasons { get; init; } = [];

    /// <summary>Why what is told does not bear it out, so that it is not told; empty where it does.</summary>
    public string Withheld { get; init; } = "";

    internal override IEnumerable<string> Texts => [Statement, LikelihoodSentence];
}

/// <summary>How a row of evidence sits with a judgment (by its desk id): the letters CC, C, N, I, II.</summary>
public sealed record DraftFit(string Judgment, string Letters);

/// <summary>
/// A row of evidence. The counts and names are of what the audience may see, not of all that the desk has: a count with
/// a protected source in it would tie the source to the fact.
/// </summary>
public sealed record DraftRow(
    string Id, string Statement, int Reports, int Origins, int DisputingReports, int DisputingOrigins, Label Label,
    ExposureFinding? Exposure) : DraftItem(Id, Label, Exposure)
{
    public ImmutableArray<DraftFit> Fits { get; init; } = [];

    /// <summary>Suggested credibility 1-6; null when none is shown.</summary>
    public int? Credibility { get; init; }

    /// <summary>Who says so: names of voices, one an origin.</summary>
    public ImmutableArray<string> Voices { get; init; } = [];

    internal override IEnumerable<string> Texts => [Statement, .. Voices];
}

/// <summary>One report that carries an origin's word.</summary>
public sealed record DraftMark(string Report, ReportedTime? At, bool IsRoot, Label Label);

/// <summary>
/// An origin of a row: whose word it is, and the reports that carry it, the root and those that repeat it.
/// <paramref name="Disputes"/> where the voice speaks against the row.
/// </summary>
public sealed record DraftOrigin(
    string Id, string Row, string Voice, string Kind, bool Disputes, Label Label, ExposureFinding? Exposure)
    : DraftItem(Id, Label, Exposure)
{
    public ImmutableArray<DraftMark> Marks { get; init; } = [];

    internal override IEnumerable<string> Texts => [Voice, .. Marks.Select(m => m.Report)];
}

/// <summary>
/// One line of the ledger, under the row it speaks to: who, what the speaker does, the words, through whom, when.
/// </summary>
public sealed record DraftLedgerEntry(
    string Id, string Row, string Who, string Act, string Words, ImmutableArray<string> Through, string Report,
        ReportedTime? At,
    int Repeats, Label Label, ExposureFinding? Exposure) : DraftItem(Id, Label, Exposure)
{
    /// <summary>The words are the speaker's own, letter for letter.</summary>
    public bool IsQuote { get; init; }

    /// <summary>The voice speaks against the row, whatever its verb; or takes back what it said.</summary>
    public bool IsAgainst { get; init; }

    /// <summary>The voice will not speak of it.</summary>
    public bool IsSilent { get; init; }

    internal override IEnumerable<string> Texts => [Who, Words, Report, .. Through];
}

/// <summary>All that somebody would like to tell an audience.</summary>
public sealed record Draft(string Title, string? Question, Label Label, Audience Audience, Making Making, string Scale)
{
    /// <summary>Whether outcomes of earlier judgments were there to calibrate the likelihoods by.</summary>
    public bool IsCalibrated { get; init; }

    public ImmutableArray<DraftJudgment> Judgments { get; init; } = [];

    public ImmutableArray<DraftRow> Rows { get; init; } = [];

    public ImmutableArray<DraftOrigin> Origins { get; init; } = [];

    public ImmutableArray<DraftLedgerEntry> Ledger { get; init; } = [];

    public ImmutableArray<DraftSentence> WouldChange { get; init; } = [];

    public ImmutableArray<DraftSentence> Gaps { get; init; } = [];

    public ImmutableArray<DraftSentence> SourceSummary { get; init; } = [];

    public ImmutableArray<DraftSentence> Changed { get; init; } = [];

    /// <summary>Who does not share a judgment, by name, and what several analysts see.</summary>
    public ImmutableArray<DraftSentence> Views { get; init; } = [];

    /// <summary>For the desk alone: what a reader could work out although nothing of it is told.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    internal IEnumerable<DraftItem> Items =>
    [
        .. Judgments, .. Judgments.SelectMany(j => j.ConfidenceReasons), .. Rows, .. Origins, .. Ledger, .. WouldChange,
            .. Gaps,
        .. SourceSummary, .. Changed, .. Views,
    ];
}
