using System.Collections.Immutable;
using AllSource.Kernel;
using AllSource.Reports;

namespace AllSource.Claims;

/// <summary>
/// A claim as a person pointed at it: the report and the exact spans of its immutable text. A claim's id changes when a
/// better reader cuts a cue one word longer; its place in the text hardly does, so that what a person said about the
/// claim finds it again after the report was read anew.
/// </summary>
public sealed record ClaimAnchor(
    ReportId Report, ImmutableArray<TextSpan> Source, ImmutableArray<TextSpan> Cue, ImmutableArray<TextSpan> Content)
{
    /// <summary>The least share of both contents together that must be common for the two to be one claim.</summary>
    private const double SameWordsMin = .5;

    /// <summary>
    /// The report's own words over all of the spans, by which the place is found again where the same bytes were read
    /// otherwise (another encoding, a header taken off) and all of the text moved; empty when they were not kept.
    /// </summary>
    public string Words { get; init; } = "";

    public static ClaimAnchor Of(Claim claim) => Of(claim.Report, claim.Said);

    public static ClaimAnchor Of(ReportId report, Attribution said) =>
        new(report, said.Source, said.Cue, said.Content);

    /// <summary>The anchor of an attribution with the words that it stands on.</summary>
    public static ClaimAnchor Of(Report report, Attribution said)
    {
        var anchor = Of(report.Id, said);
        return anchor with { Words = anchor.Extent.Of(report.Text) };
    }

    /// <summary>From the first of the spans to the end of the last.</summary>
    public TextSpan Extent
    {
        get
        {
            var all = Source.Concat(Cue).Concat(Content).ToList();
            return all.Count == 0 ? default : new(all.Min(s => s.Start), all.Max(s => s.End));
        }
    }

    /// <summary>
    /// How far the words moved in a text: 0 where they stand in their place, else the way to the nearest place where
    /// they stand. Null where they stand nowhere: the text is no longer the one that was pointed at.
    /// </summary>
    public int? MovedIn(string text)
    {
        var extent = Extent;
        if (Words.Length == 0) return extent.End <= text.Length ? 0 : null;
        if (extent.End <= text.Length && string.CompareOrdinal(text, extent.Start, Words, 0, Words.Length) == 0)
        {
            return 0;
        }

        int? nearest = null;
        for (var at = text.IndexOf(Words, StringComparison.Ordinal); at >= 0;
            at = text.IndexOf(Words, at + 1, StringComparison.Ordinal))
        {
            var way = at - extent.Start;
            if (nearest is null || Math.Abs(way) < Math.Abs(nearest.Value)) nearest = way;
        }

        return nearest;
    }

    /// <summary>This anchor in the report as it is read now; null where its words are there no more.</summary>
    public ClaimAnchor? In(Report report) => MovedIn(report.Text) switch
    {
        null => null,
        0 => this,
        { } by => this with { Source = Shift(Source, by), Cue = Shift(Cue, by), Content = Shift(Content, by) },
    };

    internal static ImmutableArray<TextSpan> Shift(ImmutableArray<TextSpan> spans, int by) =>
        [.. spans.Select(s => s.Shift(by))];

    /// <summary>
    /// The claim that stands where this one stood: the same report, cues that touch (or none on either side), and
    /// contents of which at least half is common; of several the likest, then the first by id. Null when there is none.
    /// </summary>
    public Claim? FindIn(IEnumerable<Claim> claims) => claims.Where(c => c.Report == Report)
        .Select(c => (Claim: c, Likeness: LikenessTo(c.Said))).Where(x => x.Likeness > 0)
        .OrderByDescending(x => x.Likeness).ThenBy(x => x.Claim.Id).FirstOrDefault().Claim;

    /// <summary>0 where an attribution is another one, else more the liker, and most for the very same spans.</summary>
    public double LikenessTo(Attribution said)
    {
        var cue = Common(Cue, said.Cue);
        var content = Common(Content, said.Content);
        return cue == 0 || content < SameWordsMin ? 0 : (2 * content) + cue + Common(Source, said.Source);
    }

    /// <summary>The share (0-1) of two sets of spans that both have; 1 where both are empty.</summary>
    private static double Common(ImmutableArray<TextSpan> mine, ImmutableArray<TextSpan> theirs)
    {
        if (mine.IsEmpty && theirs.IsEmpty) return 1;
        var common = mine.Sum(m => theirs.Sum(m.OverlapWith));
        var all = mine.Sum(m => m.Length) + theirs.Sum(t => t.Length) - common;
        return all == 0 ? 0 : (double)common / all;
    }
}
