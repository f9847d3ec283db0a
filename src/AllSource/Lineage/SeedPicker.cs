using System.Numerics;

namespace AllSource.Lineage;

/// <summary>
/// A gram of words that the index keeps: its key, the word at which it begins, and eight bits each of the words before
/// and after
/// it, which tell cheaply whether a repeat goes on beyond the gram.
/// </summary>
internal readonly record struct Seed(uint Key, int Word, byte Before, byte After, bool IsQuoted);

/// <summary>
/// Chooses the grams by which a text can be found again: contiguous grams of three words, winnowed (Schleimer,
/// Wilkerson
/// and Aiken, SIGMOD 2003) so that of every three in a row at least one is kept, those with the fewest common words
/// first. So any
/// run of five words shared by two texts shares a kept gram. Inside quotation marks every gram is kept that is not of
/// common
/// words alone.
/// </summary>
internal sealed class SeedPicker
{
    public const int GramWords = 3;
    public const int WindowGrams = 3;

    private Seed[] _seeds = new Seed[1024];
    private int _count;
    private ulong[] _keys = new ulong[1024];

    /// <summary>The seeds of a text, ascending by word. The memory is used again by the next call.</summary>
    public ReadOnlySpan<Seed> Pick(Words words)
    {
        _count = 0;
        var grams = words.Count - GramWords + 1;
        if (grams <= 0) return [];
        if (_keys.Length < grams) _keys = new ulong[BitOperations.RoundUpToPowerOf2((uint)grams)];
        if (_seeds.Length < grams) _seeds = new Seed[BitOperations.RoundUpToPowerOf2((uint)grams)];
        var marks = words.Marks;
        var keys = _keys.AsSpan(0, grams);
        Fill(words.Codes, marks, keys);
        var kept = -1;
        for (var g = 0; g < grams; g++)
        {
            if (g >= WindowGrams - 1 || g == grams - 1)
            {
                var least = g;
                for (var h = g - 1; h > g - WindowGrams && h >= 0; h--) if (keys[h] < keys[least]) least = h;
                if (least > kept) Keep(words, least, ref kept);
            }

            if (g > kept && (marks[g] & marks[g + 1] & marks[g + 2] & WordMarks.Quoted) != 0 && keys[g] >> 62 < 3)
            {
                Keep(words, g, ref kept);
            }
        }

        return _seeds.AsSpan(0, _count);
    }

    private void Keep(Words words, int gram, ref int last)
    {
        var end = gram + GramWords;
        _seeds[_count++] = new(
            (uint)(_keys[gram] >> 20), gram,
            gram > 0 ? (byte)words.Codes[gram - 1] : (byte)0,
            end < words.Count ? (byte)words.Codes[end] : (byte)0,
            (words.Marks[gram] & WordMarks.Quoted) != 0);
        last = gram;
    }

    /// <summary>
    /// The two highest bits count common words, so that the least key of a window is the rarest gram.
    /// </summary>
    private static void Fill(uint[] codes, WordMarks[] marks, Span<ulong> keys)
    {
        for (var g = 0; g < keys.Length; g++)
        {
            var hash = ((codes[g] * 0x9E3779B97F4A7C15UL) ^ codes[g + 1]) * 0xD6E8FEB86659FD93UL;
            hash = (hash ^ (hash >> 32) ^ codes[g + 2]) * 0x9FB21C651E98DF25UL;
            hash ^= hash >> 29;
            var common = (ulong)(((int)(marks[g] & WordMarks.Common) + (int)(marks[g + 1] & WordMarks.Common)
                + (int)(marks[g + 2] & WordMarks.Common)) >> 5);
            keys[g] = (common << 62) | (hash >> 2);
        }
    }
}
