using AllSource.Access;
using AllSource.Exposure;
using AllSource.Reports;
using AllSource.Tests.Release;

namespace AllSource.Tests.Exposure;

public sealed class WhoCouldHaveToldTests
{
    private static readonly Carrier Heron = new("o-1", "HERON", new ReportId("heron"));
    private static readonly Carrier Orrin = new("o-2", "Orrin Terminals", new ReportId("statement"));

    private static ExposureFinding Of(Clearance clearance, params Carrier[] carriers) => WhoCouldHaveTold.Of(
        "E6", ExposedKind.EvidenceRow, carriers, new(HarbourDraft.Reports, HarbourDraft.Register, clearance));

    [Fact]
    public void What_one_protected_source_alone_carries_identifies_it()
    {
        var finding = Of(Clearance.Of(Tlp.Amber), Heron);
        Assert.Equal(ExposureLevel.Identifies, finding.Level);
        Assert.Equal(1, finding.CouldHaveTold);
        Assert.Equal("HERON alone carries it: to tell it is to tell that HERON told.", finding.Sentence);
    }

    [Fact]
    public void An_origin_outside_protection_covers_the_source()
    {
        var finding = Of(Clearance.Of(Tlp.Amber), Heron, Orrin);
        Assert.Equal((ExposureLevel.Covered, 2, 1), (finding.Level, finding.CouldHaveTold, finding.OutsideOrigins));
        Assert.False(finding.GivesAway);
    }

    [Fact]
    public void Copies_of_one_origin_cover_no_better_than_the_one()
    {
        var copy = Orrin with { Report = new ReportId("mail") };
        Assert.Equal(1, Of(Clearance.Of(Tlp.Amber), Heron, Orrin, copy, copy).OutsideOrigins);
    }

    [Fact]
    public void Unknown_lineage_covers_nobody() =>
        Assert.Equal(ExposureLevel.Identifies, Of(Clearance.Of(Tlp.Amber), Heron, Orrin with { Origin = null }).Level);

    [Fact]
    public void What_somebody_told_the_protected_source_points_at_the_source_too()
    {
        var secondHand = new Carrier("o-3", "the shift leader", new ReportId("heron"));
        Assert.Equal(["HERON"], Of(Clearance.Of(Tlp.Amber), secondHand).ProtectedSources);
    }

    [Fact]
    public void Whoever_is_read_into_the_source_learns_nothing_new_of_it() =>
        Assert.Equal(ExposureLevel.None, Of(Clearance.Of(Tlp.Red, "HERON"), Heron).Level);

    [Fact]
    public void A_high_level_without_the_compartment_does_not_open_the_source() =>
        Assert.Equal(ExposureLevel.Identifies, Of(Clearance.Of(Tlp.Red), Heron).Level);

    [Fact]
    public void Known_unknowns_are_said_and_do_not_count()
    {
        var chat = HarbourDraft.Statement with { KnownUnknowns = ["two members never wrote"] };
        var protection = new Protection([HarbourDraft.HeronReport, chat], HarbourDraft.Register,
            Clearance.Of(Tlp.Amber));
        var finding = WhoCouldHaveTold.Of("E3", ExposedKind.EvidenceRow, [Heron, Orrin], protection);
        Assert.Equal(2, finding.CouldHaveTold);
        Assert.EndsWith("(known unknowns: 1).", finding.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void The_order_of_carriers_changes_nothing()
    {
        var there = Of(Clearance.Of(Tlp.Amber), Heron, Orrin);
        var back = Of(Clearance.Of(Tlp.Amber), Orrin, Heron);
        Assert.Equal(there.Sentence, back.Sentence);
        Assert.Equal(there.ProtectedSources, back.ProtectedSources);
    }
}
