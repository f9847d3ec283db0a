using AllSource.Language;

namespace AllSource.Claims.Layers;

/// <summary>
/// "Neither confirms nor denies that", "has neither accepted nor rejected it": one cue, which declines, whatever half
/// of it was found, and whose is the one before "neither".
/// </summary>
internal static class NeitherNor
{
    /// <summary>So far apart stand "neither", "nor" and the verb behind it.</summary>
    private const int ReachMax = 5;

    /// <summary>The cue about a verb; empty where the two words do not stand about it.</summary>
    public static TokenRun About(int verb, ParsedText text)
    {
        var lower = text.Tokens.Lower;
        var sentence = text.Tokens.SentenceOf[verb];
        var (from, to) = (text.Tokens.SentenceStart[sentence], text.Tokens.SentenceStart[sentence + 1]);
        for (var neither = Math.Max(from, verb - ReachMax); neither <= verb; neither++)
        {
            if (lower[neither] != "neither" || neither + 1 >= to || !IsVerb(neither + 1, text)) continue;
            for (var nor = neither + 2; nor < Math.Min(to - 1, neither + ReachMax); nor++)
            {
                if (lower[nor] == "nor" && IsVerb(nor + 1, text) && verb <= nor + 1) return new(neither, nor + 2);
            }
        }

        return new(verb, verb);
    }

    public static void Apply(Draft draft, ParsedText text)
    {
        if (draft.Cue is not [var cue]) return;
        var whole = About(cue.End - 1, text);
        if (whole.Length == 0 || (cue.First <= whole.First && whole.End <= cue.End)) return;
        draft.Cue[0] = whole = new(Math.Min(cue.First, whole.First), Math.Max(cue.End, whole.End));
        draft.Source.RemoveAll(s => s.First < whole.End && whole.First < s.End);
        draft.Content = [.. draft.Content.Where(c => c.End > whole.End || c.End <= whole.First)
            .Select(c => c.First < whole.First ? new TokenRun(c.First, Math.Min(c.End, whole.First))
                : new(Math.Max(c.First, whole.End), c.End))];
        if (draft.Source.Count > 0) return;
        var floor = text.Tokens.SentenceStart[text.Tokens.SentenceOf[whole.First]];
        var subject = SubjectPhrase.Before(BeforeHelpers(whole.First, floor, text), floor, text);
        if (subject.Length > 0) draft.Source = [subject];
    }

    /// <summary>"Has | neither", "would | neither": the subject stands before the helper.</summary>
    private static int BeforeHelpers(int neither, int floor, ParsedText text)
    {
        var first = neither;
        while (first > floor && text.Tokens.Lower[first - 1] is "has" or "have" or "had" or "would" or "will" or "could"
            or "can" or "did" or "does" or "do") first--;
        return first;
    }

    private static bool IsVerb(int i, ParsedText text) => Tags.IsVerb(text.Tag[i])
        || text.Tokens.Lower[i] is "confirm" or "confirms" or "confirmed" or "deny" or "denies" or "denied";
}
