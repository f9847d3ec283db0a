using System.Globalization;
using AllSource.Kernel;
using AllSource.Lineage.Alignment;
using AllSource.Lineage.Reading;

namespace AllSource.Lineage.Directions;

/// <summary>Tells quotations, wire copies, copies of press releases and plain copies apart.</summary>
internal static class EdgeReader
{
    private const double QuotedMin = .8;
    private const double CoveredMin = .5;
    private const int CopiedCharactersMin = 300;
    private const int HeadCharacters = 160;

    private static readonly string[] Agencies =
        ["(Reuters)", "(AP)", "(AFP)", "(UPI)", "(dpa)", "(Xinhua)", "Associated Press", "Agence France-Presse",
        "United Press International"];

    private static readonly string[] ReleaseMarks =
        ["FOR IMMEDIATE RELEASE", "PRESS RELEASE", "NEWS RELEASE", "MEDIA RELEASE", "PRESS STATEMENT", "- more -"];

    /// <summary>The kind of the edge between two texts by one of their passages, and why.</summary>
    public static (EdgeKind Kind, string Why) Of(
        Prepared x, Prepared y, List<Run> chain, TextSpan inX, TextSpan inY, double shareX, double shareY)
    {
        var isQuotedInX = IsQuoted(x, chain[0].A, chain[^1].EndA, inX);
        if (isQuotedInX != IsQuoted(y, chain[0].B, chain[^1].EndB, inY))
        {
            return (EdgeKind.Quotation, $"{(isQuotedInX ? x : y).Document.Id} has it as a quotation");
        }

        var isCopied = Math.Max(shareX, shareY) >= CoveredMin
            && Math.Max(inX.Length, inY.Length) >= CopiedCharactersMin;
        if (!isCopied) return (EdgeKind.Excerpt, "");
        var share = string.Create(CultureInfo.InvariantCulture,
            $"{100 * Math.Max(shareX, shareY):F0} % of {(shareX >= shareY ? x : y).Document.Id} stands in the other");
        var release = Math.Min(x.ReleaseMark, y.ReleaseMark);
        if (release < ReleaseMarks.Length)
        {
            return (EdgeKind.ReleaseCopy, $"{share}; \u201c{ReleaseMarks[release]}\u201d");
        }

        var agency = Math.Min(x.AgencyMark, y.AgencyMark);
        return agency < Agencies.Length
            ? (EdgeKind.WireCopy, $"{share}; \u201c{Agencies[agency]}\u201d")
            : (EdgeKind.Copy, share);
    }

    /// <summary>Which of the marks of a press release, the first of them, a text's head or tail has; their number for
    /// none.</summary>
    public static int ReleaseMarkOf(string text) => FirstIn(text, ReleaseMarks);

    /// <summary>The same of the names of agencies.</summary>
    public static int AgencyMarkOf(string text) => FirstIn(text, Agencies);

    private static bool IsQuoted(Prepared one, int first, int end, TextSpan span)
    {
        foreach (var q in one.Document.Quoted) if (q.OverlapWith(span) * 2 > span.Length) return true;
        var quoted = 0;
        foreach (var marks in one.Words.Marks[first..end]) if ((marks & WordMarks.Quoted) != 0) quoted++;
        return quoted >= QuotedMin * (end - first);
    }

    private static int FirstIn(string text, string[] marks)
    {
        var ends = Math.Min(HeadCharacters, text.Length);
        var head = text.AsSpan(0, ends);
        var tail = text.AsSpan(text.Length - ends);
        for (var m = 0; m < marks.Length; m++)
        {
            if (head.Contains(marks[m], StringComparison.OrdinalIgnoreCase)
                || tail.Contains(marks[m], StringComparison.OrdinalIgnoreCase)) return m;
        }

        return marks.Length;
    }
}
