namespace AllSource.Lineage.Alignment;

/// <summary>
/// Joins chains between which the later text has no word of its own while the earlier goes on: the later leaves out
/// what stood there. What the later puts between two chains is an answer, not an edit, and keeps them apart.
/// </summary>
internal static class Elisions
{
    /// <summary>Words of a chain that is joined: shorter ones meet anywhere.</summary>
    private const int EqualMin = 5;

    /// <summary>So many words may be left out for each of those on both sides.</summary>
    private const int LeftOutPerWord = 3;

    /// <summary>Chains of one pair that are looked at. The attack: a text that repeats itself on every diagonal.
    /// </summary>
    private const int ChainsMax = 200;

    /// <summary>The chains, B being the later text's words, each joined with what follows it there.</summary>
    public static IReadOnlyList<List<Run>> Joined(IReadOnlyList<List<Run>> chains)
    {
        if (chains.Count < 2 || chains.Count > ChainsMax) return chains;
        var joined = chains.OrderBy(static c => c[0].B).ThenBy(static c => c[0].A).ThenBy(static c => c[^1].EndB)
            .ThenBy(static c => c[^1].EndA).ToList();
        for (var c = 0; c < joined.Count; c++)
        {
            while (NextOf(joined, c) is var next && next > 0)
            {
                joined[c] = [.. joined[c], .. joined[next]];
                joined.RemoveAt(next);
            }
        }

        return joined;
    }

    /// <summary>Of the chains that begin where this one ends in the later text the nearest in the earlier; -1 for none.
    /// </summary>
    private static int NextOf(List<List<Run>> chains, int at)
    {
        var (last, length) = (chains[at][^1], Equal(chains[at]));
        if (length < EqualMin) return -1;
        var best = -1;
        for (var c = at + 1; c < chains.Count && chains[c][0].B <= last.EndB; c++)
        {
            var (first, leftOut) = (chains[c][0], chains[c][0].A - last.EndA);
            if (first.B != last.EndB || leftOut < 0) continue;
            var equal = Equal(chains[c]);
            if (equal < EqualMin || leftOut > LeftOutPerWord * (length + equal)) continue;
            if (best < 0 || first.A < chains[best][0].A) best = c;
        }

        return best;
    }

    private static int Equal(List<Run> chain)
    {
        var equal = 0;
        foreach (var run in chain) equal += run.Length;
        return equal;
    }
}
