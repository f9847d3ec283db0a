using System.Collections.Immutable;
using AllSource.Kernel.Pages;
using AllSource.Release;

namespace AllSource.Briefs;

/// <summary>
/// How high a page's content will stand on paper, in millimetres, from its counts of characters and the print sizes of
/// <c>page.css</c>. An estimate on the safe side for Letter, the shorter of the two sheets; what does not fit is left
/// to the desk's record.
/// </summary>
internal static class SheetHeight
{
    /// <summary>Letter (279.4 mm) less the margins, header and footer.</summary>
    public const double RoomMm = 250;

    private const double LineMm = 3.7;

    /// <summary>
    /// The content with lines of the ledger, descriptors, origins and sentences taken from the end until it fits.
    /// </summary>
    public static PageContent Fitted(PageContent content)
    {
        foreach (var shorter in (ReadOnlySpan<Func<PageContent, PageContent?>>)
        [
            c => c.Sources.Length > 5 ? c with { Sources = c.Sources[..^1] } : null,
            c => c.Ledger.Length > 6 ? c with { Ledger = Fewer(c.Ledger, e => e.Row) } : null,
            c => c.Origins.Length > 10 ? c with { Origins = Fewer(c.Origins, o => o.Row) } : null,
            c => c.WouldChange.Length > 2 ? c with { WouldChange = c.WouldChange[..^1] } : null,
            c => c.Gaps.Length > 2 ? c with { Gaps = c.Gaps[..^1] } : null,
            c => c.Changed.Length > 2 ? c with { Changed = c.Changed[..^1] } : null,
            c => c.Views.Length > 2 ? c with { Views = c.Views[..^1] } : null,
            c => c.Origins.Length > 6 ? c with { Origins = Fewer(c.Origins, o => o.Row) } : null,
            c => c.Ledger.Length > 3 ? c with { Ledger = Fewer(c.Ledger, e => e.Row) } : null,
            c => c.Sources.Length > 1 ? c with { Sources = c.Sources[..^1] } : null,
            c => c.Changed.Length > 0 ? c with { Changed = c.Changed[..^1] } : null,
        ])
        {
            while (Of(content) > RoomMm && shorter(content) is { } less) content = less;
        }

        return content;
    }

    public static double Of(PageContent c) =>
        13 + Judgments(c) + Section(c.Rows.Sum(r => (Lines(r.Statement, 88, 130) * LineMm) + 1.1), 7)
        + Section(c.Origins.Length * 3.6, 5) + Section(c.Ledger.Sum(Entry), 4)
        + Math.Max(Section(c.WouldChange.Sum(Sentence), 0), Section(c.Gaps.Sum(Sentence), 0))
        + Math.Max(Section(c.Changed.Sum(Sentence), 0), Section(c.Views.Sum(Sentence), 0))
        + Section(c.Sources.Length == 0 ? 0 : Lines(string.Join(' ', c.Sources.Select(s => s.Text)), 140) * 3.5, 0);

    private static double Judgments(PageContent c) => Section(c.Judgments.Sum(j =>
    {
        var isLead = j.Number == 1;
        var confidence = 120 + Wording.Reasons(j, c.Judgments[0]).Sum(r => Math.Min(r.Length, 190) + 1);
        return (Lines(j.Statement, isLead ? 66 : 84) * (isLead ? 5.1
            : 4.3)) + (((confidence + 104) / 105) * LineMm) + 2.7;
    }), 0);

    /// <summary>The section that has most of them loses its last; the last section first where all are alike.</summary>
    private static ImmutableArray<T> Fewer<T>(ImmutableArray<T> items, Func<T, int> row)
    {
        var fullest = items.GroupBy(row).OrderByDescending(g => g.Count()).ThenByDescending(g => g.Key).First();
        return items.RemoveAt(items.LastIndexOf(fullest.Last()));
    }

    private static double Entry(ReleasedLedgerEntry e) =>
        (Math.Max(Lines(e.Who, 28), Lines($"{Wording.Verb(e)} {e.Words}", 64, 126)) * LineMm) + .7;

    private static double Sentence(ReleasedSentence s) => (Lines($"{s.Text} {s.Remedy}", 64, 380) * LineMm) + .4;

    private static double Section(double content, double heads) => content == 0 ? 0 : content + heads + 6;

    private static int Lines(string text, int characters, int shortenedTo = int.MaxValue) =>
        Math.Max(1, (Math.Min(text.Length, shortenedTo) + characters - 1) / characters);
}
