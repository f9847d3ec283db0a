using AllSource.Kernel;

namespace AllSource.Claims;

/// <summary>What an analyst ruled on an attribution.</summary>
public enum RulingKind
{
    /// <summary>It is right as it was read, and stays whatever a later reader makes of the text.</summary>
    Accepted,

    /// <summary>It is right once changed, and stays so.</summary>
    Changed,

    /// <summary>Nobody says this here: it is taken out, and a later reader does not bring it back.</summary>
    Rejected,

    /// <summary>The reader missed it.</summary>
    Added,
}

/// <summary>
/// An analyst's ruling on one attribution of one report, as data: where it stands in the text, what it is now (null
/// when rejected), by whom, when and why. Only rulings that stand are applied.
/// </summary>
/// <param name="Id">The id of the act.</param>
/// <param name="Where">The attribution that was ruled on; of an added one its own place.</param>
/// <param name="Now">What it is now, with the spans of the text that <paramref name="Where"/> was made on.</param>
public sealed record AttributionRuling(
    string Id, RulingKind Kind, ClaimAnchor Where, Attribution? Now, string Author, DateTimeOffset At, string Why)
{
    /// <summary>
    /// The ruling on a report as it is read now; null where its words are there no more, or where it would quote what
    /// lies outside the text.
    /// </summary>
    internal AttributionRuling? In(Reports.Report report)
    {
        if (Where.MovedIn(report.Text) is not { } by) return null;
        if (by != 0 && Now is not null && All(Now).Any(s => s.Start + by < 0)) return null;
        var moved = by == 0 ? this : this with { Where = Where.In(report)!, Now = Now is null ? null : Moved(Now, by) };
        return moved.Now is { } now && All(now).Any(s => s.End > report.Text.Length) ? null : moved;
    }

    private static IEnumerable<TextSpan> All(Attribution said) => said.Source.Concat(said.Cue).Concat(said.Content)
        .Concat(said.Addressee).Concat(said.Hedge).Concat(said.Time);

    private static Attribution Moved(Attribution said, int by) => said with
    {
        Source = ClaimAnchor.Shift(said.Source, by),
        Cue = ClaimAnchor.Shift(said.Cue, by),
        Content = ClaimAnchor.Shift(said.Content, by),
        Addressee = ClaimAnchor.Shift(said.Addressee, by),
        Hedge = ClaimAnchor.Shift(said.Hedge, by),
        Time = ClaimAnchor.Shift(said.Time, by),
    };
}
