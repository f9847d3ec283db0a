using AllSource.Kernel;
using AllSource.Lineage.Reading;
using AllSource.Lineage.Seeds;

namespace AllSource.Lineage.Segments;

/// <summary>
/// The rules of the search in memory that the index on disk must follow to find the same. A test compares the two.
/// </summary>
internal static class SearchRules
{
    /// <summary>
    /// A seed of more places than this is followed to its first <see cref="AnchorsMax"/> places only.
    /// </summary>
    public const int PlacesMax = 24;
    public const int AnchorsMax = 4;

    /// <summary>Places of one seed kept for one report. The attack: one word a million times.</summary>
    public const int PlacesInReportMax = 4;

    /// <summary>A seed that one author repeats in so many reports is a signature or another fixed part.</summary>
    public const int BoilerplateReports = 3;

    /// <summary>Hits of fixed parts alone are passed over up to this number.</summary>
    public const int FixedPartSeedsMax = 30;

    /// <summary>
    /// Copies of one text that are compared with all others; the rest are told as copies of the first.
    /// </summary>
    public const int ComparedMax = 4;

    /// <summary>Two hits so near each other, and so little shifted, speak for each other.</summary>
    public const int NearWords = 12;
    public const int DriftMax = 6;

    /// <summary>The same for the same words in the same order; 0 for a text too short to have a seed.</summary>
    public static ulong InstanceOf(Words words)
    {
        if (words.Count < SeedPicker.GramWords) return 0;
        var hash = (ulong)words.Count;
        foreach (var code in words.Codes) hash = (hash ^ code) * 0x9FB21C651E98DF25UL;
        return Math.Max(1, hash ^ (hash >> 31));
    }

    public static long TimeOf(LineageDocument report) => (report.Published?.Earliest ?? DateTime.MaxValue).Ticks;

    /// <summary>The order of all results: by ids, then spans.</summary>
    public static int Compare(Passage x, Passage y)
    {
        var by = string.CompareOrdinal(x.A, y.A);
        if (by == 0) by = string.CompareOrdinal(x.B, y.B);
        if (by == 0) by = x.ASpan.CompareTo(y.ASpan);
        return by != 0 ? by : x.BSpan.CompareTo(y.BSpan);
    }
}
