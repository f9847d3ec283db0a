using System.Collections.Immutable;
using AllSource.Kernel;
using AllSource.Reports;
using AllSource.Sources;

namespace AllSource.Claims;

public readonly record struct ClaimId(string Value) : IComparable<ClaimId>
{
    public int CompareTo(ClaimId other) => string.CompareOrdinal(Value, other.Value);

    public override string ToString() => Value;
}

/// <summary>What the speaker does with the content. A denial is never a copy of what it denies.</summary>
public enum Act
{
    Assert,
    Deny,
    Dispute,
    Doubt,
    Decline,
    Affirm,
    StandBy,
    Withdraw,
}

/// <summary>
/// How the content is given: in the speaker's words, the reporter's, both, or (a pure no-comment) not at all.
/// </summary>
public enum Mode
{
    None,
    Direct,
    Indirect,
    Mixed,
}

/// <summary>
/// Speech says it in words that somebody could be held to; belief is what the text says that somebody thinks, wants or
/// intends, with
/// no utterance reported; a question, a wish to know and a jest state nothing, and speak for nothing. A desk's ledger
/// of claims leaves both out.
/// </summary>
public enum UtteranceKind
{
    Speech,
    Belief,
    Question,
}

/// <summary>One link of a chain: by whose mouth, and what kind of mouth. Nearest to the reader first.</summary>
public sealed record Relay(string Name, SourceKind Kind);

/// <summary>
/// A stretch of one text in which somebody asserts, denies, disputes, doubts, declines, affirms, stands by or withdraws
/// something. It is attributed, not true. Spans are of the text that was read, ascending, and may be empty: no source
/// when nobody is named ("it was reported"), no content for a pure no-comment. <paramref name="Parent"/> is the index,
/// within the same text, of the claim in whose content this one stands.
/// </summary>
public sealed record Attribution(
    ImmutableArray<TextSpan> Source,
    ImmutableArray<TextSpan> Cue,
    ImmutableArray<TextSpan> Content,
    ImmutableArray<TextSpan> Addressee,
    ImmutableArray<TextSpan> Hedge,
    ImmutableArray<TextSpan> Time,
    Act Act,
    Mode Mode,
    SourceKind SourceKind,
    string Canonical,
    int? Parent,
    string Why)
{
    public UtteranceKind Kind { get; init; }

    /// <summary>Whether it is a denial because its own words negate ("he told us that there was no message"), not
    /// because of its cue ("he denied that there was a message").</summary>
    public bool DeniesInContent { get; init; }

    /// <summary>The act towards the content as it is worded: who denies in words that negate asserts these
    /// words.</summary>
    public Act ActOnContent => DeniesInContent && Act == Act.Deny ? Act.Assert : Act;
}

/// <summary>
/// An attribution in the ledger: an id from the report and the spans, and the chain by which it came, nearest to the
/// reader first: the outlet, the officials it quotes, whom they quote. A chain is one voice, not a list of
/// confirmations.
/// </summary>
public sealed record Claim(ClaimId Id, ReportId Report, Attribution Said, ImmutableArray<Relay> Chain)
{
    public static ClaimId IdOf(ReportId report, Attribution said) => new(FactId.From(
        "c", report.Value, Spans(said.Source), Spans(said.Cue), Spans(said.Content), said.Act.ToString()));

    private static string Spans(ImmutableArray<TextSpan> spans) => string.Join(' ', spans);
}
