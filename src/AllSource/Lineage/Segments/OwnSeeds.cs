using AllSource.Lineage.Seeds;

namespace AllSource.Lineage.Segments;

/// <summary>
/// The seeds of one report as the index takes them: up to <see cref="SearchRules.PlacesInReportMax"/> places of a key,
/// grouped by key.
/// </summary>
internal sealed class OwnSeeds
{
    private OwnSeeds(Seed[] kept, SeedPlace[] places, OwnKey[] keys)
    {
        Kept = kept;
        Places = places;
        Keys = keys;
    }

    /// <summary>The seeds, grouped by key; of one key ascending by word.</summary>
    public Seed[] Kept { get; }

    /// <summary>The same seeds as the index holds them.</summary>
    public SeedPlace[] Places { get; }

    /// <summary>The different keys, ascending by seed key.</summary>
    public OwnKey[] Keys { get; }

    public static OwnSeeds Of(ReadOnlySpan<Seed> picked, DeskSeal seal)
    {
        var order = new ulong[picked.Length];
        for (var s = 0; s < picked.Length; s++) order[s] = ((ulong)picked[s].Key << 32) | (uint)s;
        Array.Sort(order);
        var kept = new List<Seed>(picked.Length);
        var keys = new List<OwnKey>(picked.Length);
        for (int i = 0, end; i < order.Length; i = end)
        {
            for (end = i + 1; end < order.Length && order[end] >> 32 == order[i] >> 32; end++)
            {
            }

            var first = kept.Count;
            for (var p = i; p < Math.Min(end,
                i + SearchRules.PlacesInReportMax); p++) kept.Add(picked[(int)(uint)order[p]]);
            keys.Add(new((uint)(order[i] >> 32), first, kept.Count - first));
        }

        var places = new SeedPlace[kept.Count];
        foreach (var key in keys)
        {
            var sealedKey = seal.GramOf(key.Key);
            for (var p = key.First; p < key.End; p++) places[p] = new(sealedKey, SeedContext.Of(kept[p]));
        }

        return new([.. kept], places, [.. keys]);
    }
}

/// <summary>One key of a report and its places among <see cref="OwnSeeds.Kept"/>.</summary>
internal readonly record struct OwnKey(uint Key, int First, int Count)
{
    public int End => First + Count;
}
