using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
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
    private const ulong First = 0x9E3779B97F4A7C15;
    private const ulong Second = 0xD6E8FEB86659FD93;
    private const ulong Third = 0xC2B2AE3D27D4EB4F;
    private const ulong Last = 0x9FB21C651E98DF25;
    private const ulong CommonOfEight = 0x20 * 0x0101010101010101UL; // WordMarks.Common of eight words

    private const int Pad = WindowGrams - 1; // grams that are not there, before the first and behind the last

    private Seed[] _seeds = new Seed[64];
    private ulong[] _keys = new ulong[64 + (2 * Pad)];

    /// <summary>The seeds of a text, ascending by word. The memory is used again by the next call.</summary>
    public ReadOnlySpan<Seed> Pick(Words words)
    {
        var grams = words.Count - GramWords + 1;
        if (grams <= 0) return [];
        if (_seeds.Length < grams) _seeds = new Seed[BitOperations.RoundUpToPowerOf2((uint)grams)];
        return _seeds.AsSpan(0, Pick(words, new SeedList(_seeds)));
    }

    /// <summary>
    /// Gives the seeds of a text, ascending by word, to be written one after another. A place may be written to
    /// several times, the last time counts, and the one behind the last seed may be written to; there must be room for
    /// all the text's grams.
    /// </summary>
    /// <returns>How many there are.</returns>
    public int Pick<TColumns>(Words words, TColumns into)
        where TColumns : struct, ISeedColumns
    {
        var grams = words.Count - GramWords + 1;
        if (grams <= 0) return 0;
        var room = grams + (2 * Pad);
        if (_keys.Length < room) _keys = new ulong[BitOperations.RoundUpToPowerOf2((uint)room)];
        var keys = _keys.AsSpan(0, room);
        keys[..Pad].Clear();
        keys[^Pad..].Clear();
        Fill(words.Codes, words.Marks, keys[Pad..^Pad]);
        return grams < WindowGrams ? KeepFew(words, keys, into) : Keep(words, keys, into);
    }

    /// <summary>
    /// The two highest bits count common words, so that the least key of a window is the rarest gram.
    /// </summary>
    private static void Fill(ReadOnlySpan<uint> codes, ReadOnlySpan<WordMarks> marks, Span<ulong> keys)
    {
        codes = codes[..(keys.Length + 2)];
        marks = marks[..(keys.Length + 2)];
        var g = 0;
        for (; Vector256.IsHardwareAccelerated && g + sizeof(ulong) <= codes.Length; g += Vector256<ulong>.Count)
        {
            var hash = (Four(codes, g) * First) ^ ((Four(codes, g + 1) * Second) >>> 7)
                ^ ((Four(codes, g + 2) * Third) >>> 13);
            hash = (hash ^ (hash >>> 31)) * Last;
            hash ^= hash >>> 29;
            var common = MemoryMarshal.Read<ulong>(MemoryMarshal.AsBytes(marks[g..])) & CommonOfEight;
            common += (common >> 8) + (common >> 16);
            var two = Vector128.WidenLower(Vector128.CreateScalarUnsafe(common).AsByte());
            var four = Vector256.WidenLower(Vector128.WidenLower(two).ToVector256Unsafe());
            ((four << 57) | (hash & Vector256.Create(KeyBits))).CopyTo(keys[g..]);
        }

        for (; g < keys.Length; g++)
        {
            var hash = (codes[g] * First) ^ (codes[g + 1] * Second >> 7) ^ (codes[g + 2] * Third >> 13);
            hash = (hash ^ (hash >> 31)) * Last;
            hash ^= hash >> 29;
            var common = ((int)(marks[g] & WordMarks.Common) + (int)(marks[g + 1] & WordMarks.Common)
                + (int)(marks[g + 2] & WordMarks.Common)) >> 5;
            keys[g] = ((ulong)common << 62) | (hash & KeyBits);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ulong> Four(ReadOnlySpan<uint> codes, int at) =>
        Vector256.WidenLower(Vector128.Create(codes.Slice(at, 4)).ToVector256Unsafe());

    /// <summary>
    /// Sparse is the least key of each window of three, of equal ones the last. A key that is not there is 0, less than
    /// any: no window with it counts. All is computed and nothing guessed at, as every second guess would be wrong.
    /// </summary>
    private int Keep<TColumns>(Words words, ReadOnlySpan<ulong> keys, TColumns into)
        where TColumns : struct, ISeedColumns
    {
        var codes = words.Codes;
        var marks = words.Marks;
        var grams = keys.Length - (2 * Pad);
        var kept = 0;
        for (var g = 0; g < grams; g++)
        {
            var key = keys[g + 2];
            var (before, after) = (key <= keys[g + 1], key < keys[g + 3]);
            var isSparse = (before & (key <= keys[g])) | (before & after) | (after & (key < keys[g + 4]));
            var isQuoted = (marks[g] & marks[g + 1] & marks[g + 2] & WordMarks.Quoted) != 0;
            var isTelling = key >> 62 != 3; // three common words tell nothing
            into.Put(kept, (uint)(key >> 20), g, ContextOf(codes, g), isQuoted, isSparse);
            kept += Unsafe.BitCast<bool, byte>(isSparse | (isTelling & (!sparseOnly | isQuoted)));
        }

        return kept;
    }

    /// <summary>Of one gram or two, the lesser is sparse.</summary>
    private int KeepFew<TColumns>(Words words, ReadOnlySpan<ulong> keys, TColumns into)
        where TColumns : struct, ISeedColumns
    {
        var least = keys.Length - (2 * Pad) == 2 && keys[Pad] >= keys[Pad + 1] ? 1 : 0;
        var marks = words.Marks;
        var kept = 0;
        for (var g = 0; g < keys.Length - (2 * Pad); g++)
        {
            var isQuoted = (marks[g] & marks[g + 1] & marks[g + 2] & WordMarks.Quoted) != 0;
            var isTelling = keys[g + Pad] >> 62 != 3 && (!sparseOnly || isQuoted);
            if (g != least && !isTelling) continue;
            into.Put(kept++, (uint)(keys[g + Pad] >> 20), g, ContextOf(words.Codes, g), isQuoted, g == least);
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

    private readonly struct SeedList(Seed[] seeds) : ISeedColumns
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Put(int at, uint key, int word, uint context, bool isQuoted, bool isSparse) =>
            seeds[at] = new(key, word, context, isQuoted, isSparse);
    }
}
