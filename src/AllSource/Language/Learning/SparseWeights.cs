using System.Runtime.CompilerServices;

namespace AllSource.Language.Learning;

/// <summary>
/// The weights of a trained linear model, read-only: a feature's hash leads to its classes and their 8-bit weights. A
/// hash that
/// training did not keep weighs nothing. One unit of weight is <see cref="Scale"/>.
/// </summary>
internal sealed class SparseWeights
{
    // open addressing: hash << 32 | first entry << 7 | number of entries; 0 is empty, hash 0 is kept as 1
    private readonly ulong[] _slots;
    // class << 8 | weight: a feature costs one miss of the cache for its slot and one for these
    private readonly short[] _entries;
    private readonly int _mask;

    public SparseWeights(uint[] features, int[] counts, byte[] classes, sbyte[] weights, float scale)
    {
        var size = 16;
        while (size < features.Length * 2) size *= 2;
        (_slots, _entries, _mask, Scale) = (new ulong[size], new short[classes.Length], size - 1, scale);
        for (var i = 0; i < _entries.Length; i++) _entries[i] = (short)((classes[i] << 8) | (byte)weights[i]);
        var from = 0;
        for (var i = 0; i < features.Length; i++)
        {
            var key = Math.Max(features[i], 1u);
            var slot = (int)(key & (uint)_mask);
            while (_slots[slot] != 0) slot = (slot + 1) & _mask;
            _slots[slot] = ((ulong)key << 32) | ((uint)from << 7) | (uint)counts[i];
            from += counts[i];
        }
    }

    public float Scale { get; }

    /// <summary>Adds the features' weights to the scores of their classes.</summary>
    /// <param name="features">Hashes of <see cref="FeatureHash"/>.</param>
    /// <param name="scores">As long as the model has classes.</param>
    public void Add(ReadOnlySpan<uint> features, Span<int> scores)
    {
        foreach (var feature in features) Add(feature, scores);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(uint feature, Span<int> scores)
    {
        var key = Math.Max(feature, 1u);
        var slots = _slots;
        var slot = (int)(key & (uint)_mask);
        ulong found;
        while ((uint)((found = slots[slot]) >> 32) != key)
        {
            if (found == 0) return;
            slot = (slot + 1) & _mask;
        }

        var from = (int)((uint)found >> 7);
        foreach (var entry in _entries.AsSpan(from, (int)(found & 127))) scores[entry >> 8] += (sbyte)entry;
    }
}
