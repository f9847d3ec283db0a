using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace AllSource.Language.Learning;

/// <summary>
/// The weights of a trained linear model, read-only: a feature's hash leads to its classes and their 8-bit weights. A
/// hash that training did not keep weighs nothing. One unit of weight is <see cref="Scale"/>.
/// </summary>
/// <remarks>
/// A lookup costs a miss of the cache and little else. So a small filter first tells most of the unknown features, the
/// misses of the rest are all started before the first one is waited for, and a model of few classes keeps its weights
/// beside the hash.
/// </remarks>
internal sealed class SparseWeights
{
    /// <summary>Features that are looked up together; their sums stay far within 16 bits.</summary>
    private const int Together = 128;

    /// <summary>So many classes have their weights in one word beside the hash.</summary>
    private const int NarrowClassesMax = 8;

    /// <summary>Bits of the filter for each feature: one unknown feature in eight or less passes it.</summary>
    private const int FilterBits = 8;

    // Open addressing; hash 0 is kept as 1, an empty slot is 0. Narrow models have two words a slot: the hash, and a
    // weight a byte, class 0 lowest. The others have one: hash << 32 | first entry << 7 | number of entries.
    private readonly ulong[] _slots;
    private readonly short[] _entries; // class << 8 | weight
    private readonly ulong[] _filter; // a bit for the upper bits of each hash
    private readonly int _mask, _classes, _filterShift;
    private readonly bool _isNarrow;

    public SparseWeights(ReadOnlySpan<uint> features, ReadOnlySpan<byte> counts, ReadOnlySpan<byte> classes,
        ReadOnlySpan<sbyte> weights, float scale)
    {
        var (size, bits) = (16, 6);
        while (size < features.Length * 2) size *= 2;
        while (bits < 31 && 1L << bits < (long)features.Length * FilterBits) bits++;
        foreach (var c in classes) _classes = Math.Max(_classes, c + 1);
        (_mask, Scale) = (size - 1, scale);
        _isNarrow = _classes <= NarrowClassesMax;
        (_slots, _entries) = (new ulong[_isNarrow ? size * 2 : size], new short[_isNarrow ? 0 : classes.Length]);
        (_filter, _filterShift) = (new ulong[1 << (bits - 6)], 32 - bits);
        for (var i = 0; i < _entries.Length; i++) _entries[i] = (short)((classes[i] << 8) | (byte)weights[i]);
        var from = 0;
        for (var i = 0; i < features.Length; i++)
        {
            Put(Math.Max(features[i], 1u), Packed(classes, weights, from, counts[i]),
                ((uint)from << 7) | (uint)counts[i]);
            from += counts[i];
        }
    }

    public float Scale { get; }

    private void Put(uint key, ulong packed, uint entries)
    {
        var stride = _isNarrow ? 2 : 1;
        var slot = (int)(key & (uint)_mask);
        while (_slots[slot * stride] != 0) slot = (slot + 1) & _mask;
        _slots[slot * stride] = _isNarrow ? key : ((ulong)key << 32) | entries;
        if (_isNarrow) _slots[(slot * 2) + 1] = packed;
        var bit = key >> _filterShift;
        _filter[bit >> 6] |= 1UL << (int)(bit & 63);
    }

    private ulong Packed(ReadOnlySpan<byte> classes, ReadOnlySpan<sbyte> weights, int from, int count)
    {
        ulong packed = 0;
        for (var i = from; _isNarrow && i < from + count; i++) packed |= (ulong)(byte)weights[i] << (classes[i] * 8);
        return packed;
    }

    /// <summary>Adds the features' weights to the scores of their classes.</summary>
    /// <param name="features">Hashes of <see cref="FeatureHash"/>.</param>
    /// <param name="scores">As long as the model has classes.</param>
    public void Add(ReadOnlySpan<uint> features, Span<int> scores)
    {
        for (var from = 0; from < features.Length; from += Together)
        {
            AddSome(features.Slice(from, Math.Min(Together, features.Length - from)), scores);
        }
    }

    private unsafe void AddSome(ReadOnlySpan<uint> features, Span<int> scores)
    {
        var keys = stackalloc uint[Together];
        var count = 0;
        fixed (ulong* slots = _slots)
        fixed (ulong* filter = _filter)
        {
            foreach (var feature in features)
            {
                var key = Math.Max(feature, 1u);
                var bit = key >> _filterShift;
                keys[count] = key;
                count += (int)((filter[bit >> 6] >> (int)(bit & 63)) & 1);
            }

            var shift = _isNarrow ? 1 : 0;
            if (Sse.IsSupported)
            {
                for (var i = 0; i < count; i++) Sse.Prefetch0(slots + ((keys[i] & (uint)_mask) << shift));
            }

            if (_isNarrow) SumNarrow(slots, keys, count, scores);
            else SumWide(slots, keys, count, scores);
        }
    }

    private unsafe void SumNarrow(ulong* slots, uint* keys, int count, Span<int> scores)
    {
        var sum = Vector128<short>.Zero;
        for (var i = 0; i < count; i++)
        {
            var slot = keys[i] & (uint)_mask;
            ulong found;
            while ((found = slots[slot * 2]) != keys[i] && found != 0) slot = (slot + 1) & (uint)_mask;
            if (found != 0) sum += Vector128.WidenLower(Vector128.CreateScalar(slots[(slot * 2) + 1]).AsSByte());
        }

        for (var c = 0; c < _classes; c++) scores[c] += sum[c];
    }

    private unsafe void SumWide(ulong* slots, uint* keys, int count, Span<int> scores)
    {
        var found = stackalloc ulong[Together];
        var hits = 0;
        fixed (short* entries = _entries)
        {
            for (var i = 0; i < count; i++)
            {
                var slot = keys[i] & (uint)_mask;
                ulong hit;
                while ((uint)((hit = slots[slot]) >> 32) != keys[i] && hit != 0) slot = (slot + 1) & (uint)_mask;
                if (hit == 0) continue;
                if (Sse.IsSupported) Sse.Prefetch0(entries + ((uint)hit >> 7));
                found[hits++] = hit;
            }

            for (var i = 0; i < hits; i++)
            {
                var entry = entries + ((uint)found[i] >> 7);
                for (var end = entry + (found[i] & 127); entry < end; entry++) scores[*entry >> 8] += (sbyte)*entry;
            }
        }
    }
}
