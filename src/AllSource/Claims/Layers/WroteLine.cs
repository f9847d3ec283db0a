using AllSource.Language;

namespace AllSource.Claims.Layers;

/// <summary>Under a line "... wrote:" the whole block of lines with a mark of quotation is what was written.</summary>
internal static class WroteLine
{
    public static void Apply(IEnumerable<Draft> drafts, TokenisedText text)
    {
        foreach (var draft in drafts)
        {
            if (draft.Cue.Count == 0) continue;
            var cue = draft.Cue[^1];
            if (text.Lower[cue.End - 1] != "wrote" && !(text.Lower[cue.End - 1] == ":" && cue.Length > 1
                && text.Lower[cue.End - 2] == "wrote")) continue;
            var colon = text.Lower[cue.End - 1] == ":" ? cue.End - 1 : cue.End;
            if (colon < text.Count && text.Form[colon] == ":"
                && Block(text, colon) is { } block) draft.Content = [block];
        }
    }

    /// <summary>
    /// The tokens of the lines after a colon that begin with a mark of quotation; null where there are none.
    /// </summary>
    private static TokenRun? Block(TokenisedText text, int colon)
    {
        var (s, at) = (text.Text, text.End[colon]);
        while (at < s.Length && s[at] is ' ' or '\t' or '\r' or '\n') at++;
        var end = at;
        while (end < s.Length && s[end] == '>')
        {
            var line = s.IndexOf('\n', end);
            end = line < 0 ? s.Length : line + 1;
        }

        var (first, last) = (colon + 1, colon + 1);
        while (first < text.Count && text.Start[first] < at) first++;
        for (last = first; last < text.Count && text.End[last] <= end;) last++;
        return last > first ? new(first, last) : null;
    }
}
