using AllSource.Lineage;
using AllSource.Lineage.Origins;
using AllSource.Reports;
using AllSource.Tests.Assessments;

namespace AllSource.Tests.Lineage.Origins;

/// <summary>Analysts' words on lineage that cannot all hold, and dates that no step may turn round.</summary>
public sealed class JudgmentConflictTests
{
    private const string Ferry = "The ferry sank near the outer breakwater shortly after midnight with nine aboard";
    private readonly World _world = new();

    [Fact]
    public void Links_that_close_a_circle_are_named_and_the_later_word_is_obeyed()
    {
        var (a, b) = Two("2026-03-01", "2026-03-01");
        LineageJudgment[] both = [Judged(LineageVerdict.Link, b, a, 1), Judged(LineageVerdict.Link, a, b, 2)];
        var map = Trace(both);
        var conflict = Assert.Single(map.Conflicts);
        Assert.Contains("analyst 1 judged on 2026-03-05 01:00 UTC", conflict.What, StringComparison.Ordinal);
        Assert.Contains("analyst 2 judged on 2026-03-05 02:00 UTC", conflict.What, StringComparison.Ordinal);
        Assert.Equal([(a.Id, b.Id)], map.Edges.Where(e => e.IsDirected).Select(e => (e.Copier, e.Original)));
        Assert.Equal(map.Conflicts, JudgmentConflicts.Of(both.Reverse(), _world.Reports, _world.Register),
            (x, y) => x.What == y.What && x.Done == y.Done);
    }

    [Fact]
    public void A_link_against_a_cut_of_the_same_two_is_named()
    {
        var (a, b) = Two("2026-03-01", "2026-03-01");
        var map = Trace(Judged(LineageVerdict.Cut, a, b, 1), Judged(LineageVerdict.Link, b, a, 2));
        Assert.Contains("contradict", Assert.Single(map.Conflicts).What, StringComparison.Ordinal);
        Assert.Single(map.Edges, e => e.IsDirected && e.Copier == b.Id);
        Assert.Empty(Trace(Judged(LineageVerdict.Link, b, a, 1), Judged(LineageVerdict.Cut, a, b, 2)).Edges);
    }

    [Fact]
    public void A_link_to_a_later_report_is_obeyed_and_named()
    {
        var (a, b) = Two("2026-03-01", "2026-03-09");
        var map = Trace(Judged(LineageVerdict.Link, a, b, 1));
        Assert.Contains("the later of the two", Assert.Single(map.Conflicts).What, StringComparison.Ordinal);
        Assert.Empty(Trace(Judged(LineageVerdict.Link, b, a, 1)).Conflicts);
    }

    [Fact]
    public void For_any_dates_no_claim_and_no_report_comes_from_a_later_one()
    {
        string?[] dates = [null, "2026-03-01", "2026-03-02", "2026-03-03T08:00:00Z", "2026-03-04", "2026-03-06T09:00"];
        for (var seed = 0; seed < 40; seed++)
        {
            var random = new Random(seed);
            var world = new World();
            var first = world.Report("Paper 0", dates[random.Next(dates.Length)],
                new Line(Ferry.ToLowerInvariant(), "Ada Voss"), "The quay stayed shut all week");
            for (var n = 1; n < 5; n++) world.Copy(first, $"Paper {n}", dates[random.Next(dates.Length)]);
            var passages = world.Passages().Select(p => p with { Copier = random.Next(2) == 0 ? p.A : p.B });
            var map = OriginTracer.Trace(world.Reports, world.Claims, passages, world.Register);
            var at = world.Reports.ToDictionary(r => r.Id, r => r.Facts.Published);
            bool IsLater(ReportId one, ReportId than) =>
                at[one] is { } up && at[than] is { } own && own.IsSurelyBefore(up);
            Assert.DoesNotContain(map.Edges, e => e.IsDirected && IsLater(e.Original, e.Copier));
            Assert.DoesNotContain(map.Claims,
                c => c.Path.Any(s => s.To is { } to && IsLater(to, c.Report)));
        }
    }

    private (Report A, Report B) Two(string dateA, string dateB) =>
        (_world.Report("Paper A", dateA, Ferry), _world.Report("Paper B", dateB, "Nothing of that is known here"));

    private OriginMap Trace(params LineageJudgment[] judgments) =>
        OriginTracer.Trace(_world.Reports, _world.Claims, [], _world.Register, judgments);

    private static LineageJudgment Judged(LineageVerdict verdict, Report copier, Report original, int hour) => new(
        verdict, copier.Id, original.Id, $"analyst {hour}", new(2026, 3, 5, hour, 0, 0, TimeSpan.Zero), "because");
}
