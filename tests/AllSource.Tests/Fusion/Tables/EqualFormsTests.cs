using AllSource.Fusion;
using AllSource.Fusion.Tables;

namespace AllSource.Tests.Fusion.Tables;

public sealed class EqualFormsTests
{
    [Theory]
    [InlineData("2.5", "2.50")]
    [InlineData("1,200", "1200")]
    [InlineData("-3", "-3.0")]
    [InlineData("10:02", "10:02:00")]
    [InlineData("10:02 PM", "22:02")]
    [InlineData("2024-03-01", "1 March 2024")]
    [InlineData("March 1, 2024", "1 Mar 2024")]
    public void Ways_of_writing_the_same_are_the_same(string one, string other)
    {
        Assert.NotNull(ValueForm.Of(one));
        Assert.Equal(ValueForm.Of(one), ValueForm.Of(other));
    }

    [Theory]
    [InlineData("10:02", "10:03")]
    [InlineData("1,20", "120")]
    [InlineData("007", "7")]
    [InlineData("1.2.3", "1.2.30")]
    [InlineData("03/04/2024", "2024-04-03")]
    [InlineData("May", "2024-05-01")]
    public void What_differs_or_could_be_read_in_two_ways_is_left_alone(string one, string other) =>
        Assert.False(ValueForm.Of(one) is { } form && form == ValueForm.Of(other));

    [Fact]
    public void Sources_that_write_one_number_differently_agree()
    {
        var fused = TableFusion.Fuse(ClaimTable.Of([
            ("a", "crowd", "1,200"), ("b", "crowd", "1200"), ("c", "crowd", "1200.0"), ("d", "crowd", "900"),
            ("a", "dead", "3"), ("b", "dead", "3")]));
        Assert.Equal(["1,200", "900"], fused.Of("crowd").Select(v => v.Value).Order(StringComparer.Ordinal));
        Assert.Equal(3, fused.Of("crowd").Single(v => v.Value == "1,200").Reports);
    }

    [Fact]
    public void Names_that_look_like_numbers_among_words_stay_as_they_are()
    {
        var fused = TableFusion.Fuse(ClaimTable.Of([
            ("a", "release", "2.5"), ("b", "release", "2.50"), ("c", "release", "blue"), ("d", "release", "green")]));
        Assert.Equal(4, fused.Count);
    }
}
