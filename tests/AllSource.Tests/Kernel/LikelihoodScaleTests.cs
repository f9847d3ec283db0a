using AllSource.Kernel;

namespace AllSource.Tests.Kernel;

public sealed class LikelihoodScaleTests
{
    [Theory]
    [InlineData(.01, "almost no chance")]
    [InlineData(.05, "very unlikely")]
    [InlineData(.20, "unlikely")]
    [InlineData(.45, "roughly even chance")]
    [InlineData(.55, "roughly even chance")]
    [InlineData(.5500001, "likely")]
    [InlineData(.80, "likely")]
    [InlineData(.95, "very likely")]
    [InlineData(.99, "almost certain")]
    public void An_edge_of_ICD_203_belongs_to_one_band(double p, string word) =>
        Assert.Equal(word, LikelihoodScale.Icd203.Say(p).Word);

    [Theory]
    [InlineData(0)]
    [InlineData(.0099)]
    [InlineData(.995)]
    [InlineData(1)]
    public void Outside_1_to_99_percent_ICD_203_prints_the_number_alone(double p) =>
        Assert.False(LikelihoodScale.Icd203.Say(p).HasWord);

    [Fact]
    public void Every_probability_is_in_at_most_one_band_and_within_1_to_99_percent_in_exactly_one()
    {
        for (var i = 0; i <= 10_000; i++)
        {
            var p = i / 10_000.0;
            var bands = LikelihoodScale.Icd203.Bands.Count(b => b.Holds(p));
            Assert.Equal(p is >= .01 and <= .99 ? 1 : 0, bands);
            Assert.True(LikelihoodScale.Phia.Bands.Count(b => b.Holds(p)) <= 1);
        }
    }

    [Theory]
    [InlineData(.07, "remote chance", true)]
    [InlineData(.08, "highly unlikely", true)]
    [InlineData(.45, "realistic possibility", false)]
    [InlineData(.52, "realistic possibility", true)]
    [InlineData(.60, "likely", false)]
    public void A_probability_in_a_gap_of_PHIA_takes_the_nearest_word_and_says_so(double p, string word, bool snapped)
    {
        var said = LikelihoodScale.Phia.Say(p);
        Assert.Equal((word, snapped), (said.Word, said.Snapped));
    }

    [Fact]
    public void A_probability_outside_0_to_1_is_a_bug_of_the_caller() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => LikelihoodScale.Icd203.Say(double.NaN));
}
