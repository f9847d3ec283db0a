using AllSource.Claims;
using AllSource.Fusion.Propositions;
using AllSource.Sources;
using AllSource.Tests.Assessments;

namespace AllSource.Tests.Fusion.Propositions;

public sealed class PropositionTests
{
    [Fact]
    public void A_statement_that_opens_with_that_is_shown_without_it()
    {
        var world = new World();
        world.Report("Paper A", "2026-03-01", new Line("that the key of the lock house was lost", "Ada Voss", "said"));
        Assert.Equal("the key of the lock house was lost", Assert.Single(world.Assess().Propositions).Text);
    }

    [Fact]
    public void A_denial_and_what_it_denies_are_one_proposition_with_two_stances()
    {
        var world = new World();
        world.Report("Paper A", "2026-03-01",
            new Line("the minister received a payment from the shipyard in May", "a clerk",
            Kind: SourceKind.Anonymous));
        world.Report("Paper B", "2026-03-02",
            new Line("the minister ever received any payment from the shipyard", "the ministry",
            "denied that", Act.Deny, SourceKind.Office));
        var proposition = Assert.Single(world.Assess().Propositions);
        Assert.Equal([Stance.Supports, Stance.Denies], proposition.Claims.Select(c => c.Stance).Order());
        Assert.Equal((1, 1), (proposition.Origins, proposition.Denials));
    }

    [Fact]
    public void A_negated_sentence_stands_against_the_plain_one()
    {
        var world = new World();
        world.Report("Paper A", "2026-03-01",
            new Line("the harbour crane had passed its yearly inspection", "Ada Voss"));
        world.Report("Paper B", "2026-03-02",
            new Line("the harbour crane never passed its yearly inspection", "Bo Lund"));
        var proposition = Assert.Single(world.Assess().Propositions);
        Assert.Equal(1, proposition.Origins);
        Assert.Contains(proposition.Claims, c => c.Stance == Stance.Denies && c.Voice == "Bo Lund");
    }

    [Fact]
    public void Different_numbers_for_one_question_are_rivals_and_no_agreement()
    {
        var world = new World().Source("Ada Voss", SourceKind.Person, Reliability.B).Source(
            "Bo Lund", SourceKind.Person, Reliability.B);
        world.Report("Paper A", "2026-03-01",
            new Line("the fire in the depot killed 20 people on Monday night", "Ada Voss"));
        world.Report("Paper B", "2026-03-02",
            new Line("the fire in the depot killed 34 people on Monday night", "Bo Lund"));
        var proposition = Assert.Single(world.Assess().Propositions);
        Assert.Equal(1, proposition.Origins);
        Assert.Contains(proposition.Claims, c => c.Stance == Stance.Rival);
        Assert.Equal(2, proposition.Rivals.Length);
        Assert.True(proposition.Rivals.Sum(r => r.Probability) < 1);
    }

    [Fact]
    public void Statements_that_share_only_a_name_stay_apart()
    {
        var world = new World();
        world.Report("Paper A", "2026-03-01",
            new Line("the Maritime Safety Board will publish its yearly budget", "Ada Voss"));
        world.Report("Paper B", "2026-03-02",
            new Line("inspectors of the Maritime Safety Board seized a printer", "Bo Lund"));
        Assert.Equal(2, world.Assess().Propositions.Length);
    }

    [Fact]
    public void Three_unnamed_voices_of_one_article_are_one_witness()
    {
        var world = new World();
        world.Report("Paper A", "2026-03-01",
            new Line("the pump had been broken since the winter frost", "a fitter", Kind: SourceKind.Anonymous),
            new Line("the pump had been broken since the winter frost came", "a guard", Kind: SourceKind.Anonymous),
            new Line("since the winter frost the pump had been broken", "a cook", Kind: SourceKind.Anonymous));
        Assert.Equal(1, world.Assess().Propositions.Single(p => p.Claims.Length > 1).Origins);
    }

    [Fact]
    public void A_withdrawn_statement_no_longer_counts()
    {
        var world = new World().Source("Paper A", grade: Reliability.B);
        world.Report("Paper A", "2026-03-01", "The mayor sold the old waterworks to his brother in spring");
        var before = world.Assess().Propositions[0].Belief.Probability;
        world.Report("Paper A", "2026-03-09", new Line("the mayor sold the old waterworks to his brother", "Paper A",
            "withdraws its report that", Act.Withdraw, SourceKind.Outlet));
        var after = world.Assess().Propositions[0].Belief;
        Assert.True(before > .5);
        Assert.True(after.Probability < .5);
        Assert.Equal(0, after.Origins);
    }

    [Fact]
    public void Five_thousand_reports_are_put_together_in_seconds()
    {
        var world = new World();
        var random = new Random(11);
        string Syllable() => $"{(char)('b' + random.Next(20))}{"aeiou"[random.Next(5)]}";
        string Word() => $"{Syllable()}{Syllable()}n";
        for (var i = 0; i < 5000; i++)
        {
            world.Report($"Paper {i % 300}", $"2026-03-{(i % 28) + 1:00}", new Line(
                $"{Word()} {Word()} {Word()} {Word()} {Word()} {Word()}", $"Person {Word()} {Word()}"),
                $"The {Word()} {Word()} of {Word()} {Word()} met the {Word()} in {Word()}");
        }

        var input = world.Input() with { Passages = [] };
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var assessment = AllSource.Assessments.Assessor.Assess(input);
        Assert.Equal(5000, assessment.Totals.Reports);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(60),
            watch.Elapsed.ToString()); // a guard against the quadratic
    }
}
