using System.Collections.Immutable;
using AllSource.Release;

namespace AllSource.Briefs;

/// <summary>
/// What of a released brief fits on one printed page (A4 and Letter): the leading judgments and rows, and of the ledger
/// first what is disputed. The rest of what was released stands in the desk's record.
/// </summary>
internal sealed record PageContent(
    ImmutableArray<ReleasedJudgment> Judgments,
    ImmutableArray<ReleasedRow> Rows,
    ImmutableArray<ReleasedOrigin> Origins,
    ImmutableArray<ReleasedLedgerEntry> Ledger,
    ImmutableArray<ReleasedSentence> WouldChange,
    ImmutableArray<ReleasedSentence> Gaps,
    ImmutableArray<ReleasedSentence> Sources,
    ImmutableArray<ReleasedSentence> Changed,
    ImmutableArray<ReleasedSentence> Views)
{
    /// <summary>All origins that were released, by row: what the picture leaves out is said in it.</summary>
    private ILookup<int, ReleasedOrigin> Released { get; init; } = Array.Empty<ReleasedOrigin>().ToLookup(o => o.Row);

    /// <summary>How many origins of a row stand not in the picture.</summary>
    public int HiddenOrigins(int row) => Released[row].Count() - Origins.Count(o => o.Row == row);

    /// <summary>How many rows that were released have no room.</summary>
    public int HiddenRows { get; private init; }

    public static PageContent Of(ReleasedBrief brief, PageLimits limits)
    {
        ImmutableArray<ReleasedRow> rows = [.. brief.Rows.Take(limits.Rows)];
        var shown = rows.Select(r => r.Number).ToHashSet();
        return new(
            [.. brief.Judgments.Take(limits.Judgments)],
            rows,
            Spread(brief.Origins.Where(o => shown.Contains(o.Row)), o => o.Row, limits.Origins),
            Spread(Weighty(brief.Ledger.Where(e => shown.Contains(e.Row))), e => e.Row, limits.Ledger),
            [.. brief.WouldChange.Where(s => s.Rows.All(shown.Contains)).Take(limits.WouldChange)],
            [.. brief.Gaps.Where(s => s.Rows.All(shown.Contains)).Take(limits.Gaps)],
            [.. brief.SourceSummary.Take(limits.Sources)],
            [.. brief.Changed.Take(limits.Changed)],
            [.. brief.Views.Take(limits.Views)])
        {
            Released = brief.Origins.ToLookup(o => o.Row),
            HiddenRows = brief.Rows.Length - rows.Length,
        };
    }

    /// <summary>
    /// One of each row, then the second of each, until the page is full; shown in the order of the rows.
    /// </summary>
    private static ImmutableArray<T> Spread<T>(IEnumerable<T> items, Func<T, int> row, int max) =>
    [
        .. items.GroupBy(row).SelectMany(g => g.Select((item, turn) => (Item: item, Turn: turn, Row: g.Key)))
            .OrderBy(x => x.Turn).ThenBy(x => x.Row).Take(max).OrderBy(x => x.Row).ThenBy(x => x.Turn)
                .Select(x => x.Item),
    ];

    /// <summary>Of each row one who says so, then all who gainsay it or keep silent, then who else says so.</summary>
    private static IEnumerable<ReleasedLedgerEntry> Weighty(IEnumerable<ReleasedLedgerEntry> entries) =>
        entries.GroupBy(e => e.Row).SelectMany(row =>
        {
            var says = row.Where(e => Rank(e) == 0).ToList();
            return (IEnumerable<ReleasedLedgerEntry>)
                [.. says.Take(1), .. row.Where(e => Rank(e) > 0).OrderBy(Rank), .. says.Skip(1)];
        });

    private static int Rank(ReleasedLedgerEntry entry) => entry.IsAgainst ? 1 : entry.IsSilent ? 2 : 0;
}

/// <summary>How many of each a form of the brief has room for.</summary>
internal sealed record PageLimits(int Judgments, int Rows, int Origins, int Ledger, int WouldChange, int Gaps,
    int Sources, int Changed, int Views)
{
    public static PageLimits Page { get; } = new(4, 7, 14, 12, 4, 4, 8, 4, 4);

    public static PageLimits Screen { get; } = new(3, 6, 0, 6, 2, 2, 1, 2, 2);
}
