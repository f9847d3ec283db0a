using System.Runtime.CompilerServices;
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
/// in one word with the hash: what is small stays in the cache.
/// </remarks>
internal sealed class SparseWeights
{
    /// <summary>Features that are looked up together; their sums stay far within 16 bits.</summary>
    private const int Together = 128;

    /// <summary>So many classes have their weights in one word with the hash.</summary>
    private const int NarrowClassesMax = 5;

    /// <summary>Bits of the filter for each feature: one unknown feature in eight or less passes it.</summary>
    private const int FilterBits = 8;

    /// <summary>The low bits of a hash that a narrow slot keeps; its place tells the others.</summary>
    private const int KeyBits = 24;

    /// <summary>So many slots for ten features: seldom more than a line of the cache is looked at.</summary>
    private const int SlotsForTen = 20;

    /// <summary>A file that needs more has the same hash again and again, to make the reader allocate at
    /// will.</summary>
    private const uint PlacesMax = 1u << 27;

    // A feature stands at the place that its hash has among all hashes, or in the first free slot behind it; hash 0 is
    // kept as 1, an empty slot is 0. A slot of a narrow model: low bits of the hash << 40 | a weight a byte, class 0
    // lowest. Of the others: hash << 32 | first entry << 7 | number of entries.
    private readonly ulong[] _slots;
    private readonly short[] _entries; // class << 8 | weight
    private readonly ulong[] _filter; // a bit for the upper bits of each hash
    private readonly int _classes, _filterShift;
    private readonly uint _places;
    private readonly bool _isNarrow;

    public SparseWeights(ReadOnlySpan<uint> features, ReadOnlySpan<byte> counts, ReadOnlySpan<byte> classes,
        ReadOnlySpan<sbyte> weights, float scale)
    {
        var bits = 6;
        while (bits < 31 && 1L << bits < (long)features.Length * FilterBits) bits++;
        foreach (var c in classes) _classes = Math.Max(_classes, c + 1);
        Scale = scale;
        _isNarrow = _classes <= NarrowClassesMax;
        (_filter, _filterShift) = (new ulong[1 << (bits - 6)], 32 - bits);
        _entries = new short[_isNarrow ? 0 : classes.Length];
        for (var i = 0; i < _entries.Length; i++) _entries[i] = (short)((classes[i] << 8) | (byte)weights[i]);
        var values = new ulong[features.Length];
        var from = 0;
        for (var i = 0; i < features.Length; i++)
        {
            values[i] = counts[i] == 0 ? 0 : _isNarrow ? Packed(classes, weights, from, counts[i])
                : ((ulong)(uint)from << 7) | counts[i];
            from += counts[i];
            var bit = Math.Max(features[i], 1u) >> _filterShift;
            if (values[i] != 0) _filter[bit >> 6] |= 1UL << (int)(bit & 63);
        }

        for (_places = (uint)Math.Max(1 << 12, (long)features.Length * SlotsForTen / 10); ; _places *= 2)
        {
            if (_places > PlacesMax) throw new InvalidDataException("not a model");
            if (Fill(features, values) is not { } slots) continue;
            _slots = slots;
            return;
        }
    }

    public float Scale { get; }

    /// <summary>The slots with all features; null where one stands so far from its place that its low bits could be
    /// taken for another's.</summary>
    private ulong[]? Fill(ReadOnlySpan<uint> features, ReadOnlySpan<ulong> values)
    {
        var far = _places >> (32 - KeyBits);
        var slots = new ulong[_places + far + 4];
        for (var i = 0; i < features.Length; i++)
        {
            if (values[i] == 0) continue;
            var key = Math.Max(features[i], 1u);
            var place = Place(key);
            var slot = place;
            while (slots[slot] != 0) slot++;
            if (slot - place + 1 >= far) return null;
            slots[slot] = (_isNarrow ? (ulong)key << (64 - KeyBits) : (ulong)key << 32) | values[i];
        }

        return slots;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private uint Place(uint key) => (uint)(((ulong)key * _places) >> 32);

    private static ulong Packed(ReadOnlySpan<byte> classes, ReadOnlySpan<sbyte> weights, int from, int count)
    {
        ulong packed = 0;
        for (var i = from; i < from + count; i++) packed |= (ulong)(byte)weights[i] << (classes[i] * 8);
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

    [SkipLocalsInit, MethodImpl(MethodImplOptions.AggressiveOptimization)]
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

            if (Sse.IsSupported)
            {
                for (var i = 0; i < count; i++) Sse.Prefetch0(slots + Place(keys[i]));
            }

            if (_isNarrow) SumNarrow(slots, keys, count, scores);
            else SumWide(slots, keys, count, scores);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private unsafe void SumNarrow(ulong* slots, uint* keys, int count, Span<int> scores)
    {
        var sum = Vector128<short>.Zero;
        for (var i = 0; i < count; i++)
        {
            // an empty slot weighs nothing
            var found = Find(slots + Place(keys[i]), keys[i] & ((1u << KeyBits) - 1), 64 - KeyBits);
            sum += Vector128.WidenLower(Vector128.CreateScalar(found).AsSByte());
        }

        for (var c = 0; c < _classes; c++) scores[c] += sum[c];
    }

    [SkipLocalsInit, MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private unsafe void SumWide(ulong* slots, uint* keys, int count, Span<int> scores)
    {
        var found = stackalloc ulong[Together];
        var hits = 0;
        fixed (short* entries = _entries)
        {
            for (var i = 0; i < count; i++)
            {
                var hit = Find(slots + Place(keys[i]), keys[i], 32);
                if (Sse.IsSupported) Sse.Prefetch0(entries + ((uint)hit >> 7));
                found[hits] = hit;
                hits += hit == 0 ? 0 : 1;
            }

            for (var i = 0; i < hits; i++)
            {
                var entry = entries + ((uint)found[i] >> 7);
                for (var end = entry + (found[i] & 127); entry < end; entry++) scores[*entry >> 8] += (sbyte)*entry;
            }
        }
    }

    /// <summary>The slot of a key at its place or behind it; 0 where there is none. Four slots are looked at together
    /// and without a branch: a wrong guess of the processor costs more than they do.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe ulong Find(ulong* slot, uint key, int shift)
    {
        var four = Vector256.Load(slot);
        var same = Vector256.Equals(four >>> shift, Vector256.Create((ulong)key));
        if (same == Vector256<ulong>.Zero && four.GetElement(3) != 0) return FindBehind(slot + 4, key, shift);
        var hit = four & same;
        var two = hit.GetLower() | hit.GetUpper();
        return two.ToScalar() | two.GetElement(1);
    }

    private static unsafe ulong FindBehind(ulong* slot, uint key, int shift)
    {
        while (*slot != 0 && (uint)(*slot >> shift) != key) slot++;
        return *slot;
    }
}
