using System.Globalization;
using System.Text;

namespace AllSource.Lineage;

/// <summary>
/// Cuts a text into <see cref="Words"/> in one pass and without a string a word. Not safe for two threads: one reader
/// each.
/// </summary>
internal sealed class WordReader
{
    /// <summary>A quotation of more words than this is taken for a lost closing mark.</summary>
    internal const int QuotedWordsMax = 400;

    /// <summary>A stem is this many first letters: of nearly all English inflections the part that stays.</summary>
    internal const int StemLetters = 6;

    private const ulong HashSeed = 0x9E3779B97F4A7C15;
    private const ulong HashPrime = 0x9FB21C651E98DF25;

    private uint[] _codes = new uint[1024];
    private uint[] _stems = new uint[1024];
    private int[] _starts = new int[1024];
    private int[] _ends = new int[1024];
    private WordMarks[] _marks = new WordMarks[1024];
    private int _count;
    private WordMarks _next;
    private int _quoteOpenAt; // index of the first word of the open quotation, -1 when none is open
    private char _quoteCloser;
    private int _newLines;
    private bool _bracket;

    public Words Read(ReadOnlySpan<char> text)
    {
        _count = 0;
        _next = WordMarks.SentenceStart | WordMarks.LineStart | WordMarks.ParagraphStart;
        _quoteOpenAt = -1;
        _bracket = false;
        _newLines = 0;
        var i = 0;
        while (i < text.Length)
        {
            var c = text[i];
            var isWord = c < 128 ? CharacterTable.Fold[c] != 0 : CharacterTable.IsWord(text, i);
            i = isWord ? ReadWord(text, i) : ReadBetween(text, i, c);
        }

        return new(_codes[.._count], _stems[.._count], _starts[.._count], _ends[.._count], _marks[.._count]);
    }

    /// <summary>The code of a word of lower-case ASCII letters, as <see cref="Read"/> gives it.</summary>
    public static uint CodeOfAscii(string word)
    {
        var hash = HashSeed;
        foreach (var c in word) hash = (hash ^ c) * HashPrime;
        return Finish(hash);
    }

    private static uint Finish(ulong hash) => (uint)(((hash ^ (hash >> 29)) * HashSeed) >> 32);

    private int ReadWord(ReadOnlySpan<char> text, int start)
    {
        var fold = CharacterTable.Fold;
        var hash = HashSeed;
        var i = start;
        var marks = _next;
        var stem = 0UL;
        var letters = 0;
        while (i < text.Length)
        {
            var c = text[i];
            if (c < 128)
            {
                var folded = fold[c];
                if (folded == 0)
                {
                    if (!CharacterTable.JoinsWord(text, i)) break;
                    if (c is '[' or ']' && i + 1 < text.Length && text[i + 1] is '\'' or '"') break;
                    i++;
                    continue;
                }

                hash = (hash ^ folded) * HashPrime;
                if (++letters == StemLetters) stem = hash;
                if (folded < 'a') marks |= WordMarks.Number;
                i++;
                continue;
            }

            if (c is '\u00AD' or '\u200B' or '\u200C' or '\u200D' or '\u2060' || IsMark(c))
            {
                i++; // soft hyphen, zero-width characters and combining marks change nothing of a word
                continue;
            }

            if (!CharacterTable.IsWord(text, i))
            {
                if (!CharacterTable.JoinsWord(text, i)) break;
                i++;
                continue;
            }

            if (CharacterTable.StandsAlone(c))
            {
                if (i > start) break;
                hash = (hash ^ c) * HashPrime;
                i++;
                break;
            }

            i += Mix(text, i, ref hash);
            if (++letters == StemLetters) stem = hash;
        }

        Add(hash, stem, start, i, marks);
        return i;
    }

    private static bool IsMark(char c) => char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark;

    private static int Mix(ReadOnlySpan<char> text, int at, ref ulong hash)
    {
        var c = text[at];
        if (char.IsHighSurrogate(c) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
        {
            var rune = Rune.ToLowerInvariant(new Rune(c, text[at + 1]));
            hash = (hash ^ (uint)rune.Value) * HashPrime;
            return 2;
        }

        foreach (var plain in CharacterTable.Plain(c)) hash = (hash ^ plain) * HashPrime;
        return 1;
    }

    private void Add(ulong hash, ulong stem, int start, int end, WordMarks marks)
    {
        if (_count == _codes.Length) Grow();
        var code = Finish(hash);
        if (CommonWords.Holds(code)) marks |= WordMarks.Common;
        if (_bracket) marks |= WordMarks.Bracketed;
        _codes[_count] = code;
        _stems[_count] = stem == 0 ? code : Finish(stem);
        _starts[_count] = start;
        _ends[_count] = end;
        _marks[_count] = marks;
        _count++;
        _next = WordMarks.None;
        _newLines = 0;
    }

    private void Grow()
    {
        var size = _codes.Length * 2;
        Array.Resize(ref _codes, size);
        Array.Resize(ref _stems, size);
        Array.Resize(ref _starts, size);
        Array.Resize(ref _ends, size);
        Array.Resize(ref _marks, size);
    }

    private int ReadBetween(ReadOnlySpan<char> text, int i, char c)
    {
        switch (c)
        {
            case ' ' or '\t' or ',':
                break;
            case '\n':
                _next |= BeginsAnew(text, i + 1) ? WordMarks.LineStart | WordMarks.SentenceStart : WordMarks.LineStart;
                if (++_newLines >= 2) EndParagraph();
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
                _bracket = true;
                break;
            case ']':
                _bracket = false;
                break;
            case '"' or '“' or '”' or '„' or '«' or '»' or '‟' or '「' or '」' or '＂':
                Quotation(text, i, c);
                break;
        }

        return i + 1;
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

    private void EndParagraph()
    {
        _next |= WordMarks.ParagraphStart | WordMarks.SentenceStart;
        _bracket = false;
        if (_quoteOpenAt >= 0 && _count > _quoteOpenAt) _quoteOpenAt = -1; // a mark that never closes quotes nothing
    }

    private static bool Opens(ReadOnlySpan<char> text, int i) =>
        i + 1 < text.Length && !char.IsWhiteSpace(text[i + 1])
        && (i == 0 || char.IsWhiteSpace(text[i - 1]) || text[i - 1] is '(' or '[' or '-' or '—' or '–' or ':' or '\'');

    private void Quotation(ReadOnlySpan<char> text, int i, char c)
    {
        if (_quoteOpenAt >= 0 && c == '"' && Opens(text, i))
        {
            _quoteOpenAt = _count; // the mark before was never closed
            _quoteCloser = c;
            return;
        }

        if (_quoteOpenAt >= 0)
        {
            if (c != _quoteCloser && !(c is '"' or '”' && _quoteCloser is '"' or '”')) return;
            if (_count - _quoteOpenAt <= QuotedWordsMax)
            {
                for (var w = _quoteOpenAt; w < _count; w++) _marks[w] |= WordMarks.Quoted;
            }

            _quoteOpenAt = -1;
            return;
        }

        var closes = (c == '"' && !Opens(text, i)) || c is '”' or '」';
        if (closes) return;
        _quoteOpenAt = _count;
        _quoteCloser = c switch { '“' or '„' or '‟' => '”', '«' => '»', '»' => '«', '「' => '」', _ => c };
    }
}
