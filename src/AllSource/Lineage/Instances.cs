namespace AllSource.Lineage;

/// <summary>
/// Documents of the same words become one node with instances: the first in order stands for all, beside the next few,
/// so that a pair of
/// copies is still compared with everything; the rest are told as copies of the first alone.
/// </summary>
internal sealed record Instances(Prepared[] Kept, List<(Prepared Instance, Prepared First)> Collapsed)
{
    /// <summary>
    /// Copies of one text that are compared with all others. The attack: a hundred thousand identical reports.
    /// </summary>
    private const int ComparedMax = 4;

    public static Instances Collapse(Prepared[] all)
    {
        var firsts = new Dictionary<ulong, (Prepared First, int Count)>();
        var kept = new List<Prepared>(all.Length);
        var collapsed = new List<(Prepared, Prepared)>();
        foreach (var one in all)
        {
            var key = KeyOf(one.Words);
            if (one.Words.Count < SeedPicker.GramWords || !firsts.TryGetValue(key, out var there))
            {
                firsts[key] = (one, 1);
                kept.Add(one);
            }
            else if (there.Count < ComparedMax || !one.Words.Codes.AsSpan().SequenceEqual(there.First.Words.Codes))
            {
                firsts[key] = (there.First, there.Count + 1);
                kept.Add(one);
            }
            else
            {
                collapsed.Add((one, there.First));
            }
        }

        return new([.. kept], collapsed);
    }

    private static ulong KeyOf(Words words)
    {
        var hash = (ulong)words.Count;
        foreach (var code in words.Codes) hash = (hash ^ code) * 0x9FB21C651E98DF25UL;
        return hash ^ (hash >> 31);
    }
}
