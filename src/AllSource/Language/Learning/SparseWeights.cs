using System.Runtime.CompilerServices;

namespace AllSource.Language.Learning;

/// <summary>
/// The weights of a trained linear model, read-only: a feature's hash leads to its classes and their 8-bit weights. A hash that
/// training did not keep weighs nothing. One unit of weight is <see cref="Scale"/>.
/// </summary>
internal sealed class SparseWeights
{
    private readonly uint[] _keys; // open addressing; 0 marks an empty slot, so hash 0 is stored as 1
    private readonly int[] _slots; // first entry << 7 | number of entries
    private readonly byte[] _classes;
    private readonly sbyte[] _weights;
    private readonly int _mask;

    public SparseWeights(uint[] features, int[] counts, byte[] classes, sbyte[] weights, float scale)
    {
        var size = 16;
        while (size < features.Length * 2) size *= 2;
        (_keys, _slots, _mask) = (new uint[size], new int[size], size - 1);
        (_classes, _weights, Scale) = (classes, weights, scale);
        var from = 0;
        for (var i = 0; i < features.Length; i++)
        {
            var key = Math.Max(features[i], 1u);
            var slot = (int)(key & (uint)_mask);
            while (_keys[slot] != 0) slot = (slot + 1) & _mask;
            _keys[slot] = key;
            _slots[slot] = (from << 7) | counts[i];
            from += counts[i];
        }
    }

    public float Scale { get; }

    /// <summary>Adds the feature's weights to the scores of their classes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(uint feature, Span<int> scores)
    {
        var key = Math.Max(feature, 1u);
        var slot = (int)(key & (uint)_mask);
        while (true)
        {
            var found = _keys[slot];
            if (found == 0) return;
            if (found == key) break;
            slot = (slot + 1) & _mask;
        }

        var packed = _slots[slot];
        var (from, count) = (packed >> 7, packed & 127);
        var classes = _classes.AsSpan(from, count);
        var weights = _weights.AsSpan(from, count);
        for (var i = 0; i < classes.Length; i++) scores[classes[i]] += weights[i];
    }
}
