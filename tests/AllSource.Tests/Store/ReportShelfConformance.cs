using System.Text;
using AllSource.Access;
using AllSource.Desk;
using AllSource.Kernel;
using AllSource.Reports;
using AllSource.Sources;

namespace AllSource.Tests.Store;

/// <summary>What every store of reports must do, whatever the database. One subclass a database.</summary>
public abstract class ReportShelfConformance
{
    private const string Case = "harbour";
    private static readonly Withdrawal Fabricated = new("analyst 1", "fabricated", DateTimeOffset.UnixEpoch);
    private static readonly DateTimeOffset At = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    protected abstract IReportShelf Shelf { get; }

    [Fact]
    public void The_same_report_again_is_already_here()
    {
        var report = Sample("one", Label.Clear);
        Assert.Equal(Shelved.New, Add(report));
        Assert.Equal(Shelved.AlreadyHere, Add(report));
        Assert.Single(Shelf.OfCase(Case, Clearance.DeskOwner));
    }

    [Fact]
    public void A_report_comes_back_as_it_went_in()
    {
        var report = Sample("A text with \U0001F512 and a\nsecond line.", Label.Of(Tlp.Amber, "KILN"));
        Add(report);
        var back = Shelf.Find(report.Id, Clearance.DeskOwner)!;
        Assert.Equal(report.Text, back.Text);
        Assert.Equal(report.Label, back.Label);
        Assert.Equal(report.Facts, back.Facts);
        Assert.Equal(report.Segments, back.Segments);
        Assert.Equal(report.Quoted, back.Quoted);
        Assert.Equal(report.Messages, back.Messages);
        Assert.Equal(report.Calls, back.Calls);
        Assert.Equal(report.Findings, back.Findings);
        Assert.Equal(Encoding.UTF8.GetBytes(report.Text), Shelf.Original(report.Id, Clearance.DeskOwner));
    }

    [Fact]
    public void What_a_clearance_does_not_admit_is_not_there()
    {
        var open = Sample("open", Label.Clear);
        var red = Sample("red", Label.Of(Tlp.Red));
        var compartment = Sample("compartment", Label.Of(Tlp.Green, "KILN"));
        Add(open);
        Add(red);
        Add(compartment);
        var holder = Clearance.Of(Tlp.AmberStrict);
        Assert.Equal([open.Id], Shelf.OfCase(Case, holder).Select(r => r.Id));
        Assert.Null(Shelf.Find(red.Id, holder));
        Assert.Null(Shelf.Find(compartment.Id, holder));
        Assert.Null(Shelf.Original(compartment.Id, holder));
        Assert.False(Shelf.Withdraw(red.Id, Fabricated, holder));
        Assert.NotNull(Shelf.Find(compartment.Id, Clearance.Of(Tlp.Green, "KILN")));
    }

    [Fact]
    public void A_sealed_report_is_there_for_nobody()
    {
        var report = Sample("sealed", Label.Sealed);
        Add(report);
        Assert.Empty(Shelf.OfCase(Case, Clearance.DeskOwner));
        Assert.Null(Shelf.Find(report.Id, Clearance.DeskOwner));
    }

    [Fact]
    public void A_withdrawn_report_counts_nowhere_and_is_not_taken_in_again()
    {
        var report = Sample("withdrawn", Label.Clear);
        Add(report);
        Assert.True(Shelf.Withdraw(report.Id, Fabricated, Clearance.DeskOwner));
        Assert.False(Shelf.Withdraw(report.Id, Fabricated, Clearance.DeskOwner));
        Assert.Null(Shelf.Find(report.Id, Clearance.DeskOwner));
        Assert.Equal(Shelved.Withdrawn, Add(report));
        Assert.Empty(Shelf.OfCase(Case, Clearance.DeskOwner));
    }

    [Fact]
    public void The_same_bytes_read_otherwise_are_one_report_and_the_new_reading_counts()
    {
        var report = Sample("read twice", Label.Clear);
        var later = report with { Facts = report.Facts with { Title = "Another title" } };
        Add(report);
        Assert.Equal(Shelved.ReadAgain, Add(later));
        Assert.Equal("Another title", Assert.Single(Shelf.OfCase(Case, Clearance.Public)).Facts.Title);
    }

    [Fact]
    public void A_report_of_another_case_is_not_in_this_one()
    {
        Add(Sample("here", Label.Clear));
        Assert.Empty(Shelf.OfCase("another", Clearance.DeskOwner));
    }

    [Fact]
    public void Reports_come_in_the_order_of_their_ids_whatever_the_order_they_came_in()
    {
        Report[] reports = [.. Enumerable.Range(0, 20).Select(i => Sample($"report {i}", Label.Clear))];
        foreach (var report in reports.Reverse()) Add(report);
        Assert.Equal(reports.Select(r => r.Id).Order(), Shelf.OfCase(Case, Clearance.Public).Select(r => r.Id));
    }

    private Shelved Add(Report report) => Shelf.Add(Case, report, Encoding.UTF8.GetBytes(report.Text), At);

    private static Report Sample(string text, Label label)
    {
        var hash = ContentHash.Of(Encoding.UTF8.GetBytes(text));
        var whole = new TextSpan(0, text.Length);
        var time = ReportedTime.TryIso("2026-03-01T10:00+02:00");
        var facts = new ReportFacts("inbox/one.txt", "text", Discipline.Humint, new SourceId("LARCH"), "A title", null,
            "https://news.example/1", time, null, "<1@mail.example>");
        return new(ReportId.Of(hash, null, default), hash, facts, label, text)
        {
            Segments = [new(whole, 0, Encoding.UTF8.GetByteCount(text), true, Line: 1)],
            Quoted = [new(whole, "a writer", time)],
            Messages = [new(whole, "a sender", time, "another")],
            Calls = [new(whole, "100", "200", time, 0, "MO", "001-01-1-1", null)],
            Cites = ["https://news.example/0"],
            Findings = [new(FindingWeight.Doubt, "encoding-guessed", new("inbox/one.txt", Byte: 3),
                "read as windows-1252.")],
            KnownUnknowns = ["captions are not exported"],
        };
    }
}
