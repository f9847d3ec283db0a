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

    private WordMarks[] _marks = []; // of the words written so far
    private WordMarks _next; // of the next word
    private int _bracketOpenAt; // the first word within the open bracket, -1 when none is open
    private int _quoteOpenAt; // the first word of the open quotation, -1 when none is open
    private char _quoteCloser;
    private int _newLines;
    private int _newLinesAt; // the word before which they stand

    /// <summary>Words that stand in the column of marks: those behind them get their marks when they come.</summary>
    public int Written { get; set; }

    /// <param name="marks">The column of marks, as long as the text may have words.</param>
    /// <param name="first">The first word of the text.</param>
    public void Begin(WordMarks[] marks, int first)
    {
        _marks = marks;
        _next = WordMarks.SentenceStart | WordMarks.LineStart | WordMarks.ParagraphStart;
        _bracketOpenAt = -1;
        _quoteOpenAt = -1;
        _newLines = 0;
        _newLinesAt = first;
        Written = first;
    }

    /// <summary>The marks of the word that comes now, as far as they are known before it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public WordMarks Take()
    {
        var marks = _next;
        _next = WordMarks.None;
        return marks;
    }

    /// <summary>The text has so many words: what is still open ends with it.</summary>
    public void End(int count) => CloseBracket(count);

    /// <summary>Reads the character c at i, which is of no word and stands before this word.</summary>
    public void Read(ReadOnlySpan<char> text, int i, char c, int word)
    {
        switch (c)
        {
            case ' ' or '\t' or ',':
                break;
            case '\n':
                Mark(word, BeginsAnew(text, i + 1)
                    ? WordMarks.LineStart | WordMarks.SentenceStart : WordMarks.LineStart);
                (_newLines, _newLinesAt) = (_newLinesAt == word ? _newLines + 1 : 1, word);
                if (_newLines >= 2) EndParagraph(word);
                break;
            case '.':
                var isInWord = i + 1 < text.Length && char.IsLetterOrDigit(text[i + 1]);
                if (IsEllipsis(text, i)) Mark(word, WordMarks.AfterEllipsis);
                else if (!isInWord) Mark(word, WordMarks.SentenceStart);
                break;
            case '!' or '?' or '。' or '！' or '？' or '؟' or '।':
                Mark(word, WordMarks.SentenceStart);
                break;
            case '…':
                Mark(word, WordMarks.AfterEllipsis);
                break;
            case '[':
                if (_bracketOpenAt < 0) _bracketOpenAt = word;
                break;
            case ']':
                CloseBracket(word);
                break;
            case '"' or '“' or '”' or '„' or '«' or '»' or '‟' or '「' or '」' or '＂':
                Quotation(text, i, c, word);
                break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Mark(int word, WordMarks mark)
    {
        if (word < Written) _marks[word] |= mark;
        else _next |= mark;
    }

    private void CloseBracket(int end)
    {
        if (_bracketOpenAt < 0) return;
        for (var w = _bracketOpenAt; w < end; w++) _marks[w] |= WordMarks.Bracketed;
        _bracketOpenAt = -1;
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
        Mark(count, WordMarks.ParagraphStart | WordMarks.SentenceStart);
        CloseBracket(count);
        if (_quoteOpenAt >= 0 && count > _quoteOpenAt) _quoteOpenAt = -1; // a mark that never closes quotes nothing
    }

    private static bool Opens(ReadOnlySpan<char> text, int i) =>
        i + 1 < text.Length && !char.IsWhiteSpace(text[i + 1])
        && (i == 0 || char.IsWhiteSpace(text[i - 1]) || text[i - 1] is '(' or '[' or '-' or '—' or '–' or ':' or '\'');

    private void Quotation(ReadOnlySpan<char> text, int i, char c, int count)
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
                for (var w = _quoteOpenAt; w < count; w++) _marks[w] |= WordMarks.Quoted;
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
