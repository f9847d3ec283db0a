using AllSource.Claims;

namespace AllSource.Tests.Claims;

/// <summary>What is asked, said in jest, held back or only done states nothing; what is written does.</summary>
public sealed class OpenSpeechTests
{
    private static readonly ClaimReader Reader = new();

    [Theory]
    [InlineData("Mr Finch asked whether Lunt met the guard.")]
    [InlineData("The reporter wanted to know if the chairman knew of the theft.")]
    [InlineData("On Monday Finch wrote: \"Is there any proof that Lunt met the guard?\"")]
    [InlineData("The clerk wondered whether the chairman knew of the theft.")]
    [InlineData("\"Of course the vote was rigged, and I am the Queen of Sheba,\" joked the supervisor, Dov Amsel.")]
    public void Who_asks_or_jests_claims_nothing(string text) =>
        Assert.DoesNotContain(Reader.Read(text), a => a.Kind == UtteranceKind.Speech);

    [Theory]
    [InlineData("Asked by Karl Weiss, a spokesman said the gate was shut.")]
    [InlineData("Asked about the gate, a spokesman said it was shut.")]
    public void The_question_before_an_answer_is_nobodys_claim(string text) =>
        Assert.Equal("spokesman", Assert.Single(Reader.Read(text)).Canonical);

    [Theory]
    [InlineData("The governor wrote that two people were hurt.", "governor")]
    [InlineData("The governor wrote on Telegram that two people were hurt.", "governor")]
    [InlineData("Two people were hurt, Lena Holt has written.", "Lena Holt")]
    [InlineData("Holt wrote to the board that the dam had cracked.", "Holt")]
    public void What_somebody_wrote_is_speech(string text, string who) =>
        Assert.Contains(Reader.Read(text), a => a.Kind == UtteranceKind.Speech && a.Canonical == who);

    [Theory]
    [InlineData("The ministry of defence neither confirms nor denies that a captain has been suspended.",
        "ministry of defence")]
    [InlineData("The minister, Clara Voss, neither confirms nor denies that a captain has been suspended.",
        "Clara Voss")]
    [InlineData("Neither Brandt nor his lawyer responded to requests for comment.", "Neither Brandt nor his lawyer")]
    [InlineData("The ambassador, Lena Quist, stopped short of calling the vote rigged.", "Lena Quist")]
    public void Who_will_not_say_declines_and_denies_nothing(string text, string who)
    {
        var said = Assert.Single(Reader.Read(text));
        Assert.Equal((Act.Decline, who), (said.Act, said.Canonical));
    }

    [Theory]
    [InlineData("Shadows agree with the stated hour within ten minutes.")]
    [InlineData("The webcam on the roof writes one frame a minute.")]
    [InlineData("The rest is not affected, and its author has been told.")]
    public void What_things_do_is_no_speech(string text) => Assert.DoesNotContain(Reader.Read(text),
        a => a.Kind == UtteranceKind.Speech);

    [Fact]
    public void What_somebody_does_for_a_living_makes_no_second_voice()
    {
        const string text = "Neela Varsh, a meteorologist who forecast for the port for 26 years, said that no squall "
            + "had crossed the bay. \"You cannot have a gale in one basin,\" she said.";
        Assert.All(Reader.Read(text), a => Assert.Equal("Neela Varsh", a.Canonical));
    }
}
