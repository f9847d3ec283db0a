using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace AllSource.Lineage;

/// <summary>The one order in which passages are given: by ids, then spans.</summary>
internal static class PassageOrder
{
    public static ImmutableArray<Passage> Ordered(List<Passage> found)
    {
        if (found.Count == 0) return [];
        found.Sort(static (x, y) =>
        {
            var by = string.CompareOrdinal(x.A, y.A);
            if (by == 0) by = string.CompareOrdinal(x.B, y.B);
            if (by == 0) by = x.ASpan.CompareTo(y.ASpan);
            return by != 0 ? by : x.BSpan.CompareTo(y.BSpan);
        });
        return ImmutableCollectionsMarshal.AsImmutableArray(found.ToArray());
    }
}
