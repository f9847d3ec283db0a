using System.Collections.Immutable;
using AllSource.Assessments;
using AllSource.Sources;

namespace AllSource.Tests.Assessments;

/// <summary>A source that falls lists every judgment that it weakens, before and after.</summary>
public sealed class WhatIfTests
{
    private static readonly Hypothesis[] Hypotheses = [new("H1", "The ferry struck the breakwater."),
        new("H2", "The ferry was overloaded.")];

    private static readonly EvidenceRow[] Rows =
    [
        new("E1", "the ferry struck the outer breakwater in thick fog", Cells("CC", "II")),
        new("E2", "the ferry carried twice as many passengers as allowed", Cells("II", "CC")),
    ];

    [Fact]
    public void Without_its_source_the_judgment_is_weaker_and_both_numbers_stand()
    {
        var finding = WhatIf.Of(Ferry() with { Hypotheses = [.. Hypotheses], Evidence = [.. Rows] },
            new(["Ada Voss"], [], []));
        Assert.Equal(("H1", "H2"), (finding.LeadingBefore, finding.LeadingAfter));
        var effect = finding.Judgments.Single(j => j.About == "H1");
        Assert.True(effect.IsWeakened);
        Assert.True(effect.After.Probability < effect.Before.Probability);
        Assert.Contains(effect.Moves, m => m.StartsWith("H1: from likely", StringComparison.Ordinal));
        var row = Assert.Single(finding.Rows);
        Assert.Equal(("E1", .5), (row.Row, row.BeliefAfter));
        Assert.Empty(finding.Unknown);
    }

    [Fact]
    public void A_copy_of_what_fell_is_no_new_origin()
    {
        var world = World();
        world.Copy(world.Reports[0], "Paper Z", "2026-04-05");
        var finding = WhatIf.Of(world.Input(), new(["Ada Voss"], [], []));
        Assert.All(finding.Judgments.Where(j => j.Statement.Contains("breakwater", StringComparison.Ordinal)),
            j => Assert.Equal((.5, 0), (j.After.Probability, j.OriginsAfter)));
    }

    [Fact]
    public void A_discredited_source_is_heard_as_unreliable_and_weakens_less_than_one_that_is_gone()
    {
        var input = Ferry() with { Hypotheses = [.. Hypotheses], Evidence = [.. Rows] };
        var gone = WhatIf.Of(input, new(["Ada Voss"], [], [])).Judgments.Single(j => j.About == "H1");
        var discredited = WhatIf.Of(input, new([], ["ada voss"], [])).Judgments.Single(j => j.About == "H1");
        Assert.True(discredited.IsWeakened);
        Assert.InRange(discredited.After.Probability, gone.After.Probability, discredited.Before.Probability);
    }

    [Fact]
    public void An_assumption_and_a_row_can_be_taken_out()
    {
        var input = Ferry() with
        {
            Hypotheses = [.. Hypotheses],
            Evidence = [.. Rows],
            Assumptions = [new("A1", "the radar was watched", .9, Cells("CC", "I"))],
        };
        Assert.True(WhatIf.Of(input, new([], [], ["A1"])).Judgments.Single(j => j.About == "H1").IsWeakened);
        Assert.True(WhatIf.Of(input, new([], [], ["E1"])).Judgments.Single(j => j.About == "H1").IsWeakened);
        Assert.Equal(["E9"], WhatIf.Of(input, new([], [], ["E9"])).Unknown);
    }

    [Fact]
    public void Who_is_not_in_the_case_is_named_as_unknown_and_weakens_nothing()
    {
        var finding = WhatIf.Of(Ferry(), new(["Nobody Atall"], [], []));
        Assert.Equal(["Nobody Atall"], finding.Unknown);
        Assert.Empty(finding.Weakened);
    }

    [Fact]
    public void What_changed_since_the_last_one_stands_until_it_changes_again()
    {
        var world = World();
        var input = Ferry(world) with { Hypotheses = [.. Hypotheses], Evidence = [.. Rows] };
        var first = Assessor.Assess(input);
        world.Source("Coast guard", SourceKind.Office, Reliability.A);
        world.Report("Coast guard", "2026-04-09",
            "We counted twice as many passengers on the ferry as she is allowed to have carried");
        var next = world.Input() with
        {
            Hypotheses = [.. Hypotheses],
            Evidence = [.. Rows],
            Previous = EarlierAssessment.Of(first)
        };
        var second = Assessor.Assess(next);
        Assert.Contains("1 report more, 1 new origin with them.", second.ChangedSinceLast);
        Assert.Contains("H2 now leads, before it was H1.", second.ChangedSinceLast);
        var third = Assessor.Assess(next with { Previous = EarlierAssessment.Of(second) });
        Assert.Equal(second.ChangedSinceLast, third.ChangedSinceLast);
    }

    [Fact]
    public void Dissent_is_kept_with_its_name()
    {
        var assessment = Assessor.Assess(Ferry() with
        {
            Hypotheses = [.. Hypotheses],
            Evidence = [.. Rows],
            Dissents = [new("Mara", "H1", "The fog had lifted by then.", .3)],
        });
        Assert.Equal("Mara", Assert.Single(assessment.Judgments.Single(j => j.About == "H1").Dissents).By);
        Assert.Empty(assessment.Judgments.Single(j => j.About == "H2").Dissents);
    }

    private static World World()
    {
        var world = new World().Source("Ada Voss", SourceKind.Person, Reliability.B)
            .Source("Bo Lund", SourceKind.Person, Reliability.D);
        world.Report("Paper A", "2026-04-01",
            new Line("the ferry struck the outer breakwater in thick fog", "Ada Voss"));
        world.Report("Paper B", "2026-04-02",
            new Line("the ferry carried twice as many passengers as the papers allowed", "Bo Lund"));
        return world;
    }

    private static AssessmentInput Ferry(World? world = null) => (world ?? World()).Input();

    private static ImmutableSortedDictionary<string, Consistency> Cells(string h1, string h2) =>
        new Dictionary<string, Consistency>
        {
            ["H1"] = ConsistencyLetters.TryParse(h1)!.Value,
            ["H2"] = ConsistencyLetters.TryParse(h2)!.Value,
        }.ToImmutableSortedDictionary();
}
