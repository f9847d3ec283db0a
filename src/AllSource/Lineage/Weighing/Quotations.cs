using AllSource.Lineage.Reading;

namespace AllSource.Lineage.Weighing;

/// <summary>How a stretch of words stands to the quotation marks around it.</summary>
internal static class Quotations
{
    private const int Ends = 4; // words of a quotation beyond the stretch: its ends may be edited

    /// <summary>
    /// 1 when the stretch is a quotation from mark to mark; less as words of either stand outside the other; 0 when it
    /// is none, or only a piece of one.
    /// </summary>
    public static double Filled(Words words, int first, int end)
    {
        var (from, to) = (first, end);
        while (from < to && !words.Has(from, WordMarks.Quoted)) from++;
        while (to > from && !words.Has(to - 1, WordMarks.Quoted)) to--;
        if (from == to) return 0;
        var (before, after) = (0, 0);
        while (before <= Ends && from - before > 0 && words.Has(from - before - 1, WordMarks.Quoted)) before++;
        while (after <= Ends && to + after < words.Count && words.Has(to + after, WordMarks.Quoted)) after++;
        if (before + after > Ends || 2 * (before + after) > to - from) return 0;
        var beside = from - first + (end - to);
        return Math.Max(0, 1 - ((before + after + (2.0 * beside)) / (to - from + beside)));
    }

    public static bool AreAll(Words words, int first, int end)
    {
        for (var w = first; w < end; w++) if (!words.Has(w, WordMarks.Quoted)) return false;
        return true;
    }
}
