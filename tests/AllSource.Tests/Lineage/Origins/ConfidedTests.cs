using AllSource.Claims;
using AllSource.Lineage.Origins;
using AllSource.Reports;
using AllSource.Sources;
using AllSource.Tests.Assessments;

namespace AllSource.Tests.Lineage.Origins;

/// <summary>An unnamed source whom one outlet has from another, and a body that speaks of itself.</summary>
public sealed class ConfidedTests
{
    [Theory]
    [InlineData("a driver", "told the Meridian News Agency that")]
    [InlineData("The driver, who spoke to the Meridian agency on condition of anonymity,", "said that")]
    [InlineData("The driver, speaking to Meridian,", "claimed that")]
    public void Who_told_another_outlet_is_the_unnamed_source_of_that_outlet(string speaker, string cue)
    {
        var (map, wire, paper) = Driver(speaker, cue);
        Assert.Single(map.Origins);
        Assert.Equal(wire.Id, OriginOf(map, paper).Root);
    }

    [Theory]
    [InlineData("a driver", "told the Meridian Bank that")]
    [InlineData("a driver", "said that")]
    public void Who_did_not_may_be_another(string speaker, string cue) =>
        Assert.Equal(2, Driver(speaker, cue).Map.Origins.Length);

    [Fact]
    public void Who_stands_by_his_report_is_no_further_origin_of_it()
    {
        var world = new World().Source("Meridian");
        world.Report("Meridian", "2026-03-06", new Line("the cold store had failed for eleven hours", "A driver",
            Kind: SourceKind.Anonymous, Canonical: "driver 1"));
        world.Report("Meridian", "2026-03-08", new Line("the driver's account that the cold store failed", "Meridian",
            "stands by", Act.StandBy, SourceKind.Outlet));
        Assert.Equal(OriginKind.AnonymousSpeaker, Assert.Single(Trace(world).Origins).Kind);
    }

    [Theory]
    [InlineData("The company", SourceKind.Organisation, "company")]
    [InlineData("We", SourceKind.Anonymous, "we")]
    public void In_its_own_release_a_company_speaks_of_itself(string speaker, SourceKind kind, string canonical)
    {
        var world = new World().Source("Brightspoon Catering", SourceKind.Organisation, Reliability.C);
        world.Report("Brightspoon Catering", "2026-03-06T09:00:00Z", new Line("its cold store failed on 3 March",
            speaker, "denies that", Act.Deny, kind == SourceKind.Organisation ? SourceKind.Anonymous : kind,
            canonical));
        world.Report("Meridian", "2026-03-06T11:00:00Z", new Line("the cold store had failed on 3 March",
            "Brightspoon Catering", "denied that", Act.Deny, SourceKind.Organisation));
        Assert.Equal("Brightspoon Catering", Assert.Single(Trace(world).Origins).Voice);
    }

    [Theory]
    [InlineData("A company", "company")]
    [InlineData("The company", "Lowell Haulage")]
    public void Another_company_in_its_release_is_another(string speaker, string canonical)
    {
        var world = new World().Source("Brightspoon Catering", SourceKind.Organisation, Reliability.C);
        world.Report("Brightspoon Catering", "2026-03-06", new Line("its lorry stood in the yard for eleven hours",
            speaker, Kind: SourceKind.Anonymous, Canonical: canonical));
        Assert.NotEqual("Brightspoon Catering", Assert.Single(Trace(world).Origins).Voice);
    }

    [Fact]
    public void The_company_in_a_newspaper_is_not_the_newspaper()
    {
        var world = new World().Source("Ardley Gazette");
        world.Report("Ardley Gazette", "2026-03-06", new Line("its cold store failed on 3 March", "The company",
            "denies that", Act.Deny, SourceKind.Anonymous, "company"));
        Assert.NotEqual("Ardley Gazette", Assert.Single(Trace(world).Origins).Voice);
    }

    private static (OriginMap Map, Report Wire, Report Paper) Driver(string speaker, string cue)
    {
        var world = new World().Source("Meridian News Agency");
        var wire = world.Report("Meridian News Agency", "2026-03-06", new Line(
            "a manager had ordered drivers to deliver the warm chicken all the same", "A driver", "told Meridian that",
            Kind: SourceKind.Anonymous, Canonical: "driver 1"));
        var paper = world.Report("Ardley Echo", "2026-03-07", new Line(
            "the warm chicken was to be delivered by drivers, on a manager's order", speaker, cue,
            Kind: SourceKind.Anonymous, Canonical: "driver 1"));
        return (Trace(world), wire, paper);
    }

    private static Origin OriginOf(OriginMap map, Report report) =>
        map.Origins.Single(o => o.Id == map.Claims.First(c => c.Report == report.Id).Origin);

    private static OriginMap Trace(World world) =>
        OriginTracer.Trace(world.Reports, world.Claims, world.Passages(), world.Register);
}
