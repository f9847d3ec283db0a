using System.Collections.Immutable;
using AllSource.Access;
using AllSource.App.Cases;
using AllSource.App.Cli;
using AllSource.Claims;
using AllSource.Desk;
using AllSource.Desk.Acts;
using AllSource.Fusion.Propositions;
using AllSource.Kernel;
using AllSource.Kernel.Pages;
using AllSource.Lineage;
using AllSource.Reports;
using AllSource.Sources;
using AllSource.Store.Sqlite;

namespace AllSource.App.Acts;

/// <summary>
/// A case as an analyst asks about it and acts on it: looks up what ids name, and computes no more than is asked for.
/// </summary>
internal sealed class ActWork
{
    private readonly SqliteDesk _desk;
    private readonly Lazy<ImmutableArray<Claim>> _claims;
    private readonly Lazy<AssessedCase> _assessed;

    public ActWork(Terminal terminal, SqliteDesk desk, OpenedCase opened, bool quiet = false)
    {
        _desk = desk;
        Case = opened;
        Reports = [.. DeskDoor.Guarded(() => desk.Reports.OfCase(opened.Id, Clearance.DeskOwner))];
        Register = new(opened.File.Sources);
        _claims = new(() => DeskDoor.Guarded(() => DeskDoor.Claims(desk).Read(Reports,
            new(desk.Acts.OfCase(opened.Id, Clearance.DeskOwner), Reports), Clearance.DeskOwner).Claims));
        _assessed = new(() => DeskDoor.Guarded(() => Waiting.For(terminal, quiet, progress =>
            new AssessCase(desk.Reports, desk.Acts, DeskDoor.Claims(desk), new PassageFinder())
                .Assess(opened.Id, opened.File, LikelihoodScale.Icd203, Clearance.DeskOwner, progress))));
    }

    public OpenedCase Case { get; }

    public ImmutableArray<Report> Reports { get; }

    public SourceRegister Register { get; }

    /// <summary>The case as it stands, with all acts; made when it is first asked for.</summary>
    public AssessedCase Assessed => _assessed.Value;

    /// <summary>A report by its id, or by its file's name in the case where no other report is from that file.
    /// </summary>
    public Report Report(string id)
    {
        if (Reports.FirstOrDefault(r => r.Id.Value == id) is { } known) return known;
        var named = Reports.Where(r => r.Facts.File == id).ToList();
        if (named.Count == 0 && !id.Contains('/', StringComparison.Ordinal))
        {
            named = [.. Reports.Where(r => r.Facts.File.EndsWith($"/{id}", StringComparison.Ordinal))];
        }

        return named.Count switch
        {
            1 => named[0],
            0 => throw Unknown(id, "report", $"Reports go by their ids or their files: {Known()}."),
            _ => throw new VerbException(ExitCodes.Usage,
                $"{id}: {named.Count} reports are named so. Name one by its id: {Listed(named)}."),
        };
    }

    /// <summary>What contradicts among the acts on lineage as they stand.</summary>
    public ImmutableArray<Finding> ContraryActs() => DeskDoor.Guarded(() => Desk.Acts.ContraryActs.Of(
        new(_desk.Acts.OfCase(Case.Id, Clearance.DeskOwner), Reports), Reports, Register));

    private string Known()
    {
        const int Most = 12;
        var more = Reports.Length > Most ? $" and {Reports.Length - Most} more in assessment.json" : "";
        return Listed(Reports.OrderBy(r => r.Facts.File, StringComparer.Ordinal).ThenBy(r => r.Id).Take(Most)) + more;
    }

    private static string Listed(IEnumerable<Report> reports) =>
        string.Join(", ", reports.Select(r => $"{OutsideText.Clean(r.Facts.File)} ({r.Id})"));

    /// <summary>An attributed claim as it stands, by its id or by one that it had before it was changed.</summary>
    public Claim Attributed(string id) => _claims.Value.FirstOrDefault(c => c.Id.Value == id) ?? Former(id)
        ?? throw Unknown(id, "attributed claim", "'allsource ledger CASE' lists the claims with their ids.");

    /// <summary>The claim that stands where one stood that went by this id: as the reader read it, or as an earlier
    /// ruling left it. An id comes from the spans and the act, so that a correction changes it.</summary>
    private Claim? Former(string id)
    {
        var acts = DeskDoor.Guarded(() =>
            new StandingActs(_desk.Acts.OfCase(Case.Id, Clearance.DeskOwner), Reports));
        foreach (var report in Reports)
        {
            var rulings = acts.RulingsOn(report.Id);
            if (rulings.Count == 0) continue; // what nobody ruled on has its first id
            var said = rulings.Select(r => r.Now).OfType<Attribution>()
                .Concat(DeskDoor.Guarded(() => DeskDoor.Claims(_desk).Unruled([report], Clearance.DeskOwner))
                    .SelectMany(r => r.Claims).Select(c => c.Said))
                .FirstOrDefault(a => Claim.IdOf(report.Id, a).Value == id);
            if (said is not null) return ClaimAnchor.Of(report.Id, said).FindIn(_claims.Value);
        }

        return null;
    }

    /// <summary>The place of a claim, be it attributed or a report's own sentence.</summary>
    public ClaimAnchor Anchor(string id)
    {
        var claim = _claims.Value.FirstOrDefault(c => c.Id.Value == id) ?? Former(id)
            ?? Assessed.Assessment.Origins.Narrated.FirstOrDefault(c => c.Id.Value == id)
            ?? throw Unknown(id, "claim", "'allsource ledger CASE' lists the claims with their ids.");
        return ClaimAnchor.Of(Report(claim.Report.Value), claim.Said);
    }

    /// <summary>The place of the claim by which a proposition is known: its first one.</summary>
    public ClaimAnchor AnchorOf(Proposition proposition) => Anchor(proposition.Claims[0].Claim.Value);

    public Proposition Proposition(string id) =>
        Assessed.Assessment.Propositions.FirstOrDefault(p => p.Id.Value == id && !p.Claims.IsEmpty)
        ?? throw Unknown(id, "proposition", "assessment.json lists the propositions with their ids.");

    /// <summary>The sentences that analysts ruled on, as lines for a trainer; by report, then by place.</summary>
    public IReadOnlyList<string> TrainingLines()
    {
        var acts = DeskDoor.Guarded(() =>
            new StandingActs(_desk.Acts.OfCase(Case.Id, Clearance.DeskOwner), Reports));
        var claims = _claims.Value.ToLookup(c => c.Report);
        return
        [
            .. Reports.SelectMany(r => CorrectedStretch.Of(r, [.. claims[r.Id]], acts.RulingsOn(r.Id))
                .Select(s => ClaimsJson.TrainingLine($"{r.Id}@{s.Span.Start}", s.Text, s.Attributions))),
        ];
    }

    public RecordedAct Record(ActContent content, string by, string why) => DeskDoor.Guarded(() =>
        new RecordAct(_desk.Acts, TimeProvider.System).Record(Case.Id, content, by, why, Case.File, Reports));

    /// <summary>Not there and not allowed are one sentence.</summary>
    public static VerbException Unknown(string id, string what, string wayOut) =>
        new(ExitCodes.NotFoundOrNotAllowed, $"{id}: there is no such {what} in the case. {wayOut}");
}
