using System.Globalization;
using AllSource.Kernel;

namespace AllSource.Lineage;

/// <summary>
/// One trace of copying: log-odds that the first of the two is the copier (negative: the second), and what was seen.
/// </summary>
internal sealed record CopyTrace(double Odds, string What);

/// <summary>
/// The marks that copying leaves in a text, apart from dates: a citation, quotation marks on one side, editor's
/// brackets, marks and spaces
/// that wore off, an excerpt. Each weight is a prior, stated here, in natural log-odds.
/// </summary>
internal static class CopyTraces
{
    private const double CitationOdds = 4;
    private const double QuotedBlockOdds = 4;
    private const double QuotedOdds = 2.2;
    private const double BracketOdds = 2.2;
    private const double EllipsisOdds = 1.2;
    private const double WornOdds = 1.4;
    private const double ExcerptOdds = .9;
    private const double CoverageOdds = .4; // asymmetry of coverage alone is right in about 60 %

    /// <summary>The traces in all passages of one pair together.</summary>
    public static List<CopyTrace> Of(
        Prepared x, Prepared y, IReadOnlyList<List<Run>> chains, IReadOnlyList<(TextSpan A, TextSpan B)> spans)
    {
        var traces = new List<CopyTrace>();
        void Weigh(bool inFirst, bool inSecond, double odds, Func<LineageDocument, LineageDocument, string> what)
        {
            if (inFirst == inSecond) return;
            traces.Add(inFirst ? new(odds, what(x.Document, y.Document)) : new(-odds, what(y.Document, x.Document)));
        }

        Weigh(Cites(x.Document, y.Document), Cites(y.Document, x.Document), CitationOdds, static (c, o) =>
            $"{c.Id} cites {o.Id}");
        Weigh(
            spans.Any(s => IsMarkedAsForeign(x.Document, s.A)), spans.Any(s => IsMarkedAsForeign(y.Document, s.B)),
                QuotedBlockOdds,
            static (c, o) => $"{c.Id} marks the passage as somebody else's");
        Weigh(
            chains.Any(c => All(x.Words, c[0].A, c[^1].EndA, WordMarks.Quoted)
                && !Any(y.Words, c[0].B, c[^1].EndB, WordMarks.Quoted)),
            chains.Any(c => All(y.Words, c[0].B, c[^1].EndB, WordMarks.Quoted)
                && !Any(x.Words, c[0].A, c[^1].EndA, WordMarks.Quoted)),
            QuotedOdds, static (c, o) => $"in {c.Id} it stands in quotation marks, in {o.Id} it does not");
        Weigh(
            chains.Any(c => Any(x.Words, c[0].A, c[^1].EndA, WordMarks.Bracketed)),
            chains.Any(c => Any(y.Words, c[0].B, c[^1].EndB, WordMarks.Bracketed)),
            BracketOdds, static (c, o) => $"{c.Id} has an editor's square brackets where {o.Id} has none");
        Weigh(
            chains.Any(c => Any(x.Words, c[0].A + 1, c[^1].EndA, WordMarks.AfterEllipsis)),
            chains.Any(c => Any(y.Words, c[0].B + 1, c[^1].EndB, WordMarks.AfterEllipsis)),
            EllipsisOdds, static (c, o) => $"{c.Id} leaves words out with an ellipsis");
        var worn = Wear.Between(x.Document.Text, [.. spans.Select(static s => s.A)], y.Document.Text,
            [.. spans.Select(static s => s.B)]);
        if (worn.Kinds != 0)
        {
            var wearer = worn.Kinds > 0 ? x.Document.Id : y.Document.Id;
            traces.Add(new(WornOdds * worn.Kinds, $"typography wore off in {wearer}: {worn.What}"));
        }

        Coverage(x, y, spans.Sum(static s => s.A.Length), spans.Sum(static s => s.B.Length), traces);
        return traces;
    }

    private static void Coverage(Prepared x, Prepared y, int sharedX, int sharedY, List<CopyTrace> traces)
    {
        var shareX = sharedX / (double)Math.Max(1, x.Document.Text.Length);
        var shareY = sharedY / (double)Math.Max(1, y.Document.Text.Length);
        if (Math.Max(shareX, shareY) < .3 || Math.Max(shareX, shareY) < 1.5 * Math.Min(shareX, shareY)) return;
        var (part, whole) = shareX > shareY ? (x, y) : (y, x);
        var isExcerpt = Math.Max(shareX, shareY) > .6 && whole.Words.Count > 1.8 * part.Words.Count;
        var odds = isExcerpt ? ExcerptOdds : CoverageOdds;
        traces.Add(new(shareX > shareY ? odds : -odds, string.Create(
            CultureInfo.InvariantCulture,
            $"what both share is {Math.Max(shareX, shareY):P0} of {part.Document.Id} ")
            + string.Create(
                CultureInfo.InvariantCulture, $"and {Math.Min(shareX, shareY):P0} of {whole.Document.Id}")));
    }

    private static bool Cites(LineageDocument citing, LineageDocument cited) =>
        !citing.Cites.IsDefaultOrEmpty
            && cited.Ids.Any(id => citing.Cites.Contains(id, StringComparer.OrdinalIgnoreCase));

    private static bool IsMarkedAsForeign(LineageDocument document, TextSpan passage) =>
        document.Quoted.Any(q => q.OverlapWith(passage) * 2 > passage.Length);

    private static bool All(Words words, int from, int to, WordMarks mark)
    {
        for (var w = from; w < to; w++) if (!words.Has(w, mark)) return false;
        return true;
    }

    private static bool Any(Words words, int from, int to, WordMarks mark)
    {
        for (var w = from; w < to; w++) if (words.Has(w, mark)) return true;
        return false;
    }
}
