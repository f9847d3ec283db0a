using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace AllSource.Lineage.Reading;

/// <summary>
/// Cuts a text into <see cref="Words"/> in one pass and without a string a word: plain ASCII words by masks of
/// sixty-four characters and eight letters at a time, all others letter by letter. Not safe for two threads: one reader
/// each.
/// </summary>
internal sealed class WordReader
{
    /// <summary>A quotation of more words than this is taken for a lost closing mark.</summary>
    internal const int QuotedWordsMax = 400;

    /// <summary>A stem is this many first letters: of nearly all English inflections the part that stays.</summary>
    internal const int StemLetters = 6;

    private const int FirstBlockWords = 1 << 12;
    private const int BlockWordsMost = 1 << 16;
    private const int LoadedUnits = 8; // code units that the fast path loads at once
    private const ulong LetterBits = 0x4040404040404040; // the bit that lower-case letters have and digits have not
    private const ulong StemMask = ulong.MaxValue >> (64 - (8 * StemLetters));

    private readonly List<byte> _spelt = [];
    private WordBlock _block = new(FirstBlockWords);
    private uint[] _codes = [];
    private uint[] _stems = [];
    private int[] _starts = [];
    private int[] _ends = [];
    private WordMarks[] _marks = [];
    private int _first; // the text's first word in the block
    private int _count; // where the next word goes in the block
    private bool _withStems;
    private WordMarks _next;
    private int _quoteOpenAt; // the first word of the open quotation, -1 when none is open
    private char _quoteCloser;
    private int _newLines;
    private bool _bracket;

    public Words Read(ReadOnlySpan<char> text, bool withStems = false)
    {
        Begin(text.Length, withStems);
        var blockAt = 0;
        var blockEnd = 0;
        var mask = 0UL;
        for (var i = 0; i < text.Length;)
        {
            if (i >= blockEnd)
            {
                blockAt = i;
                blockEnd = Math.Min(text.Length, i + WordMask.Characters);
                mask = WordMask.At(text, i);
            }

            var rest = mask >> (i - blockAt);
            if ((rest & 1) == 0)
            {
                var c = text[i];
                if (c == ' ') i++;
                else if (c >= 128 && CharacterTable.IsWord(text, i)) i = ReadSpelt(text, i);
                else i = ReadBetween(text, i, c);
                continue;
            }

            var end = i + BitOperations.TrailingZeroCount(~rest);
            if (end >= blockEnd && end < text.Length)
            {
                if (blockAt == i) i = ReadSpelt(text, i); // a word that is longer than a block
                else blockEnd = i; // the next block begins with this word
            }
            else if (i + LoadedUnits > text.Length || CharacterTable.MayGoOn(text, end)) i = ReadSpelt(text, i);
            else i = ReadPlain(text, i, end);
        }

        var stems = withStems ? _stems[_first.._count] : [];
        return new(_block, _first, _count - _first, stems);
    }

    /// <summary>The code of a word of lower-case ASCII letters, as <see cref="Read"/> gives it.</summary>
    public static uint CodeOfAscii(string word) => WordHash.Of(Encoding.ASCII.GetBytes(word));

    private void Begin(int length, bool withStems)
    {
        if (_block.Codes.Length - _count <= length)
        {
            var size = Math.Min(BlockWordsMost, 2 * _block.Codes.Length);
            _block = new(Math.Max(size, length + 1)); // at worst a word a character
            _count = 0;
        }

        _codes = _block.Codes;
        _starts = _block.Starts;
        _ends = _block.Ends;
        _marks = _block.Marks;
        if (withStems && _stems.Length < _codes.Length) _stems = new uint[_codes.Length];
        _withStems = withStems;
        _first = _count;
        _next = WordMarks.SentenceStart | WordMarks.LineStart | WordMarks.ParagraphStart;
        _quoteOpenAt = -1;
        _bracket = false;
        _newLines = 0;
    }

    /// <summary>A word of ASCII letters and digits that ends where the mask says.</summary>
    private int ReadPlain(ReadOnlySpan<char> text, int start, int end)
    {
        ref var first = ref MemoryMarshal.GetReference(text);
        var bytes = WordMask.FoldedEight(ref Unsafe.Add(ref first, start));
        var length = end - start;
        var marks = _next;
        if (length <= 8)
        {
            var whole = ulong.MaxValue >> (64 - (8 * length));
            bytes &= whole;
            if ((~bytes & LetterBits & whole) != 0) marks |= WordMarks.Number;
            Add(WordHash.OfEight(bytes), bytes & StemMask, start, end, marks);
            return end;
        }

        if ((~bytes & LetterBits) != 0) marks |= WordMarks.Number;
        var state = WordHash.Begin(bytes);
        for (var at = start + 8; at < end; at += 8)
        {
            // The last step looks at the eight characters before the end, and drops those that were mixed in before.
            var left = Math.Min(8, end - at);
            var next = WordMask.FoldedEight(ref Unsafe.Add(ref first, at + left - 8)) >> (64 - (8 * left));
            if ((~next & (LetterBits >> (64 - (8 * left)))) != 0) marks |= WordMarks.Number;
            state = WordHash.Step(state, next);
        }

        Add(WordHash.Finish(state), bytes & StemMask, start, end, marks);
        return end;
    }

    private int ReadSpelt(ReadOnlySpan<char> text, int start)
    {
        var fold = CharacterTable.Fold;
        var i = start;
        var marks = _next;
        var letters = 0;
        var stemBytes = 0;
        _spelt.Clear();
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

                _spelt.Add(folded);
                if (++letters == StemLetters) stemBytes = _spelt.Count;
                if (folded < 'a') marks |= WordMarks.Number;
                i++;
                continue;
            }

            if (CharacterTable.IsNothing(c))
            {
                i++; // changes nothing of a word
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
                Spell(new Rune(c));
                i++;
                break;
            }

            i += Mix(text, i);
            if (++letters == StemLetters) stemBytes = _spelt.Count;
        }

        var spelt = CollectionsMarshal.AsSpan(_spelt);
        Add(WordHash.Of(spelt), 0, start, i, marks);
        if (_withStems) _stems[_count - 1] = WordHash.Of(stemBytes == 0 ? spelt : spelt[..stemBytes]);
        return i;
    }

    private int Mix(ReadOnlySpan<char> text, int at)
    {
        var c = text[at];
        if (char.IsHighSurrogate(c) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
        {
            Spell(Rune.ToLowerInvariant(new Rune(c, text[at + 1])));
            return 2;
        }

        foreach (var plain in CharacterTable.Plain(c))
        {
            if (Rune.TryCreate(plain, out var rune)) Spell(rune);
        }

        return 1;
    }

    private void Spell(Rune rune)
    {
        Span<byte> bytes = stackalloc byte[4];
        _spelt.AddRange(bytes[..rune.EncodeToUtf8(bytes)]);
    }

    private void Add(uint code, ulong stem, int start, int end, WordMarks marks)
    {
        if (CommonWords.Holds(code)) marks |= WordMarks.Common;
        if (_bracket) marks |= WordMarks.Bracketed;
        var at = _count++;
        _codes[at] = code;
        _starts[at] = start;
        _ends[at] = end;
        _marks[at] = marks;
        if (_withStems) _stems[at] = WordHash.OfEight(stem);
        _next = WordMarks.None;
        _newLines = 0;
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
