using AllSource.Fusion;
using AllSource.Sources;
using FsCheck;
using FsCheck.Fluent;

namespace AllSource.Tests.Fusion;

public sealed class BeliefEngineTests
{
    private static Arbitrary<OriginVoice[]> Voices { get; } = Arb.From(
        (from origin in Gen.Choose(0, 5)
         from grade in Gen.Elements(Enum.GetValues<Reliability>())
         from supports in Gen.Elements(true, false)
         from reports in Gen.Choose(1, 4)
         from independence in Gen.Choose(0, 10)
         from misread in Gen.Choose(0, 10)
         select new OriginVoice($"o{origin}", grade, supports, reports, independence / 10d, misread / 20d)).ArrayOf(7));

    [Fact]
    public void The_order_of_voices_changes_nothing() =>
        Prop.ForAll(Voices, voices => BeliefEngine.Fuse(.4, voices).Probability
            == BeliefEngine.Fuse(.4, [.. voices.Reverse()]).Probability).QuickCheckThrowOnFailure();

    [Fact]
    public void A_copy_is_not_a_second_source() =>
        Prop.ForAll(Voices, voices =>
        {
            var alone = BeliefEngine.Fuse(.3, voices);
            var echoed = BeliefEngine.Fuse(.3, [.. voices, .. voices, .. voices]);
            return alone.Probability == echoed.Probability && alone.Origins == echoed.Origins
                && echoed.Reports == 3 * alone.Reports && alone.EffectiveOrigins == echoed.EffectiveOrigins;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_denial_never_raises_what_it_denies() =>
        Prop.ForAll(Voices, voices => voices.Where(v => !v.Supports).All(denial =>
            BeliefEngine.Fuse(.5, voices).Probability
            <= BeliefEngine.Fuse(.5, [.. voices.Where(v => v != denial)]).Probability
                + 1e-12)).QuickCheckThrowOnFailure();

    [Fact]
    public void An_unknown_grade_equals_no_grade() =>
        Prop.ForAll(Voices, voices => Math.Abs(
            BeliefEngine.Fuse(.5, voices).Probability
            - BeliefEngine.Fuse(.5, [.. voices.Where(v => v.Grade != Reliability.F)]).Probability) < 1e-12)
            .QuickCheckThrowOnFailure();

    [Fact]
    public void One_more_independent_supporting_origin_raises() =>
        Prop.ForAll(Voices, voices => Enum.GetValues<Reliability>().Where(g => g != Reliability.F).All(grade =>
            BeliefEngine.Fuse(.5, [.. voices, new("new", grade, true)]).Probability
            > BeliefEngine.Fuse(.5, voices).Probability)).QuickCheckThrowOnFailure();

    [Fact]
    public void The_reasons_add_up_to_the_number() =>
        Prop.ForAll(Voices, voices =>
        {
            var belief = BeliefEngine.Fuse(.2, voices);
            return Math.Abs((1 / (1 + Math.Exp(-belief.Reasons.Sum(r => r.Weight)))) - belief.Probability) < 1e-12;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Independent_corroboration_is_exact_Bayes()
    {
        var belief = BeliefEngine.Fuse(.5, [new("a", Reliability.B, true), new("b", Reliability.C, true)]);
        Assert.Equal(.8 * .7 / ((.8 * .7) + (.2 * .3)), belief.Probability, 12);
        Assert.Equal(2, belief.Origins);
        Assert.False(belief.Calibrated);
    }

    [Fact]
    public void A_reason_says_reports_and_origin_apart()
    {
        var belief = BeliefEngine.Fuse(.5, [new("reuters", Reliability.B, true, 3), new("x", Reliability.F, false)]);
        Assert.Contains(belief.Reasons, r => r.Sentence == "3 reports, 1 origin for it");
        Assert.Contains(belief.Reasons, r =>
            r.Sentence.Contains("reliability unknown: no weight", StringComparison.Ordinal));
    }

    [Fact]
    public void A_record_moves_its_own_source_and_never_below_knowing_nothing()
    {
        var register = new SourceRegister(
            [new(new("HERON"), SourceKind.ProtectedPerson, Reliability.C, null, ["the pilot"])]);
        var learnt = GradeAccuracy.Learnt([new("HERON", 20, 0), new("Ann", 0, 500)], register);
        Assert.InRange(learnt.Of(Reliability.C, "HERON"), .84, .86);
        Assert.Equal(learnt.Of(Reliability.C, "HERON"), learnt.Of(Reliability.C, "the pilot"));
        Assert.Equal(.5, learnt.Of(Reliability.A, "Ann"));
        Assert.Equal(.70, learnt.Of(Reliability.C, "somebody else"));
    }

    [Fact]
    public void A_source_without_a_grade_gains_weight_by_its_record_and_the_reason_says_so()
    {
        OriginVoice[] voices = [new("Ann in a mail", Reliability.F, true, Speaker: "Ann")];
        var learnt = GradeAccuracy.Learnt([new("Ann", 9, 1)], new SourceRegister([]));
        Assert.Equal(.5, BeliefEngine.Fuse(.5, voices).Probability);
        var belief = BeliefEngine.Fuse(.5, voices, learnt);
        Assert.Equal(19.0 / 30, belief.Probability, 12);
        Assert.Contains(belief.Reasons, r =>
            r.Sentence.Contains("right in 9 of 10 resolved elsewhere", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(double.NaN)]
    public void A_prior_that_is_no_doubt_at_all_is_a_bug(double prior) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => BeliefEngine.Fuse(prior, []));
}
