using AllSource.Lineage.Alignment;
using AllSource.Lineage.Reading;

namespace AllSource.Lineage.Weighing;

/// <summary>How a stretch of words stands to the quotation marks around it.</summary>
internal static class Quotations
{
    private const int Ends = 4; // words of a quotation beyond the stretch: its ends may be edited
    private const double EditorWeight = .3;

    /// <summary>
    /// 1 when the stretch is a quotation from mark to mark; less as words of either stand outside the other; 0 when it
    /// is none, or only a piece of one.
    /// </summary>
    public static double Filled(Prepared one, int first, int end)
    {
        var words = one.Words;
        var (from, to) = (first, end);
        while (from < to && !words.Has(from, WordMarks.Quoted)) from++;
        while (to > from && !words.Has(to - 1, WordMarks.Quoted)) to--;
        if (from == to) return 0;
        var (before, after) = (Beyond(one, from - 1, -1), Beyond(one, to, 1));
        if (before + after > Ends || 2 * (before + after) > to - from) return 0;
        var beside = from - first + (end - to);
        return Math.Max(0, 1 - ((before + after + (2.0 * beside)) / (to - from + beside)));
    }

    /// <summary>
    /// Words of the quotation beyond the stretch, one way; those behind an editor's bracket or ellipsis count little,
    /// as the editor owns that they are not the other's.
    /// </summary>
    private static double Beyond(Prepared one, int word, int step)
    {
        var (count, weight) = (0.0, 1.0);
        for (var seen = 0; seen <= 2 * Ends && GoesOn(one, step > 0 ? word : word + 1); seen++, word += step)
        {
            if (one.Words.Has(word, WordMarks.Bracketed | WordMarks.AfterEllipsis)) weight = EditorWeight;
            count += one.Words.Has(word, WordMarks.Bracketed) ? 0 : weight;
        }

        return count;
    }

    /// <summary>
    /// True when a quotation ends with the last words of a chain, B being this text's, and each of its edits is owned
    /// to here by a bracket or an ellipsis.
    /// </summary>
    public static bool EndsOwned(Prepared one, List<Run> chain)
    {
        var words = one.Words;
        var end = chain[^1].EndB;
        if (!words.Has(end - 1, WordMarks.Quoted) || GoesOn(one, end)) return false;
        for (var r = 1; r < chain.Count; r++)
        {
            var isOwned = false;
            for (var w = chain[r - 1].EndB; w <= chain[r].B && !isOwned; w++)
            {
                isOwned = words.Has(w, WordMarks.Bracketed | WordMarks.AfterEllipsis);
            }

            if (!isOwned) return false;
        }

        return true;
    }

    public static bool AreAll(Words words, int first, int end)
    {
        for (var w = first; w < end; w++) if (!words.Has(w, WordMarks.Quoted)) return false;
        return true;
    }

    /// <summary>
    /// True when one quotation holds both this word and the one before it: of two that stand side by side, the marks
    /// lie between.
    /// </summary>
    private static bool GoesOn(Prepared one, int word)
    {
        var words = one.Words;
        if (word <= 0 || word >= words.Count) return false;
        if (!words.Has(word - 1, WordMarks.Quoted) || !words.Has(word, WordMarks.Quoted)) return false;
        return one.Document.Text.AsSpan(words.Ends[word - 1]..words.Starts[word]).IndexOfAny("\"“”„«»") < 0;
    }
}
