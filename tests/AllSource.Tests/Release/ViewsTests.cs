using System.Collections.Immutable;
using AllSource.Access;
using AllSource.Assessments;
using AllSource.Release;
using AllSource.Tests.Assessments;
using AllSource.Tests.Tidy;

namespace AllSource.Tests.Release;

/// <summary>What the gate lets out of dissent, of several analysts, and of what changed.</summary>
public sealed class ViewsTests
{
    [Fact]
    public void Dissent_and_change_are_told_by_the_judgments_numbers_and_the_name()
    {
        var brief = Brief(i => i with
        {
            Dissents = [new("Mara", "H2", "The lead may have been planted.", .4)],
            Previous = new(18, 14, "H1", [new("H2", "", .3, ConfidenceLevel.Low)], []),
        });
        Assert.Equal(["Mara does not share judgment 1 and would say 40 %. The lead may have been planted."],
            brief.Views.Select(v => v.Text));
        Assert.Contains("judgment 1 now leads, before it was judgment 3.", brief.Changed.Select(c => c.Text));
        Assert.Contains(brief.Changed, c => c.Text.StartsWith("judgment 1: from unlikely (30 %) to",
            StringComparison.Ordinal));
    }

    [Fact]
    public void A_panel_and_who_dissents_in_it_are_told()
    {
        var brief = Brief(i => i with
        {
            Matrices = [new AnalystMatrix("Mara", i.Evidence.ToImmutableSortedDictionary(e => e.Id, e =>
                e.Id == "E7" ? e.Cells : e.Cells.ToImmutableSortedDictionary(c => c.Key, _ => Consistency.Neutral)),
                ImmutableSortedDictionary<string, double>.Empty, [])],
        });
        Assert.Contains(brief.Views, v => v.Text.StartsWith("2 matrices, 2 independent judges: pooled, judgment ",
            StringComparison.Ordinal));
        Assert.DoesNotContain(brief.Views, v => v.Text.Contains("H1", StringComparison.Ordinal)
            || v.Text.Contains("H3", StringComparison.Ordinal));
    }

    [Fact]
    public void What_changed_about_a_report_s_own_words_stays_with_the_desk()
    {
        var brief = Brief(i => i with
        {
            Hypotheses = [],
            Evidence = [],
            Previous = new(18, 14, null, [], []),
        });
        Assert.All(brief.Changed, c => Assert.DoesNotContain("“", c.Text, StringComparison.Ordinal));
    }

    private static ReleasedBrief Brief(Func<AssessmentInput, AssessmentInput> change)
    {
        var sample = SampleCase.Read(Repository.Root, withKey: true);
        var assessment = Assessor.Assess(change(sample.Input()));
        return Drafting.Of(new(assessment, [.. sample.Reports], [.. sample.Claims], sample.Register,
            Label.Of(Tlp.Amber), "The crane", new Audience("Editors", Clearance.Of(Tlp.Amber)),
            new(new(2026, 9, 25, 9, 0, 0, TimeSpan.Zero), "test"))).Decide().Brief!;
    }
}
