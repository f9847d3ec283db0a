namespace AllSource.Language;

/// <summary>
/// Which quotation each token stands in: curly, straight, guillemets, single marks outside double ones. A quotation
/// that is not closed in
/// its paragraph runs to the paragraph's end, as printers have it when the next paragraph opens with a mark again.
/// Nested
/// quotations belong to the outer one.
/// </summary>
internal sealed class QuotationMarks
{
    /// <summary>A single mark is an apostrophe unless its partner stands within so many tokens: no search over a whole
    /// megabyte.</summary>
    private const int SingleTokensMax = 120;

    private QuotationMarks(int[] of, List<int> first, List<int> end) => (Of, First, End) = (of, [.. first], [.. end]);

    /// <summary>The quotation's number, its marks included; -1 outside.</summary>
    public int[] Of { get; }

    /// <summary>Quotation q covers the tokens [First[q], End[q]), marks included.</summary>
    public int[] First { get; }

    public int[] End { get; }

    public static QuotationMarks Read(TokenisedText text)
    {
        var of = new int[text.Count];
        Array.Fill(of, -1);
        List<int> first = [], end = [];
        for (var p = 0; p < text.ParagraphCount; p++)
        {
            var (from, to) = (text.ParagraphStart[p], text.ParagraphStart[p + 1]);
            var open = -1;
            var single = false;
            for (var i = from; i < to; i++)
            {
                var kind = open >= 0 && single ? SingleClose(text, i) : Kind(text, i, open >= 0);
                if (open < 0 && kind == 0 && SingleOpens(text, i, to)) (open, single) = (i, true);
                else if (open < 0 && kind == 1) (open, single) = (i, false);
                else if (open >= 0 && kind == 1)
                {
                    Close(of, first, end, open, i);
                    (open, single) = (i, false);
                }
                else if (open >= 0 && kind == 2)
                {
                    Close(of, first, end, open, i + 1);
                    open = -1;
                }
            }

            if (open >= 0) Close(of, first, end, open, to);
        }

        return new QuotationMarks(of, first, end);
    }

    private static void Close(int[] of, List<int> first, List<int> end, int open, int stop)
    {
        for (var i = open; i < stop; i++) of[i] = first.Count;
        first.Add(open);
        end.Add(stop);
    }

    /// <summary>1 opens, 2 closes, 0 is no double mark.</summary>
    private static int Kind(TokenisedText text, int i, bool open)
    {
        switch (text.Form[i])
        {
            case "“" or "„" or "«" or "``":
                return 1;
            case "”" or "»":
                return open ? 2 : 0;
            case "\"" or "''": // some wires write two apostrophes on both sides
                var spaceAfter = i + 1 >= text.Count || text.SpaceBefore(i + 1);
                if (!open) return text.SpaceBefore(i) || !spaceAfter ? 1 : 0;
                return text.SpaceBefore(i) && !spaceAfter ? 1 : 2;
            default:
                return 0;
        }
    }

    private static bool SingleOpens(TokenisedText text, int i, int to)
    {
        if (text.Form[i] is not ("‘" or "'" or "`") || i + 1 >= to || text.SpaceBefore(i + 1)) return false;
        if (text.Form[i] == "'" && !text.SpaceBefore(i)) return false;
        for (var k = i + 2; k < Math.Min(to, i + SingleTokensMax); k++)
        {
            if (SingleClose(text, k) == 2) return true;
        }

        return false;
    }

    /// <summary>A closing single mark stands at a word's or a stop's end; "officials' " looks the same and is taken for
    /// one.</summary>
    private static int SingleClose(TokenisedText text, int i) =>
        text.Form[i] is "’" or "'" && !text.SpaceBefore(i) && (i + 1 >= text.Count || text.SpaceBefore(i + 1)
            || !char.IsLetterOrDigit(text.Form[i + 1][0])) ? 2 : 0;
}
