using AllSource.Lineage.Reading;

namespace AllSource.Lineage.Weighing;

/// <summary>What frames one document's own words: who wrote it, and where its signature begins.
/// </summary>
internal sealed class TextFrame
{
    private const int LinesMax = 14;
    private const int LineWordsMax = 12; // an address in a longer line is told, not signed
    private const int PhoneDigitsMin = 7;
    private const int RuleLinesMax = 14;
    private const int RuleLineCharactersMax = 200;

    [ThreadStatic]
    private static WordReader? _reader; // of titles, which are short: it is not made again for each

    private TextFrame(AuthorNames names, int signatureWord, int ruleWord)
    {
        Names = names;
        SignatureWord = signatureWord;
        RuleWord = ruleWord;
    }

    public AuthorNames Names { get; }

    /// <summary>
    /// The first word of what closes the text: behind a line of two dashes (RFC 3676, 4.3), or from the first of the
    /// last short lines that holds the author's name, an address or a telephone number; the number of words when there
    /// is none.
    /// </summary>
    public int SignatureWord { get; }

    /// <summary>The first word after the first line without letters among the last lines.</summary>
    public int RuleWord { get; }

    public static TextFrame Of(Prepared one)
    {
        var names = AuthorNames.Of(one.Document.Author);
        var (text, words) = (one.Document.Text, one.Words);
        return new(names, SignatureOf(text, words, names), RuleOf(text, words));
    }

    /// <summary>The telling words of a title, each once.</summary>
    public static uint[] TitleWordsOf(string? title)
    {
        if (string.IsNullOrEmpty(title)) return [];
        var words = (_reader ??= new()).Read(title);
        var telling = new List<uint>();
        for (var w = 0; w < words.Count; w++)
        {
            var code = words.Codes[w];
            if (!words.Has(w, WordMarks.Common) && words.Ends[w] - words.Starts[w] > 2 && !telling.Contains(code))
            {
                telling.Add(code);
            }
        }

        return [.. telling];
    }

    private static int SignatureOf(string text, Words words, AuthorNames names)
    {
        var from = words.Count;
        for (int line = 0, end = words.Count; line < LinesMax && end > 0; line++)
        {
            var start = end - 1;
            while (start > 0 && !words.Has(start, WordMarks.LineStart) && end - start <= LineWordsMax) start--;
            if (end - start <= LineWordsMax && IsSigning(text, words, start, end, names)) from = start;
            var before = start == 0 ? 0 : words.Ends[start - 1];
            if (HasDashLine(text.AsSpan(before, words.Starts[start] - before))) return start;
            while (start > 0 && !words.Has(start, WordMarks.LineStart)) start--;
            end = start;
        }

        return from;
    }

    private static bool IsSigning(string text, Words words, int start, int end, AuthorNames names)
    {
        var digits = 0;
        foreach (var c in text.AsSpan(words.Starts[start]..words.Ends[end - 1]))
        {
            if (c == '@') return true;
            if (char.IsAsciiDigit(c)) digits++;
        }

        return digits >= PhoneDigitsMin || names.StandsIn(words, start, end);
    }

    /// <summary>True when a line of nothing but two or three dashes stands in what separates two words.</summary>
    private static bool HasDashLine(ReadOnlySpan<char> between)
    {
        foreach (var line in between.Split('\n'))
        {
            if (between[line].Trim() is "--" or "---") return true;
        }

        return false;
    }

    private static int RuleOf(ReadOnlySpan<char> text, Words words)
    {
        var (start, end) = (text.Length, text.TrimEnd().Length);
        for (var line = 0; line < RuleLinesMax && end > 0; line++)
        {
            var from = text[..end].LastIndexOf('\n') + 1;
            if (end - from > RuleLineCharactersMax) break;
            if (IsRule(text[from..end])) start = end;
            end = from - 1;
        }

        var word = words.Count;
        while (word > 0 && words.Starts[word - 1] >= start) word--;
        return word;
    }

    private static bool IsRule(ReadOnlySpan<char> line)
    {
        line = line.Trim();
        if (line.Length < 2) return false;
        foreach (var c in line) if (char.IsLetterOrDigit(c)) return false;
        return line.IndexOfAny("-_=*~#") >= 0;
    }
}
