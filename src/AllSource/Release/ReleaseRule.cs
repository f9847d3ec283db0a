using System.Collections.Immutable;

namespace AllSource.Release;

/// <summary>
/// A reason for which the gate refuses, with an id that can be cited and a sentence that says what it demands.
/// </summary>
public sealed record ReleaseRule(string Id, string Demands);

/// <summary>All rules of the gate, as data, in the order in which they are asked.</summary>
public static class ReleaseRules
{
    public static ReleaseRule WithoutFinding { get; } = new("without-finding",
        "Nothing leaves of which nobody has asked what telling it would give away.");

    public static ReleaseRule SourceGivenAway { get; } = new("source-given-away",
        "At least one origin outside protection carries what is told.");

    public static ReleaseRule LabelNotAdmitting { get; } = new("label-not-admitting",
        "The item's label admits the audience's clearance.");

    public static ReleaseRule ProtectedName { get; } = new("protected-name",
        "No name on the desk's protected list, and no cryptonym that the audience does not hold, is written.");

    public static ReleaseRule ProtectedWords { get; } = new("protected-words",
        "No long run of words is that of a report which the audience may not see, unless one that it sees has it too.");

    public static ReleaseRule UnseenName { get; } = new("unseen-name",
        "No name is written that stands only in reports which the audience may not see.");

    public static ReleaseRule LikelihoodWithConfidence { get; } = new("likelihood-with-confidence",
        "A likelihood and a confidence do not stand in one sentence (ICD 203).");

    public static ReleaseRule ConfirmedByOne { get; } = new("confirmed-by-one",
        "Credibility 1 needs two independent origins (STANAG 2511).");

    public static ReleaseRule JudgmentUnsourced { get; } = new("judgment-unsourced",
        "A judgment names what it rests on (ICD 206).");

    public static ReleaseRule RestsOnRefused { get; } = new("rests-on-refused",
        "No judgment leaves that what is told beside it does not bear out: it would tell of what is refused.");

    public static ReleaseRule LeansOnRefused { get; } = new("leans-on-refused",
        "Nothing that speaks of a refused item leaves.");

    public static ReleaseRule NothingLeft { get; } = new("nothing-left",
        "Where there are judgments or rows of evidence, at least one of them can be told.");

    public static ImmutableArray<ReleaseRule> All { get; } =
    [
        WithoutFinding, SourceGivenAway, LabelNotAdmitting, ProtectedName, ProtectedWords, UnseenName,
            LikelihoodWithConfidence,
        ConfirmedByOne, JudgmentUnsourced, RestsOnRefused, LeansOnRefused, NothingLeft,
    ];
}

/// <summary>
/// The gate's no: the rule that would be broken, the desk's id of the item, and what was found. For the desk alone.
/// </summary>
public sealed record Refusal(ReleaseRule Rule, string Item, string What)
{
    public override string ToString() => $"{Item}: {Rule.Id}. {What}";
}
