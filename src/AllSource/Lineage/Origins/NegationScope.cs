using System.Collections.Frozen;

namespace AllSource.Lineage.Origins;

/// <summary>Words beside "not" that turn what follows: refusals and omissions, doubts, what is asked or not proven.
/// </summary>
internal static class NegationScope
{
    /// <summary>Followed by "to": what follows was not done.</summary>
    private static readonly FrozenSet<string> Omitting = Set("""
        fail fails failed failing failure neglect neglects neglected omit omits omitted forget forgets forgot forgotten
        unable unwilling decline declines declined refuse refuses refused refusing refusal
        """);

    /// <summary>By themselves: there is none of what follows.</summary>
    private static readonly FrozenSet<string> Lacking = Set("""
        lack lacks lacked lacking absence refuse refuses refused refusing refusal
        """);

    /// <summary>These are said of what follows and stay words of the statement: "the driver refused the test".
    /// </summary>
    private static readonly FrozenSet<string> Kept = Set("""
        lack lacks lacked lacking decline declines declined refuse refuses refused refusing refusal
        """);

    private static readonly FrozenSet<string> Doubts = Set("""
        doubt doubts doubted question deny denied denies denying dispute disputes disputed
        """);

    private static readonly FrozenSet<string> Proofs = Set("""
        evidence proof sign signs indication indications record trace confirmation proven shown proved
        """);

    private static readonly FrozenSet<string> Asks = Set("""
        know knows knew known ask asks asked asking wonder wonders wondered see check checked clear unclear tell say
        doubt doubts doubted doubtful out determine establish
        """);

    public static bool IsRefusal(string lower, string next) => next == "to" ? Omitting.Contains(lower)
        : Lacking.Contains(lower);

    public static bool IsKept(string lower) => Kept.Contains(lower);

    /// <summary>Behind a "no" or "not" these affirm: "no doubt", "did not deny".</summary>
    public static bool IsDoubt(string lower) => Doubts.Contains(lower);

    /// <summary>What "that" is said of: "no evidence that".</summary>
    public static bool IsProof(string lower) => Proofs.Contains(lower);

    /// <summary>Behind these an "if" is a question and no condition.</summary>
    public static bool IsAsking(string lower) => Asks.Contains(lower);

    /// <summary>"No fewer than", "not less than": a bound of a number and no negation.</summary>
    public static bool IsNoBound(string lower, string next, string third) => lower is "no" or "not" && third == "than"
        && next is "fewer" or "less" or "more" or "later" or "earlier";

    private static FrozenSet<string> Set(string words) =>
        words.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
