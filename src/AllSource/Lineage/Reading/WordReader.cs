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
/// <param name="spellsAll">Reads every word letter by letter: the slow way, which gives the same.</param>
internal sealed class WordReader(bool spellsAll = false)
{
    private const int FirstBlockWords = 1 << 12;
    private const int BlockWordsMost = 1 << 16;
    private const int LoadedUnits = 8; // code units that the fast path loads at once
    private const ulong LetterBits = 0x4040404040404040; // the bit that lower-case letters have and digits have not
    private const ulong StemMask = ulong.MaxValue >> (64 - (8 * SpeltWord.StemLetters));

    private readonly BetweenWords _between = new();
    private readonly SpeltWord _spelt = new();
    private WordBlock _block = new(FirstBlockWords);
    private uint[] _codes = [];
    private uint[] _stems = [];
    private int[] _starts = [];
    private int[] _ends = [];
    private WordMarks[] _marks = [];
    private int _first; // the text's first word in the block
    private int _count; // where the next word goes in the block
    private bool _withStems;

    public Words Read(ReadOnlySpan<char> text, bool withStems = false)
    {
        Begin(text.Length, withStems);
        ref var first = ref MemoryMarshal.GetReference(text);
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
                else i = ReadOther(text, i, c);
                continue;
            }

            var end = i + BitOperations.TrailingZeroCount(~rest);
            if (end >= blockEnd && end < text.Length)
            {
                if (blockAt == i) i = ReadSpelt(text, i); // a word that is longer than a block
                else blockEnd = i; // the next block begins with this word
                continue;
            }

            var isSpace = end < text.Length && Unsafe.Add(ref first, end) == ' ';
            if (i + LoadedUnits > text.Length || spellsAll || (!isSpace && CharacterTable.MayGoOn(text, end)))
            {
                i = ReadSpelt(text, i);
                continue;
            }

            ReadPlain(ref first, i, end);
            i = isSpace ? end + 1 : end;
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
        _between.Begin();
    }

    /// <summary>A word of ASCII letters and digits that ends where the mask says.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void ReadPlain(ref char text, int start, int end)
    {
        var bytes = WordMask.FoldedEight(ref Unsafe.Add(ref text, start));
        var length = end - start;
        if (length <= 8)
        {
            var whole = ulong.MaxValue >> (64 - (8 * length));
            bytes &= whole;
            Add(WordHash.OfEight(bytes), bytes & StemMask, start, end, (~bytes & LetterBits & whole) != 0);
        }
        else
        {
            ReadLong(ref text, bytes, start, end);
        }
    }

    private void ReadLong(ref char text, ulong bytes, int start, int end)
    {
        var hasNumber = (~bytes & LetterBits) != 0;
        var state = WordHash.Begin(bytes);
        for (var at = start + 8; at < end; at += 8)
        {
            // The last step looks at the eight characters before the end, and drops those that were mixed in before.
            var left = Math.Min(8, end - at);
            var next = WordMask.FoldedEight(ref Unsafe.Add(ref text, at + left - 8)) >> (64 - (8 * left));
            hasNumber |= (~next & (LetterBits >> (64 - (8 * left)))) != 0;
            state = WordHash.Step(state, next);
        }

        Add(WordHash.Finish(state), bytes & StemMask, start, end, hasNumber);
    }

    private int ReadOther(ReadOnlySpan<char> text, int i, char c)
    {
        if (c >= 128 && CharacterTable.IsWord(text, i)) return ReadSpelt(text, i);
        _between.Read(text, i, c, _count, _marks);
        return i + 1;
    }

    private int ReadSpelt(ReadOnlySpan<char> text, int start)
    {
        var end = _spelt.Read(text, start);
        Add(_spelt.Code, 0, start, end, _spelt.HasNumber);
        if (_withStems) _stems[_count - 1] = _spelt.Stem;
        return end;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Add(uint code, ulong stem, int start, int end, bool hasNumber)
    {
        var marks = (int)_between.Take() | (CommonWords.Holds(code) ? (int)WordMarks.Common : 0)
            | (hasNumber ? (int)WordMarks.Number : 0);
        var at = _count++;
        _codes[at] = code;
        _starts[at] = start;
        _ends[at] = end;
        _marks[at] = (WordMarks)marks;
        if (_withStems) _stems[at] = WordHash.OfEight(stem);
    }
}
