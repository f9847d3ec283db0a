namespace AllSource.Lineage;

/// <summary>
/// A document with its words, and its place in the one order that all results are made in: known times first, earliest first, then by id.
/// </summary>
internal sealed class Prepared(LineageDocument document, Words words)
{
    public LineageDocument Document { get; } = document;

    public Words Words { get; } = words;

    /// <summary>The author as a number, equal for equal names; 0 for nobody known.</summary>
    public int Author { get; set; }

    public static int Compare(LineageDocument x, LineageDocument y)
    {
        var byTime = Earliest(x).CompareTo(Earliest(y));
        return byTime != 0 ? byTime : string.CompareOrdinal(x.Id, y.Id);
    }

    private static DateTime Earliest(LineageDocument document) => document.Published?.Earliest ?? DateTime.MaxValue;
}
