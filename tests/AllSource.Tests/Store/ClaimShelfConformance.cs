using System.Text;
using System.Text.Json;
using AllSource.Access;
using AllSource.Claims;
using AllSource.Desk;
using AllSource.Kernel;
using AllSource.Reports;
using AllSource.Sources;

namespace AllSource.Tests.Store;

/// <summary>What every store of what was read from reports must do, whatever the database. One subclass a database.
/// </summary>
public abstract class ClaimShelfConformance
{
    private const string Case = "harbour";
    private const string Reader = "reader 1";
    private static readonly Withdrawal Fabricated = new("analyst 1", "fabricated", DateTimeOffset.UnixEpoch);

    protected abstract IReportShelf Reports { get; }

    protected abstract IClaimShelf Claims { get; }

    [Fact]
    public void What_was_read_comes_back_as_it_was_for_the_same_report_and_reader()
    {
        var report = Kept("The gate was left open, the guard Ivo Brandt denied \U0001F512. \"No,\" he said, they say.",
            Label.Of(Tlp.Amber, "KILN"));
        Assert.Equal(Shown(ReadingOf(report)), Shown(Found(report)!));
        var odd = new ReportReading([Said("a", 3, null), Said("", 0, 0), Said("\u0301\u202E", int.MaxValue, 1)],
            "mixed", IsCut: true);
        Claims.Keep([new(report, odd)], Reader);
        Assert.Equal(Shown(odd), Shown(Found(report)!));
    }

    [Fact]
    public void What_another_reader_read_is_not_there() =>
        Assert.Null(Found(Kept("The gate was open, Ada Voss said.", Label.Clear), reader: "reader 2"));

    [Fact]
    public void Whatever_of_a_report_is_otherwise_its_reading_is_not_there()
    {
        var report = Kept("The gate was open, Ada Voss said.", Label.Clear);
        var all = new TextSpan(0, report.Text.Length);
        Report[] others =
        [
            report with { Text = report.Text.Replace("Ada", "Ida", StringComparison.Ordinal) },
            report with { Facts = report.Facts with { Source = new("KILN") } },
            report with { Facts = report.Facts with { File = "two.txt" } },
            report with { Facts = report.Facts with { Author = "Bo Lund" } },
            report with { Facts = report.Facts with { Discipline = Discipline.Osint } },
            report with { Messages = [new(all, "Bo Lund", null)] },
            report with { Quoted = [new(all, "Bo Lund", null)] },
            report with { Segments = [new(all, 0, 9, true)] },
            report with { Label = Label.Of(Tlp.Green) },
        ];
        Assert.All(others, other => Assert.Null(Found(other)));
        Assert.NotNull(Found(report with { }));
    }

    [Fact]
    public void What_was_read_from_a_withdrawn_report_is_gone_and_is_not_kept_again()
    {
        var report = Kept("The gate was open, Ada Voss said.", Label.Clear);
        Assert.True(Reports.Withdraw(report.Id, Fabricated, Clearance.DeskOwner));
        Assert.Null(Found(report));
        Claims.Keep([new(report, ReadingOf(report))], Reader);
        Assert.Null(Found(report));
        Assert.Equal(0, Count());
    }

    [Fact]
    public void What_was_read_before_a_report_was_read_otherwise_is_gone()
    {
        var report = Kept("The gate was open, Ada Voss said.", Label.Clear);
        Reports.Add(Case, report with { Label = Label.Sealed }, Encoding.UTF8.GetBytes(report.Text),
            DateTimeOffset.UnixEpoch);
        Assert.Null(Found(report));
        Claims.Keep([new(report, ReadingOf(report))], Reader);
        Assert.Null(Found(report));
        Assert.Equal(0, Count());
    }

    [Fact]
    public void What_a_clearance_does_not_admit_is_not_there()
    {
        var red = Kept("The gate was open, Ada Voss said.", Label.Of(Tlp.Red));
        var compartment = Kept("The gate was shut, Bo Lund said.", Label.Of(Tlp.Green, "KILN"));
        var holder = Clearance.Of(Tlp.AmberStrict);
        Assert.Null(Found(red, holder));
        Assert.Null(Found(compartment, holder));
        Assert.NotNull(Found(compartment, Clearance.Of(Tlp.Green, "KILN")));
    }

    [Fact]
    public void A_report_that_the_desk_does_not_hold_is_not_kept()
    {
        var report = Sample("The gate was open, Ada Voss said.", Label.Clear);
        Claims.Keep([new(report, ReadingOf(report))], Reader);
        Assert.Equal(0, Count());
    }

    [Fact]
    public void The_latest_reader_s_takes_the_place_of_what_was_kept_before()
    {
        var report = Kept("The gate was open, Ada Voss said.", Label.Clear);
        Claims.Keep([new(report, ReadingOf(report))], "reader 2");
        Assert.Null(Found(report));
        Assert.NotNull(Found(report, reader: "reader 2"));
        Assert.Equal(1, Count());
    }

    [Fact]
    public void What_would_not_come_back_the_same_is_not_kept()
    {
        var report = Shelve(Sample("The gate was open, Ada Voss said.", Label.Clear));
        Claims.Keep([new(report, new([Said("half a \uD83D pair", 1, null)], "en", false))], Reader);
        Assert.Null(Found(report));
    }

    /// <summary>How many reports something is kept of.</summary>
    protected abstract int Count();

    protected ReportReading? Found(Report report, Clearance? clearance = null, string reader = Reader) =>
        Claims.Of([report], reader, clearance ?? Clearance.DeskOwner).GetValueOrDefault(report.Id);

    protected Report Kept(string text, Label label)
    {
        var report = Shelve(Sample(text, label));
        Claims.Keep([new(report, ReadingOf(report))], Reader);
        return report;
    }

    protected static ReportReading ReadingOf(Report report) => new ClaimReader().ReadWords(report);

    private Report Shelve(Report report)
    {
        Reports.Add(Case, report, Encoding.UTF8.GetBytes(report.Text), DateTimeOffset.UnixEpoch);
        return Reports.Find(report.Id, Clearance.DeskOwner)!;
    }

    private static Report Sample(string text, Label label)
    {
        var hash = ContentHash.Of(Encoding.UTF8.GetBytes(text));
        return new(ReportId.Of(hash, null, default), hash, new("one.txt", "text"), label, text);
    }

    private static Attribution Said(string words, int at, int? parent) => new(
        [], [new(at, at), new(0, at)], [], [new(at, at)], [], [], Act.Withdraw, Mode.Mixed, SourceKind.Document, words,
        parent, words)
    {
        Kind = UtteranceKind.Belief,
        DeniesInContent = true,
    };

    private static string Shown(ReportReading reading) => JsonSerializer.Serialize(reading);
}
