namespace AllSource.Lineage.Seeds;

/// <summary>
/// A seed of one document found again in another. <paramref name="Places"/> is how many places the seed has in all.
/// </summary>
internal readonly record struct SeedHit(int Document, int Word, int OwnWord, int Places, bool IsBoilerplate)
{
    /// <summary>Of hits that ascend by own word those with it in [first, end).</summary>
    public static ReadOnlySpan<SeedHit> Within(ReadOnlySpan<SeedHit> hits, int first, int end)
    {
        var from = FirstNotBelow(hits, first);
        return hits[from..(from + FirstNotBelow(hits[from..], end))];
    }

    private static int FirstNotBelow(ReadOnlySpan<SeedHit> hits, int word)
    {
        var (from, to) = (0, hits.Length);
        while (from < to)
        {
            var middle = (from + to) >>> 1;
            if (hits[middle].OwnWord < word) from = middle + 1;
            else to = middle;
        }

        return from;
    }
}
