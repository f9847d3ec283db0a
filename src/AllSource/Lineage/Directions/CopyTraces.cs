using System.Globalization;
using System.Runtime.CompilerServices;
using AllSource.Kernel;
using AllSource.Lineage.Alignment;
using AllSource.Lineage.Reading;
using AllSource.Lineage.Weighing;

namespace AllSource.Lineage.Directions;

/// <summary>
/// One trace of copying: log-odds that the first of the two is the copier (negative: the second), and what was seen.
/// </summary>
internal sealed record CopyTrace(double Odds, string What, string Name = "");

/// <summary>
/// The marks that copying leaves in a text, apart from dates: a citation, quotation marks on one side, editor's
/// brackets, marks and spaces
/// that wore off, an excerpt. Each weight is a prior, stated here, in natural log-odds.
/// </summary>
internal static class CopyTraces
{
    private const double CitationOdds = 4;
    private const double AttributionOdds = 4; // "as the Journal reported": outweighs quotation marks on the other side
    private const double QuotedBlockOdds = 4;
    private const double QuotedOdds = 2.2;
    private const double BracketOdds = 2.2;
    private const double EllipsisOdds = 1.8;
    private const double WornOdds = 1.4;
    private const double AnswerOdds = 2.7;
    private const double SignedOdds = 1.6;
    private const double NamingOdds = 1.1;
    private const double SetOffOdds = 1.7;
    private const double InterleavedOdds = .9;
    private const double OpeningOdds = 2.6; // right in 98 of 100 answers under one title
    private const int NearWords = 40;
    private const int OpeningWordsMax = 3;
    private const int OwnWordsMin = 8;
    private const double CoverageOdds = .4; // who adds words of his own has them from who did not: right in 64 %

    /// <summary>The traces in all passages of one pair together.</summary>
    public static List<CopyTrace> Of(
        Prepared x, Prepared y, IReadOnlyList<List<Run>> chains, IReadOnlyList<(TextSpan A, TextSpan B)> spans)
    {
        var traces = new List<CopyTrace>();
        var isOneTitle = x.HasTitleOf(y);
        void Weigh(bool inFirst, bool inSecond, double odds, Func<LineageDocument, LineageDocument, string> what,
            [CallerArgumentExpression(nameof(odds))] string name = "")
        {
            if (inFirst == inSecond) return;
            traces.Add(inFirst ? new(odds, what(x.Document, y.Document), name)
                : new(-odds, what(y.Document, x.Document), name));
        }

        Weigh(Cites(x.Document, y.Document), Cites(y.Document, x.Document), CitationOdds, static (c, o) =>
            $"{c.Id} cites {o.Id}");
        Weigh(
            chains.Any(c => Attributions.Lead(x, c[0].A, c[^1].EndA, y)),
            chains.Any(c => Attributions.Lead(y, c[0].B, c[^1].EndB, x)),
            AttributionOdds, static (c, o) => $"{c.Id} says that it is from the author of {o.Id}");
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

        Weigh(IsAnswer(x.Document, y.Document), IsAnswer(y.Document, x.Document), AnswerOdds, static (c, o) =>
            $"{c.Id} answers under the title of {o.Id}");
        Weigh(
            chains.Any(c => Signs(y, c[0].B, c[^1].EndB) && !Signs(x, c[0].A, c[^1].EndA)),
            chains.Any(c => Signs(x, c[0].A, c[^1].EndA) && !Signs(y, c[0].B, c[^1].EndB)),
            SignedOdds, static (c, o) => $"it holds the name of {o.Id}'s author");
        Weigh(Names(x, y, chains, first: true), Names(y, x, chains, first: false), NamingOdds, static (c, o) =>
            $"{c.Id} names the author of {o.Id} beside it");
        Weigh(IsSetOff(x, y, chains, first: true), IsSetOff(y, x, chains, first: false), SetOffOdds, static (c, o) =>
            $"in {c.Id} it stands by itself, in {o.Id} the paragraph goes on");
        Weigh(
            isOneTitle && chains.Any(c => Opens(x.Words, c[0].A, c[^1].EndA) && c[0].B >= OwnWordsMin),
            isOneTitle && chains.Any(c => Opens(y.Words, c[0].B, c[^1].EndB) && c[0].A >= OwnWordsMin),
            OpeningOdds, static (c, o) => $"under one title {c.Id} begins with it and goes on in a new paragraph");
        Weigh(
            IsInterleaved(chains, static r => r.A, static r => r.EndA, static r => r.B, static r => r.EndB),
            IsInterleaved(chains, static r => r.B, static r => r.EndB, static r => r.A, static r => r.EndA),
            InterleavedOdds, static (c, o) => $"{c.Id} has its own words between what follows in {o.Id}");
        Coverage(x, y, spans.Sum(static s => s.A.Length), spans.Sum(static s => s.B.Length), traces);
        return traces;
    }

    private static void Coverage(Prepared x, Prepared y, int sharedX, int sharedY, List<CopyTrace> traces)
    {
        var shareX = sharedX / (double)Math.Max(1, x.Document.Text.Length);
        var shareY = sharedY / (double)Math.Max(1, y.Document.Text.Length);
        if (Math.Max(shareX, shareY) < .3 || Math.Max(shareX, shareY) < 1.5 * Math.Min(shareX, shareY)) return;
        var (part, whole) = shareX > shareY ? (x, y) : (y, x);
        traces.Add(new(shareX > shareY ? -CoverageOdds : CoverageOdds, string.Create(
            CultureInfo.InvariantCulture,
            $"what both share is {Math.Max(shareX, shareY):P0} of {part.Document.Id} ")
            + string.Create(
                CultureInfo.InvariantCulture, $"and {Math.Min(shareX, shareY):P0} of {whole.Document.Id}"),
            nameof(CoverageOdds)));
    }

    /// <summary>Only its own title is marked as an answer ("Re:").</summary>
    private static bool IsAnswer(LineageDocument one, LineageDocument other) =>
        HasAnswerMark(one.Title) && other.Title is { Length: > 0 } && !HasAnswerMark(other.Title);

    private static bool HasAnswerMark(string? title)
    {
        var bare = title.AsSpan().TrimStart();
        var colon = bare.IndexOf(':');
        return colon is 2 or 3 && (bare[..colon].Equals("re", StringComparison.OrdinalIgnoreCase)
            || bare[..colon].Equals("aw", StringComparison.OrdinalIgnoreCase)
            || bare[..colon].Equals("sv", StringComparison.OrdinalIgnoreCase)
            || bare[..colon].Equals("fw", StringComparison.OrdinalIgnoreCase)
            || bare[..colon].Equals("fwd", StringComparison.OrdinalIgnoreCase));
    }

    private static bool Signs(Prepared one, int first, int end) =>
        one.Document.Author is { Length: > 0 } author && AuthorNames.Of(author).StandsIn(one.Words, first, end);

    private static bool Names(Prepared one, Prepared other, IReadOnlyList<List<Run>> chains, bool first)
    {
        if (other.Document.Author is not { Length: > 0 } author || author == one.Document.Author) return false;
        var names = AuthorNames.Of(author);
        return chains.Any(c =>
        {
            var (from, to) = first ? (c[0].A, c[^1].EndA) : (c[0].B, c[^1].EndB);
            return names.StandsIn(one.Words, from - NearWords, from) || names.StandsIn(one.Words, to, to + NearWords);
        });
    }

    /// <summary>It begins and ends with paragraphs in one, and within a paragraph in the other.</summary>
    private static bool IsSetOff(Prepared one, Prepared other, IReadOnlyList<List<Run>> chains, bool first) =>
        chains.Any(c => first
            ? IsParagraph(one.Words, c[0].A, c[^1].EndA) && !IsParagraph(other.Words, c[0].B, c[^1].EndB)
            : IsParagraph(one.Words, c[0].B, c[^1].EndB) && !IsParagraph(other.Words, c[0].A, c[^1].EndA));

    /// <summary>The text begins with it, and other words follow in a paragraph of their own.</summary>
    private static bool Opens(Words words, int first, int end) =>
        first < OpeningWordsMax && end + OwnWordsMin <= words.Count && words.Has(end, WordMarks.ParagraphStart);

    private static bool IsParagraph(Words words, int first, int end) =>
        (first == 0 || words.Has(first, WordMarks.ParagraphStart))
        && (end == words.Count || words.Has(end, WordMarks.ParagraphStart));

    /// <summary>Passages that follow one another closely on the other side are apart on this one.</summary>
    private static bool IsInterleaved(
        IReadOnlyList<List<Run>> chains, Func<Run, int> start, Func<Run, int> end, Func<Run, int> otherStart,
        Func<Run, int> otherEnd)
    {
        const int Close = 3, Apart = 8;
        if (chains.Count < 2) return false;
        var order = chains.OrderBy(c => otherStart(c[0])).ToArray();
        for (var k = 1; k < order.Length; k++)
        {
            var gap = otherStart(order[k][0]) - otherEnd(order[k - 1][^1]);
            var own = start(order[k][0]) - end(order[k - 1][^1]);
            if (gap is >= 0 and <= Close && own >= Apart) return true;
        }

        return false;
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
