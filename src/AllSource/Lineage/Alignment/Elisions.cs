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

    /// <summary>
    /// Words that both chains have in the later text: what follows may begin with the word with which what is left out
    /// began.
    /// </summary>
    private const int SharedMax = 3;

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
                joined[c] = [.. joined[c], .. From(joined[next], joined[c][^1].EndB)];
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
            var (first, shared) = (chains[c][0], last.EndB - chains[c][0].B);
            var leftOut = first.A + shared - last.EndA;
            if (shared > SharedMax || shared >= first.Length || leftOut < 0) continue;
            var equal = Equal(chains[c]) - shared;
            if (equal < EqualMin || leftOut > LeftOutPerWord * (length + equal)) continue;
            if (best < 0 || first.A < chains[best][0].A) best = c;
        }

        return best;
    }

    /// <summary>A chain from this word of the later text on, which lies in its first run.</summary>
    private static IEnumerable<Run> From(List<Run> chain, int word)
    {
        var (first, shared) = (chain[0], word - chain[0].B);
        return chain.Skip(1).Prepend(new(first.A + shared, word, first.Length - shared));
    }

    private static int Equal(List<Run> chain)
    {
        var equal = 0;
        foreach (var run in chain) equal += run.Length;
        return equal;
    }
}
