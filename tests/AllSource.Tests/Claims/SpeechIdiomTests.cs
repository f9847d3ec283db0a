using AllSource.Claims;
using AllSource.Kernel;

namespace AllSource.Tests.Claims;

/// <summary>
/// What people do with words beyond "said": turns of phrase, rarer verbs, whose word a sentence is on.
/// </summary>
public sealed class SpeechIdiomTests
{
    private static readonly ClaimReader Reader = new();

    [Theory]
    [InlineData("The minister waved the auditors' letter aside.", "waved", Act.Deny)]
    [InlineData("The treasurer begged to differ.", "begged to differ", Act.Dispute)]
    [InlineData("His deputy bears him out.", "bears", Act.Affirm)]
    [InlineData("The foreman maintained his version.", "maintained", Act.StandBy)]
    [InlineData("The engineer resiled from the affidavit on Friday.", "resiled", Act.Withdraw)]
    [InlineData("The board does not resile from its finding.", "does not resile", Act.StandBy)]
    [InlineData("Asked about the cash, the cashier clammed up.", "clammed up", Act.Decline)]
    [InlineData("The clerk would not be drawn on who signed it.", "be drawn", Act.Decline)]
    public void A_turn_of_phrase_has_the_act_that_people_do_with_it(string text, string cue, Act act)
    {
        var said = Assert.Single(Reader.Read(text), a => a.Cue.Any(c => c.Of(text).Contains(cue)));
        Assert.Equal(act, said.Act);
        Assert.NotEmpty(said.Source);
    }

    [Theory]
    [InlineData("\"It sang before it snapped,\" sobbed Ana Prada.", "Ana Prada")]
    [InlineData("Ana Prada crowed on a forum that she had owned every ledger in the town.", "Ana Prada")]
    [InlineData("Ana Prada let slip that the boxes had been moved at night.", "Ana Prada")]
    [InlineData("In Ana Prada's telling, the boxes had been moved at night.", "Ana Prada's")]
    [InlineData("To hear Ana Prada tell it, the boxes had been moved at night.", "Ana Prada")]
    [InlineData("The company's line is that the boxes had been moved at night.", "The company's")]
    public void Who_says_it_is_found_by_rarer_words_too(string text, string source)
    {
        var said = Assert.Single(Reader.Read(text));
        Assert.Equal(source, Assert.Single(said.Source).Of(text));
        Assert.NotEmpty(said.Content);
    }

    [Theory]
    [InlineData("The dog backed off and held firm under the table.")]
    [InlineData("She sobbed in the corridor and laughed at the door.")]
    [InlineData("The \"last word\" is a hotel by the river.")]
    public void What_is_done_without_words_is_no_claim(string text) => Assert.Empty(Reader.Read(text));

    [Theory]
    [InlineData("The clerk said that the gate was open.\n\nNot be drawn on it, he said.")]
    [InlineData("The clerk would\n\nnot be drawn on it, he said that the gate was open.")]
    public void No_cue_reaches_over_a_paragraph(string text) => Assert.All(Reader.Read(text).SelectMany(a => a.Cue),
        c => Assert.DoesNotContain('\n', c.Of(text)));

    [Fact]
    public void A_memo_according_to_which_is_the_memo_s_word()
    {
        const string text = "The desk holds a hospital memo according to which 31 people were admitted.";
        var said = Assert.Single(Reader.Read(text), a => a.Cue.Any(c => c.Of(text).Contains("according")));
        Assert.Equal("a hospital memo", Assert.Single(said.Source).Of(text));
        Assert.Equal("31 people were admitted", Assert.Single(said.Content).Of(text));
    }

    [Fact]
    public void Who_negates_what_another_is_said_to_claim_denies_it()
    {
        const string text = "Prada told the court that her driver had carried a message to the port. The driver, Ion "
            + "Belic, told the court that he had carried no message to anyone. He said that it was not clear who had.";
        var acts = Reader.Read(text).Where(a => a.Cue.Any(c => c.Of(text) is "told" or "said")).Select(a => a.Act);
        Assert.Equal([Act.Assert, Act.Deny, Act.Assert], acts);
    }

    /// <summary>Else a denial in words that negate would be counted as an assertion of what it denies.</summary>
    [Theory]
    [InlineData("\"I never saw that letter,\" he told the judge.", Act.Assert)]
    [InlineData("He denied that he had seen that letter.", Act.Deny)]
    [InlineData("He denied that he had not seen that letter.", Act.Deny)]
    public void Words_that_negate_are_asserted_and_words_that_are_denied_are_not(string text, Act onContent)
    {
        var said = Assert.Single(Reader.Read(text));
        Assert.Equal(Act.Deny, said.Act);
        Assert.Equal(onContent, said.ActOnContent);
    }

    [Fact]
    public void Answers_between_the_lines_leave_a_quoted_mail_its_writer()
    {
        const string text = "On Tue, 12 Mar at 9:14 AM, Bruno Tavares\n<bruno@allotments.example> wrote:\n"
            + "> Alasdair assured me the gate was open.\n\nNo.\n\n> The constable said the lock was cut.\n\nNo.";
        var read = Reader.Read(text);
        var wrote = Assert.Single(read, a => a.Cue.Any(c => c.Of(text).Contains("wrote")));
        Assert.Equal("Bruno Tavares", Assert.Single(wrote.Source).Of(text));
        Assert.Equal(2, wrote.Content.Length);
        var said = read.Single(a => a.Cue.Any(c => c.Of(text) == "said"));
        Assert.Equal("Bruno Tavares", read[said.Parent!.Value].Canonical);
    }
}
