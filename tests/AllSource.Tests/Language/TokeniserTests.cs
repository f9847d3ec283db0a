using AllSource.Language;
using AllSource.Language.Learning;

namespace AllSource.Tests.Language;

public sealed class TokeniserTests
{
    private static string[] Forms(string text) => Tokeniser.Read(text).Form;

    [Fact]
    public void Clitics_and_hyphens_stand_apart_and_abbreviations_keep_their_stop()
    {
        Assert.Equal(["Mr.", "Orrin", "did", "n’t", "say", "it", "’s", "a", "well", "-", "known", "co-worker", "."],
            Forms("Mr. Orrin didn’t say it’s a well-known co-worker."));
    }

    [Fact]
    public void Numbers_addresses_and_clock_times_stay_whole()
    {
        Assert.Equal(["At", "19:40", ",", "1,200.50", "went", "to", "a.b@c.org", "via", "https://x.org/a?b=c", "."],
            Forms("At 19:40, 1,200.50 went to a.b@c.org via https://x.org/a?b=c."));
    }

    [Fact]
    public void A_question_in_quotes_does_not_end_the_sentence_of_its_reporting_clause()
    {
        Assert.Equal(1, Tokeniser.Read("“Really?” Smith asked the clerk.").SentenceCount);
        Assert.Equal(2, Tokeniser.Read("Sen. Hale left. He said nothing.").SentenceCount);
    }

    [Fact]
    public void A_quoted_line_that_a_mail_program_broke_goes_on_and_its_mark_is_no_word()
    {
        var text = Tokeniser.Read(
            "> 02:10: Operator Nwosu reports that relay 7\r\n> tripped first. Hart disputes it.\r\n>\r\n"
            + "> > That is all that was said of it, they told us\r\n> > at noon.");
        Assert.Equal(2, text.SentenceOf[Array.IndexOf(text.Form, "Hart")] + 1);
        Assert.Equal(text.SentenceOf[Array.IndexOf(text.Form, "relay")],
            text.SentenceOf[Array.IndexOf(text.Form, "tripped")]);
        Assert.Equal(text.SentenceOf[Array.IndexOf(text.Form, "told")],
            text.SentenceOf[Array.IndexOf(text.Form, "noon")]);
        Assert.Equal(4, text.Form.Count(f => f == ">"));
    }

    [Theory]
    [InlineData("the operator on duty that night says it was broken\nbefore he came", 1)]
    [InlineData("the operator on duty that night says it was broken\n\nbefore he came", 2)]
    [InlineData("milk and bread\nbefore he came", 2)]
    [InlineData("the operator on duty that night says it was broken\nvlad: i heard that too", 2)]
    [InlineData("the operator on duty that night says it was broken\nold_rufus7: i heard that too", 2)]
    [InlineData("> the operator on duty that night says it was broken\n> - before he came", 2)]
    [InlineData("> the operator on duty that night says it was broken\n>> before he came", 2)]
    public void A_line_goes_on_with_the_one_before_when_that_is_long_and_of_the_same_depth(string text, int paragraphs)
    {
        Assert.Equal(paragraphs, Tokeniser.Read(text).ParagraphStart.Length - 1);
    }

    [Fact]
    public void A_quotation_without_a_closer_ends_with_its_paragraph()
    {
        var text = Tokeniser.Read("“One,” she said. “Two\n\nThree.");
        var quotes = QuotationMarks.Read(text);
        Assert.Equal(-1, quotes.Of[text.Count - 1]);
        Assert.True(quotes.Of[Array.IndexOf(text.Form, "Two")] >= 0);
        Assert.Equal(-1, quotes.Of[Array.IndexOf(text.Form, "said")]);
    }

    [Fact]
    public void Tokens_ascend_and_cover_all_that_is_no_gap_in_any_unicode()
    {
        var order = new Shuffle(5);
        for (var round = 0; round < 400; round++)
        {
            var text = AnyText.Make(order, 120);
            var read = Tokeniser.Read(text);
            var at = 0;
            for (var i = 0; i < read.Count; i++)
            {
                Assert.True(read.Start[i] >= at && read.End[i] > read.Start[i]);
                for (var gap = at; gap < read.Start[i]; gap++) Assert.True(IsGap(text[gap]));
                at = read.End[i];
            }

            for (var gap = at; gap < text.Length; gap++) Assert.True(IsGap(text[gap]));
        }

        static bool IsGap(char c) => Tokeniser.IsGap(c) || c == '>';
    }
}

/// <summary>Texts of any UTF-16: words, quotation marks, line breaks, emoji, lone surrogates, marks without a
/// base.</summary>
internal static class AnyText
{
    private static readonly string[] Pieces =
    [
        "said", "told", "according to", "denied", "“", "”", "\"", "‘", "’", "'", "«", "»", "\n", "\n\n", "\r\n", ".",
            ",", ":", "--", "—", "(", ")", " ", " ", " ",
        "The minister", "CNN", "he", "she", "that", "reportedly", "declined to comment", "> ", "wrote:", "\U0001F600",
            "\uD800", "\uDC00", "\u0301", "\u200B",
        "\0", "日本", "U.S.", "n't", "Mr.", "\t", "3:45", "http://", "a@b", "…", "İ", "ß", "\uFEFF",
    ];

    public static string Make(Shuffle order, int pieces)
    {
        var text = new System.Text.StringBuilder();
        for (var i = order.Next(pieces); i >= 0; i--)
        {
            text.Append(order.Next(4) == 0 ? ((char)order.Next(0x10000)).ToString()
                : Pieces[order.Next(Pieces.Length)]);
            if (order.Next(2) == 0) text.Append(' ');
        }

        return text.ToString();
    }
}
