using System.Text;
using AllSource.Assessments;
using AllSource.Desk;
using AllSource.Documents;
using AllSource.Documents.Json;
using AllSource.Kernel;
using AllSource.Tests.Cases;

namespace AllSource.Tests.Documents;

public sealed class MatrixFileTests
{
    private const string Case = """
        hypotheses:
          - {id: H1, text: The wind did it.}
          - {id: H2, text: The clamps were worn.}
        evidence:
          - {id: E1, what: a gust, cells: {H1: CC}}
          - {id: E2, what: a lead, cells: {H2: CC}}
        """;

    private static readonly CaseFile File = new CaseFileReader().Read("case.yaml", Encoding.UTF8.GetBytes(Case)).Value!;

    private static Parsed<AnalystMatrix> Read(string yaml) =>
        MatrixFileReader.Read("matrix-mara.yaml", Encoding.UTF8.GetBytes(yaml), File);

    [Fact]
    public void All_of_a_matrix_is_read_and_the_analyst_is_who_the_file_is_named_after()
    {
        var read = Read("""
            with: [Bo]
            priors: {H1: 0.3}
            rows:
              - {id: E1, cells: {H1: C, H2: II}}
              - {id: E2, cells: {H1: N}}
            """);
        Assert.Empty(read.Findings);
        Assert.Equal(("mara", "Bo", .3), (read.Value!.Analyst, read.Value.With[0], read.Value.Priors["H1"]));
        Assert.Equal(Consistency.VeryInconsistent, read.Value.Cells["E1"]["H2"]);
    }

    [Theory]
    [InlineData("rows:\n  - {id: E1, cells: {H1: C}}\n", "bad-value", 2, 3, "has no row for E2")]
    [InlineData("rows:\n  - {id: E1, cells: {}}\n  - {id: E2, cells: {}}\n  - {id: E7, cells: {}}\n", "bad-value", 4,
        10, "no row of this case")]
    [InlineData("rows:\n  - {id: E1, cells: {H3: C}}\n  - {id: E2, cells: {}}\n", "unknown-key", 2, 22, "H3")]
    [InlineData("rows:\n  - {id: E1, cells: {H1: D}}\n  - {id: E2, cells: {}}\n", "bad-value", 2, 26, "CC, C, N")]
    [InlineData("priors: {H1: 1.2}\nrows:\n  - {id: E1, cells: {}}\n  - {id: E2, cells: {}}\n", "bad-value", 1, 14,
        "between 0 and 1")]
    [InlineData("priors: {H1: 0.7, H2: 0.7}\nrows:\n  - {id: E1}\n  - {id: E2}\n", "bad-value", 1, 9, "more than 1")]
    [InlineData("- a\n", "wrong-type", 1, 1, "keys with values")]
    public void What_is_wrong_has_a_clear_sentence_with_line_and_column(
        string yaml, string kind, int line, int column, string says)
    {
        var finding = Assert.Single(Read(yaml).Findings);
        Assert.Equal((kind, line, column, FindingWeight.Loss),
            (finding.Kind, finding.Where.Line!.Value, finding.Where.Column!.Value, finding.Weight));
        Assert.Contains(says, finding.What, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("hypotheses:\n  - {id: H1, text: The wind drove the crane off its brakes.}\n"
        + "  - {id: H2, text: The wind drove the crane off its brakes at night.}\n", 3, 20, "says what H1 says")]
    [InlineData("hypotheses:\n  - {id: H1, text: x, prior: 1.5}\n", 2, 30, "between 0 and 1")]
    [InlineData("assumptions:\n  - {id: A1, what: x, belief: 1}\n", 2, 31, "between 0 and 1")]
    [InlineData("assumptions:\n  - {id: A1, what: x}\n", 2, 5, "is missing")]
    [InlineData("hypotheses:\n  - {id: H1, text: x}\ndissent:\n  - {by: Bo, about: H9, why: y}\n", 4, 21,
        "no hypothesis of this case")]
    [InlineData("dissent:\n  - {by: Bo, about: H9, why: it is unlikely and my confidence is low}\n", 2, 30,
        "one sentence")]
    public void A_case_that_cannot_be_judged_has_a_clear_sentence_with_line_and_column(
        string yaml, int line, int column, string says)
    {
        var finding = Assert.Single(new CaseFileReader().Read("case.yaml", Encoding.UTF8.GetBytes(yaml)).Findings);
        Assert.Equal((line, column, FindingWeight.Loss),
            (finding.Where.Line!.Value, finding.Where.Column!.Value, finding.Weight));
        Assert.Contains(says, finding.What, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("The wind did it.", "It was not the wind that did it.")]
    [InlineData("Twelve men rowed the boat.", "Ten men rowed the boat.")]
    [InlineData("The wind did it.", "The clamps were worn.")]
    public void Hypotheses_that_exclude_one_another_do_not_overlap(string one, string other) =>
        Assert.Empty(HypothesisOverlap.Find([one, other]));

    [Fact]
    public void An_assessment_that_was_written_is_read_back_for_comparison()
    {
        var assessed = CaseRun.Once(CaseFile.None, [CaseRun.InMemory("a.txt",
            "The mayor said that the old waterworks were sold to his brother in spring."),
            CaseRun.InMemory("b.txt",
                "The mayor said that the old waterworks were sold to his brother in spring. Yes.")]);
        var read = EarlierAssessmentReader.Read("assessment.json", CaseRun.Json(assessed));
        Assert.Empty(read.Findings);
        var expected = EarlierAssessment.Of(assessed.Assessment);
        Assert.Equal((expected.Reports, expected.Origins, expected.Leading),
            (read.Value!.Reports, read.Value.Origins, read.Value.Leading));
        Assert.Equal(expected.Judgments, read.Value.Judgments);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{\"format\": \"allsource/assessment/1\"}")]
    [InlineData("{\"format\": \"allsource/assessment/1\", \"assessment\": {\"totals\": 3}}")]
    public void What_is_no_assessment_is_unread_with_a_finding(string json)
    {
        var read = EarlierAssessmentReader.Read("a.json", Encoding.UTF8.GetBytes(json));
        Assert.False(read.IsRead);
        Assert.Single(read.Findings);
    }
}
