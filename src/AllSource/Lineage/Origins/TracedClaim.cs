using AllSource.Claims;
using AllSource.Kernel;
using AllSource.Reports;

namespace AllSource.Lineage.Origins;

/// <summary>
/// A claim while it is traced: its report, its voice, its words, and the step back that was found for it.
/// </summary>
internal sealed class TracedClaim(Claim claim, Report report, Voice voice)
{
    private Statement? _statement;

    public Claim Claim { get; } = claim;

    public Report Report { get; } = report;

    public Voice Voice { get; } = voice;

    public ClaimId Id => Claim.Id;

    public string VoiceKey { get; } = voice.Key(report.Id.Value);

    /// <summary>When it was reported: as its report was, or the message of it in which the claim stands.</summary>
    public ReportedTime? At { get; } = TimeAt(report, [.. claim.Said.Content, .. claim.Said.Cue]);

    /// <summary>What it says; for a pure no-comment the stretch from source to cue.</summary>
    public Statement Statement => _statement ??= Statement.Of(Text(Report, Content));

    /// <summary>The content's spans inside the text; the cue's where there is no content.</summary>
    public TextSpan[] Content { get; } = Within(claim.Said.Content.IsEmpty ? claim.Said.Cue : claim.Said.Content,
        report);

    /// <summary>
    /// Claims that take the same side: an assertion is never traced to a denial of it, nor a denial to what it denies.
    /// </summary>
    public int Side => Claim.Said.ActOnContent switch
    {
        Act.Assert or Act.Affirm or Act.StandBy => 0,
        Act.Deny or Act.Dispute or Act.Doubt => 1,
        Act.Decline => 2,
        Act.Withdraw => 3,
        _ => throw new ArgumentOutOfRangeException(nameof(Claim), Claim.Said.Act, "not an act"),
    };

    /// <summary>It denies, doubts or disputes its content.</summary>
    public bool IsAgainst => Claim.Said.ActOnContent is Act.Deny or Act.Dispute or Act.Doubt;

    public (TracedClaim Target, OriginStep Step)? Link { get; set; }

    /// <summary>
    /// A step to a report of the case in which no like claim was read: the origin is there, its place is known by the
    /// passage.
    /// </summary>
    public OriginStep? LooseStep { get; set; }

    /// <summary>
    /// Earliest first; an undated report last, but a voice's own report before others that are as undated.
    /// </summary>
    public (DateTime At, bool Foreign, ReportId Report, TextSpan Span, ClaimId Id) Rank => (
        At?.Earliest ?? DateTime.MaxValue, Voice.Ground != VoiceGround.OwnWords, Report.Id,
        Content.Length > 0 ? Content[0] : default, Id);

    /// <summary>
    /// When stretches of a report were written: with the report, or of a chat the last of the messages that hold them;
    /// null where one of these is unknown.
    /// </summary>
    public static ReportedTime? TimeAt(Report report, IReadOnlyList<TextSpan> spans)
    {
        if (report.Facts.Published is not null || report.Messages.IsEmpty) return report.Facts.Published;
        var times = report.Messages.Where(m => spans.Any(m.Body.Overlaps)).Select(m => m.SentAt).ToList();
        return times.Contains(null) ? null : times.MaxBy(t => t!.Earliest);
    }

    public static string Text(Report report, IReadOnlyList<TextSpan> spans) => spans.Count switch
    {
        0 => "",
        1 => spans[0].Of(report.Text),
        _ => string.Join(" ", spans.Select(s => s.Of(report.Text))),
    };

    private static TextSpan[] Within(IEnumerable<TextSpan> spans, Report report) =>
        [.. spans.Where(s => s.End <= report.Text.Length && !s.IsEmpty).Order()];
}
