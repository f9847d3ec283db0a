using System.Text.Json;

namespace AllSource.Tests.App;

/// <summary>A case of two reports that was assessed once, for tests that only ask.</summary>
public sealed class LedgerCase : IDisposable
{
    private const string Wire =
        """
        The Ostra Wire, 3 March 2025

        Two officials told the Ostra Wire on Monday that the bridge at Kell was closed because of cracks in its steel.
        The mayor, Inge Straub, denied on Tuesday that the bridge at Kell was closed because of cracks.

        The contractor Dorn Steel declined to comment on Wednesday.
        """;

    private const string Letter =
        """
        Dorn Steel, 5 March 2025

        "The bridge at Kell was not closed because of cracks in its steel," said Tomas Brandt of Dorn Steel.

        The engineer Paul Osk withdrew his claim that the bridge was unsafe.
        """;

    private readonly TemporaryFolder _folder = new();

    public LedgerCase()
    {
        _folder.Write("case/wire.txt", Wire);
        _folder.Write("case/letter.txt", Letter);
        Assert.Equal(0, Door.Run(Folder, "assess", "case", "--quiet").ExitCode);
    }

    public string Folder => _folder.Path;

    public void Dispose() => _folder.Dispose();
}

/// <summary>The ledger as a desk asks it, one question in a process of its own.</summary>
[Collection(Door.Collection)]
public sealed class LedgerVerbTests(LedgerCase asked) : IClassFixture<LedgerCase>
{
    [Fact]
    public void All_that_a_source_said_comes_with_its_sentence_and_its_reason()
    {
        var row = Assert.Single(Rows("--source", "Inge Straub"));
        Assert.Equal("Inge Straub", row.GetProperty("voice").GetString());
        Assert.Equal("deny", row.GetProperty("act").GetString());
        Assert.StartsWith("The mayor, Inge Straub, denied", row.GetProperty("text").GetString(),
            StringComparison.Ordinal);
        Assert.Contains("denial", row.GetProperty("why")[0].GetString(), StringComparison.Ordinal);
        foreach (var role in new[] { "source", "cue", "content" })
        {
            var span = row.GetProperty(role)[0];
            Assert.True(Start(row.GetProperty("sentence")[0]) <= Start(span));
        }
    }

    [Fact]
    public void Who_denies_a_sentence_denies_it_in_so_many_words_or_says_the_contrary_and_the_row_tells_how_it_matched()
    {
        var rows = Rows("--denies", "The bridge at Kell was closed because of cracks in its steel");
        Assert.Contains(rows, r => r.GetProperty("voice").GetString() == "Inge Straub");
        Assert.All(rows, r => Assert.Contains(r.GetProperty("stance").GetString(), new[] { "denies", "disputes",
            "doubts" }));
        Assert.DoesNotContain(rows, r => r.GetProperty("cue")[0].ToString() == "told");
        Assert.All(rows, r => Assert.True(r.GetProperty("why").GetArrayLength() >= 2));
        Assert.All(rows, r => Assert.Contains("what was asked", Whys(r), StringComparison.Ordinal));
    }

    [Fact]
    public void Who_was_asked_and_declined_is_told_with_the_day()
    {
        var row = Assert.Single(Rows("--declined"));
        Assert.Contains("Dorn Steel", row.GetProperty("voice").GetString(), StringComparison.Ordinal);
        var page = Executable.Run(asked.Folder, "ledger", "case", "--declined", "--quiet").Out;
        Assert.Contains("when: on Wednesday", page, StringComparison.Ordinal);
        Assert.Contains("[cue: declined to comment]", page, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_withdrawn_is_told_with_who_took_it_back()
    {
        var rows = Rows("--withdrawn");
        Assert.Equal("Paul Osk", Assert.Single(rows, r => r.GetProperty("act").GetString() == "withdraw")
            .GetProperty("voice").GetString());
        Assert.All(rows, r => Assert.Matches("it takes back|has withdrawn it", Whys(r)));
    }

    [Fact]
    public void A_question_without_an_answer_is_done_and_one_without_a_word_is_bad()
    {
        var none = Run("ledger", "case", "--source", "Straub-Kellermann", "--quiet");
        Assert.Equal(0, none.ExitCode);
        Assert.Contains("0 of", none.Out, StringComparison.Ordinal);
        foreach (var bad in new[] { "", "   ", "...", "\u0301", "👍" })
        {
            var run = Run("ledger", "case", "--denies", bad, "--quiet");
            Assert.Equal(2, run.ExitCode);
            Assert.Contains("--denies", run.Words, StringComparison.Ordinal);
            Assert.Empty(run.Out);
        }

        Assert.Equal(2, Run("ledger", "case", "--denies", new string('a', 5000), "--quiet").ExitCode);
        Assert.Equal(0, Run("ledger", "case", "--denies", "Der Hafen war zu. \uFFFD ‘“ (", "--quiet").ExitCode);
        Assert.Equal(3, Run("ledger", "nowhere").ExitCode);
        Assert.Equal(3, Run("ledger", "case", "--desk", "nowhere.db").ExitCode);
        Assert.Equal(2, Run("ledger").ExitCode);
    }

    [Theory]
    [InlineData("E99")]
    [InlineData("h1")]
    [InlineData("p-abcdefgh23456789")]
    public void Who_denies_a_row_that_is_not_there_is_no_question(string id)
    {
        var run = Run("ledger", "case", "--denies", id, "--quiet");
        Assert.Equal(3, run.ExitCode);
        Assert.Contains($"{id} is no row of evidence", run.Words, StringComparison.Ordinal);
        Assert.Contains("write a sentence", run.Words, StringComparison.Ordinal);
        Assert.Empty(run.Out);
    }

    private List<JsonElement> Rows(params string[] query)
    {
        var run = Run(["ledger", "case", .. query, "--json", "--quiet"]);
        Assert.True(run.ExitCode == 0, run.Words);
        return [.. JsonDocument.Parse(run.Out).RootElement.GetProperty("rows").EnumerateArray()];
    }

    private static string Whys(JsonElement row) =>
        string.Join('\n', row.GetProperty("why").EnumerateArray().Select(w => w.GetString()));

    private static int Start(JsonElement span) => span[0].GetInt32();

    private ExecutableResult Run(params string[] args) => Door.Run(asked.Folder, args);
}
