using System.Collections.Immutable;
using System.Text.Json;
using AllSource.Assessments;
using AllSource.Claims;
using AllSource.Sources;

namespace AllSource.Tests.Assessments;

/// <summary>What must hold in every case, whatever it is about.</summary>
public sealed class LawsTests
{
    private static readonly Hypothesis[] Hypotheses = [new("H1", "The ferry struck the breakwater."),
        new("H2", "The ferry was overloaded.")];

    private static readonly EvidenceRow[] Rows =
    [
        new("E1", "the ferry struck the outer breakwater in thick fog", Cells("CC", "I")),
        new("E2", "the ferry carried twice as many passengers as allowed", Cells("I", "CC")),
        new("E3", "the harbour radar was switched off", Cells("C", "N")),
    ];

    [Fact]
    public void Any_order_of_reports_gives_the_same_bytes()
    {
        var world = Ferry();
        var input = world.Input() with { Hypotheses = [.. Hypotheses], Evidence = [.. Rows] };
        var expected = JsonSerializer.Serialize(Assessor.Assess(input));
        var random = new Random(3);
        for (var i = 0; i < 12; i++)
        {
            var shuffled = input with
            {
                Reports = Shuffled(input.Reports, random),
                Claims = Shuffled(input.Claims, random),
                Passages = Shuffled(input.Passages, random),
                Evidence = Shuffled(input.Evidence, random),
                Hypotheses = Shuffled(input.Hypotheses, random),
            };
            Assert.Equal(expected, JsonSerializer.Serialize(Assessor.Assess(shuffled)));
        }
    }

    public static TheoryData<int, string?> EveryReportOnceDatedOnceNot()
    {
        var data = new TheoryData<int, string?>();
        for (var i = 0; i < Ferry().Reports.Count; i++)
        {
            data.Add(i, "2026-04-20");
            data.Add(i, null);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(EveryReportOnceDatedOnceNot))]
    public void Fifty_copies_of_any_report_move_nothing(int which, string? date)
    {
        var world = Ferry();
        var before = world.Assess(Hypotheses, Rows);
        for (var i = 0; i < 50; i++) world.Copy(world.Reports[which], $"Copying paper {i}", date);
        var after = world.Assess(Hypotheses, Rows);
        Assert.Equal(before.Hypotheses.Select(h => (h.Id, h.Posterior)), after.Hypotheses.Select(h =>
            (h.Id, h.Posterior)));
        Assert.Equal(before.Matrix.Select(r => (r.Id, r.Origins, r.DisputingOrigins, r.Belief.Probability)),
            after.Matrix.Select(r => (r.Id, r.Origins, r.DisputingOrigins, r.Belief.Probability)));
        Assert.Equal(before.Judgments.Select(j => (j.About, j.Confidence.Level, j.Origins, j.LikelihoodSentence)),
            after.Judgments.Select(j => (j.About, j.Confidence.Level, j.Origins, j.LikelihoodSentence)));
        Assert.Equal(Standing(before), Standing(after));
    }

    [Fact]
    public void One_more_independent_report_moves_what_copies_do_not()
    {
        var world = Ferry().Source("Coast guard", SourceKind.Office, Reliability.A);
        var before = world.Assess(Hypotheses, Rows);
        world.Report("Coast guard", "2026-04-09",
            "We saw it from our boat: fog so thick that a ferry hit the breakwater, and struck its outer wall");
        var after = world.Assess(Hypotheses, Rows);
        Assert.Equal(before.Matrix[0].Origins + 1, after.Matrix[0].Origins);
        Assert.True(after.Matrix[0].Belief.Probability > before.Matrix[0].Belief.Probability + .02);
        Assert.True(Of(after, "H1") > Of(before, "H1"));
    }

    [Fact]
    public void A_denial_never_raises_what_it_denies()
    {
        foreach (var (kind, grade) in new[] { (SourceKind.Office, Reliability.A), (SourceKind.Person, Reliability.F) })
        {
            foreach (var act in new[] { Act.Deny, Act.Dispute, Act.Doubt })
            {
                var world = Ferry().Source("Harbour office", kind, grade);
                var before = world.Assess(Hypotheses, Rows);
                world.Report("Paper Z", "2026-04-09", new Line(
                    "the ferry struck the outer breakwater in thick fog", "Harbour office", "spoke against it that",
                        act, kind));
                var after = world.Assess(Hypotheses, Rows);
                Assert.True(after.Matrix[0].Belief.Probability <= before.Matrix[0].Belief.Probability);
                Assert.True(Of(after, "H1") <= Of(before, "H1") + 1e-12);
                Assert.Equal(before.Matrix[0].Origins, after.Matrix[0].Origins);
            }
        }
    }

    [Fact]
    public void A_withdrawn_report_leaves_no_trace()
    {
        var world = Ferry();
        var before = JsonSerializer.Serialize(world.Assess(Hypotheses, Rows));
        var extra = world.Report("Paper Q", "2026-04-11",
            "The ferry carried twice as many passengers as were allowed on her");
        Assert.NotEqual(before, JsonSerializer.Serialize(world.Assess(Hypotheses, Rows)));
        world.Reports.Remove(extra);
        world.Claims.RemoveAll(c => c.Report == extra.Id);
        Assert.Equal(before, JsonSerializer.Serialize(world.Assess(Hypotheses, Rows)));
    }

    [Fact]
    public void An_unknown_grade_is_no_grade()
    {
        double[] Posteriors(Action<World> register)
        {
            var world = Ferry(known: false);
            register(world);
            return [.. world.Assess(Hypotheses, Rows).Hypotheses.Select(h => h.Posterior)];
        }

        var none = Posteriors(_ => { });
        var unknown = Posteriors(w =>
            w.Source("Paper A").Source("Paper B").Source("Radio C").Source("Ada Voss", SourceKind.Person));
        Assert.Equal(none, unknown);
    }

    [Fact]
    public void F_carries_no_weight_alone_and_independent_agreement_does()
    {
        var world = new World();
        world.Report("Paper A", "2026-04-01", "The ferry struck the outer breakwater in thick fog");
        var one = world.Assess(Hypotheses, Rows);
        Assert.Equal(.5, one.Matrix[0].Belief.Probability, 1e-9);
        world.Report("Radio C", "2026-04-01",
            "Thick was the fog when upon the breakwater, at its outer end, a ferry ran and struck");
        var two = world.Assess(Hypotheses, Rows);
        Assert.Equal(2, two.Matrix[0].Origins);
        Assert.InRange(two.Matrix[0].Belief.Probability, .55, .65);
    }

    private static World Ferry(bool known = true)
    {
        var world = new World();
        if (known)
        {
            world.Source("Paper A", grade: Reliability.C).Source("Radio C", grade: Reliability.B)
                .Source("Ada Voss", SourceKind.Person, Reliability.B).Source(
                    "Line owner", SourceKind.Organisation, Reliability.D);
        }

        var first = world.Report("Paper A", "2026-04-01T06:00:00Z",
            new Line("the ferry struck the outer breakwater in thick fog", "Line owner", Kind: SourceKind.Organisation),
            "Nine people were taken to hospital before the morning, and the harbour was shut");
        world.Copy(first, "Paper B", "2026-04-02");
        world.Copy(first, "Paper D", null);
        world.Report("Radio C", "2026-04-03", new Line(
            "the ferry carried twice as many passengers as the papers allowed", "a deck hand",
                Kind: SourceKind.Anonymous),
            new Line("there was no fog at all that morning", "Ada Voss"));
        world.Report("Paper E", "2026-04-04",
            new Line("the ferry carried too many passengers", "Line owner", "denied that", Act.Deny,
            SourceKind.Organisation));
        return world;
    }

    private static ImmutableSortedDictionary<string, Consistency> Cells(string h1, string h2) =>
        new Dictionary<string, Consistency>
        {
            ["H1"] = ConsistencyLetters.TryParse(h1)!.Value,
            ["H2"] = ConsistencyLetters.TryParse(h2)!.Value,
        }.ToImmutableSortedDictionary();

    private static double Of(Assessment assessment, string hypothesis) =>
        assessment.Hypotheses.Single(h => h.Id == hypothesis).Posterior;

    /// <summary>What stands about every statement: text, origins, belief and grade, whatever the ids are.</summary>
    private static List<(string, int, double, Credibility)> Standing(Assessment a) =>
        [.. a.Propositions.Zip(a.PropositionGrades).Select(p =>
            (p.First.Text, p.First.Origins, p.First.Belief.Probability, p.Second.Suggested))
            .Order()];

    private static ImmutableArray<T> Shuffled<T>(ImmutableArray<T> items, Random random)
    {
        var array = items.ToArray();
        random.Shuffle(array);
        return [.. array];
    }
}
