using System.Collections.Immutable;
using AllSource.Assessments;
using AllSource.Sources;

namespace AllSource.Tests.Assessments;

/// <summary>Several analysts over one body of evidence.</summary>
public sealed class PanelTests
{
    private static readonly Hypothesis[] Hypotheses =
        [new("H1", "The wind did it."), new("H2", "The clamps failed."), new("H3", "An outsider did it.")];

    [Fact]
    public void Matrices_stand_side_by_side_with_where_they_disagree_heaviest_first()
    {
        var panel = Assess([Matrix("Bo", "CC I I", "N N N"), Matrix("Ada", "I CC I", "N N N")]).Panel!;
        Assert.Equal(["the desk", "Ada", "Bo"], panel.Members.Select(m => m.Analyst));
        Assert.Equal(["H1", "H2", "H1"], panel.Members.Select(m => m.Leading));
        Assert.Equal(2, panel.Disagreements.Count(d => d.Row == "E1"));
        Assert.Equal(3, panel.Disagreements[0].LettersApart);
        Assert.Equal(["CC", "I", "CC"], panel.Disagreements[0].Cells.Select(c => c.Letters));
        Assert.Equal(1, panel.Pooled.Sum(p => p.Posterior), 1e-12);
    }

    [Fact]
    public void One_judge_s_pool_is_that_judge()
    {
        var assessment = Assess([Matrix("Ada", "CC I I", "N N N")], "N N N");
        var panel = assessment.Panel!;
        Assert.Equal((1, 1.0), (panel.Judges, panel.Exponent));
        Assert.Equal(panel.Members.Single().Posteriors.Select(p => p.Posterior),
            panel.Pooled.Select(p => p.Posterior), (a, b) => Math.Abs(a - b) < 1e-12);
    }

    [Fact]
    public void Who_worked_together_or_wrote_the_same_is_one_judge()
    {
        Assert.Equal(2, Assess([Matrix("Ada", "CC I I", "N N N"), Matrix("Bo", "CC I I", "N N N")], "C I N")
            .Panel!.Judges);
        Assert.Equal(2, Assess([Matrix("Ada", "CC I I", "N N N"), Matrix("Bo", "C I I", "N N N") with
        {
            With = ["ada"],
        }], "C N N").Panel!.Judges);
        Assert.Equal(3, Assess([Matrix("Ada", "CC I I", "N N N"), Matrix("Bo", "C I I", "N N N")], "C N N")
            .Panel!.Judges);
    }

    [Fact]
    public void The_exponent_grows_with_judges_and_shrinks_with_what_they_share()
    {
        Assert.Equal(1, Pooling.Exponent(1, 0));
        Assert.Equal(4, Pooling.Exponent(4, 0), 1e-12);
        for (var n = 2; n < 12; n++)
        {
            Assert.True(Pooling.Exponent(n, .5) > Pooling.Exponent(n - 1, .5));
            Assert.True(Pooling.Exponent(n, .9) < Pooling.Exponent(n, .3));
            Assert.InRange(Pooling.Exponent(n, 1), 1, 1.25);
        }
    }

    [Fact]
    public void Judges_who_know_different_rows_pool_to_what_one_who_knows_both_would_say()
    {
        var prior = new[] { .5, .3, .2 };
        ModelRow first = new("E1", [Consistency.Consistent, Consistency.Inconsistent, Consistency.Neutral], 1.5);
        ModelRow second = new("E2", [Consistency.VeryConsistent, Consistency.Neutral, Consistency.Inconsistent], -.4);
        var pooled = Pooling.Pool(
            [(prior, MatrixModel.Posteriors(prior, [first])), (prior, MatrixModel.Posteriors(prior, [second]))],
            Pooling.Exponent(2, 0));
        var both = MatrixModel.Posteriors(prior, [first, second]);
        for (var h = 0; h < 3; h++) Assert.Equal(both[h], pooled[h], 1e-12);
    }

    [Fact]
    public void An_analyst_who_sees_another_lead_dissents_by_name()
    {
        var assessment = Assess([Matrix("Ada", "II CC I", "N N N")]);
        var dissent = Assert.Single(assessment.Judgments.Single(j => j.About == "H1").Dissents);
        Assert.Equal("Ada", dissent.By);
        Assert.StartsWith("By this analyst's own matrix H2 leads", dissent.Why, StringComparison.Ordinal);
        Assert.Null(LanguageRule.FirstMixed(dissent.Why));
    }

    [Fact]
    public void The_order_of_matrices_changes_nothing()
    {
        AnalystMatrix[] matrices = [Matrix("Ada", "II CC I", "C N N"), Matrix("Bo", "C C I", "N I N"),
            Matrix("Cy", "N C I", "N C CC")];
        var expected = System.Text.Json.JsonSerializer.Serialize(Assess(matrices).Panel);
        Assert.Equal(expected, System.Text.Json.JsonSerializer.Serialize(Assess([.. matrices.Reverse()]).Panel));
    }

    private static Assessment Assess(AnalystMatrix[] matrices, string desk = "CC I I")
    {
        var world = new World().Source("Ada Voss", SourceKind.Person, Reliability.B);
        world.Report("Paper A", "2026-04-01", new Line("a strong gust tore the crane loose", "Ada Voss"));
        return Assessor.Assess(world.Input() with
        {
            Hypotheses = [.. Hypotheses],
            Evidence = [new("E1", "a strong gust tore the crane loose", Cells(desk)),
                new("E2", "the remote link was unplugged", Cells("N N N"))],
            Matrices = [.. matrices],
        });
    }

    private static AnalystMatrix Matrix(string name, string first, string second) => new(name,
        new Dictionary<string, ImmutableSortedDictionary<string, Consistency>>
        {
            ["E1"] = Cells(first),
            ["E2"] = Cells(second),
        }.ToImmutableSortedDictionary(), ImmutableSortedDictionary<string, double>.Empty, []);

    private static ImmutableSortedDictionary<string, Consistency> Cells(string letters) => letters.Split(' ')
        .Select((l, i) => (Id: $"H{i + 1}", Cell: ConsistencyLetters.TryParse(l)!.Value))
        .ToImmutableSortedDictionary(x => x.Id, x => x.Cell);
}
