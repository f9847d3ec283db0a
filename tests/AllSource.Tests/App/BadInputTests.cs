namespace AllSource.Tests.App;

/// <summary>What cannot be weighed is refused with its line and column.</summary>
[Collection(Door.Collection)]
public sealed class BadInputTests
{
    private const string Hypotheses = """
        hypotheses:
          - {id: H1, text: The wind did it.}
          - {id: H2, text: The clamps were worn.}
        evidence:
          - {id: E1, what: a gust, cells: {H1: CC}}
          - {id: E2, what: a lead, cells: {H2: CC}}

        """;

    private static string Words(Dictionary<string, string> files, params string[] arguments)
    {
        using var folder = new TemporaryFolder();
        foreach (var (name, text) in files) folder.Write(name, text);
        var result = Door.Run(folder.Path, arguments);
        Assert.NotEqual(0, result.ExitCode);
        Assert.DoesNotContain("   at ", result.Words, StringComparison.Ordinal);
        return result.Words.ReplaceLineEndings(" ");
    }

    private static void Names(string words, int line, int column, string says)
    {
        Assert.Contains($"line {line}, column {column}", words, StringComparison.Ordinal);
        Assert.Contains(says, words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a\to\tv\nb\to\n", 2, 3, "the value is missing")]
    [InlineData("source\tobject\tvalue\na\n", 2, 2, "the object is missing")]
    public void A_table_with_a_missing_column(string table, int line, int column, string says) =>
        Names(Words(new() { ["claims.tsv"] = table }, "fuse", "claims.tsv"), line, column, says);

    [Fact]
    public void A_cyclic_hierarchy() => Names(
        Words(new() { ["claims.tsv"] = "a\to\tv\n", ["places.csv"] = "id,name,parent\n1,A,2\n2,B,1\n" },
            "fuse", "claims.tsv", "--hierarchy", "places.csv"), 2, 3, "above itself");

    [Theory]
    [InlineData("o\n", 1, 2, "the value is missing")]
    [InlineData("o\tv\no\tw\n", 2, 2, "turned out differently")]
    public void Outcomes_that_are_none(string outcomes, int line, int column, string says) => Names(
        Words(new() { ["claims.tsv"] = "a\to\tv\n", ["known.tsv"] = outcomes },
            "fuse", "claims.tsv", "--outcomes", "known.tsv"), line, column, says);

    [Theory]
    [InlineData("hypotheses:\n  - {id: H1, text: x, prior: 1.5}\n", 2, 30, "between 0 and 1")]
    [InlineData("hypotheses:\n  - {id: H1, text: The wind drove the crane off its brakes.}\n"
        + "  - {id: H2, text: The wind drove the crane off its brakes at night.}\n", 3, 20, "says what H1 says")]
    public void A_probability_outside_0_to_1_and_hypotheses_that_overlap(
        string yaml, int line, int column, string says) => Names(
            Words(new() { ["case/case.yaml"] = yaml, ["case/a.txt"] = "The wind did it, Ada Voss said." },
                "assess", "case"), line, column, says);

    [Fact]
    public void A_matrix_with_a_missing_row() => Names(
        Words(new()
        {
            ["case/case.yaml"] = Hypotheses,
            ["case/matrix-mara.yaml"] = "rows:\n  - {id: E1, cells: {H1: C}}\n",
            ["case/a.txt"] = "The wind did it, Ada Voss said.",
        }, "assess", "case"), 2, 3, "has no row for E2");
}
