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

    /// <summary>Who answers sentence by sentence writes so many answers, of so many lines each.</summary>
    private const int BlocksMax = 50, LinesBetweenMax = 60;

    private const int NameTokensMax = 7;

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
                && Blocks(text, colon) is { Count: > 0 } blocks) draft.Content = blocks;
            if (Writer(text, cue.First) is { Length: > 0 } writer) draft.Source = [writer];
        }
    }

    /// <summary>
    /// "On Tue, 12 Mar at 9:14 AM, Bruno Tavares &lt;address&gt; | wrote": the name before the address.
    /// </summary>
    private static TokenRun Writer(TokenisedText text, int wrote)
    {
        var start = text.ParagraphStart[text.ParagraphOf[wrote]];
        while (start < wrote && text.Form[start] == ">") start++;
        var end = wrote;
        if (end - 3 > start && text.Form[end - 1] == ">" && text.Form[end - 3] == "<") end -= 3;
        var first = end;
        while (first > start && end - first < NameTokensMax && (char.IsUpper(text.Form[first - 1][0])
            || text.Form[first - 1] is "-" or "'s" || text.Lower[first - 1] is "von" or "van" or "de" or "der" or "al"
            or "bin" or "la")) first--;
        return text.Lower[start] == "on" && first > start + 1 && text.Form[first - 1] is "," or "AM" or "PM" or "at"
            ? new(first, end) : new(wrote, wrote);
    }

    /// <summary>The tokens of the quoted lines after a colon, up to the next such line: in several runs where the one
    /// who answers writes between them.</summary>
    private static List<TokenRun> Blocks(TokenisedText text, int colon)
    {
        var (s, at, token) = (text.Text, text.End[colon], colon + 1);
        var own = Depth(s, LineStart(s, text.Start[colon]));
        var blocks = new List<TokenRun>();
        if (own >= DepthMax) return blocks;
        while (at < s.Length && s[at] is ' ' or '\t' or '\r' or '\n') at++;
        while (at < s.Length && blocks.Count < BlocksMax)
        {
            var (end, isEnd) = BlockEnd(s, at, own);
            while (token < text.Count && text.Start[token] < at) token++;
            var first = token;
            while (token < text.Count && text.End[token] <= end) token++;
            if (token > first) blocks.Add(new(first, token));
            if (isEnd || own > 0 || end == at || (at = NextQuoted(s, end)) < 0) break;
        }

        return blocks;
    }

    private static (int End, bool IsWrote) BlockEnd(string s, int at, int own)
    {
        while (at < s.Length && s[at] == '>')
        {
            var next = s.IndexOf('\n', at);
            next = next < 0 ? s.Length : next + 1;
            var depth = Depth(s, at);
            if (depth < own || (depth == own && IsWrote(s.AsSpan(at, next - at)))) return (at, true);
            at = next;
        }

        return (at, false);
    }

    /// <summary>Where the next quoted line begins, before the next "... wrote:"; -1 where none does.</summary>
    private static int NextQuoted(string s, int at)
    {
        for (var lines = 0; at < s.Length && lines < LinesBetweenMax; lines++)
        {
            if (s[at] == '>') return at;
            var next = s.IndexOf('\n', at);
            next = next < 0 ? s.Length : next + 1;
            if (IsWrote(s.AsSpan(at, next - at))) return -1;
            at = next;
        }

        return -1;
    }

    private static bool IsWrote(ReadOnlySpan<char> line) => line.TrimEnd().EndsWith("wrote:");

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
