using AllSource.Language;

namespace AllSource.Claims.Layers;

/// <summary>
/// Where the subject hears and does not speak: "he had this from THISTLE", "she gathers from the clerk that", "a court
/// heard that". Then the one behind "from" is the source, and the subject is who was told.
/// </summary>
internal static class HearsayLayer
{
    public static void Apply(List<Draft> drafts, ParsedText text)
    {
        foreach (var draft in drafts)
        {
            if (draft.Cue.Count == 0 || draft.Source is not [var source] || source.First > draft.First) continue;
            if (IsCourt(draft, source, text)) (draft.Addressee, draft.Source) = ([source], []);
            else if (IsFrom(draft, text)) Turn(draft, source, text);
        }
    }

    /// <summary>"Had | from", "got | off", "gathers from", "picked | up from".</summary>
    public static bool IsFrom(Draft draft, ParsedText text) => From(draft, text) >= 0;

    /// <summary>The token behind the "from": in the cue or at its end, or behind "it" or "this"; -1 for none.</summary>
    private static int From(Draft draft, ParsedText text)
    {
        var lower = text.Tokens.Lower;
        var hears = false;
        for (var i = draft.First; i < draft.Cue[0].End; i++)
        {
            hears |= lower[i] is "had" or "has" or "have" or "having" or "got" or "get" or "gets" or "picked"
                or "gather" or "gathered" or "gathers" or "understood" or "understand" or "understands" or "learned"
                or "learnt" or "learns" or "heard" or "hears" or "hear";
        }

        if (!hears) return -1;
        if (lower[draft.Cue[^1].End - 1] is "from" or "off" or "through") return draft.Cue[^1].End;
        var at = draft.Cue[^1].End;
        if (at < text.Count && lower[at] is "it" or "this" or "that" or "so" or "much") at++;
        if (at < text.Count && lower[at] is "up" or "only" or "all" or "straight" or "directly") at++;
        return at < text.Count && lower[at] is "from" or "off" or "through" ? at + 1 : -1;
    }

    private static void Turn(Draft draft, TokenRun hearer, ParsedText text)
    {
        var from = From(draft, text);
        if (from >= text.Count) return;
        var stop = text.Tokens.SentenceStart[text.Tokens.SentenceOf[from] + 1];
        var teller = CitedLayer.Phrase(from, stop, text);
        if (teller.Length == 0 || draft.Content.Any(c => c.First < teller.End && teller.First < c.End)) return;
        (draft.Source, draft.Addressee) = ([teller], [hearer]);
    }

    /// <summary>Those who sit there hear it, and nobody is said to have spoken.</summary>
    private static bool IsCourt(Draft draft, TokenRun source, ParsedText text) => draft.Cue is [{ Length: 1 } cue]
        && text.Tokens.Lower[cue.First] is "heard" or "hears" && source.End == cue.First
        && text.Tokens.Lower[source.End - 1] is "court" or "tribunal" or "inquest" or "jury" or "hearing" or "inquiry"
            or "committee" or "panel" or "trial" or "commission";
}
