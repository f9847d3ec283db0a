using System.Text;
using AllSource.Access;
using AllSource.Claims;
using AllSource.Desk;
using AllSource.Desk.Acts;
using AllSource.Kernel;
using AllSource.Lineage.Origins;
using AllSource.Reports;
using AllSource.Sources;

namespace AllSource.Tests.Store;

/// <summary>What every journal of analysts' acts must do, whatever the database. One subclass a database.</summary>
public abstract class ActShelfConformance
{
    private const string Case = "harbour";
    private static readonly DateTimeOffset At = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly Undoing Mistaken = new("analyst 2", "mistaken", At.AddDays(1));

    protected abstract IReportShelf Reports { get; }

    protected abstract IActShelf Acts { get; }

    [Fact]
    public void The_same_act_again_is_there_already()
    {
        var act = Cut(Shelve("one", Label.Clear), Shelve("two", Label.Clear));
        Assert.True(Acts.Append(act));
        Assert.False(Acts.Append(act));
        Assert.Single(Acts.OfCase(Case, Clearance.DeskOwner));
    }

    [Fact]
    public void An_act_of_every_kind_comes_back_as_it_went_in()
    {
        var report = Shelve("She said: \U0001F512 shut.", Label.Of(Tlp.Amber, "KILN"));
        var said = new Attribution([new(0, 3)], [new(4, 8)], [new(10, 12), new(13, 18)], [], [], [new(0, 3)], Act.Deny,
            Mode.Mixed, SourceKind.Person, "she", null, "read so");
        var where = ClaimAnchor.Of(report, said);
        ActContent[] contents =
        [
            new RuleOnAttribution(RulingKind.Changed, where, said),
            new RuleOnAttribution(RulingKind.Rejected, where, null),
            new RuleOnLineage(LineageVerdict.Link, report.Id, Shelve("other", Label.Clear).Id),
            new Split([where, where], "another thing"), new Join(where, where, true),
            new Reword(where, "in other words"),
            new GradeSource("Paper A", SourceKind.Outlet, Reliability.C), new GradeClaim(where, Credibility.Doubtful),
            new ResolveJudgment("H1", "wind", true, [new("the desk", .8), new("Mara", .3)], ["Paper A"]),
        ];
        foreach (var content in contents)
        {
            var act = AnalystAct.Make(Case, content, Label.Of(Tlp.Amber, "KILN"), "analyst 1", At, "a reason");
            Acts.Append(act);
            var back = Acts.Find(act.Id, Clearance.DeskOwner)!;
            Assert.Equal(content.GetType(), back.Content.GetType());
            Assert.Equal(ActJson.Write(content), ActJson.Write(back.Content));
            Assert.Equal(act with { Content = back.Content }, back);
        }

        Assert.Equal(contents.Length, Acts.OfCase(Case, Clearance.DeskOwner).Count);
        Assert.Equal(contents.Length, Acts.OfAll(Clearance.DeskOwner).Count);
        Assert.Empty(Acts.OfAll(Clearance.Public));
    }

    [Fact]
    public void An_act_on_a_report_that_a_clearance_does_not_admit_is_not_there()
    {
        var act = Cut(Shelve("open", Label.Clear), Shelve("red", Label.Of(Tlp.Red)));
        Acts.Append(act);
        var low = Clearance.Of(Tlp.AmberStrict);
        Assert.Empty(Acts.OfCase(Case, low));
        Assert.Null(Acts.Find(act.Id, low));
        Assert.False(Acts.Undo(act.Id, Mistaken, low));
        Assert.True(Acts.Find(act.Id, Clearance.DeskOwner)!.Stands);
    }

    [Fact]
    public void An_act_s_own_label_holds_too()
    {
        var label = Label.Of(Tlp.Green, "KILN");
        var act = AnalystAct.Make(Case, new GradeSource("KILN", SourceKind.ProtectedPerson, Reliability.B), label,
            "analyst 1", At, "met twice");
        Acts.Append(act);
        Assert.Null(Acts.Find(act.Id, Clearance.Of(Tlp.Red)));
        Assert.NotNull(Acts.Find(act.Id, Clearance.Of(Tlp.Green, "KILN")));
    }

    [Fact]
    public void An_act_on_a_sealed_report_is_there_for_nobody()
    {
        var act = Cut(Shelve("open", Label.Clear), Shelve("sealed", Label.Sealed));
        Acts.Append(act);
        Assert.Null(Acts.Find(act.Id, Clearance.DeskOwner));
    }

    [Fact]
    public void An_act_on_a_withdrawn_report_is_not_there()
    {
        var (one, two) = (Shelve("one", Label.Clear), Shelve("two", Label.Clear));
        var act = Cut(one, two);
        Acts.Append(act);
        Reports.Withdraw(two.Id, new("analyst 1", "fabricated", At), Clearance.DeskOwner);
        Assert.Null(Acts.Find(act.Id, Clearance.DeskOwner));
        Assert.Empty(Acts.OfCase(Case, Clearance.DeskOwner));
        Assert.False(Acts.Undo(act.Id, Mistaken, Clearance.DeskOwner));
    }

    [Fact]
    public void An_undone_act_stays_with_who_undid_it_and_is_undone_once()
    {
        var act = Cut(Shelve("one", Label.Clear), Shelve("two", Label.Clear));
        Acts.Append(act);
        Assert.True(Acts.Undo(act.Id, Mistaken, Clearance.DeskOwner));
        Assert.False(Acts.Undo(act.Id, Mistaken with { By = "analyst 3" }, Clearance.DeskOwner));
        var back = Assert.Single(Acts.OfCase(Case, Clearance.DeskOwner));
        Assert.Equal(Mistaken, back.Undone);
        Assert.False(back.Stands);
        Assert.False(Acts.Append(act));
    }

    [Fact]
    public void Acts_come_by_time_and_those_of_another_case_do_not_come()
    {
        var (one, two) = (Shelve("one", Label.Clear), Shelve("two", Label.Clear));
        AnalystAct[] acts = [.. Enumerable.Range(0, 10).Select(i => Cut(one, two, At.AddHours(i)))];
        foreach (var act in acts.Reverse()) Acts.Append(act);
        Assert.Equal(acts.Select(a => a.Id), Acts.OfCase(Case, Clearance.Public).Select(a => a.Id));
        Assert.Empty(Acts.OfCase("another", Clearance.DeskOwner));
    }

    private static AnalystAct Cut(Report one, Report two, DateTimeOffset? at = null) => AnalystAct.Make(
        Case, new RuleOnLineage(LineageVerdict.Cut, one.Id, two.Id), Label.Clear, "analyst 1", at ?? At, "both saw it");

    private Report Shelve(string text, Label label)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var hash = ContentHash.Of(bytes);
        var report = new Report(ReportId.Of(hash, null, default), hash, new("one.txt", "text"), label, text);
        Reports.Add(Case, report, bytes, At);
        return report;
    }
}
