using AllSource.Access;
using AllSource.Claims;
using AllSource.Desk;
using AllSource.Desk.Acts;
using AllSource.Reports;
using AllSource.Tests.Cases;

namespace AllSource.Tests.Desk;

/// <summary>What was read from a report is read once, and whether it was kept changes no byte of what comes out.
/// </summary>
public sealed class KeptReadingTests
{
    private const string Said = "The pumps were off for two days, the engineer Paul Osk said. Ada Voss denied it.";
    private const string Other = "Nobody crossed the river that day, said the ferryman Bo Lund on Tuesday.";

    /// <summary>A shelf that tells what it was asked to keep, and forgets all of it where it is told to.</summary>
    private sealed class Watched(IClaimShelf shelf) : IClaimShelf
    {
        public bool Forgets { get; set; }

        public List<string> Read { get; } = [];

        public IReadOnlyDictionary<ReportId, ReportReading> Of(
            IReadOnlyCollection<Report> reports, string reader, Clearance clearance) =>
            Forgets ? new Dictionary<ReportId, ReportReading>() : shelf.Of(reports, reader, clearance);

        public void Keep(IReadOnlyCollection<ReadReport> read, string reader)
        {
            Read.AddRange(read.Select(r => r.Report.Facts.File));
            shelf.Keep(read, reader);
        }
    }

    [Fact]
    public void The_sample_case_is_read_once_and_gives_the_same_bytes_as_when_nothing_is_kept()
    {
        using var run = new CaseRun();
        var shelf = new Watched(run.Desk.Claims);
        run.Kept = shelf;
        var (file, files) = CaseRun.Folder(HarbourKey.Folder);
        var first = run.Assess(file, files);
        Assert.Equal(first.Reports.Length, shelf.Read.Count);
        shelf.Read.Clear();
        var second = run.Assess(file, files);
        Assert.Empty(shelf.Read);
        shelf.Forgets = true;
        Assert.Equal(CaseRun.Json(run.Assess(file, files)), CaseRun.Json(second));
        Assert.Equal(CaseRun.Json(first), CaseRun.Json(second));
        Assert.Equal(first.Findings.Select(f => f.ToString()), second.Findings.Select(f => f.ToString()));
    }

    [Fact]
    public void Only_what_is_new_or_was_read_otherwise_is_read()
    {
        using var run = new CaseRun();
        var shelf = new Watched(run.Desk.Claims);
        run.Kept = shelf;
        var one = CaseRun.InMemory("one.txt", Said);
        run.Assess(CaseFile.None, [one]);
        run.Assess(CaseFile.None, [one, CaseRun.InMemory("two.txt", Other)]);
        Assert.Equal(["one.txt", "two.txt"], shelf.Read);
        run.Assess(CaseFile.None, [CaseRun.InMemory("one.txt", Said + " He withdrew it.")]);
        Assert.Equal(["one.txt", "two.txt", "one.txt"], shelf.Read);
    }

    [Fact]
    public void Rulings_come_and_go_over_what_was_kept()
    {
        using var run = new CaseRun();
        var shelf = new Watched(run.Desk.Claims);
        run.Kept = shelf;
        var files = new[] { CaseRun.InMemory("one.txt", Said) };
        var before = run.Assess(CaseFile.None, files);
        var claim = before.Claims.First(c => c.Said.Canonical == "Paul Osk");
        var act = new RecordAct(run.Desk.Acts, TimeProvider.System).Record("case",
            new RuleOnAttribution(RulingKind.Changed, ClaimAnchor.Of(before.Reports[0], claim.Said),
                claim.Said with { Act = Act.Withdraw }), "analyst 1", "heard it", CaseFile.None, before.Reports).Act!;
        var ruled = run.Assess(CaseFile.None, files);
        Assert.Contains(ruled.Claims, c => c.Said.Act == Act.Withdraw);
        shelf.Forgets = true;
        Assert.Equal(CaseRun.Json(ruled), CaseRun.Json(run.Assess(CaseFile.None, files)));
        shelf.Forgets = false;
        run.Desk.Acts.Undo(act.Id, new("analyst 2", "misheard", act.At), Clearance.DeskOwner);
        Assert.Equal(CaseRun.Json(before), CaseRun.Json(run.Assess(CaseFile.None, files)));
        Assert.Equal(2, shelf.Read.Count);
    }

    [Fact]
    public void The_reader_s_version_names_the_module_that_holds_its_code_and_its_model()
    {
        var assembly = typeof(ClaimReader).Assembly;
        Assert.Contains(assembly.ManifestModule.ModuleVersionId.ToString(), ClaimReader.Version,
            StringComparison.Ordinal);
        Assert.Contains("AllSource.Claims.claims.model", assembly.GetManifestResourceNames());
        Assert.Same(assembly, typeof(AllSource.Language.Tagger).Assembly);
    }
}
