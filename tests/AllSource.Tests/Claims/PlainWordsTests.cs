using AllSource.Claims;
using AllSource.Kernel;

namespace AllSource.Tests.Claims;

/// <summary>Refusals in other words, documents that speak, and what nobody named is said to say.</summary>
public sealed class PlainWordsTests
{
    private static readonly ClaimReader Reader = new();

    [Theory]
    [InlineData("The harbour office has yet to respond to our letter.", "has yet to respond")]
    [InlineData("The mayor was unavailable for comment on Friday.", "was unavailable for comment")]
    [InlineData("The minister gave no explanation for the closure.", "gave no explanation")]
    [InlineData("Brandt said that the clerk wouldn't give a name.", "wouldn't give")]
    public void Who_says_nothing_in_other_words_declines(string text, string cue)
    {
        var said = Reader.Read(text).Single(a => a.Cue.Any(c => Bare(c.Of(text)) == cue));
        Assert.Equal(Act.Decline, said.Act);
        Assert.NotEmpty(said.Source);
    }

    [Theory]
    [InlineData("There is no sign that Ostrand met the others, and Ostrand had not read the newspapers of that week.")]
    [InlineData("If anybody rings, you know nothing about June.")]
    public void Who_has_not_read_or_does_not_know_withholds_nothing(string text) =>
        Assert.DoesNotContain(Reader.Read(text), a => a.Act == Act.Decline);

    /// <summary>A model may count the "to" of "respond to" in or out, and the "for" of "no explanation for".</summary>
    private static string Bare(string cue) => cue.EndsWith(" to", StringComparison.Ordinal) ? cue[..^3]
        : cue.EndsWith(" for", StringComparison.Ordinal) ? cue[..^4] : cue;

    [Fact]
    public void A_log_that_shows_something_is_a_source()
    {
        const string text = "We contest that: the log shows a call at 02:31.";
        var said = Reader.Read(text).Single(a => a.Cue.Any(c => c.Of(text) == "shows"));
        Assert.Equal("the log", Assert.Single(said.Source).Of(text));
        Assert.Equal("a call at 02:31", Assert.Single(said.Content).Of(text));
    }

    [Theory]
    [InlineData("A councillor reportedly has a copy of the letter.", "reportedly")]
    [InlineData("It is understood creditors will meet next week.", "is understood")]
    public void What_is_reported_by_nobody_named_has_no_source(string text, string cue)
    {
        var said = Reader.Read(text).Single(a => a.Cue.Any(c => c.Of(text) == cue));
        Assert.Empty(said.Source);
        Assert.NotEmpty(said.Content);
    }
}
