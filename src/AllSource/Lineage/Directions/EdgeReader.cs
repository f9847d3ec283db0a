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
        if (IsQuoted(x, chain[0].A, chain[^1].EndA, inX) != IsQuoted(y, chain[0].B, chain[^1].EndB, inY))
        {
            var quoting = IsQuoted(x, chain[0].A, chain[^1].EndA, inX) ? x : y;
            return (EdgeKind.Quotation, $"{quoting.Document.Id} has it as a quotation");
        }

        var isCopied = Math.Max(shareX, shareY) >= CoveredMin
            && Math.Max(inX.Length, inY.Length) >= CopiedCharactersMin;
        if (!isCopied) return (EdgeKind.Excerpt, "");
        var share = string.Create(CultureInfo.InvariantCulture,
            $"{100 * Math.Max(shareX, shareY):F0} % of {(shareX >= shareY ? x : y).Document.Id} stands in the other");
        if (Marked(x, y, ReleaseMarks) is { } release) return (EdgeKind.ReleaseCopy, $"{share}; \u201c{release}\u201d");
        return Marked(x, y, Agencies) is { } agency
            ? (EdgeKind.WireCopy, $"{share}; \u201c{agency}\u201d")
            : (EdgeKind.Copy, share);
    }

    private static bool IsQuoted(Prepared one, int first, int end, TextSpan span)
    {
        if (one.Document.Quoted.Any(q => q.OverlapWith(span) * 2 > span.Length)) return true;
        var quoted = 0;
        for (var w = first; w < end; w++) if (one.Words.Has(w, WordMarks.Quoted)) quoted++;
        return quoted >= QuotedMin * (end - first);
    }

    /// <summary>The first of these marks in the head or the tail of one of the texts.</summary>
    private static string? Marked(Prepared x, Prepared y, string[] marks) =>
        Array.Find(marks, m => IsIn(x.Document.Text, m) || IsIn(y.Document.Text, m));

    private static bool IsIn(string text, string mark)
    {
        var ends = Math.Min(HeadCharacters, text.Length);
        return text.AsSpan(0, ends).Contains(mark, StringComparison.OrdinalIgnoreCase)
            || text.AsSpan(text.Length - ends).Contains(mark, StringComparison.OrdinalIgnoreCase);
    }
}
