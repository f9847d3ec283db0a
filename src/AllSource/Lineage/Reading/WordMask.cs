using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AllSource.Lineage.Reading;

/// <summary>What the next characters are, sixty-four at a time: bit k tells of the k-th.</summary>
internal readonly ref struct WordMask
{
    public const int Characters = 64;

    /// <summary>Code units that are loaded from the last character of a mask on.</summary>
    public const int Loaded = 16;

    /// <summary>ASCII letters and digits.</summary>
    public readonly ulong Words;

    /// <summary>Marks that <see cref="BetweenWords"/> reads; of ASCII alone.</summary>
    public readonly ulong Marks;

    /// <summary>What may join two words into one where it stands between their letters; of ASCII alone.</summary>
    public readonly ulong Joints;

    /// <summary>All that is no ASCII.</summary>
    public readonly ulong Others;

    /// <param name="first">The first of sixty-four characters at least.</param>
    /// <param name="folded">Gets them as bytes, letters in lower case; what is no ASCII letter or digit gives rubbish.
    /// </param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public WordMask(ref char first, ref byte folded)
    {
        ref var units = ref Unsafe.As<char, ushort>(ref first);
        Classify(ref units, ref folded, out var words, out var marks, out var joints, out var others);
        Classify(ref Unsafe.Add(ref units, Characters / 2), ref Unsafe.Add(ref folded, Characters / 2), out var words2,
            out var marks2, out var joints2, out var others2);
        Words = words | ((ulong)words2 << 32);
        Marks = marks | ((ulong)marks2 << 32);
        Joints = joints | ((ulong)joints2 << 32);
        Others = others | ((ulong)others2 << 32);
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
    private static void Classify(
        ref ushort first, ref byte folded, out uint words, out uint marks, out uint joints, out uint others)
    {
        var bytes = Vector256.NarrowWithSaturation(
            Vector256.LoadUnsafe(ref first), Vector256.LoadUnsafe(ref first, 16));
        var lower = bytes | Vector256.Create((byte)0x20);
        lower.StoreUnsafe(ref folded);
        var letters = Vector256.LessThanOrEqual(lower - Vector256.Create((byte)'a'), Vector256.Create((byte)25));
        var digits = Vector256.LessThanOrEqual(bytes - Vector256.Create((byte)'0'), Vector256.Create((byte)9));
        var brackets = Is(bytes, '[') | Is(bytes, ']');
        words = (letters | digits).ExtractMostSignificantBits();
        marks = (brackets | Is(bytes, '\n') | Is(bytes, '.') | Is(bytes, '!') | Is(bytes, '?') | Is(bytes, '"'))
            .ExtractMostSignificantBits();
        joints = (brackets | Is(bytes, '\'') | Is(bytes, '`') | Is(bytes, ',')).ExtractMostSignificantBits();
        others = bytes.ExtractMostSignificantBits();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> Is(Vector256<byte> bytes, char c) =>
        Vector256.Equals(bytes, Vector256.Create((byte)c));
}
