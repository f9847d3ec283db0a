using AllSource.Lineage;
using AllSource.Lineage.Alignment;

namespace AllSource.Tests.Lineage;

public class ElisionTests
{
    [Fact]
    public void What_the_later_text_leaves_out_does_not_part_a_passage() =>
        Assert.Single(Elisions.Joined([[new(0, 0, 8)], [new(20, 8, 9)]]));

    [Fact]
    public void What_is_left_out_may_begin_with_the_words_that_follow_it()
    {
        var joined = Assert.Single(Elisions.Joined([[new(0, 0, 8)], [new(20, 6, 9)]]));
        Assert.Equal([new Run(0, 0, 8), new Run(22, 8, 7)], joined);
    }

    [Fact]
    public void Own_words_of_the_later_text_part_two_passages() =>
        Assert.Equal(2, Elisions.Joined([[new(0, 0, 8)], [new(20, 12, 9)]]).Count);

    [Fact]
    public void What_stands_before_in_the_earlier_text_is_another_passage() =>
        Assert.Equal(2, Elisions.Joined([[new(20, 0, 8)], [new(0, 8, 9)]]).Count);

    [Fact]
    public void A_text_of_which_nearly_all_is_left_out_is_not_one_passage() =>
        Assert.Equal(2, Elisions.Joined([[new(0, 0, 8)], [new(500, 8, 9)]]).Count);

    [Theory]
    [InlineData("Re: New dock (was Re: Old dock)", "new dock", "old dock")]
    [InlineData("What was that? [was: The  old dock]", "what was that?", "the old dock")]
    [InlineData("Re: The  old dock", "the old dock", null)]
    public void A_title_tells_what_it_was_before(string title, string key, string? former)
    {
        var document = new LineageDocument("a", "", Title: title);
        Assert.Equal(key, Prepared.TitleKeyOf(document));
        Assert.Equal(former, Prepared.FormerTitleKeyOf(document));
    }
}
