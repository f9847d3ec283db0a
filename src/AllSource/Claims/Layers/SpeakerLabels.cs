using AllSource.Language;

namespace AllSource.Claims.Layers;

/// <summary>
/// The colon after a name at a line's start ("MS. HALE: I withdraw the word") is a transcript's or a chat's own mark
/// and attributes nothing, where the text is one: several lines begin so, or a clock stands before the name. In a
/// headline it is a cue.
/// </summary>
internal static class SpeakerLabels
{
    private const int LabelTokensMax = 14, LinesMin = 3, ShareMin = 4;

    public static void Remove(List<Draft> drafts, TokenisedText text)
    {
        if (!drafts.Exists(d => IsColon(d, text))) return;
        var (lines, isChat) = (0, false);
        for (var p = 0; p < text.ParagraphCount && !isChat; p++)
        {
            var colon = ColonOf(p, text);
            if (colon < 0) continue;
            lines++;
            for (var i = text.ParagraphStart[p]; i < colon; i++) isChat |= IsClock(text.Form[i]);
        }

        if (!isChat && (lines < LinesMin || lines * ShareMin < text.ParagraphCount)) return;
        drafts.RemoveAll(d => IsColon(d, text) && ColonOf(text.ParagraphOf[d.First], text) == d.First);
    }

    private static bool IsColon(Draft draft, TokenisedText text) => draft.Cue is [{ Length: 1 } cue]
        && text.Form[cue.First] == ":";

    private static bool IsClock(string form) => form.Length is 4 or 5 && form[^3] is ':' or '.'
        && char.IsAsciiDigit(form[0]) && char.IsAsciiDigit(form[^1]);

    /// <summary>The colon that closes the label of a paragraph; -1 where it has none.</summary>
    private static int ColonOf(int paragraph, TokenisedText text)
    {
        var (from, to) = (text.ParagraphStart[paragraph], text.ParagraphStart[paragraph + 1]);
        for (var i = from + 1; i < Math.Min(to - 1, from + LabelTokensMax); i++)
        {
            if (text.Form[i] != ":") continue;
            return char.IsLetter(text.Form[i - 1][0]) ? i : -1;
        }

        return -1;
    }
}
