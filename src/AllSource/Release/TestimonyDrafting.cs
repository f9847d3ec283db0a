using System.Collections.Immutable;
using AllSource.Access;
using AllSource.Claims;
using AllSource.Exposure;
using AllSource.Fusion.Propositions;
using AllSource.Kernel;
using AllSource.Reports;
using AllSource.Sources;

namespace AllSource.Release;

/// <summary>Who said it and where it came from: the picture of origins and the ledger of claims, row by row.</summary>
internal sealed class TestimonyDrafting(
    DraftInput input, ImmutableArray<Subject> subjects, VoiceIndex index, Protection protection)
{
    private readonly Dictionary<ClaimId, Claim> _claims = input.Claims.Concat(input.Assessment.Origins.Narrated)
        .DistinctBy(c => c.Id).ToDictionary(c => c.Id);

    public ImmutableArray<DraftOrigin> Origins() =>
    [
        .. subjects.SelectMany(subject => subject.Claims
            .Where(c => c.Stance != Stance.Silent && index.Of(c) is not null)
            .GroupBy(c => (Voice: index.Of(c)!.ToUpperInvariant(), IsFor: c.Stance == Stance.Supports))
            .Select(group => Origin(subject, [.. group.OrderBy(c => c.Claim)]))
            .OrderBy(o => o.Disputes).ThenByDescending(o => o.Marks.Length)
                .ThenBy(o => o.Voice, StringComparer.Ordinal)),
    ];

    /// <summary>
    /// One line a voice and act: its root where the audience may see it, else the earliest report that it may see.
    /// </summary>
    public ImmutableArray<DraftLedgerEntry> Ledger() =>
    [
        .. subjects.SelectMany(subject => subject.Claims
            .GroupBy(c => (Voice: (index.Of(c) ?? c.Voice).ToUpperInvariant(), Act: ActOf(c)))
            .Select(group => (Shown: group.OrderBy(c => protection.Admits(c.Report) ? 0 : 1)
                .ThenBy(c => index.Find(c.Origin)?.Root == c.Report ? 0 : 1)
                .ThenBy(c => Published(c)?.Earliest ?? DateTime.MaxValue).ThenBy(c => c.Claim).First(),
                    All: group.ToList()))
            .OrderBy(x => (int)x.Shown.Stance).ThenByDescending(x => x.All.Count)
            .ThenBy(x => x.Shown.Claim).Select(x => Entry(subject, x.Shown, x.All))),
    ];

    private DraftOrigin Origin(Subject subject, List<PropositionClaim> claims)
    {
        var origins = claims.Select(c => index.Find(c.Origin)).Where(o => o is not null).ToList();
        var roots = origins.Select(o => o!.Root).Where(r => r is not null).Select(r => r!.Value).ToHashSet();
        var marks = claims.Select(c => c.Report).Distinct().Select(protection.Find).OfType<Report>()
            .Select(r => new DraftMark(NameOf(r), r.Facts.Published, roots.Contains(r.Id), r.Label))
            .OrderByDescending(m => m.IsRoot).ThenBy(m => m.At?.Earliest ?? DateTime.MaxValue)
            .ThenBy(m => m.Report, StringComparer.Ordinal).ToImmutableArray();
        var disputes = claims[0].Stance != Stance.Supports;
        var voice = index.Of(claims[0])!;
        var id = $"{subject.Id}/origin/{voice}{(disputes ? "/against" : "")}";
        var kind = origins.Select(o => Word(o!.VoiceKind)).FirstOrDefault() ?? "";
        return new(id, subject.Id, voice, kind, disputes, LeastLabel(claims), Exposed(id, claims))
        {
            Marks = marks,
            LeansOn = [subject.Id]
        };
    }

    private DraftLedgerEntry Entry(Subject subject, PropositionClaim shown, List<PropositionClaim> all)
    {
        var claim = _claims.GetValueOrDefault(shown.Claim);
        var report = protection.Find(shown.Report);
        var id = $"{subject.Id}/claim/{shown.Claim}";
        var through = (claim?.Chain ?? []).Select(r => r.Name)
            .Where(n => !string.Equals(n, shown.Voice, StringComparison.OrdinalIgnoreCase));
        var repeats = all.Where(c => protection.Admits(c.Report)).Select(c => c.Report).Distinct().Count();
        return new(id, subject.Id, shown.Voice, ActOf(shown), shown.Quote,
            [.. through.Distinct(StringComparer.OrdinalIgnoreCase)],
            report is null ? "" : NameOf(report), report?.Facts.Published, Math.Max(0, repeats - 1), report?.Label
                ?? Label.Sealed,
            Exposed(id, subject.Claims.Where(c => c.Stance == shown.Stance)))
        {
            IsQuote = claim?.Said.Mode == Mode.Direct,
            LeansOn = [subject.Id],
        };
    }

    private ExposureFinding Exposed(string id, IEnumerable<PropositionClaim> claims) =>
        WhoCouldHaveTold.Of(id, ExposedKind.LedgerClaim, claims.Select(index.Carrier), protection);

    private Label LeastLabel(IEnumerable<PropositionClaim> claims)
    {
        var labels = claims.Select(c => protection.Find(c.Report)?.Label ?? Label.Sealed).ToList();
        return labels.Where(l => l.Admits(protection.Audience)).OrderBy(l => l.Level).ThenBy(l => l.Compartments.Count)
            .FirstOrDefault() ?? labels.Aggregate(Label.Clear, (all, l) => all.Join(l));
    }

    private ReportedTime? Published(PropositionClaim claim) => protection.Find(claim.Report)?.Facts.Published;

    private string ActOf(PropositionClaim claim) => claim.Stance switch
    {
        Stance.Silent => "declines to comment",
        _ => _claims.GetValueOrDefault(claim.Claim)?.Said.Act switch
        {
            Act.Deny => "denies",
            Act.Dispute => "disputes",
            Act.Doubt => "doubts",
            Act.Decline => "declines to comment",
            Act.Affirm => "affirms",
            Act.StandBy => "stands by",
            Act.Withdraw => "withdraws",
            _ => claim.Stance switch
            {
                Stance.Denies => "denies",
                Stance.Disputes => "disputes",
                Stance.Doubts => "doubts",
                _ => "says",
            },
        },
    };

    private static string NameOf(Report report) =>
        report.Facts.Source?.Name ?? report.Facts.Title ?? report.Facts.Author ?? "a report without a name";

    private static string Word(SourceKind kind) => kind switch
    {
        SourceKind.ProtectedPerson => "protected source",
        SourceKind.Person => "person",
        SourceKind.Office => "office",
        SourceKind.Organisation => "organisation",
        SourceKind.Outlet => "outlet",
        SourceKind.Anonymous => "unnamed",
        SourceKind.Device => "device",
        SourceKind.Document => "document",
        _ => "",
    };
}
