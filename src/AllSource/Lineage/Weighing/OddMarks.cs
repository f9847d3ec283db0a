using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace AllSource.Lineage.Weighing;

/// <summary>Characters that drawings, tables and addresses are made of, counted sixteen at a time.</summary>
internal static class OddMarks
{
    private const string All = "|*=_/\\^~<>@+#-%{}0123456789"; // ASCII, as the tables are made for

    /// <summary>By the low half of a character's byte: the high halves, a bit each, with which it is odd.</summary>
    private static readonly Vector128<byte> ByLow = MakeByLow();

    /// <summary>By the high half of a character's byte: its bit; none beyond ASCII.</summary>
    private static readonly Vector128<byte> BitOfHigh =
        Vector128.Create((byte)1, 2, 4, 8, 16, 32, 64, 128, 0, 0, 0, 0, 0, 0, 0, 0);

    /// <summary>How many of the characters are odd, and how many are no white space or control.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // compiled ahead it would be far slower
    public static (int Odd, int Seen) Count(ReadOnlySpan<char> text)
    {
        const int lanes = 16;
        ref var units = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(text));
        var (odd, seen, at) = (0, 0, 0);
        for (; at + lanes <= text.Length; at += lanes)
        {
            CountIn(Vector128.NarrowWithSaturation(
                Vector128.LoadUnsafe(ref units, (nuint)at), Vector128.LoadUnsafe(ref units, (nuint)at + 8)),
                ref odd, ref seen);
        }

        if (at == text.Length) return (odd, seen);
        Span<ushort> rest = stackalloc ushort[lanes];
        rest.Clear();
        MemoryMarshal.Cast<char, ushort>(text[at..]).CopyTo(rest);
        CountIn(Vector128.NarrowWithSaturation(Vector128.Create<ushort>(rest), Vector128.Create<ushort>(rest[8..])),
            ref odd, ref seen);
        return (odd, seen);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void CountIn(Vector128<byte> bytes, ref int odd, ref int seen)
    {
        var low = Vector128.Shuffle(ByLow, bytes & Vector128.Create((byte)15));
        var high = Vector128.Shuffle(BitOfHigh, bytes >>> 4);
        odd += BitOperations.PopCount((~Vector128.Equals(low & high, default)).ExtractMostSignificantBits() & 0xFFFF);
        seen += BitOperations.PopCount(
            Vector128.GreaterThan(bytes, Vector128.Create((byte)' ')).ExtractMostSignificantBits());
    }

    private static Vector128<byte> MakeByLow()
    {
        Span<byte> table = stackalloc byte[16];
        table.Clear();
        foreach (var c in All) table[c & 15] |= (byte)(1 << (c >> 4));
        return Vector128.Create<byte>(table);
    }
}
