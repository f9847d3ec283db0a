using System.Numerics;
using AllSource.Lineage.Reading;

namespace AllSource.Lineage.Seeds;

/// <summary>
/// Chooses the grams by which a text can be found again: contiguous grams of three words. Sparse are those that
/// winnowing keeps (Schleimer, Wilkerson and Aiken, SIGMOD 2003): of every three in a row at least one, those with the
/// fewest common words first, so any run of five words that two texts share shares a sparse gram. All other grams but
/// those of common words alone are kept too, for what stands between quotation marks: a quotation of two words, a
/// bracket and three more has no run of five.
/// </summary>
/// <param name="sparseOnly">Leaves those other grams out.</param>
internal sealed class SeedPicker(bool sparseOnly = false)
{
    public const int GramWords = 3;
    public const int WindowGrams = 3;

    private const ulong KeyBits = ulong.MaxValue >> 2;

    private const int Pad = WindowGrams - 1; // grams that are not there, before the first and behind the last

    private Seed[] _seeds = new Seed[1024];
    private ulong[] _keys = new ulong[1024 + (2 * Pad)];

    /// <summary>The seeds of a text, ascending by word. The memory is used again by the next call.</summary>
    public ReadOnlySpan<Seed> Pick(Words words)
    {
        var grams = words.Count - GramWords + 1;
        if (grams <= 0) return [];
        if (_seeds.Length < grams)
        {
            var size = (int)BitOperations.RoundUpToPowerOf2((uint)grams);
            _keys = new ulong[size + (2 * Pad)];
            _seeds = new Seed[size];
        }

        var keys = _keys.AsSpan(0, grams + (2 * Pad));
        keys[..Pad].Clear();
        keys[^Pad..].Clear();
        Fill(words.Codes, words.Marks, keys[Pad..^Pad]);
        return _seeds.AsSpan(0, grams < WindowGrams ? KeepFew(words, keys) : Keep(words, keys));
    }

    /// <summary>
    /// The two highest bits count common words, so that the least key of a window is the rarest gram.
    /// </summary>
    private static void Fill(ReadOnlySpan<uint> codes, ReadOnlySpan<WordMarks> marks, Span<ulong> keys)
    {
        codes = codes[..(keys.Length + 2)];
        marks = marks[..(keys.Length + 2)];
        for (var g = 0; g < keys.Length; g++)
        {
            var hash = (codes[g] * 0x9E3779B97F4A7C15UL) ^ (codes[g + 1] * 0xD6E8FEB86659FD93UL >> 7)
                ^ (codes[g + 2] * 0xC2B2AE3D27D4EB4FUL >> 13);
            hash = (hash ^ (hash >> 31)) * 0x9FB21C651E98DF25UL;
            hash ^= hash >> 29;
            var common = ((int)(marks[g] & WordMarks.Common) + (int)(marks[g + 1] & WordMarks.Common)
                + (int)(marks[g + 2] & WordMarks.Common)) >> 5;
            keys[g] = ((ulong)common << 62) | (hash & KeyBits);
        }
    }

    /// <summary>
    /// Sparse is the least key of each window of three, of equal ones the last. A key that is not there is 0, less than
    /// any: no window with it counts. All is computed and nothing guessed at, as every second guess would be wrong.
    /// </summary>
    private int Keep(Words words, ReadOnlySpan<ulong> keys)
    {
        var codes = words.Codes;
        var marks = words.Marks;
        var grams = keys.Length - (2 * Pad);
        var seeds = _seeds.AsSpan(0, grams);
        var kept = 0;
        for (var g = 0; g < grams; g++)
        {
            var key = keys[g + 2];
            var (before, after) = (key <= keys[g + 1], key < keys[g + 3]);
            var isSparse = (before & (key <= keys[g])) | (before & after) | (after & (key < keys[g + 4]));
            var isQuoted = (marks[g] & marks[g + 1] & marks[g + 2] & WordMarks.Quoted) != 0;
            var isTelling = key >> 62 != 3; // three common words tell nothing
            seeds[kept] = new((uint)(key >> 20), g, ContextOf(codes, g), isQuoted, isSparse);
            kept += isSparse | (isTelling & (!sparseOnly | isQuoted)) ? 1 : 0;
        }

        return kept;
    }

    /// <summary>Of one gram or two, the lesser is sparse.</summary>
    private int KeepFew(Words words, ReadOnlySpan<ulong> keys)
    {
        var least = keys.Length - (2 * Pad) == 2 && keys[Pad] >= keys[Pad + 1] ? 1 : 0;
        var marks = words.Marks;
        var kept = 0;
        for (var g = 0; g < keys.Length - (2 * Pad); g++)
        {
            var isQuoted = (marks[g] & marks[g + 1] & marks[g + 2] & WordMarks.Quoted) != 0;
            var isTelling = keys[g + Pad] >> 62 != 3 && (!sparseOnly || isQuoted);
            if (g != least && !isTelling) continue;
            _seeds[kept++] = new((uint)(keys[g + Pad] >> 20), g, ContextOf(words.Codes, g), isQuoted, g == least);
        }

        return kept;
    }

    private static uint ContextOf(ReadOnlySpan<uint> codes, int gram)
    {
        var end = gram + GramWords;
        if (gram >= 2 && end + 1 < codes.Length)
        {
            return (byte)codes[end] | ((uint)(byte)codes[gram - 1] << 8) | ((uint)(byte)codes[end + 1] << 16)
                | (codes[gram - 2] << 24);
        }

        static uint At(ReadOnlySpan<uint> all, int word) => word >= 0 && word < all.Length ? (byte)all[word] : 0u;
        return At(codes, end) | (At(codes, gram - 1) << 8) | (At(codes, end + 1) << 16) | (At(codes, gram - 2) << 24);
    }
}
