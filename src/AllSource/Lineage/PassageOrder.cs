using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace AllSource.Lineage;

/// <summary>The one order in which passages are given: by ids, then spans.</summary>
internal static class PassageOrder
{
    /// <summary>Below this many passages numbering the ids costs more than it saves.</summary>
    private const int NumberedMin = 256;

    public static ImmutableArray<Passage> Ordered(List<Passage> found)
    {
        if (found.Count == 0) return [];
        var passages = found.ToArray();
        if (passages.Length < NumberedMin) Array.Sort(passages, Compare);
        else SortNumbered(passages);
        return ImmutableCollectionsMarshal.AsImmutableArray(passages);
    }

    /// <summary>Ids are put in order once, each instead of each passage's, and passages by their numbers.</summary>
    private static void SortNumbered(Passage[] passages)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var passage in passages)
        {
            numbers.TryAdd(passage.A, 0);
            numbers.TryAdd(passage.B, 0);
        }

        string[] ids = [.. numbers.Keys];
        Array.Sort(ids, StringComparer.Ordinal);
        for (var n = 0; n < ids.Length; n++) numbers[ids[n]] = n;
        var keys = new ulong[passages.Length];
        for (var p = 0; p < keys.Length; p++)
        {
            keys[p] = ((ulong)(uint)numbers[passages[p].A] << 32) | (uint)numbers[passages[p].B];
        }

        Array.Sort(keys, passages);
        for (int from = 0, end; from < keys.Length; from = end)
        {
            for (end = from + 1; end < keys.Length && keys[end] == keys[from]; end++)
            {
            }

            if (end - from > 1) Array.Sort(passages, from, end - from, Comparer<Passage>.Create(Compare));
        }
    }

    private static int Compare(Passage x, Passage y)
    {
        var by = string.CompareOrdinal(x.A, y.A);
        if (by == 0) by = string.CompareOrdinal(x.B, y.B);
        if (by == 0) by = x.ASpan.CompareTo(y.ASpan);
        return by != 0 ? by : x.BSpan.CompareTo(y.BSpan);
    }
}
