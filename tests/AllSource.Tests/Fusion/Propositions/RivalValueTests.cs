using AllSource.Claims;
using AllSource.Fusion.Propositions;
using AllSource.Sources;
using AllSource.Tests.Assessments;

namespace AllSource.Tests.Fusion.Propositions;

public sealed class RivalValueTests
{
    [Fact]
    public void Short_statements_that_differ_in_a_number_are_one_question_with_two_answers()
    {
        var world = Graded("Ada Voss", "Bo Lund");
        world.Report("Paper A", "2026-03-01", new Line("12 people were killed", "Ada Voss"));
        world.Report("Paper B", "2026-03-02", new Line("15 people were killed", "Bo Lund"));
        var proposition = Assert.Single(world.Assess().Propositions);
        Assert.Equal(["how many people were killed"], proposition.Rivals.Select(r => r.Question).Distinct());
        Assert.Equal(["12 people", "15 people"], proposition.Rivals.Select(r => r.Value).Order());
        Assert.Equal(1, proposition.Origins);
    }

    [Fact]
    public void Dates_that_differ_are_rivals()
    {
        var world = Graded("Ada Voss", "Bo Lund");
        world.Report("Paper A", "2026-03-01", new Line("the pilot boat left the harbour on 4 March", "Ada Voss"));
        world.Report("Paper B", "2026-03-09", new Line("the pilot boat left the harbour on 6 March", "Bo Lund"));
        var proposition = Assert.Single(world.Assess().Propositions);
        Assert.Equal(["on what date"], proposition.Rivals.Select(r => r.Question).Distinct());
    }

    [Fact]
    public void A_copy_that_changed_the_number_is_a_rival_without_an_origin_and_takes_nothing()
    {
        var world = Graded("Ada Voss").Source("Paper A").Source("Paper B");
        const string text = "the pilot boat left the inner harbour on the morning of 4 March with two men on board";
        world.Report("Paper A", "2026-03-05", new Line(text, "Ada Voss"));
        var before = Assert.Single(world.Assess().Propositions);
        world.Report("Paper B", "2026-03-09", new Line(text.Replace("4 March", "6 March", StringComparison.Ordinal),
            "Ada Voss"));
        var after = Assert.Single(world.Assess().Propositions);
        Assert.Equal(before.Belief.Probability, after.Belief.Probability);
        Assert.Equal([("4 March", 1), ("6 March", 0)], after.Rivals.Select(r => (r.Value, r.Origins)));
        Assert.Contains(after.Claims, c => c is { Stance: Stance.Rival, Counts: false });
    }

    [Fact]
    public void More_independent_origins_of_one_answer_take_from_the_other()
    {
        var world = Graded("Ada Voss", "Bo Lund", "Cy Dahl");
        world.Report("Paper A", "2026-03-01", new Line("the fire in the depot killed 20 people", "Ada Voss"));
        var alone = Assert.Single(world.Assess().Propositions);
        world.Report("Paper B", "2026-03-02", new Line("34 people were killed when the depot caught fire", "Bo Lund"));
        var two = Assert.Single(world.Assess().Propositions);
        world.Report("Paper C", "2026-03-03", new Line("the depot fire killed 34", "Cy Dahl"));
        var three = Assert.Single(world.Assess().Propositions);
        Assert.True(alone.Belief.Probability > two.Belief.Probability);
        Assert.True(two.Belief.Probability > three.Belief.Probability);
        Assert.Equal(2, three.Rivals[0].Origins);
        Assert.Equal("34 people", three.Rivals[0].Value);
        Assert.True(three.Rivals[0].Probability > .5);
        Assert.Equal(Math.Log(three.Belief.Probability / (1 - three.Belief.Probability)),
            three.Belief.Reasons.Sum(r => r.Weight), 1e-9);
    }

    [Fact]
    public void Copies_of_an_answer_move_none_of_its_rivals()
    {
        var world = Graded("Ada Voss", "Bo Lund");
        world.Report("Paper A", "2026-03-01", new Line("the fire in the depot killed 20 people", "Ada Voss"));
        var second = world.Report("Paper B", "2026-03-02",
            new Line("34 people were killed when the depot caught fire", "Bo Lund"));
        var before = Assert.Single(world.Assess().Propositions);
        for (var i = 0; i < 20; i++) world.Copy(second, $"Paper {i}", "2026-03-04");
        var after = Assert.Single(world.Assess().Propositions);
        Assert.Equal(before.Rivals.Select(r => (r.Value, r.Origins, r.Probability)),
            after.Rivals.Select(r => (r.Value, r.Origins, r.Probability)));
    }

    [Fact]
    public void Who_gives_no_number_bears_out_none()
    {
        var world = Graded("Ada Voss", "Bo Lund", "Cy Dahl");
        world.Report("Paper A", "2026-03-01", new Line("the fire in the depot killed 20 people", "Ada Voss"));
        world.Report("Paper B", "2026-03-02", new Line("34 people were killed when the depot caught fire", "Bo Lund"));
        world.Report("Paper C", "2026-03-03", new Line("the fire in the depot killed people", "Cy Dahl"));
        var proposition = Assert.Single(world.Assess().Propositions);
        Assert.Equal(1, proposition.Origins);
        Assert.Contains(proposition.Claims, c => c is { Voice: "Cy Dahl", Counts: false });
    }

    [Fact]
    public void A_denial_of_another_number_denies_not_this_one()
    {
        var world = Graded("Ada Voss", "Bo Lund", "Cy Dahl");
        world.Report("Paper A", "2026-03-01", new Line("the fire in the depot killed 20 people", "Ada Voss"));
        world.Report("Paper B", "2026-03-02", new Line("34 people were killed when the depot caught fire", "Bo Lund"));
        var before = Assert.Single(world.Assess().Propositions).Belief.Probability;
        world.Report("Paper C", "2026-03-03",
            new Line("the fire in the depot killed 34 people", "Cy Dahl", "denied that", Act.Deny));
        Assert.True(Assert.Single(world.Assess().Propositions).Belief.Probability >= before - 1e-12);
    }

    [Fact]
    public void Judgments_without_hypotheses_tell_of_rival_values()
    {
        var world = Graded("Ada Voss", "Bo Lund");
        world.Report("Paper A", "2026-03-01", new Line("the fire in the depot killed 20 people", "Ada Voss"));
        world.Report("Paper B", "2026-03-02", new Line("34 people were killed when the depot caught fire", "Bo Lund"));
        var judgment = Assert.Single(world.Assess().Judgments);
        Assert.Contains(judgment.Reasons,
            r => r.Contains("how many people were killed: 20 people (1 origin) or 34 people (1 origin)",
                StringComparison.Ordinal));
    }

    private static World Graded(params string[] names) => names.Aggregate(new World(),
        (world, name) => world.Source(name, SourceKind.Person, Reliability.B));
}
