using System.Numerics;

namespace AllSource.Lineage;

/// <summary>A gram of words that the index keeps: its key, and the word at which it begins.</summary>
internal readonly record struct Seed(ulong Key, int Word);

/// <summary>
/// Chooses the grams by which a text can be found again: contiguous grams of three words, winnowed (Schleimer, Wilkerson and Aiken,
/// SIGMOD 2003) so that of every three in a row at least one is kept, those with the fewest common words first. So any run of five
/// words shared by two texts shares a kept gram. Inside quotation marks every gram is kept that is not of common words alone.
/// </summary>
internal sealed class SeedPicker
{
    public const int GramWords = 3;
    public const int WindowGrams = 3;

    private readonly List<Seed> _seeds = [];
    private ulong[] _keys = new ulong[1024];

    /// <summary>The seeds of a text, ascending by word. The list is used again by the next call.</summary>
    public List<Seed> Pick(Words words)
    {
        _seeds.Clear();
        var grams = words.Count - GramWords + 1;
        if (grams <= 0) return _seeds;
        if (_keys.Length < grams) _keys = new ulong[BitOperations.RoundUpToPowerOf2((uint)grams)];
        var codes = words.Codes;
        var marks = words.Marks;
        var keys = _keys;
        for (var g = 0; g < grams; g++) keys[g] = KeyOf(codes, marks, g);
        var kept = -1;
        for (var g = 0; g < grams; g++)
        {
            if (g >= WindowGrams - 1 || g == grams - 1)
            {
                var least = g;
                for (var h = g - 1; h > g - WindowGrams && h >= 0; h--) if (keys[h] < keys[least]) least = h;
                if (least > kept) Keep(least, ref kept);
            }

            if (g > kept && IsQuoted(marks, g) && keys[g] >> 62 < 3) Keep(g, ref kept);
        }

        return _seeds;

        void Keep(int gram, ref int last)
        {
            _seeds.Add(new(keys[gram], gram));
            last = gram;
        }
    }

    private static bool IsQuoted(WordMarks[] marks, int g) =>
        (marks[g] & marks[g + 1] & marks[g + 2] & WordMarks.Quoted) != 0;

    /// <summary>The two highest bits count common words, so that the least key of a window is the rarest gram.</summary>
    internal static ulong KeyOf(uint[] codes, WordMarks[] marks, int g)
    {
        var hash = ((codes[g] * 0x9E3779B97F4A7C15UL) ^ codes[g + 1]) * 0xD6E8FEB86659FD93UL;
        hash = (hash ^ (hash >> 32) ^ codes[g + 2]) * 0x9FB21C651E98DF25UL;
        hash ^= hash >> 29;
        var common = (ulong)(((int)(marks[g] & WordMarks.Common) + (int)(marks[g + 1] & WordMarks.Common)
            + (int)(marks[g + 2] & WordMarks.Common)) >> 5);
        return (common << 62) | (hash >> 2);
    }
}
