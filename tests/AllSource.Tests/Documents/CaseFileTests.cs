using System.Text;
using AllSource.Access;
using AllSource.Assessments;
using AllSource.Desk;
using AllSource.Documents;
using AllSource.Kernel;
using AllSource.Sources;

namespace AllSource.Tests.Documents;

public sealed class CaseFileTests
{
    private static Parsed<CaseFile> Read(string yaml) =>
        new CaseFileReader().Read("case.yaml", Encoding.UTF8.GetBytes(yaml));

    [Fact]
    public void All_of_a_case_is_read()
    {
        var read = Read("""
            case: harbour
            title: The crane
            question: Why?
            label: TLP:AMBER
            audience: {name: Editors' table, clearance: TLP:AMBER//HERON}
            zone: "+02:00"
            date_order: day-first
            hypotheses:
              - {id: H1, text: The wind., prior: 0.3}
              - {id: H2, text: The clamps.}
            sources:
              - {id: HERON, kind: protected-person, reliability: B, describe: "a person"}
              - {id: Northgate Wire, kind: outlet, aliases: [NW]}
            evidence:
              - {id: E1, what: a gust, cells: {H1: CC, H2: I}}
            """);
        Assert.Empty(read.Findings);
        var file = read.Value!;
        Assert.Equal(("harbour", "The crane", "Why?"), (file.Id, file.Title, file.Question));
        Assert.Equal((TimeSpan.FromHours(2), DateOrder.DayFirst, Label.Of(Tlp.Amber)),
            (file.Answers.Zone!.Value, file.Answers.DateOrder!.Value, file.Answers.DefaultLabel));
        Assert.Equal(Clearance.Of(Tlp.Amber, "HERON"), file.Audience!.Clearance);
        Assert.Equal([0.3, null], file.Hypotheses.Select(h => h.Prior));
        Assert.Equal([Reliability.B, Reliability.F], file.Sources.Select(s => s.Reliability));
        Assert.Equal(Consistency.Inconsistent, file.Evidence[0].Cells["H2"]);
    }

    [Theory]
    [InlineData("questoin: Why?", "unknown-key", 1, 1, "question")]
    [InlineData("a: b\nhypotheses: text", "wrong-type", 2, 13, null)]
    [InlineData("hypotheses:\n  - text: x\n", "bad-value", 2, 5, null)]
    [InlineData("hypotheses:\n  - {id: H1, text: x, prior: 2}\n", "bad-value", 2, 30, null)]
    [InlineData("zone: Europe/Berlin", "bad-value", 1, 7, null)]
    [InlineData("date_order: middle", "bad-value", 1, 13, null)]
    [InlineData("sources:\n  - {id: A, kind: outlets}\n", "bad-value", 2, 19, "outlet")]
    [InlineData("sources:\n  - {id: A, kind: outlet, reliability: G}\n", "bad-value", 2, 40, null)]
    [InlineData("sources:\n  - {id: A, kind: outlet, alias: x}\n", "unknown-key", 2, 27, "aliases")]
    [InlineData("hypotheses:\n  - {id: H1, text: x}\nevidence:\n  - {id: E, what: w, cells: {H1: X}}\n", "bad-value",
        4, 34, null)]
    [InlineData("hypotheses:\n  - {id: H1, text: x}\nevidence:\n  - {id: E, what: w, cells: {H2: C}}\n", "unknown-key",
        4, 30, null)]
    [InlineData("label: SECRET", "label-unread", 1, 8, null)]
    [InlineData("title: a\ntitle: b", "key-twice", 2, 1, null)]
    [InlineData("audience: {name: x}", "bad-value", 1, 11, null)]
    public void What_is_not_as_expected_has_a_place_and_a_way_out(string yaml, string kind, int line, int column,
        string? suggested)
    {
        var finding = Read(yaml).Findings.Last();
        Assert.Equal((kind, line, column, FindingWeight.Loss),
            (finding.Kind, finding.Where.Line, finding.Where.Column, finding.Weight));
        if (suggested is not null) Assert.Contains($"'{suggested}'", finding.WayOut, StringComparison.Ordinal);
    }

    [Fact]
    public void A_label_that_cannot_be_read_seals_what_has_no_label_of_its_own() =>
        Assert.True(Read("label: SECRET").Value!.Answers.DefaultLabel.IsSealed);

    [Fact]
    public void A_kind_that_cannot_be_read_is_treated_as_a_protected_person()
    {
        Assert.True(Read("sources:\n  - {id: A, kind: informer}").Value!.Sources[0].IsProtected);
        Assert.DoesNotContain("informer", Read("sources:\n  - {id: A, kind: informer}").Findings[0]
            .ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_protected_person_has_no_aliases_and_the_finding_does_not_repeat_them()
    {
        var read = Read("sources:\n  - {id: HERON, kind: protected-person, aliases: [Jane Doe]}");
        Assert.Empty(read.Value!.Sources[0].Aliases);
        Assert.DoesNotContain("Jane", Assert.Single(read.Findings).ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("title: [unclosed")]
    [InlineData("a: b: c")]
    [InlineData("just a sentence")]
    [InlineData("- a\n- b")]
    [InlineData("--- \na: b\n--- \nc: d")]
    public void What_is_no_mapping_is_unread_with_a_place(string yaml)
    {
        var read = Read(yaml);
        Assert.False(read.IsRead);
        Assert.NotNull(Assert.Single(read.Findings).Where.Line);
    }

    [Fact]
    public void An_empty_case_file_is_none()
    {
        var read = Read("# only a comment\n");
        Assert.Equal((true, 0), (read.IsRead, read.Findings.Length));
    }

    [Fact]
    public void A_billion_laughs_are_not_laughed()
    {
        var yaml = new StringBuilder("a: &a [x, x, x, x, x, x, x, x, x]\n");
        for (var c = 'b'; c < 'k'; c++) yaml
            .Append(System.Globalization.CultureInfo.InvariantCulture,
            $"{c}: &{c} [{string.Join(',', Enumerable.Repeat($"*{(char)(c - 1)}", 9))}]\n");
        Assert.Equal("yaml-limit", Assert.Single(Read(yaml.ToString()).Findings).Kind);
        Assert.Equal("yaml-limit", Assert.Single(Read("a: " + new string('[', 50_000)).Findings).Kind);
        Assert.Equal("yaml-too-long", Assert.Single(Read("title: " + new string('x', 2 << 20)).Findings).Kind);
    }
}
