using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace AllSource.Language.Learning;

/// <summary>
/// The weights of a trained linear model of two classes against a third, read-only, in buckets of eight features: half
/// a line of the cache answers for a feature, with no branch and no second look. The upper bits of a feature's key are
/// its bucket's number, the lower 16 stand in the bucket beside the two weights. Of a ninth feature in a bucket the one
/// that weighs least is dropped.
/// </summary>
internal sealed class MoveWeights
{
    private const int PerBucket = 8, LoadMax = 4;

    private readonly uint[] _slots; // lower 16 bits of the key << 16 | second weight << 8 | first weight
    private readonly int _shift;

    public MoveWeights(ReadOnlySpan<uint> features, ReadOnlySpan<byte> counts, ReadOnlySpan<byte> classes,
        ReadOnlySpan<sbyte> weights)
    {
        var bits = 4;
        while (bits < 24 && (long)LoadMax << bits < features.Length) bits++;
        _shift = 32 - bits;
        _slots = new uint[PerBucket << bits];
        var from = 0;
        for (var i = 0; i < features.Length; i++)
        {
            sbyte first = 0, second = 0;
            for (var end = from + counts[i]; from < end; from++)
            {
                if (classes[from] == 0) first = weights[from];
                else second = weights[from];
            }

            Put(features[i], first, second);
        }
    }

    private void Put(uint key, sbyte first, sbyte second)
    {
        var bucket = _slots.AsSpan((int)(key >> _shift) * PerBucket, PerBucket);
        var (least, size) = (-1, Size(first, second));
        for (var i = 0; i < PerBucket; i++)
        {
            var there = bucket[i] == 0 ? -1 : Size((sbyte)bucket[i], (sbyte)(bucket[i] >> 8));
            if (there < size) (least, size) = (i, there);
        }

        if (least >= 0) bucket[least] = (key << 16) | ((uint)(byte)second << 8) | (byte)first;
    }

    private static int Size(sbyte first, sbyte second) => Math.Abs((int)first) + Math.Abs((int)second);

    /// <summary>Sums the features' weights for both classes.</summary>
    public (int First, int Second) Sum(ReadOnlySpan<uint> features)
    {
        var keep = Vector128.Create(0xFFFF0000u);
        Vector128<int> first = default, second = default;
        ref var slots = ref MemoryMarshal.GetArrayDataReference(_slots);
        foreach (var feature in features)
        {
            ref var bucket = ref Unsafe.Add(ref slots, (nuint)(feature >> _shift) * PerBucket);
            var key = Vector128.Create(feature << 16);
            var low = Vector128.LoadUnsafe(ref bucket);
            var high = Vector128.LoadUnsafe(ref bucket, 4);
            // A feature stands in a bucket once, so that one of the two is nothing.
            var hit = ((low & Vector128.Equals(low & keep, key)) | (high & Vector128.Equals(high & keep, key)))
                .AsInt32();
            first += Vector128.ShiftRightArithmetic(hit << 24, 24);
            second += Vector128.ShiftRightArithmetic(hit << 16, 24);
        }

        return (Vector128.Sum(first), Vector128.Sum(second));
    }
}
