namespace AllSource.Language;

/// <summary>
/// Groups tokens into paragraphs (a blank line, or a line break where lines are not hard-wrapped) and sentences (a full
/// stop, question
/// or exclamation mark with its closing quotes, unless an abbreviation, a lower-case word or a reporting clause goes
/// on).
/// </summary>
internal static class SentenceSplitter
{
    /// <summary>A megabyte without a full stop is one sentence to a grammarian; windows over it must stay
    /// bounded.</summary>
    private const int SentenceTokensMax = 400;

    public static TokenisedText Split(string text, List<(int Start, int End)> spans)
    {
        var n = spans.Count;
        var (start, end, form, lower, word) = (new int[n], new int[n], new string[n], new string[n], new int[n]);
        var pool = new StringPool();
        for (var i = 0; i < n; i++)
        {
            (start[i], end[i]) = spans[i];
            word[i] = pool.Intern(text.AsSpan(start[i], end[i] - start[i]));
            (form[i], lower[i]) = pool[word[i]];
        }

        var wrapped = IsHardWrapped(text);
        var (sentenceOf, paragraphOf) = (new int[n], new int[n]);
        List<int> sentences = [], paragraphs = [];
        for (var i = 0; i < n; i++)
        {
            var newParagraph = i == 0 || BreaksParagraph(text, end[i - 1], start[i], wrapped);
            if (newParagraph) paragraphs.Add(i);
            if (newParagraph || i - sentences[^1] >= SentenceTokensMax || EndsSentence(form, lower, start, end, i - 1,
                sentences[^1]))
            {
                sentences.Add(i);
            }

            (sentenceOf[i], paragraphOf[i]) = (sentences.Count - 1, paragraphs.Count - 1);
        }

        sentences.Add(n);
        paragraphs.Add(n);
        return new TokenisedText
        {
            Text = text,
            Start = start,
            End = end,
            Form = form,
            Lower = lower,
            Word = word,
            SentenceOf = sentenceOf,
            SentenceStart = [.. sentences],
            ParagraphOf = paragraphOf,
            ParagraphStart = [.. paragraphs],
        };
    }

    /// <summary>Mail of the old kind: most lines end near one column, many in the middle of a sentence, and single
    /// breaks mean nothing.</summary>
    private static bool IsHardWrapped(string text)
    {
        int lines = 0, near = 0, running = 0, from = 0;
        for (var i = 0; i <= text.Length && lines < 2000; i++)
        {
            if (i < text.Length && text[i] != '\n') continue;
            var length = i - from;
            from = i + 1;
            if (length < 2) continue;
            lines++;
            if (length is >= 50 and <= 82) near++;
            while (from < text.Length && text[from] is '>' or ' ' or '\t') from++;
            if (from < text.Length && char.IsLower(text[from])) running++;
        }

        return lines >= 3 && near * 2 >= lines && running * 5 >= lines;
    }

    private static bool BreaksParagraph(string text, int from, int to, bool wrapped)
    {
        var (breaks, line) = (0, to);
        for (var i = from; i < to; i++)
        {
            if (text[i] is '\n' or '\u2029' or '\u2028'
                || (text[i] == '\r' && !(i + 1 < to && text[i + 1] == '\n'))) (breaks, line) = (breaks + 1, i + 1);
        }

        if (breaks == 0) return false;
        if (breaks == 1 && WrappedLines.GoesOn(text, line)) return false;
        if (!wrapped || breaks > 1) return true;
        return text[to] is '>' || WrappedLines.OpensItem(text, to) || LineStart(text, from) is '>';
    }

    private static char LineStart(string text, int at)
    {
        var least = Math.Max(0, at - 200); // a line of a megabyte is not searched back to its start for each break
        var i = at;
        while (i > least && text[i - 1] != '\n') i--;
        return i < text.Length ? text[i] : ' ';
    }

    /// <summary>Whether a sentence ends with token i, or with the closing marks that end in token i.</summary>
    private static bool EndsSentence(string[] form, string[] lower, int[] start, int[] end, int i, int first)
    {
        var stop = i;
        while (stop > first && stop > i - 4 && IsCloser(form[stop]) && !IsStop(form[stop])) stop--;
        var next = i + 1;
        if (!IsStop(form[stop]))
        {
            var kept = form[stop][^1] == '.' && form[stop].Length > 1;
            return kept && stop == i && AbbreviationEnds(form, lower, i) && start[next] > end[i];
        }

        // the mark still to come belongs to this sentence
        if (IsCloser(form[next]) && start[next] == end[i]) return false;
        if (start[next] == end[i] && form[stop][0] == '.' && !IsOpener(form[next]) && stop == i) return false;
        var c = form[next][0];
        if (char.IsLower(c)) return false;
        if (form[stop][0] is '?' or '!' && stop < i && IsReportingTail(lower, next)) return false;
        return true;
    }

    private static bool IsStop(string form) => form[0] is '.' or '?' or '!' or '…' && form[^1] is '.' or '?' or '!'
        or '…';

    /// <summary>Quotation marks and brackets, and the marks of bold words ("**The night.** He said").</summary>
    private static bool IsCloser(string form) => form is "\"" or "”" or "’" or "'" or "''" or "»" or ")" or "]"
        or "**" or "__";

    private static bool IsOpener(string form) => form is "\"" or "“" or "‘" or "«" or "(" or "[" or "``" or "''";

    private static bool AbbreviationEnds(string[] form, string[] lower, int i)
    {
        var word = lower[i].TrimEnd('.');
        if (Abbreviations.BeforeName.Contains(word) || word.Length == 1) return false;
        return char.IsUpper(form[i + 1][0]) && SentenceStarters.Contains(lower[i + 1]);
    }

    private static readonly HashSet<string> SentenceStarters = new(StringComparer.Ordinal)
    {
        "the", "a", "an", "he", "she", "it", "they", "we", "i", "you", "this", "that", "these", "those", "in", "on",
            "at", "but", "and", "as",
        "if", "when", "while", "after", "before", "however", "there", "his", "her", "their", "its", "our", "my",
            "what", "who", "how",
        "for", "since", "with", "some", "many", "most", "not", "no", "so", "by", "to",
    };

    private static readonly HashSet<string> Reporting = new(StringComparer.Ordinal)
    {
        "said", "says", "asked", "asks", "wrote", "writes", "added", "told", "replied", "responded", "tweeted",
            "continued", "shouted", "wondered",
        "exclaimed", "quipped", "joked", "recalled", "demanded", "yelled",
    };

    /// <summary>"Really?" Smith asked: a reporting verb within the next four words, before any stop.</summary>
    private static bool IsReportingTail(string[] lower, int next)
    {
        for (var i = next; i < Math.Min(next + 4, lower.Length); i++)
        {
            if (Reporting.Contains(lower[i])) return true;
            if (!char.IsLetter(lower[i][0])) return false;
        }

        return false;
    }
}
