using AllSource.Claims;

namespace AllSource.Tests.Claims;

/// <summary>When something was said, to whom, and how it is weakened: whose a time, a hearer, a "may" is.</summary>
public sealed class WhenAndHowSureTests
{
    [Theory]
    [InlineData("Her lawyer first denied that the letter existed.", "first")]
    [InlineData("The warden told us at the funeral that the gate was open.", "at the funeral")]
    [InlineData("The warden told parliament last year that the gate was open.", "last year")]
    [InlineData("The warden said on his deathbed that the gate was open.", "on his deathbed")]
    [InlineData("The warden said at 17.40 that the gate was open.", "at 17.40")]
    [InlineData("The warden said after the vote that the gate was open.", "after the vote")]
    [InlineData("Thirty years on, the warden said that the gate was open.", "Thirty years on")]
    [InlineData("03:15: The warden says that the gate is open.", "03:15")]
    public void The_text_tells_when_it_was_said(string text, string time) =>
        Assert.Equal(time, Assert.Single(new ClaimReader().Read(text)[0].Time).Of(text));

    [Fact]
    public void A_time_behind_anothers_verb_is_not_of_this_one()
    {
        const string Text = "The council, which had announced in April that the birds would be moved, now concedes "
            + "that it was wrong.";
        var concedes = new ClaimReader().Read(Text).First(a => a.Cue[0].Of(Text).EndsWith("concedes",
            StringComparison.Ordinal));
        Assert.Equal("now", Assert.Single(concedes.Time).Of(Text));
    }

    [Theory]
    [InlineData("The warden is said to have replied that the gate was open.", "is said")]
    [InlineData("The warden was reported to have replied that the gate was open.", "was reported")]
    [InlineData("The warden said that the gate could well be open.", "could")]
    [InlineData("The warden said that the gate was, in all likelihood, open.", "in all likelihood")]
    [InlineData("We judge with moderate confidence that the gate was open.", "with moderate confidence")]
    public void What_weakens_a_claim_is_its_hedge(string text, string hedge) =>
        Assert.Equal(hedge, Assert.Single(new ClaimReader().Read(text)[0].Hedge).Of(text));

    [Theory]
    [InlineData("The warden asked whether the gate could be open.")]
    [InlineData("The warden said that we might as well go home.")]
    public void Not_every_could_and_might_weakens_a_claim(string text) =>
        Assert.All(new ClaimReader().Read(text), a => Assert.Empty(a.Hedge));

    [Theory]
    [InlineData("The warden had warned her that she would lose her post.", "her")]
    [InlineData("The warden said in an interview with Radio Delta that the gate was open.", "Radio Delta")]
    [InlineData("The warden phoned him from the lodge and said that the gate was open.", "him")]
    [InlineData("The warden testified before the committee that the gate was open.", "the committee")]
    public void Whom_it_was_said_to(string text, string hearer) =>
        Assert.Contains(new ClaimReader().Read(text), a => a.Addressee.Any(s => s.Of(text) == hearer));

    [Fact]
    public void Who_has_it_from_another_hears_it_and_does_not_say_it()
    {
        const string Text = "The tariff will rise, the mechanic says. He heard from a clerk that the tariff will rise.";
        var heard = new ClaimReader().Read(Text).First(a => a.Cue[0].Of(Text).StartsWith("heard",
            StringComparison.Ordinal));
        Assert.Equal("a clerk", Assert.Single(heard.Source).Of(Text));
        Assert.Equal("He", Assert.Single(heard.Addressee).Of(Text));
    }

    [Fact]
    public void A_court_hears_and_nobody_is_said_to_have_spoken()
    {
        const string Text = "The warden was hurt when the crane fell, a court heard on Tuesday.";
        var heard = Assert.Single(new ClaimReader().Read(Text));
        Assert.Empty(heard.Source);
        Assert.Equal("", heard.Canonical);
        Assert.Equal("a court", Assert.Single(heard.Addressee).Of(Text));
    }
}
