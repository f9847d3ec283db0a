using AllSource.Claims;

namespace AllSource.Tests.Claims;

/// <summary>Whom a source is and when it spoke, where the words around mislead.</summary>
public sealed class WhoAndWhenTests
{
    [Theory]
    [InlineData("PORT SESSAY, March 4 - Velmora's transport minister on Tuesday denied that he had approved the sale.")]
    [InlineData(
        "PORT SESSAY (Meridian) — Velmora's transport minister on Tuesday denied that he had approved the sale.")]
    public void A_dateline_neither_speaks_nor_tells_when(string text)
    {
        var denied = Assert.Single(new ClaimReader().Read(text), a => a.Act == Act.Deny);
        Assert.DoesNotContain("PORT", string.Concat(denied.Source.Select(s => s.Of(text))), StringComparison.Ordinal);
        Assert.Contains("minister", denied.Canonical, StringComparison.Ordinal);
        Assert.Equal("on Tuesday", Assert.Single(denied.Time).Of(text));
    }

    [Fact]
    public void The_first_of_two_unnamed_ones_is_the_one_who_came_first()
    {
        const string Text = "A foreman at the quay told the paper that the crane was unsafe. Another foreman said that "
            + "it had passed a test. The first foreman said that the test was faked.";
        var said = new ClaimReader().Read(Text);
        Assert.Equal(3, said.Length);
        Assert.Equal(said[0].Canonical, said[2].Canonical);
        Assert.NotEqual(said[0].Canonical, said[1].Canonical);
    }

    [Fact]
    public void What_is_written_says_it_when_it_was_written()
    {
        const string Text = "The ministry's letter of 2 May says that the bridge was closed. A witness said the same.";
        Assert.Equal("2 May", Assert.Single(new ClaimReader().Read(Text)[0].Time).Of(Text));
    }
}
