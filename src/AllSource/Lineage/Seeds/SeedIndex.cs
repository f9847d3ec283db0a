using System.Runtime.CompilerServices;

namespace AllSource.Lineage.Seeds;

/// <summary>
/// From seeds to the places where they stand. Parts by the highest bits of the key, so that threads can fill it without
/// locks and it grows by small steps. What it holds depends on the documents in it alone.
/// </summary>
internal sealed class SeedIndex
{
    private const int PartBits = 7;

    private readonly SeedPart[] _parts;

    public SeedIndex(HeldDocuments documents)
    {
        _parts = new SeedPart[1 << PartBits];
        for (var part = 0; part < _parts.Length; part++) _parts[part] = new(documents);
    }

    /// <summary>Different seeds that stand anywhere.</summary>
    public long Count => _parts.Sum(static p => (long)p.Count);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Prefetch(uint key) => PartOf(key).Prefetch(key);

    /// <summary>As <see cref="SeedPart.Find"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<Place> Find(uint key, out int count, out bool isRepeated) =>
        PartOf(key).Find(key, out count, out isRepeated);

    /// <summary>
    /// Adds a document's seeds; with a share, only those of the parts that are this share's.
    /// </summary>
    public void Add(int document, ReadOnlySpan<Seed> seeds, int share = 0, int shares = 1)
    {
        const int Ahead = 16;
        for (var s = 0; s < seeds.Length; s++)
        {
            if (s + Ahead < seeds.Length && IsOf(seeds[s + Ahead].Key, share, shares)) Prefetch(seeds[s + Ahead].Key);
            if (IsOf(seeds[s].Key, share, shares)) PartOf(seeds[s].Key).Add(seeds[s].Key, new(document, seeds[s]));
        }
    }

    public void Remove(int document, ReadOnlySpan<Seed> seeds)
    {
        foreach (ref readonly var seed in seeds) PartOf(seed.Key).Remove(seed.Key, document);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsOf(uint key, int share, int shares) =>
        shares == 1 || (int)(key >> (32 - PartBits)) % shares == share;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private SeedPart PartOf(uint key) => _parts[key >> (32 - PartBits)];
}
