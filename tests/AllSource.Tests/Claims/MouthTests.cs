using AllSource.Claims;
using AllSource.Sources;

namespace AllSource.Tests.Claims;

/// <summary>Whose mouth it is where the nearest name is the wrong one.</summary>
public sealed class MouthTests
{
    private static readonly ClaimReader Reader = new();

    [Theory]
    [InlineData("People close to Brandt told the Post that he will resign.", "people 1")]
    [InlineData("Two witnesses told police they saw Brandt.", "witnesses 1 and 2")]
    [InlineData("Ministers Joan Hale and Peter Rusk said that the valve was tested.", "Joan Hale")]
    [InlineData("**The night.** HERON said that the alarm sounded twice.", "HERON")]
    [InlineData("Holt was quoted as saying the dam broke.", "Holt")]
    public void A_name_beside_the_speaker_is_not_the_speaker(string text, string who) =>
        Assert.Contains(Reader.Read(text), a => a.Canonical == who && a.Kind == UtteranceKind.Speech);

    [Fact]
    public void A_firm_with_a_mans_name_is_no_man()
    {
        const string text = "Orrin Terminals accused the Courier of haste. It disputed the value of the instrument.";
        Assert.All(Reader.Read(text), a => Assert.Equal(
            ("Orrin Terminals", SourceKind.Organisation), (a.Canonical, a.SourceKind)));
    }

    [Fact]
    public void A_heading_in_capitals_is_nobody()
    {
        const string text = "CORRECTION: VELMORA CRANE\n\nThe harbour master, Dorn Tavel, told Northgate Wire that the "
            + "mast had been out of service. \"There was nothing to measure with,\" he said.";
        Assert.Equal("Dorn Tavel", Reader.Read(text)[^1].Canonical);
    }

    [Fact]
    public void Who_is_named_after_a_post_holds_that_post_and_not_its_owners()
    {
        const string text = "The clerk's lawyer, Mina Sato, said her client did no such thing. "
            + "The clerk's lawyer called the charge absurd.";
        Assert.All(Reader.Read(text), a => Assert.Equal("Mina Sato", a.Canonical));
    }

    [Fact]
    public void Whom_an_opening_clause_cites_stands_below_the_one_who_cites()
    {
        const string text = "Citing two aides, Radio Sud said Brandt would stay.";
        var read = Reader.Read(text);
        var aides = Assert.Single(read, a => a.Canonical == "aides 1 and 2");
        Assert.Equal("Radio Sud", read[aides.Parent!.Value].Canonical);
        Assert.Equal("Brandt would stay", aides.Content[0].Of(text));
    }

    [Fact]
    public void Who_denies_anothers_claim_says_none_of_it()
    {
        const string text = "Both the coach and the captain denied the claim by the referee that they had called the "
            + "referee a cheat.";
        var read = Reader.Read(text);
        Assert.All(read.Where(a => a.Act == Act.Assert), a => Assert.NotNull(a.Parent));
        Assert.Contains(read, a => a is { Canonical: "referee", Act: Act.Assert });
    }

    [Fact]
    public void An_address_that_nobody_is_to_follow_is_one_word()
    {
        const string text = "Palewatch said the server 203[.]0[.]113[.]77 was used by the group.";
        Assert.Equal("the server 203[.]0[.]113[.]77 was used by the group",
            Assert.Single(Reader.Read(text)).Content[0].Of(text));
    }
}
