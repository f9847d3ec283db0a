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

    public static ClaimAnchor Of(Claim claim) => Of(claim.Report, claim.Said);

    public static ClaimAnchor Of(ReportId report, Attribution said) =>
        new(report, said.Source, said.Cue, said.Content);

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
