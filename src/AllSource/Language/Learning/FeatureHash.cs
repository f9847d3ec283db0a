using System.Numerics;
using System.Runtime.CompilerServices;

namespace AllSource.Language.Learning;

/// <summary>
/// 32-bit hashes of features: a template's number and up to four values. A model knows a feature only by its hash, so
/// these functions may
/// never change without retraining. Not for security. Mixing after MurmurHash3 (Appleby, public domain).
/// </summary>
internal static class FeatureHash
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Of(int template, uint a) => Finish(Mix((uint)template * 0x9E3779B1u, a));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Of(int template, uint a, uint b) => Finish(Mix(Mix((uint)template * 0x9E3779B1u, a), b));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Of(int template, uint a, uint b, uint c) =>
        Finish(Mix(Mix(Mix((uint)template * 0x9E3779B1u, a), b), c));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Of(int template, uint a, uint b, uint c, uint d) =>
        Finish(Mix(Mix(Mix(Mix((uint)template * 0x9E3779B1u, a), b), c), d));

    /// <summary>A hash of characters, the same on every machine and run (string.GetHashCode is not).</summary>
    public static uint OfText(ReadOnlySpan<char> text)
    {
        var h = 2166136261u;
        foreach (var c in text) h = Mix(h, c);
        return Finish(h ^ (uint)text.Length);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Mix(uint h, uint value)
    {
        value *= 0xCC9E2D51u;
        value = BitOperations.RotateLeft(value, 15) * 0x1B873593u;
        return (BitOperations.RotateLeft(h ^ value, 13) * 5u) + 0xE6546B64u;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Finish(uint h)
    {
        h ^= h >> 16;
        h *= 0x85EBCA6Bu;
        h ^= h >> 13;
        h *= 0xC2B2AE35u;
        return h ^ (h >> 16);
    }
}
