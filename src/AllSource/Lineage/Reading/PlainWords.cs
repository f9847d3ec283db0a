using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace AllSource.Lineage.Reading;

/// <summary>
/// The plain words of sixty-four characters: first the letters of each are laid out, then they are hashed four words at
/// a time. One reader's memory.
/// </summary>
internal sealed class PlainWords
{
    /// <summary>Codes are written four at a time, so that so many behind the last word may be written to.</summary>
    public const int Overshoot = 3;

    /// <summary>A longer word is not hashed here.</summary>
    private const int LettersMost = 16;

    private const int Most = WordMask.Characters / 2; // words that sixty-four characters may hold
    private const int LowAt = WordMask.Characters + LettersMost;
    private const int HighAt = LowAt + (Most * sizeof(ulong));
    private const ulong DigitBit = 0x2020202020202020; // of a folded byte: set in digits and letters

    /// <summary>From the ninth on: so many of the lowest bytes, eight at most; the first nine are of none.</summary>
    private static ReadOnlySpan<ulong> ByteMasks =>
    [
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFFFF, 0xFF_FFFF, 0xFFFF_FFFF, 0xFF_FFFF_FFFF, 0xFFFF_FFFF_FFFF,
        0xFF_FFFF_FFFF_FFFF, ulong.MaxValue, ulong.MaxValue, ulong.MaxValue, ulong.MaxValue, ulong.MaxValue,
        ulong.MaxValue, ulong.MaxValue, ulong.MaxValue, ulong.MaxValue,
    ];

    private readonly byte[] _memory = new byte[HighAt + (Most * sizeof(ulong))];

    /// <summary>Where the sixty-four characters stand as lower-case bytes.</summary>
    public ref byte Folded => ref MemoryMarshal.GetArrayDataReference(_memory);

    /// <summary>The first letters of a word, eight at most, the first in the lowest place; before it is hashed.
    /// </summary>
    public ulong FirstOf(int word) => Unsafe.ReadUnaligned<ulong>(
        ref Unsafe.Add(ref Folded, LowAt + (word * sizeof(ulong))));

    /// <summary>Lays out the letters of words that begin and end where the bits say.</summary>
    /// <param name="firsts">Gets where each begins, and <paramref name="behind"/> where it ends.</param>
    /// <param name="longs">A bit for each word that is too long to be hashed here.</param>
    /// <returns>How many there are.</returns>
    public int LayOut(ulong starts, ulong ends, int at, ref int firsts, ref int behind, out uint longs)
    {
        ref var memory = ref Folded;
        ref var masks = ref MemoryMarshal.GetReference(ByteMasks);
        var word = 0;
        longs = 0;
        for (; starts != 0; starts &= starts - 1, ends &= ends - 1, word++)
        {
            var start = BitOperations.TrailingZeroCount(starts);
            var end = BitOperations.TrailingZeroCount(ends);
            Unsafe.Add(ref firsts, word) = at + start;
            Unsafe.Add(ref behind, word) = at + end;
            var length = end - start;
            if (length > LettersMost)
            {
                longs |= 1u << word;
                length = LettersMost;
            }

            ref var letters = ref Unsafe.Add(ref memory, start);
            var low = Unsafe.ReadUnaligned<ulong>(ref letters) & Unsafe.Add(ref masks, length + 8);
            var high = Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref letters, 8)) & Unsafe.Add(ref masks, length);
            ref var lane = ref Unsafe.Add(ref memory, LowAt + (word * sizeof(ulong)));
            Unsafe.WriteUnaligned(ref lane, low);
            Unsafe.WriteUnaligned(ref Unsafe.Add(ref lane, HighAt - LowAt), high);
        }

        return word;
    }

    /// <summary>Hashes what was laid out, and marks what is common or holds a digit. Nothing is guessed at, as every
    /// third guess about a word's length or commonness would be wrong.</summary>
    public void Hash(int count, ref uint codes, ref WordMarks marks)
    {
        ref var low = ref Unsafe.Add(ref Folded, LowAt);
        ref var high = ref Unsafe.Add(ref Folded, HighAt);
        for (var w = 0; w < count; w += Vector256<ulong>.Count)
        {
            var first = Vector256.LoadUnsafe(ref low, (nuint)(w * sizeof(ulong))).AsUInt64();
            var rest = Vector256.LoadUnsafe(ref high, (nuint)(w * sizeof(ulong))).AsUInt64();
            var code = WordHash.Of(first, rest);
            Vector256.Narrow(code, code).GetLower().StoreUnsafe(ref codes, (nuint)w);
            var digits = Vector256.AndNot(first, first >>> 1) | Vector256.AndNot(rest, rest >>> 1);
            var hasNone = Vector256.Equals(digits & Vector256.Create(DigitBit), Vector256<ulong>.Zero);
            (~hasNone).AsByte().StoreUnsafe(ref low, (nuint)(w * sizeof(ulong)));
        }

        for (var w = 0; w < count; w++)
        {
            var number = Unsafe.Add(ref low, w * sizeof(ulong)) & (int)WordMarks.Number;
            var isCommon = Unsafe.BitCast<bool, byte>(CommonWords.Holds(Unsafe.Add(ref codes, w))); // no branch
            Unsafe.Add(ref marks, w) = (WordMarks)((isCommon * (int)WordMarks.Common) | number);
        }
    }
}
