using System.Collections.Immutable;
using AllSource.Claims;
using AllSource.Kernel;
using AllSource.Language.Learning;
using AllSource.Sources;
using AllSource.Tests.Language;

namespace AllSource.Tests.Claims;

public sealed class ClaimReaderTests
{
    private static readonly ClaimReader Reader = new();

    private static Attribution One(string text, string cue) =>
        Reader.Read(text).Single(a => a.Cue.Any(c => c.Of(text).Contains(cue, StringComparison.Ordinal)));

    [Theory]
    [InlineData("The minister said that the harbour would close on Friday.", "said", Act.Assert)]
    [InlineData("The minister denied that the harbour would close.", "denied", Act.Deny)]
    [InlineData("The minister disputed the report that the harbour would close.", "disputed", Act.Dispute)]
    [InlineData("The ministry declined to comment on the report.", "declined", Act.Decline)]
    [InlineData("The ministry did not respond to a request for comment.", "did not respond", Act.Decline)]
    [InlineData("The minister confirmed that the harbour would close.", "confirmed", Act.Affirm)]
    [InlineData("The newspaper stands by its report.", "stands by", Act.StandBy)]
    [InlineData("The newspaper retracted its claim that the harbour had closed.", "retracted", Act.Withdraw)]
    [InlineData("The minister did not deny that the harbour would close.", "deny", Act.Decline)]
    public void A_cue_and_its_negation_decide_the_act(string text, string cue, Act act) => Assert.Equal(act,
        One(text, cue).Act);

    [Fact]
    public void The_hearer_is_told_apart_from_the_claim()
    {
        const string text = "Two officials told CNN on Monday that the ship had left the port.";
        var said = One(text, "told");
        Assert.Equal("CNN", Assert.Single(said.Addressee).Of(text));
        Assert.Equal("on Monday", Assert.Single(said.Time).Of(text));
        Assert.Equal(SourceKind.Anonymous, said.SourceKind);
        Assert.Equal("officials 1 and 2", said.Canonical);
    }

    [Fact]
    public void A_claim_within_a_claim_has_a_parent_and_a_chain()
    {
        const string text = "Anna Reyle said that Tomas Brandt had told reporters that the bridge was unsafe.";
        var all = Reader.Read(text);
        var inner = all.Single(a => a.Cue[0].Of(text).Contains("told", StringComparison.Ordinal));
        Assert.NotNull(inner.Parent);
        Assert.Equal(["Anna Reyle", "Tomas Brandt"], ClaimChain.Of(inner, all).Select(r => r.Name));
    }

    [Fact]
    public void A_surname_and_a_pronoun_name_the_same_person_as_the_full_name()
    {
        const string text =
            "Mayor Inge Straub said the bridge was safe. Straub denied a report of cracks. “It is sound,” she said.";
        Assert.Equal(["Inge Straub", "Inge Straub", "Inge Straub"], Reader.Read(text).Select(a => a.Canonical));
    }

    [Fact]
    public void A_text_that_is_not_English_is_said_to_be_unread()
    {
        var read = Reader.ReadText(
            "Der Minister sagte am Freitag, dass der Hafen nicht geschlossen werde, und wies die "
                + "Berichte der Zeitung über eine Schließung zurück.");
        Assert.Equal("unread", read.Language);
        Assert.Empty(read.Attributions);
    }

    [Fact]
    public void Every_span_lies_in_the_text_whatever_the_text_is()
    {
        var order = new Shuffle(17);
        for (var round = 0; round < 150; round++)
        {
            var text = AnyText.Make(order, 200);
            var all = Reader.Read(text);
            for (var i = 0; i < all.Length; i++) Check(all[i], i, all.Length, text);
        }
    }

    [Theory]
    [InlineData("word ", 200_000)]
    [InlineData("\"", 1_000_000)]
    [InlineData("A said that ", 83_000)]
    [InlineData("\"he said ", 110_000)]
    [InlineData("said", 250_000)]
    [InlineData("(“‘", 333_000)]
    public void A_megabyte_of_anything_is_read_to_its_end(string piece, int times)
    {
        var text = string.Concat(Enumerable.Repeat(piece, times));
        var all = Reader.Read(text);
        for (var i = 0; i < all.Length; i++) Check(all[i], i, all.Length, text);
    }

    [Fact]
    public void The_same_text_gives_the_same_ledger_on_many_threads()
    {
        const string text =
            "Two officials told CNN that the ship had left. The ministry denied it. “No comment,” said "
                + "the mayor, Inge Straub.";
        var first = string.Join('\n', Reader.Read(text));
        Parallel.For(0, 32, _ => Assert.Equal(first, string.Join('\n', new ClaimReader().Read(text))));
    }

    private static void Check(Attribution said, int at, int count, string text)
    {
        foreach (var spans in (ImmutableArray<TextSpan>[])[said.Source, said.Cue, said.Content, said.Addressee,
            said.Hedge, said.Time])
        {
            var end = 0;
            foreach (var span in spans)
            {
                Assert.True(span.Start >= end && span.Length > 0 && span.End <= text.Length);
                end = span.End;
            }
        }

        Assert.NotEmpty(said.Cue);
        Assert.True(said.Parent is null || said.Parent >= 0 && said.Parent < count && said.Parent != at);
    }
}
