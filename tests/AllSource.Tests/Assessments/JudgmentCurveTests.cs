using System.Collections.Immutable;
using AllSource.Assessments;
using AllSource.Kernel;
using AllSource.Sources;

namespace AllSource.Tests.Assessments;

public sealed class JudgmentCurveTests
{
    [Fact]
    public void A_desk_that_said_more_than_came_true_is_straightened_toward_what_came_true()
    {
        var curve = JudgmentCurve.Of(Resolved(60, .95, 2, 3));
        Assert.True(curve.IsFitted);
        Assert.InRange(curve.Straighten(.95), .6, .75);
        Assert.InRange(curve.Straighten(.05), .25, .4);
        Assert.Equal(1, curve.Straighten(.3) + curve.Straighten(.7), 1e-12);
        Assert.InRange(JudgmentCurve.Of(Resolved(60, .8, 4, 5)).Straighten(.8), .77, .83);
    }

    [Fact]
    public void Few_outcomes_straighten_nothing_and_it_is_said()
    {
        var curve = JudgmentCurve.Of(Resolved(JudgmentCurve.OutcomesMin - 1, .95, 1, 2));
        Assert.False(curve.IsFitted);
        Assert.Equal(.95, curve.Straighten(.95));
        Assert.Contains("uncalibrated", curve.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_already_straightened_is_not_learnt_from_again()
    {
        ImmutableArray<SaidProbability> said =
            [new(ResolvedJudgment.TheDesk, .67), new(ResolvedJudgment.BeforeCalibration, .95)];
        var resolved = Resolved(60, .95, 2, 3);
        Assert.Equal(JudgmentCurve.Of(resolved).Straighten(.9),
            JudgmentCurve.Of(resolved.Select(r => r with { Said = said })).Straighten(.9));
        Assert.DoesNotContain(OutcomeReport.Of(resolved.Select(r => r with { Said = said })).By
            .Single(d => d.Name == "analyst").Groups, g => g.Name == ResolvedJudgment.BeforeCalibration);
    }

    [Fact]
    public void A_judgment_says_what_was_worked_out_and_what_outcomes_make_of_it_and_the_same_hypothesis_leads()
    {
        var world = new World().Source("Paper A", grade: Reliability.B);
        world.Report("Paper A", "2026-03-01", "The boiler of the ferry exploded in the harbour");
        Hypothesis[] hypotheses = [new("H1", "The boiler exploded."), new("H2", "A torpedo hit it.")];
        var input = world.Input() with
        {
            Hypotheses = [.. hypotheses],
            Evidence = [new("E1", "The boiler of the ferry exploded in the harbour.",
                ImmutableSortedDictionary<string, Consistency>.Empty.Add("H1", Consistency.VeryConsistent)
                    .Add("H2", Consistency.VeryInconsistent))],
        };
        var plain = Assessor.Assess(input);
        var straight = Assessor.Assess(input with { ResolvedElsewhere = [.. Resolved(200, .9, 1, 2)] });
        Assert.Equal(0, plain.CalibratedBy);
        Assert.Null(plain.Judgments[0].WorkedOut);
        Assert.Equal(200, straight.CalibratedBy);
        Assert.Equal(plain.Hypotheses[0].Id, straight.Hypotheses[0].Id);
        Assert.Equal(plain.Hypotheses[0].Posterior, straight.Judgments[0].WorkedOut);
        Assert.True(straight.Judgments[0].Likelihood.Probability < plain.Judgments[0].Likelihood.Probability);
        Assert.Equal(1, straight.Hypotheses.Sum(h => h.Posterior), 1e-9);
        Assert.Contains("resolved elsewhere", straight.Judgments[0].Reasons[1], StringComparison.Ordinal);
    }

    [Fact]
    public void An_official_without_a_name_has_no_record_from_another_case()
    {
        var world = new World().Source("Paper A", grade: Reliability.B);
        world.Report("Paper A", "2026-03-01",
            new Line("the boiler had failed", "An official", Kind: SourceKind.Anonymous, Canonical: "official 1"));
        var plain = Assessor.Assess(world.Input());
        var voices = plain.Origins.Origins.Select(o => o.Voice).Where(v => v != "Paper A").ToImmutableArray();
        Assert.NotEmpty(voices);
        var after = Assessor.Assess(world.Input() with
        {
            ResolvedElsewhere = [.. Resolved(12, .9, 0, 1).Select(r => r with { Sources = voices })],
        });
        Assert.Equal(plain.Propositions.Select(p => p.Belief.Probability),
            after.Propositions.Select(p => p.Belief.Probability));
        Assert.DoesNotContain(plain.Propositions.SelectMany(p => JudgedSources.Of(plain, p.Id.Value)), voices.Contains);
    }

    /// <param name="right">So many of <paramref name="of"/> came true.</param>
    private static IEnumerable<ResolvedJudgment> Resolved(int count, double said, int right, int of) =>
        Enumerable.Range(0, count).Select(i => new ResolvedJudgment(
            "", $"case {i}", "H1", "wind", i % of < right, [new(ResolvedJudgment.TheDesk, said)], [],
            new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero)));
}
