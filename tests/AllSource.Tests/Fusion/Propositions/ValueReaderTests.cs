using AllSource.Fusion.Propositions;

namespace AllSource.Tests.Fusion.Propositions;

public sealed class ValueReaderTests
{
    [Theory]
    [InlineData("the fire killed 20 people on Monday night", "count:person:kill 20", "day 1")]
    [InlineData("12 heavily armed men were arrested", "count:person:arrest 12")]
    [InlineData("twenty-five were injured", "count:person:injure 25")]
    [InlineData("one person was killed and three were injured", "count:person:injure 3", "count:person:kill 1")]
    [InlineData("a gust of 34 metres per second", "count:metr 34")]
    [InlineData("it cost $5 million", "money:usd 5000000")]
    [InlineData("they took 1.2 million euros", "money:eur 1200000")]
    [InlineData("clamp B holds only 60 per cent", "share 60")]
    [InlineData("60% of them left", "share 60")]
    [InlineData("on 17 September 2026", "date 917", "year 2026")]
    [InlineData("on September 17th, 2026 it rained", "date 917", "year 2026")]
    [InlineData("on 2026-09-17", "date 917", "year 2026")]
    [InlineData("at 02:14 the crane rolled", "clock 134")]
    [InlineData("at 2.14 p.m. the crane rolled", "clock 854")]
    [InlineData("at 3 pm", "clock 900")]
    [InlineData("in 2019 the yard was sold", "year 2019")]
    [InlineData("34,000 tonnes of grain", "count:ton 34000")]
    [InlineData("two hundred tonnes of grain", "count:ton 200")]
    public void A_value_is_read_with_its_question(string text, params string[] expected) => Assert.Equal(expected,
        ValueReader.Of(text).Select(v => FormattableString.Invariant($"{v.Key} {v.Low:0.##}")));

    [Theory]
    [InlineData("crane 4 rolls along the quay")]
    [InlineData("he may walk on the sun deck")]
    [InlineData("Flight 1204 was late")]
    [InlineData("the 4 of them")]
    [InlineData("")]
    public void What_is_no_answer_is_left_out(string text) => Assert.Empty(ValueReader.Of(text));

    [Theory]
    [InlineData("about 30 people were killed", "31 people were killed", true)]
    [InlineData("at least 30 people were killed", "45 people were killed", true)]
    [InlineData("fewer than 30 people were killed", "45 people were killed", false)]
    [InlineData("30 people were killed", "31 people were killed", false)]
    [InlineData("30 people were killed", "31 people were injured", null)]
    [InlineData("30 people", "31 people were injured", false)]
    [InlineData("on 17 September", "in September", true)]
    [InlineData("on 17 September", "on 18 September", false)]
    [InlineData("at 14:00", "at 2 pm", true)]
    [InlineData("around 14:00", "at 14:10", true)]
    [InlineData("at 14:00", "at 14:10", false)]
    [InlineData("fourteen ships", "14 ships", true)]
    public void Values_of_one_question_agree_or_are_rivals(string one, string other, bool? agree)
    {
        var (a, b) = (ValueReader.Of(one), ValueReader.Of(other));
        Assert.Equal(agree == false, RivalValues.Are(a, b));
        Assert.Equal(agree == false, RivalValues.Are(b, a));
        Assert.Equal(agree is not null, a.Any(x => b.Any(x.Answers)));
    }

    [Fact]
    public void No_text_makes_it_throw_or_takes_it_long()
    {
        var random = new Random(5);
        var parts = new[] { "12", ":", ".", "per", "cent", "%", "$", "May", "31st", "2026", "at", "pm", "about", "-",
            "million", "people", "killed", ",", "\u2019", "9999999999999999999", "1.2.3", "14:99", "to", "up" };
        for (var i = 0; i < 3000; i++)
        {
            var text = string.Join(random.Next(3) == 0 ? "" : " ",
                Enumerable.Range(0, random.Next(12)).Select(_ => parts[random.Next(parts.Length)]));
            Assert.All(ValueReader.Of(text), v => Assert.True(v.Low <= v.High, text));
        }

        Assert.True(ValueReader.Of(new string('9', 200_000)).Length <= 1);
    }
}
