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
}
