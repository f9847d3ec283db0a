using AllSource.Language;

namespace AllSource.Claims.Layers;

/// <summary>
/// Under a line "... wrote:" the block of lines with a mark of quotation is what was written: those that are quoted
/// deeper than it, and in quoted mail those as deep as it, up to the next such line.
/// </summary>
internal static class WroteLine
{
    /// <summary>Mail quoted in mail more often than this is made to take time: each block is read to its end.</summary>
    private const int DepthMax = 40;

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

    /// <summary>The tokens of the lines after a colon that belong to its block; null where there are none.</summary>
    private static TokenRun? Block(TokenisedText text, int colon)
    {
        var (s, at) = (text.Text, text.End[colon]);
        var own = Depth(s, LineStart(s, text.Start[colon]));
        if (own >= DepthMax) return null;
        while (at < s.Length && s[at] is ' ' or '\t' or '\r' or '\n') at++;
        var end = at;
        while (end < s.Length && s[end] == '>')
        {
            var next = s.IndexOf('\n', end);
            next = next < 0 ? s.Length : next + 1;
            var depth = Depth(s, end);
            if (depth < own || depth == own && s.AsSpan(end, next - end).TrimEnd().EndsWith("wrote:")) break;
            end = next;
        }

        var (first, last) = (colon + 1, colon + 1);
        while (first < text.Count && text.Start[first] < at) first++;
        for (last = first; last < text.Count && text.End[last] <= end;) last++;
        return last > first ? new(first, last) : null;
    }

    /// <summary>How many marks of quotation a line begins with, at most one more than is followed.</summary>
    private static int Depth(string s, int at)
    {
        var depth = 0;
        for (; at < s.Length && depth <= DepthMax && s[at] is '>' or ' '; at++) depth += s[at] == '>' ? 1 : 0;
        return depth;
    }

    private static int LineStart(string s, int at)
    {
        var least = Math.Max(0, at - 500); // a line of a megabyte holds no mail
        while (at > least && s[at - 1] != '\n') at--;
        return at;
    }
}
