using System.Runtime.CompilerServices;

namespace AllSource.Lineage.Reading;

/// <summary>
/// What stands between words and marks them: ends of sentences, lines and paragraphs, ellipses, brackets, quotation
/// marks. One reader's memory.
/// </summary>
internal sealed class BetweenWords
{
    /// <summary>A quotation of more words than this is taken for a lost closing mark.</summary>
    internal const int QuotedWordsMax = 400;

    private WordMarks _next; // of the next word
    private WordMarks _inside; // of every word until the bracket closes
    private int _newLines;
    private int _quoteOpenAt; // the first word of the open quotation, -1 when none is open
    private char _quoteCloser;

    public void Begin()
    {
        _next = WordMarks.SentenceStart | WordMarks.LineStart | WordMarks.ParagraphStart;
        _inside = WordMarks.None;
        _quoteOpenAt = -1;
        _newLines = 0;
    }

    /// <summary>The marks of the word that comes now.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public WordMarks Take()
    {
        var marks = _next | _inside;
        _next = WordMarks.None;
        _newLines = 0;
        return marks;
    }

    /// <summary>Reads the character c at i, which is of no word; the text has so many words before it.</summary>
    public void Read(ReadOnlySpan<char> text, int i, char c, int count, WordMarks[] marks)
    {
        switch (c)
        {
            case ' ' or '\t' or ',':
                break;
            case '\n':
                _next |= BeginsAnew(text, i + 1) ? WordMarks.LineStart | WordMarks.SentenceStart : WordMarks.LineStart;
                if (++_newLines >= 2) EndParagraph(count);
                break;
            case '.':
                if (IsEllipsis(text, i)) _next |= WordMarks.AfterEllipsis;
                else if (i + 1 >= text.Length || !char.IsLetterOrDigit(text[i + 1])) _next |= WordMarks.SentenceStart;
                break;
            case '!' or '?' or '。' or '！' or '？' or '؟' or '।':
                _next |= WordMarks.SentenceStart;
                break;
            case '…':
                _next |= WordMarks.AfterEllipsis;
                break;
            case '[':
                _inside = WordMarks.Bracketed;
                break;
            case ']':
                _inside = WordMarks.None;
                break;
            case '"' or '“' or '”' or '„' or '«' or '»' or '‟' or '「' or '」' or '＂':
                Quotation(text, i, c, count, marks);
                break;
        }
    }

    /// <summary>
    /// True when a line does not go on in the middle of a sentence: it begins with no lower-case letter.
    /// </summary>
    private static bool BeginsAnew(ReadOnlySpan<char> text, int i)
    {
        while (i < text.Length && text[i] is ' ' or '\t') i++;
        return i >= text.Length || !char.IsLower(text[i]);
    }

    private static bool IsEllipsis(ReadOnlySpan<char> text, int i)
    {
        var j = i + 1;
        while (j < text.Length && text[j] == ' ' && j - i < 3) j++;
        if (j < text.Length && text[j] == '.') return true;
        j = i - 1;
        while (j >= 0 && text[j] == ' ' && i - j < 3) j--;
        return j >= 0 && text[j] == '.';
    }

    private void EndParagraph(int count)
    {
        _next |= WordMarks.ParagraphStart | WordMarks.SentenceStart;
        _inside = WordMarks.None;
        if (_quoteOpenAt >= 0 && count > _quoteOpenAt) _quoteOpenAt = -1; // a mark that never closes quotes nothing
    }

    private static bool Opens(ReadOnlySpan<char> text, int i) =>
        i + 1 < text.Length && !char.IsWhiteSpace(text[i + 1])
        && (i == 0 || char.IsWhiteSpace(text[i - 1]) || text[i - 1] is '(' or '[' or '-' or '—' or '–' or ':' or '\'');

    private void Quotation(ReadOnlySpan<char> text, int i, char c, int count, WordMarks[] marks)
    {
        if (_quoteOpenAt >= 0 && c == '"' && Opens(text, i))
        {
            _quoteOpenAt = count; // the mark before was never closed
            _quoteCloser = c;
            return;
        }

        if (_quoteOpenAt >= 0)
        {
            if (c != _quoteCloser && !(c is '"' or '”' && _quoteCloser is '"' or '”')) return;
            if (count - _quoteOpenAt <= QuotedWordsMax)
            {
                for (var w = _quoteOpenAt; w < count; w++) marks[w] |= WordMarks.Quoted;
            }

            _quoteOpenAt = -1;
            return;
        }

        var closes = (c == '"' && !Opens(text, i)) || c is '”' or '」';
        if (closes) return;
        _quoteOpenAt = count;
        _quoteCloser = c switch { '“' or '„' or '‟' => '”', '«' => '»', '»' => '«', '「' => '」', _ => c };
    }
}
