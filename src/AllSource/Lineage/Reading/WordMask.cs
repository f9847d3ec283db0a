using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace AllSource.Lineage.Reading;

/// <summary>Which of the next characters are ASCII letters or digits, sixty-four at a time.</summary>
internal static class WordMask
{
    public const int Characters = 64;

    /// <summary>
    /// Bit k is set when the character at <paramref name="at"/> + k is an ASCII letter or digit; beyond the end of the
    /// text bits are clear.
    /// </summary>
    public static ulong At(ReadOnlySpan<char> text, int at)
    {
        if (text.Length - at < Characters) return OfFew(text[at..]);
        ref var first = ref Unsafe.As<char, ushort>(ref Unsafe.Add(ref MemoryMarshal.GetReference(text), at));
        return OfHalf(ref first) | ((ulong)OfHalf(ref Unsafe.Add(ref first, 32)) << 32);
    }

    /// <summary>
    /// The first eight characters from <paramref name="at"/> as lower-case bytes, the first in the lowest place; what
    /// is no ASCII letter or digit gives rubbish. At least eight must be left.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong FoldedEight(ref char at)
    {
        var eight = Vector128.LoadUnsafe(ref Unsafe.As<char, ushort>(ref at));
        return Vector128.Narrow(eight, eight).AsUInt64().ToScalar() | 0x2020202020202020;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint OfHalf(ref ushort first)
    {
        var bytes = Vector256.NarrowWithSaturation(
            Vector256.LoadUnsafe(ref first), Vector256.LoadUnsafe(ref first, 16));
        var letters = Vector256.LessThanOrEqual(
            (bytes | Vector256.Create((byte)0x20)) - Vector256.Create((byte)'a'), Vector256.Create((byte)25));
        var digits = Vector256.LessThanOrEqual(bytes - Vector256.Create((byte)'0'), Vector256.Create((byte)9));
        return (letters | digits).ExtractMostSignificantBits();
    }

    private static ulong OfFew(ReadOnlySpan<char> text)
    {
        var mask = 0UL;
        for (var k = 0; k < text.Length && k < Characters; k++)
        {
            if (char.IsAsciiLetterOrDigit(text[k])) mask |= 1UL << k;
        }

        return mask;
    }
}
