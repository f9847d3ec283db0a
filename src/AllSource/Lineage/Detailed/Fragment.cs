namespace AllSource.Lineage.Detailed;

/// <summary>
/// Sentences A.. to LastA of one text that go with sentences B.. to LastB of the other, and the alike pairs in them.
/// </summary>
internal sealed record Fragment(int A, int LastA, int B, int LastB, SentencePair[] Pairs)
{
    public static Fragment Of(SentencePair[] pairs) => new(
        pairs.Min(static p => p.A), pairs.Max(static p => p.A), pairs.Min(static p => p.B),
            pairs.Max(static p => p.B), pairs);
}

/// <summary>Groups alike sentences into fragments: neighbours within a gap of sentences, on both sides.</summary>
internal static class Clusters
{
    public static List<Fragment> Of(SentencePair[] pairs, int gapA, int gapB)
    {
        var done = new List<Fragment>();
        Split(pairs, gapA, gapB, byA: true, wasWhole: false, done);
        return done;
    }

    private static void Split(SentencePair[] pairs, int gapA, int gapB, bool byA, bool wasWhole, List<Fragment> done)
    {
        if (pairs.Length == 0) return;
        Array.Sort(pairs, byA
            ? static (x, y) => x.A != y.A ? x.A.CompareTo(y.A) : x.B.CompareTo(y.B)
            : static (x, y) => x.B != y.B ? x.B.CompareTo(y.B) : x.A.CompareTo(y.A));
        var gap = byA ? gapA : gapB;
        var from = 0;
        for (var p = 1; p <= pairs.Length; p++)
        {
            if (p < pairs.Length
                && (byA ? pairs[p].A - pairs[p - 1].A : pairs[p].B - pairs[p - 1].B) - 1 <= gap) continue;
            var isWhole = from == 0 && p == pairs.Length;
            if (isWhole && wasWhole)
            {
                done.Add(Fragment.Of(pairs));
                return;
            }

            Split(pairs[from..p], gapA, gapB, !byA, isWhole, done);
            from = p;
        }
    }
}
