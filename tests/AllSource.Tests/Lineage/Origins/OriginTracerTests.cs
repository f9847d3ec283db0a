using AllSource.Claims;
using AllSource.Lineage;
using AllSource.Lineage.Origins;
using AllSource.Reports;
using AllSource.Sources;
using AllSource.Tests.Assessments;

namespace AllSource.Tests.Lineage.Origins;

public sealed class OriginTracerTests
{
    private const string Gust =
        "a sudden gust of 34 metres per second tore the crane from its brakes and drove it along the rail";

    [Fact]
    public void Six_reports_that_carry_one_statement_have_one_origin()
    {
        var world = new World();
        var first = world.Report("Northgate Wire", "2026-03-01T08:00:00Z",
            new Line(Gust, "Orrin Terminals", Kind: SourceKind.Organisation));
        for (var i = 0; i < 5; i++) world.Copy(first, $"Paper {i}", $"2026-03-0{i + 2}");
        var map = Trace(world);
        var origin = Assert.Single(map.Origins);
        Assert.Equal("Orrin Terminals", origin.Voice);
        Assert.Equal(first.Id, origin.Root);
        Assert.All(map.Claims, c => Assert.Equal(origin.Id, c.Origin));
        Assert.Equal(5, map.Claims.Count(c => c.Path.Length > 0));
    }

    [Fact]
    public void A_report_s_own_sentences_are_claims_of_its_source()
    {
        var world = new World().Source("HERON", SourceKind.ProtectedPerson, Reliability.B);
        world.Report("HERON", "2026-03-01", "A short cable joined two terminals in the clamp cabinet since spring");
        var map = Trace(world);
        Assert.Single(map.Narrated);
        Assert.Equal("HERON", Assert.Single(map.Origins).Voice);
    }

    [Fact]
    public void Copies_without_dates_are_one_origin_and_nobody_is_called_first()
    {
        var world = new World();
        var first = world.Report("Paper A", null,
            "The ferry sank near the outer breakwater shortly after midnight with nine people aboard");
        world.Copy(first, "Paper B", null);
        var map = Trace(world);
        var origin = Assert.Single(map.Origins);
        Assert.Equal(OriginKind.SharedText, origin.Kind);
        Assert.Contains("nothing tells who was first", origin.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void A_named_outlet_that_is_in_the_case_is_followed_and_one_that_is_not_is_the_origin_itself()
    {
        var world = new World().Source("The Journal").Source("Evening Sheet");
        var journal = world.Report("The Journal", "2026-03-01",
            "Three warehouses near the river burned for two nights before firemen reached them");
        var relay = world.Report("Evening Sheet", null, new Line(
            "three riverside warehouses burned for two nights until the firemen came near", "The Journal",
                "reported that",
            Kind: SourceKind.Outlet));
        var lost = world.Report("Evening Sheet", null, new Line(
            "the mayor resigned over unpaid debts", "The Gazette", "reported that", Kind: SourceKind.Outlet));
        var map = Trace(world);
        Assert.Equal(journal.Id, OriginOf(map, relay).Root);
        Assert.Equal(OriginKind.NamedOutlet, OriginOf(map, lost).Kind);
        Assert.Equal("The Gazette", OriginOf(map, lost).Voice);
    }

    [Fact]
    public void One_person_quoted_by_two_outlets_is_one_origin()
    {
        var world = new World();
        world.Report("Paper A", "2026-03-01",
            new Line("the bridge was closed because two bolts were missing", "Ada Voss"));
        world.Report("Paper B", "2026-03-02", new Line("two bolts were missing, so the bridge was closed", "Voss"));
        Assert.Single(Trace(world).Origins);
    }

    [Fact]
    public void Unnamed_voices_of_two_outlets_are_two_origins()
    {
        var world = new World();
        world.Report("Paper A", "2026-03-01",
            new Line("the bolts were never bought", "an official", Kind: SourceKind.Anonymous));
        world.Report("Paper B", "2026-03-02",
            new Line("nobody ever ordered any bolts", "an official", Kind: SourceKind.Anonymous));
        Assert.Equal(2, Trace(world).Origins.Length);
    }

    [Fact]
    public void A_spokeswoman_is_the_voice_of_her_company()
    {
        var world = new World().Source("Orrin Terminals", SourceKind.Organisation, Reliability.C)
            .Source("Mirela Ostrand", SourceKind.Person, describe: "spokeswoman of Orrin Terminals");
        world.Report("Paper A", "2026-03-01", new Line("every device had been inspected last week", "Mirela Ostrand"));
        Assert.Equal("Orrin Terminals", Assert.Single(Trace(world).Origins).Voice);
    }

    [Fact]
    public void A_denial_is_never_a_copy_of_what_it_denies()
    {
        var world = new World();
        var said = world.Report("Paper A", "2026-03-01", new Line(Gust, "Ada Voss"));
        var denied = world.Report("Paper B", "2026-03-02", new Line(Gust, "Bo Lund", "denied that", Act.Deny));
        var map = Trace(world);
        Assert.Equal("Bo Lund", OriginOf(map, denied).Voice);
        Assert.Equal("Ada Voss", OriginOf(map, said).Voice);
    }

    [Fact]
    public void A_circle_of_copies_is_opened_and_reported()
    {
        var world = new World();
        var a = world.Report("Paper A", null,
            "The ferry sank near the outer breakwater shortly after midnight with nine aboard");
        var b = world.Copy(a, "Paper B", null);
        var c = world.Copy(a, "Paper C", null);
        var whole = new AllSource.Kernel.TextSpan(0, a.Text.Length);
        Passage[] circle = [.. new[] { (a, b), (b, c), (c, a) }.Select(p =>
        {
            var (x, y) = string.CompareOrdinal(p.Item1.Id.Value, p.Item2.Id.Value) < 0 ? (p.Item1, p.Item2)
                : (p.Item2, p.Item1);
            return new Passage(x.Id.Value, whole, y.Id.Value, whole, PassageKind.Verbatim, p.Item1.Id.Value, .99,
                "alike");
        })];
        var map = OriginTracer.Trace(world.Reports, world.Claims, circle, world.Register);
        Assert.Single(map.Origins);
        Assert.NotEmpty(map.Conflicts);
        Assert.Contains(map.Edges, e => !e.IsDirected);
    }

    [Fact]
    public void An_analyst_s_cut_and_its_undoing_are_obeyed()
    {
        var world = new World();
        var a = world.Report("Paper A", "2026-03-01",
            "The ferry sank near the outer breakwater shortly after midnight with nine aboard");
        var b = world.Copy(a, "Paper B", "2026-03-02");
        var cut = new LineageJudgment(
            LineageVerdict.Cut, b.Id, a.Id, "analyst 1", new(2026, 3, 5, 9, 0, 0, TimeSpan.Zero), "both saw it");
        OriginMap With(LineageJudgment j) =>
            OriginTracer.Trace(world.Reports, world.Claims, world.Passages(), world.Register, [j]);
        Assert.Equal(2, With(cut).Origins.Length);
        Assert.Single(With(cut with { UndoneBy = "analyst 2", UndoneAt = cut.At.AddDays(1) }).Origins);
    }

    [Fact]
    public void Words_quoted_inside_a_denial_are_no_support()
    {
        const string text = "Ada Voss denied that Bo Lund said the ferry sank near the breakwater.";
        var world = new World();
        var report = world.Report("Paper A", "2026-03-01", text.TrimEnd('.'));
        Attribution Said(string who, string cue, string content, Act act) => new(
            [At(text, who)], [At(text, cue)], [At(text, content)], [], [], [], act, Mode.Indirect, SourceKind.Person,
                who, null, "");
        var outer = Said("Ada Voss", "denied", "Bo Lund said the ferry sank near the breakwater", Act.Deny);
        var inner = Said("Bo Lund", "said", "the ferry sank near the breakwater", Act.Assert);
        Claim[] claims = [.. new[] { outer, inner }.Select(a =>
            new Claim(Claim.IdOf(report.Id, a), report.Id, a, [new(a.Canonical, a.SourceKind)]))];
        var map = OriginTracer.Trace([report], claims, [], SourceRegister.Empty);
        Assert.False(map.Claims.Single(c => c.Voice == "Bo Lund").IsSupport);
        Assert.True(map.Claims.Single(c => c.Voice == "Ada Voss").IsSupport);
    }

    private static AllSource.Kernel.TextSpan At(string text, string part)
    {
        var at = text.IndexOf(part, StringComparison.Ordinal);
        return new(at, at + part.Length);
    }

    private static OriginMap Trace(World world) =>
        OriginTracer.Trace(world.Reports, world.Claims, world.Passages(), world.Register);

    private static Origin OriginOf(OriginMap map, Report report)
    {
        var id = map.Claims.First(c => c.Report == report.Id).Origin;
        return map.Origins.Single(o => o.Id == id);
    }
}
