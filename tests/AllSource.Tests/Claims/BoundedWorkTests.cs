using AllSource.Claims;
using AllSource.Claims.Layers;
using AllSource.Claims.Model;
using AllSource.Language;

namespace AllSource.Tests.Claims;

/// <summary>
/// Texts made to take time. What bounds the work is counted and not the clock: how many cues are read, how much around
/// them, how long a token, a sentence and a block of quoted mail may be.
/// </summary>
public sealed class BoundedWorkTests
{
    private static readonly ClaimReader Reader = new();

    private static string Repeat(string piece, int length = 60_000) =>
        string.Concat(Enumerable.Repeat(piece, length / piece.Length));

    [Theory]
    [InlineData("\"he said ")]
    [InlineData("“he said ")]
    [InlineData("‘he said \"")]
    [InlineData("he said (he said ")]
    [InlineData("the man, who said that the man, ")]
    [InlineData("told him that ")]
    [InlineData("MINISTER SAID THAT PORT CLOSED ")]
    [InlineData("he ")]
    [InlineData("said ")]
    [InlineData("He said so. ")]
    [InlineData("he said so\n")]
    [InlineData("- the mayor said no\n")]
    [InlineData("\" ' ")]
    [InlineData("> On Mon, 2 Jun 2025 at 17:40, Karl Breit wrote:\n")]
    [InlineData("👩‍👩‍👧‍👦 he said ")]
    [InlineData("he said אמר ")]
    [InlineData("he said a\u0301\u0301\u0301\u0301\u0301\u0301 ")]
    [InlineData("1,000.5 said http://a.bc/d?e=f ")]
    [InlineData("...... said ")]
    [InlineData("Mr. Smith said ")]
    [InlineData("he said, citing two officials, citing a man, ")]
    [InlineData("the claim that his official's report that ")]
    [InlineData("the man of the house of the dog of ")]
    [InlineData("Smith: he said: ")]
    [InlineData("he said - it may perhaps be on Monday last week, ")]
    [InlineData("Two officials said so. One of the officials said no. ")]
    [InlineData("he declined to comment and denied it, ")]
    public void A_text_made_to_take_time_is_read_under_the_caps(string piece)
    {
        var text = Repeat(piece);
        var read = Reader.ReadText(text);
        foreach (var span in read.Attributions.SelectMany(a => a.Source.Concat(a.Cue).Concat(a.Content)))
        {
            Assert.True(span.End >= 1 && span.End <= text.Length, $"{span} of {text.Length}");
        }

        Assert.True(read.Attributions.Length <= text.Length / 3);
    }

    [Fact]
    public void Tokens_and_sentences_have_a_longest()
    {
        foreach (var text in new[] { "a" + Repeat("\u0301"), Repeat("a"), Repeat("."), "http://" + Repeat("a."),
            Repeat("the "), Repeat("👩‍") })
        {
            var tokens = Tokeniser.Read(text);
            for (var i = 0; i < tokens.Count; i++) Assert.True(tokens.End[i] - tokens.Start[i] <= 258);
            for (var s = 0; s < tokens.SentenceCount; s++)
            {
                Assert.True(tokens.SentenceStart[s + 1] - tokens.SentenceStart[s] <= 400);
            }
        }
    }

    [Fact]
    public void A_long_text_has_only_so_many_cues_read_in_each_stretch()
    {
        List<TokenRun> cues = [.. Enumerable.Range(0, 30_000).Select(i => new TokenRun(i * 3, (i * 3) + 1))];
        var read = CueDensity.Thin(cues, 90_000, 60);
        Assert.All(read.CountBy(c => c.First / 1000), stretch => Assert.True(stretch.Value <= 60));
        Assert.Equal(90, read.Select(c => c.First / 1000).Distinct().Count());
        Assert.Same(cues, CueDensity.Thin(cues, 20_000, 60));
    }

    [Theory]
    [InlineData(1_000)]
    [InlineData(200_000)]
    public void All_windows_together_grow_with_the_text_and_not_with_its_cues(int tokens)
    {
        var budget = new WindowBudget(tokens);
        double read = 0;
        for (var round = 0; round < 30; round++) read += 1e9 * budget.Take(1_000_000_000);
        Assert.InRange(read, 1, Math.Min(20_000 + (tokens * 12.0), 1_000_000 + (tokens * 2.0)));
        Assert.Equal(1, new WindowBudget(tokens).Take(tokens * 3L));
    }

    [Fact]
    public void Mail_in_mail_is_quoted_to_a_depth_and_a_block_ends_where_the_next_begins()
    {
        const string line = "> On Mon, 2 Jun 2025, Karl Breit wrote:\n> The port is closed.\n";
        var text = "On Tue, 3 Jun 2025, Ada Voss wrote:\n" + Repeat(line, 4_000);
        var blocks = Reader.Read(text).Where(a => a.Cue[0].Of(text).StartsWith("wrote", StringComparison.Ordinal))
            .ToList();
        Assert.NotEmpty(blocks);
        Assert.All(blocks.Skip(1), b => Assert.True(b.Content.Sum(c => c.Length) < 2 * line.Length));
    }
}
