using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using AllSource.Lineage.Seeds;

namespace AllSource.Lineage.Reading;

/// <summary>
/// The code of a folded word: its bytes, eight at a time, the last ones filled up with zeros. Words of at most eight
/// bytes, nine in ten of English text, are one step.
/// </summary>
internal static class WordHash
{
    private const ulong Seed = 0x9E3779B97F4A7C15;
    private const ulong Prime = 0x9FB21C651E98DF25;

    /// <summary>The code of at most eight bytes, the first in the lowest place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint OfEight(ulong bytes) => Finish(Step(Seed, bytes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Begin(ulong bytes) => Step(Seed, bytes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Step(ulong state, ulong bytes)
    {
        var mixed = (state ^ bytes) * Prime;
        return mixed ^ (mixed >> 29);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Finish(ulong state) => (uint)((state * Seed) >> 32);

    /// <summary>
    /// The codes of four words of at most sixteen bytes, none of which is 0: the first eight of each, and the rest.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<ulong> Of(Vector256<ulong> first, Vector256<ulong> rest)
    {
        var state = Step(Vector256.Create(Seed), first);
        var isShort = Vector256.Equals(rest, Vector256<ulong>.Zero);
        state = Vector256.ConditionalSelect(isShort, state, Step(state, rest));
        return (state * Vector256.Create(Seed)) >>> 32;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ulong> Step(Vector256<ulong> state, Vector256<ulong> bytes)
    {
        var mixed = (state ^ bytes) * Vector256.Create(Prime);
        return mixed ^ (mixed >>> 29);
    }

    public static uint Of(ReadOnlySpan<byte> folded)
    {
        var state = Seed;
        while (folded.Length > 8)
        {
            state = Step(state, MemoryMarshal.Read<ulong>(folded));
            folded = folded[8..];
        }

        var last = 0UL;
        for (var b = 0; b < folded.Length; b++) last |= (ulong)folded[b] << (8 * b);
        return Finish(Step(state, last));
    }
}
