using AllSource.Claims;
using AllSource.Kernel;

namespace AllSource.Tests.Claims;

/// <summary>From whom somebody has what he says, and on whose word he says it.</summary>
public sealed class HearsayTests
{
    private static readonly ClaimReader Reader = new();

    private static IEnumerable<(string Source, string Cue)> Read(string text) => Reader.Read(text).Select(a =>
        (a.Source.Length > 0 ? a.Source[0].Of(text) : "", string.Join(' ', a.Cue.Select(c => c.Of(text)))));

    [Theory]
    [InlineData("The porter picked it up from a taxi driver.", "a taxi driver", "picked up from")]
    [InlineData("The foreman got it from the night clerk.", "the night clerk", "got from")]
    [InlineData("Her cousin had this, he said, from the parish register.", "the parish register", "had from")]
    [InlineData("She got wind of it through the cook.", "the cook", "got wind of through")]
    public void Whom_one_has_it_from_is_the_source(string text, string source, string cue) =>
        Assert.Contains((source, cue), Read(text));

    [Fact]
    public void Nobody_is_heard_where_a_thing_is_fetched() =>
        Assert.DoesNotContain(Read("The porter picked up a parcel from the counter and got soup from the kitchen."),
            r => r.Cue.EndsWith("from", StringComparison.Ordinal));

    [Theory]
    [InlineData("The police put the toll at 12.", "The police", "the toll at 12")]
    [InlineData("Invoice 3307 puts the load at 212 tonnes.", "Invoice 3307", "the load at 212 tonnes")]
    public void A_figure_that_is_put_on_a_thing_is_a_claim(string text, string source, string content)
    {
        var claim = Assert.Single(Reader.Read(text));
        Assert.Equal((source, content), (claim.Source[0].Of(text), claim.Content[0].Of(text)));
    }

    [Fact]
    public void A_quoted_statement_is_its_owners()
    {
        const string text = "The mayor's statement, in full: “The pier is there. Walk on it.”";
        Assert.Contains(Reader.Read(text), a => a.Content.Any(c => c.Of(text) == "“The pier is there. Walk on it.”"));
    }
}
