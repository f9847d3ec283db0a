using System.Numerics;
using System.Runtime.CompilerServices;

namespace AllSource.Language.Learning;

/// <summary>
/// Keys of features as sums of atoms. An atom is a 64-bit number that looks drawn by lot and stands for one value (a
/// word, a tag); each place in a feature turns it by another number of bits, and the upper half of the sum is the
/// feature's key. So an atom is mixed once, and a feature costs an addition for each of its values. Not for security.
/// </summary>
internal static class Atoms
{
    /// <summary>Finalizer of SplitMix64 (Steele, Lea and Flood 2014).</summary>
    public static ulong Of(uint value)
    {
        var z = (value + 1UL) * 0x9E3779B97F4A7C15UL;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }

    /// <summary>Atoms of the values 0 to n - 1 of a kind.</summary>
    public static ulong[] Table(uint kind, int n) =>
        [.. Enumerable.Range(0, n).Select(i => Of((kind << 16) | (uint)i))];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Key(int template, ulong a) => (uint)((Template(template) + a) >> 32);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Key(int template, ulong a, ulong b) =>
        (uint)((Template(template) + a + BitOperations.RotateLeft(b, 13)) >> 32);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Key(int template, ulong a, ulong b, ulong c) =>
        (uint)((Template(template) + a + BitOperations.RotateLeft(b, 13) + BitOperations.RotateLeft(c, 29)) >> 32);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Key(int template, ulong a, ulong b, ulong c, ulong d) => (uint)((Template(template) + a
        + BitOperations.RotateLeft(b, 13) + BitOperations.RotateLeft(c, 29) + BitOperations.RotateLeft(d, 43)) >> 32);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Template(int number) => (ulong)number * 0xD1342543DE82EF95UL;
}
