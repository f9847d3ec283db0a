namespace AllSource.Language;

/// <summary>
/// Lines that a mail program broke: whether a line goes on with the sentence of the line before, as the second of
/// "&gt; the operator reports that relay 7 / &gt; tripped first" does. The quotation marks of such a line are layout.
/// </summary>
internal static class WrappedLines
{
    /// <summary>A program breaks no line shorter than this; a person does, and means it. None lets a line grow longer
    /// than the other.</summary>
    private const int BrokenLengthMin = 40, BrokenLengthMax = 100;

    /// <summary>A line is not searched back further: a megabyte without a break would be read for each mark.</summary>
    private const int SearchMax = 240;

    /// <summary>Whether the '&gt;' at <paramref name="at"/> begins a quoted line that goes on with the one before it.
    /// Then it is no token, and neither are the marks after it.</summary>
    public static bool IsInnerMark(string text, int at)
    {
        var start = at;
        while (start > 0 && text[start - 1] is '>' or ' ' && at - start < SearchMax) start--;
        return start > 0 && text[start - 1] == '\n' && GoesOn(text, start);
    }

    /// <param name="text">The text.</param>
    /// <param name="start">Where a line starts, after its break.</param>
    public static bool GoesOn(string text, int start)
    {
        var end = start - 1;
        if (end > 0 && text[end - 1] == '\r') end--;
        var before = end;
        while (before > 0 && text[before - 1] != '\n')
        {
            if (end - before >= SearchMax) return false;
            before--;
        }

        var (depth, word) = Marks(text, start, Math.Min(text.Length, start + SearchMax));
        var (depthBefore, wordBefore) = Marks(text, before, end);
        if (depth != depthBefore || word >= text.Length || wordBefore >= end) return false;
        while (end > wordBefore && text[end - 1] is ' ' or '\t') end--;
        if (text[word] == '<' && text.AsSpan(wordBefore).StartsWith("On ")) return true; // a mail's "On ... wrote:"
        if (end - wordBefore < BrokenLengthMin) return false;
        if (text[end - 1] is ':' || OpensItem(text, word)) return false;
        return depth > 0 || (end - wordBefore <= BrokenLengthMax && char.IsLower(text[word])
            && text[end - 1] is not ('.' or '?' or '!' or ';'));
    }

    /// <summary>A line that begins with a bullet, a stamp, a number or somebody's name and a colon is a message, an
    /// item or an answer of its own, wrapped text or not.</summary>
    public static bool OpensItem(string text, int at)
    {
        if (text[at] is '[' or '-' or '*' or '•') return true;
        var i = at;
        while (i < text.Length && i - at < 3 && char.IsAsciiDigit(text[i])) i++;
        if (i > at) return i + 1 < text.Length && text[i] is '.' or ')' or ':' && (text[i] == ':'
            || text[i + 1] == ' ');
        if (at + 2 < text.Length && text[at] is 'Q' or 'A' && text[at + 1] is '.' or ':') return true;
        int words = 1, capitals = 0;
        for (; i < text.Length && i - at < 40; i++)
        {
            var c = text[i];
            if ((i == at || text[i - 1] == ' ') && char.IsUpper(c)) capitals++;
            if (c == ':') return words == 1 || capitals == words;
            if (c == ' ') words++;
            else if (!char.IsLetterOrDigit(c) && c is not ('.' or '-' or '\'' or '’' or '_' or '@')) return false;
        }

        return false;
    }

    /// <summary>How many marks of quotation a line begins with, and where its words begin.</summary>
    private static (int Depth, int Word) Marks(string text, int at, int end)
    {
        var depth = 0;
        for (; at < end && text[at] is '>' or ' ' or '\t'; at++) depth += text[at] == '>' ? 1 : 0;
        return (depth, at);
    }
}
