using AllSource.Lineage.Origins;

namespace AllSource.Tests.Lineage.Origins;

/// <summary>What is said and what is denied, as far as words show it.</summary>
public sealed class StatementTests
{
    private static readonly Statement Leak = Statement.Of("the upper dam leaked on Sunday night");

    [Theory]
    [InlineData("It is untrue that the upper dam leaked on Sunday night")]
    [InlineData("It is not true that the upper dam leaked on Sunday night")]
    [InlineData("it was false that the upper dam leaked on Sunday night")]
    [InlineData("it is baseless that the upper dam leaked on Sunday night")]
    [InlineData("it is a lie that the upper dam leaked on Sunday night")]
    public void What_is_called_untrue_is_contrary_to_it_in_every_word(string denial)
    {
        var denied = Statement.Of(denial);
        Assert.True(Statement.AreContrary(denied, Leak));
        Assert.All(Statement.Shared(denied, Leak), s => Assert.NotEqual(s.A.Negated, s.B.Negated));
        Assert.Equal(Leak.Words.Select(w => w.Stem), denied.Words.Select(w => w.Stem));
    }

    [Theory]
    [InlineData("It is true that the upper dam leaked on Sunday night")]
    [InlineData("It is not false that the upper dam leaked on Sunday night")]
    [InlineData("It is wrong that the upper dam leaked on Sunday night")]
    [InlineData("It is not untrue that the upper dam leaked on Sunday night")]
    public void What_is_called_true_is_not(string text) =>
        Assert.False(Statement.AreContrary(Statement.Of(text), Leak));

    [Fact]
    public void What_stands_under_a_condition_is_left_open()
    {
        const string text = "If the audit shows that ballots were added, a mayor must follow";
        Assert.True(Find("ballots").IsOpen);
        Assert.False(Find("mayor").IsOpen);

        static StatementWord Find(string word)
        {
            var stem = Statement.Of(word).Words.Single().Stem;
            return Statement.Of(text).Words.Single(w => w.Stem == stem);
        }
    }

    [Fact]
    public void A_correction_and_a_purpose_call_nothing_untrue()
    {
        var gate = Statement.Of("the town would drown");
        Assert.False(Statement.AreContrary(Statement.Of("He did not open the gate so that the town would drown"),
            gate));
        Assert.False(Statement.AreContrary(Statement.Of("He did not correct that: the town would drown"), gate));
    }

    [Fact]
    public void What_follows_the_sentence_is_said_again()
    {
        var both = Statement.Of("It is untrue that the gate was open. The upper dam leaked on Sunday night");
        Assert.False(Statement.AreContrary(both, Leak));
    }
}
