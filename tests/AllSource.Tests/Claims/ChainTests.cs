using AllSource.Access;
using AllSource.Claims;
using AllSource.Kernel;
using AllSource.Language.Names;
using AllSource.Reports;

namespace AllSource.Tests.Claims;

/// <summary>Through whom a claim came, when it was said and to whom, and the names of a text.</summary>
public sealed class ChainTests
{
    private static readonly ClaimReader Reader = new();

    private static IEnumerable<string> Chain(string text, string cue)
    {
        var all = Reader.Read(text);
        var said = all.Single(a => a.Cue.Any(c => c.Of(text).Contains(cue, StringComparison.Ordinal)));
        return ClaimChain.Of(said, all).Select(r => r.Name);
    }

    [Fact]
    public void Who_is_cited_stands_below_the_one_who_cites() => Assert.Equal(["Sessay Courier",
        "officials 1 and 2"], Chain(
        "The Sessay Courier reported, citing two officials, that the minister signed the papers in January.",
            "citing"));

    [Fact]
    public void Who_tells_a_hearer_of_another_is_the_nearer_relay() => Assert.Equal(["Anna Reyle", "Tomas Brandt"],
        Chain(
        "Anna Reyle told reporters on Monday that Tomas Brandt had assured her that the bridge was sound.", "assured"));

    [Fact]
    public void A_day_belongs_to_the_verb_that_it_stands_with()
    {
        const string text =
            "Anna Reyle said on Monday that Tomas Brandt had told her in May that the bridge was sound.";
        var all = Reader.Read(text);
        Assert.Equal(["on Monday", "in May"], all.Select(a => Assert.Single(a.Time).Of(text)));
    }

    [Fact]
    public void What_is_taken_back_between_the_words_is_the_content()
    {
        const string text = "The clerk said the door was shut. On Tuesday she took it back.";
        var back = Reader.Read(text).Single(a => a.Act == Act.Withdraw);
        Assert.Equal(["took", "back"], back.Cue.Select(c => c.Of(text)));
        Assert.Equal("it", Assert.Single(back.Content).Of(text));
    }

    [Fact]
    public void A_surname_and_an_acronym_are_the_names_that_the_text_has_in_full()
    {
        const string text =
            "Josef Tamm met the National Prosecution Office (NPO) in Lisbon. Tamm said the NPO had agreed.";
        var names = Reader.ReadText(text).Names;
        Assert.Contains(names, n => n.Span.Of(text) == "Tamm" && n is { Kind: NameKind.Person, Full: "Josef Tamm" });
        Assert.Contains(names, n => n.Span.Of(text) == "NPO" && n.Full == "National Prosecution Office");
        Assert.Contains(names, n => n.Span.Of(text) == "Lisbon" && n.Kind == NameKind.Place);
    }

    [Fact]
    public void The_sender_of_a_message_is_a_voice_of_its_claims()
    {
        const string text = "Karl said that the truck had left on Sunday.";
        var report = new Report(
            new ReportId("r-1"), ContentHash.Of("x"u8), new ReportFacts("chat.txt", "chat"), Label.Clear, text)
        {
            Messages = [new(new TextSpan(0, text.Length), "Lotte", null)],
        };
        Assert.Equal(["Lotte", "Karl"], Reader.Read(report).Claims.Single().Chain.Select(r => r.Name));
    }
}
