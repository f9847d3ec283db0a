using AllSource.Assessments;

namespace AllSource.Tests.Assessments;

public sealed class OutcomesTests
{
    [Fact]
    public void A_perfect_forecaster_scores_nothing_and_an_undecided_one_a_quarter()
    {
        Assert.Equal(0, Outcomes.Score([new("a", 1, true, "x"), new("b", 0, false, "x")]).Brier, 1e-12);
        Assert.Equal(.25, Outcomes.Score([new("a", .5, true, "x"), new("b", .5, false, "x")]).Brier, 1e-12);
    }

    [Fact]
    public void A_calibrated_forecaster_lies_within_the_intervals()
    {
        var random = new Random(7);
        var said = Enumerable.Range(0, 5000).Select(i => random.NextDouble()).ToList();
        var score = Outcomes.Score([.. said.Select((p, i) => new Outcome($"{i}", p, random.NextDouble() < p, "x"))]);
        Assert.Equal(10, score.Curve.Length);
        Assert.True(score.Curve.Count(b => b.Low <= b.MeanSaid && b.MeanSaid <= b.High) >= 8);
        Assert.InRange(score.ExpectedError, 0, .04);
        Assert.True(score.BrierLow < score.Brier && score.Brier < score.BrierHigh);
    }

    [Fact]
    public void A_single_outcome_has_no_interval_and_none_has_no_score()
    {
        Assert.Null(Outcomes.Score([new("a", .7, true, "x")]).BrierLow);
        Assert.Equal(0, Outcomes.Score([]).Count);
        Assert.Throws<ArgumentOutOfRangeException>(() => Outcomes.Score([new("a", 1.2, true, "x")]));
    }

    [Fact]
    public void Of_a_judgment_resolved_twice_the_later_outcome_counts_and_analysts_have_their_own_numbers()
    {
        static ResolvedJudgment Of(string about, bool cameTrue, int day, double desk, double mara) => new(
            "one", "harbour", about, "wind", cameTrue, [new(ResolvedJudgment.TheDesk, desk), new("Mara", mara)],
            ["Paper A"], new(2026, 3, day, 0, 0, 0, TimeSpan.Zero));
        ResolvedJudgment[] resolved =
            [Of("H1", true, 2, .8, .4), Of("H1", false, 1, .8, .4), Of("H2", false, 1, .2, .6)];
        var report = OutcomeReport.Of(resolved);
        Assert.Equal(2, report.Judgments);
        Assert.Equal(.04, report.All.Brier, 1e-12);
        var analysts = report.By.Single(d => d.Name == "analyst").Groups;
        Assert.Equal(["Mara", "the desk"], analysts.Select(g => g.Name));
        Assert.Equal(.36, analysts[0].Calibration.Brier, 1e-12);
        Assert.Equal((1, 1), OutcomeReport.TrackRecords(resolved).Select(t => (t.Right, t.Wrong)).Single());
        Assert.Equal(System.Text.Json.JsonSerializer.Serialize(report),
            System.Text.Json.JsonSerializer.Serialize(OutcomeReport.Of(resolved.Reverse())));
    }
}
