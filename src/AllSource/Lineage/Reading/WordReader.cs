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
/// <param name="blockWordsMost">Texts share columns of so many words. Few, where they are soon forgotten: large columns
/// are collected seldom, and all else with them.</param>
internal sealed class WordReader(bool spellsAll = false, int blockWordsMost = WordReader.BlockWordsMost)
{
    /// <summary>For texts that are forgotten one by one.</summary>
    public const int FewBlockWords = 1 << 12;

    private const int LeastBlockWords = 1 << 6;
    private const int BlockWordsMost = 1 << 16;
    private const ulong LetterBits = 0x4040404040404040; // the bit that lower-case letters have and digits have not
    private const ulong StemMask = ulong.MaxValue >> (64 - (8 * SpeltWord.StemLetters));

    private readonly BetweenWords _between = new();
    private readonly SpeltWord _spelt = new();
    private readonly PlainWords _plain = new();
    private readonly char[] _tail = new char[WordMask.Characters + WordMask.Loaded];
    private WordBlock _block = new(0);
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
        for (var at = 0; at < text.Length;) at = spellsAll ? ReadOne(text, at) : ReadMany(text, at);
        _between.End(_count);
        var stems = withStems ? _stems[_first.._count] : [];
        return new(_block, _first, _count - _first, stems);
    }

    /// <summary>The code of a word of lower-case ASCII letters, as <see cref="Read"/> gives it.</summary>
    public static uint CodeOfAscii(string word) => WordHash.Of(Encoding.ASCII.GetBytes(word));

    private void Begin(int length, bool withStems)
    {
        const int more = 1 + PlainWords.Overshoot;
        if (_block.Codes.Length - _count < length + more)
        {
            var size = Math.Clamp(2 * _block.Codes.Length, LeastBlockWords, blockWordsMost);
            _block = new(Math.Max(size, length + more)); // at worst a word a character
            _count = 0;
        }

        _codes = _block.Codes;
        _starts = _block.Starts;
        _ends = _block.Ends;
        _marks = _block.Marks;
        if (withStems && _stems.Length < _codes.Length) _stems = new uint[_codes.Length];
        _withStems = withStems;
        _first = _count;
        _between.Begin(_marks, _first);
    }

    /// <summary>Reads as many as sixty-four characters, or what cannot be read so; gives where it ends.</summary>
    private int ReadMany(ReadOnlySpan<char> text, int at)
    {
        var left = text.Length - at;
        ref var chars = ref Unsafe.Add(ref MemoryMarshal.GetReference(text), at);
        if (left < WordMask.Characters + WordMask.Loaded)
        {
            Array.Clear(_tail);
            text[at..].CopyTo(_tail);
            chars = ref MemoryMarshal.GetArrayDataReference(_tail);
        }

        var mask = new WordMask(ref chars, ref _plain.Folded);
        var (words, marks) = (mask.Words, mask.Marks);
        var slow = mask.Others == 0 ? 0 : Slow(text, at, mask.Others, ref marks);
        var letters = words | slow;
        slow |= mask.Joints & (letters << 1) & ((letters >> 1) | (1UL << 63));
        var end = Math.Min(left, WordMask.Characters);
        if (slow != 0 || (words >> 63 != 0 && left > WordMask.Characters))
        {
            // a word that may go on beyond what is seen, or is not plain, begins the next part
            end = slow == 0 ? WordMask.Characters : BitOperations.TrailingZeroCount(slow);
            if (end > 0) end = WordMask.Characters - BitOperations.LeadingZeroCount(~words << (64 - end) >> (64 - end));
            if (end == 0) return ReadSlow(text, at);
            words &= ulong.MaxValue >> (64 - end);
            marks &= ulong.MaxValue >> (64 - end);
        }

        var first = _count;
        var starts = words & ~(words << 1);
        if (words != 0) ReadPlain(ref chars, at, starts, ~words & (words << 1));
        for (; marks != 0; marks &= marks - 1)
        {
            var k = BitOperations.TrailingZeroCount(marks);
            var before = BitOperations.PopCount(starts & ((1UL << k) - 1));
            _between.Read(text, at + k, text[at + k], first + before);
        }

        return at + end;
    }

    /// <summary>
    /// Of characters beyond ASCII those that belong to words or may join them; the common quotation marks and dashes
    /// that do neither are marks.
    /// </summary>
    private static ulong Slow(ReadOnlySpan<char> text, int at, ulong others, ref ulong marks)
    {
        var slow = others;
        for (; others != 0; others &= others - 1)
        {
            var k = BitOperations.TrailingZeroCount(others);
            if (text[at + k] is < '\u2010' or > '\u2026' || CharacterTable.JoinsWord(text, at + k)) continue;
            slow &= ~(1UL << k);
            marks |= 1UL << k;
        }

        return slow;
    }

    /// <summary>Letter by letter, as far as it goes on beyond ASCII.</summary>
    private int ReadSlow(ReadOnlySpan<char> text, int at)
    {
        do at = ReadOne(text, at);
        while (at < text.Length && text[at] >= 128);
        return at;
    }

    private int ReadOne(ReadOnlySpan<char> text, int at)
    {
        if (CharacterTable.IsWord(text, at)) return ReadSpelt(text, at);
        _between.Read(text, at, text[at], _count);
        return at + 1;
    }

    /// <summary>Words of ASCII letters and digits that begin and end where the bits say.</summary>
    private void ReadPlain(ref char chars, int at, ulong starts, ulong ends)
    {
        var first = _count;
        ref var codes = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_codes), first);
        ref var marks = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_marks), first);
        var count = _plain.LayOut(starts, ends, at,
            ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_starts), first),
            ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_ends), first), out var longs);
        for (var w = 0; w < count && _withStems; w++)
        {
            _stems[first + w] = WordHash.OfEight(_plain.FirstOf(w) & StemMask);
        }

        _plain.Hash(count, ref codes, ref marks);
        for (; longs != 0; longs &= longs - 1)
        {
            var w = first + BitOperations.TrailingZeroCount(longs);
            ref var word = ref Unsafe.Add(ref chars, _starts[w] - at);
            _codes[w] = CodeOfLong(ref word, _ends[w] - _starts[w], out var hasNumber);
            _marks[w] = MarksOf(_codes[w], hasNumber);
        }

        _count = first + count;
        _marks[first] |= _between.Take();
        _between.Written = _count;
    }

    private static uint CodeOfLong(ref char word, int length, out bool hasNumber)
    {
        var bytes = WordMask.FoldedEight(ref word);
        hasNumber = (~bytes & LetterBits) != 0;
        var state = WordHash.Begin(bytes);
        for (var from = 8; from < length; from += 8)
        {
            // The last step looks at the eight characters before the end, and drops those that were mixed in before.
            var left = Math.Min(8, length - from);
            var next = WordMask.FoldedEight(ref Unsafe.Add(ref word, from + left - 8)) >> (64 - (8 * left));
            hasNumber |= (~next & (LetterBits >> (64 - (8 * left)))) != 0;
            state = WordHash.Step(state, next);
        }

        return WordHash.Finish(state);
    }

    private int ReadSpelt(ReadOnlySpan<char> text, int start)
    {
        var end = _spelt.Read(text, start);
        var at = _count++;
        _codes[at] = _spelt.Code;
        _starts[at] = start;
        _ends[at] = end;
        _marks[at] = MarksOf(_spelt.Code, _spelt.HasNumber) | _between.Take();
        _between.Written = _count;
        if (_withStems) _stems[at] = _spelt.Stem;
        return end;
    }

    private static WordMarks MarksOf(uint code, bool hasNumber) =>
        (CommonWords.Holds(code) ? WordMarks.Common : 0) | (hasNumber ? WordMarks.Number : 0);
}
