using AllSource.Language;

namespace AllSource.Claims.Layers;

/// <summary>
/// Reporting cues that report nothing said: "no official has claimed that", "nobody said that", "if he says that",
/// "contrary to what she said". Whoever reads them as claims makes a witness of nobody.
/// </summary>
internal static class Unsaid
{
    /// <summary>So far back a clause's "if" is looked for: long subjects stand between it and the verb.</summary>
    private const int OpenerReach = 12;

    /// <param name="draft">With a cue.</param>
    public static bool Is(Draft draft, GrammarIndex index) => draft.Content.Count > 0
        && (IsNobodys(draft, index) || IsSupposed(draft, index) || IsContrast(draft, index.Text.Tokens));

    /// <summary>"No official has claimed", "nobody said", "none of them reported". A refusal of nobody in particular
    /// stands ("no one would comment").</summary>
    private static bool IsNobodys(Draft draft, GrammarIndex index)
    {
        if (draft.Source is not [var source] || source.End > draft.First) return false;
        var lower = index.Text.Tokens.Lower;
        var isNobody = lower[source.First] is "nobody" or "none" or "neither" or "no-one"
            || (lower[source.First] == "no" && source.Length > 1);
        return isNobody && ActLayer.Of(draft, index).Act is not (Act.Decline or Act.Withdraw);
    }

    /// <summary>"If Brandt says that", "unless the board denies it": the clause of the cue begins with its condition,
    /// before the cue's own subject.</summary>
    private static bool IsSupposed(Draft draft, GrammarIndex index)
    {
        var tokens = index.Text.Tokens;
        if (draft.Source is not [var source] || source.End > draft.First) return false;
        var start = tokens.SentenceStart[tokens.SentenceOf[draft.First]];
        for (var i = source.First - 1; i >= Math.Max(start, source.First - OpenerReach); i--)
        {
            var lower = tokens.Lower[i];
            if (lower is "if" or "unless" && !(lower == "if" && i > start && tokens.Lower[i - 1] is "even" or "asked"
                or "as")) return true;
            if (lower is "," or ";" or ":" or "that" or "(" || Tags.IsVerb(index.Text.Tag[i])) return false;
        }

        return false;
    }

    /// <summary>"Contrary to what Ferrand said": what he said is not told.</summary>
    private static bool IsContrast(TokenisedText tokens, int at) => at >= 1 && tokens.Lower[at] == "what"
        && (tokens.Lower[at - 1] is "unlike" or "despite"
            || (at >= 2 && tokens.Lower[at - 1] == "to" && tokens.Lower[at - 2] is "contrary" or "counter"));

    private static bool IsContrast(Draft draft, TokenisedText tokens) => draft.Source is [var source]
        && source.End <= draft.First && IsContrast(tokens, source.First - 1);
}
