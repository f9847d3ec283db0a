namespace AllSource.Tests.App;

/// <summary>An index on disk as a desk keeps it, and pairs as a desk names them; one in a process of its own.</summary>
[Collection(Door.Collection)]
public sealed class LineageIndexVerbTests : IDisposable
{
    private const string Shared = "the five green lanterns at Velmora lock were lit by two sailors on Friday.";
    private readonly TemporaryFolder _folder = new();

    public LineageIndexVerbTests()
    {
        _folder.Write("one.jsonl", Line("n1", $"The Ministry said {Shared}"));
        _folder.Write("two.jsonl", Line("n2", $"Yes: {Shared}"));
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_passage_that_was_withheld_for_want_of_a_text_is_told_when_the_text_is_given()
    {
        Assert.Equal(0, Run("lineage", "one.jsonl", "--index", "ix").ExitCode);
        var withheld = Run("lineage", "two.jsonl", "--index", "ix");
        Assert.Contains("Give the files", withheld.Words, StringComparison.Ordinal);
        Assert.Equal("", Run("lineage", "one.jsonl", "two.jsonl", "--index", "ix", "--new", "--jsonl").Out);
        var told = Run("lineage", "one.jsonl", "two.jsonl", "--index", "ix", "--jsonl");
        Assert.Equal(0, told.ExitCode);
        Assert.Single(told.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void What_was_withdrawn_comes_back_only_when_it_is_asked_for()
    {
        Run("lineage", "one.jsonl", "two.jsonl", "--index", "ix");
        var withdrawn = Run("lineage", "--index", "ix", "--withdraw", "n1");
        Assert.Equal(0, withdrawn.ExitCode);
        Assert.Contains("1 withdrawn, 1 held", withdrawn.Words, StringComparison.Ordinal);
        var again = Run("lineage", "one.jsonl", "two.jsonl", "--index", "ix", "--jsonl");
        Assert.Contains("n1 was withdrawn", again.Words, StringComparison.Ordinal);
        Assert.Equal("", again.Out);
        Assert.NotEmpty(Run("lineage", "one.jsonl", "two.jsonl", "--index", "ix", "--again", "--jsonl").Out);
        Assert.DoesNotContain("was withdrawn",
            Run("lineage", "one.jsonl", "--index", "ix").Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_texts_there_is_nothing_to_compare()
    {
        var run = Run("lineage");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("no texts are named", run.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Unknown_ids_among_the_pairs_are_named_with_their_line_and_the_rest_is_compared()
    {
        _folder.Write("pairs.tsv", "n1\tn2\nn1\tzzz\n");
        var run = Executable.Run(_folder.Path, "lineage", "one.jsonl", "two.jsonl", "--pairs", "pairs.tsv", "--jsonl");
        Assert.Equal(6, run.ExitCode);
        Assert.Contains("pairs.tsv, line 2: no text has the id 'zzz'.", run.Words, StringComparison.Ordinal);
        Assert.Single(run.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    private static string Line(string id, string text) => $"{{\"id\":\"{id}\",\"text\":\"{text}\"}}\n";

    private ExecutableResult Run(params string[] args) => Door.Run(_folder.Path, args);
}
