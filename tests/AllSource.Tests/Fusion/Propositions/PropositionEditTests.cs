using System.Collections.Immutable;
using System.Text.Json;
using AllSource.Assessments;
using AllSource.Claims;
using AllSource.Fusion.Propositions;
using AllSource.Sources;
using AllSource.Tests.Assessments;

namespace AllSource.Tests.Fusion.Propositions;

/// <summary>Analysts split, join and re-word; nothing that was said is lost; undoing is leaving an edit out.</summary>
public sealed class PropositionEditTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 9, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_split_makes_a_proposition_of_its_own_and_keeps_every_claim()
    {
        var world = Pump();
        var before = world.Assess();
        var together = before.Propositions.Single(p => p.Claims.Length > 1);
        var taken = together.Claims.Last();
        var after = Edited(world, new SplitProposition("a-1", [Anchor(world, taken.Claim)], "The pump of the annex.",
            "Mara", Noon, "another pump"));
        Assert.Equal(before.Propositions.Length + 1, after.Propositions.Length);
        Assert.Equal(Claims(before), Claims(after));
        var apart = after.Propositions.Single(p => p.Text == "The pump of the annex.");
        Assert.Equal([taken.Claim], apart.Claims.Select(c => c.Claim));
        Assert.Equal(["Split by Mara: another pump."], apart.Edits);
        Assert.True(Assert.Single(after.PropositionEdits).IsApplied);
    }

    [Fact]
    public void A_join_counts_the_origins_of_both_and_a_contrary_one_turns_the_sides()
    {
        var world = Pump();
        world.Report("Paper D", "2026-03-05", new Line("nothing wrong was ever found with the waterworks", "Di Falk"));
        var before = world.Assess();
        var (pump, works) = (Of(before, "the pump"), Of(before, "nothing wrong"));
        JoinPropositions Join(bool contrary) => new("a-1", Anchor(world, pump.Claims[0].Claim),
            Anchor(world, works.Claims[0].Claim), contrary, "Mara", Noon, "");
        var same = Of(Edited(world, Join(false)), "the pump");
        Assert.Equal(pump.Origins + works.Origins, same.Origins);
        var contrary = Of(Edited(world, Join(true)), "the pump");
        Assert.Equal(pump.Origins, contrary.Origins);
        Assert.Equal(Stance.Denies, contrary.Claims.Single(c => c.Voice == "Di Falk").Stance);
        Assert.True(contrary.Belief.Probability < same.Belief.Probability);
    }

    [Fact]
    public void New_words_change_neither_belief_nor_id_and_the_latest_count()
    {
        var world = Pump();
        var pump = Of(world.Assess(), "the pump");
        var anchor = Anchor(world, pump.Claims[0].Claim);
        var after = Edited(world,
            new RewordProposition("a-2", anchor, "Later words.", "Bo", Noon.AddHours(1), ""),
            new RewordProposition("a-1", anchor, "Earlier words.", "Mara", Noon, ""));
        var worded = Of(after, "Later words.");
        Assert.Equal((pump.Id, pump.Belief.Probability), (worded.Id, worded.Belief.Probability));
        Assert.Equal(["Re-worded by Mara.", "Re-worded by Bo."], worded.Edits);
    }

    [Fact]
    public void Edits_in_any_order_give_the_same_and_undoing_all_gives_what_was_before()
    {
        var world = Pump();
        var untouched = JsonSerializer.Serialize(world.Assess());
        var pump = Of(world.Assess(), "the pump");
        var anchors = pump.Claims.Select(c => Anchor(world, c.Claim)).ToList();
        PropositionEdit[] edits =
        [
            new SplitProposition("a-1", [anchors[1]], null, "Mara", Noon, "x"),
            new JoinPropositions("a-2", anchors[0], anchors[1], false, "Bo", Noon.AddHours(1), "y"),
            new RewordProposition("a-3", anchors[1], "The pump.", "Mara", Noon.AddHours(2), "z"),
            new SplitProposition("a-4", [anchors[2]], null, "Bo", Noon.AddHours(2), "w"),
        ];
        var expected = JsonSerializer.Serialize(Edited(world, edits));
        var random = new Random(3);
        for (var i = 0; i < 10; i++)
        {
            random.Shuffle(edits);
            Assert.Equal(expected, JsonSerializer.Serialize(Edited(world, edits)));
        }

        Assert.Equal(untouched, JsonSerializer.Serialize(Edited(world)));
    }

    [Fact]
    public void An_edit_without_effect_changes_nothing_and_says_why()
    {
        var world = Pump();
        var pump = Of(world.Assess(), "the pump");
        var here = Anchor(world, pump.Claims[0].Claim);
        var gone = here with { Report = new("r-gone") };
        var after = Edited(world,
            new SplitProposition("a-1", [gone], null, "Mara", Noon, ""),
            new JoinPropositions("a-2", here, here, false, "Mara", Noon, ""),
            new SplitProposition("a-3", [.. pump.Claims.Select(c => Anchor(world, c.Claim))], null, "Mara", Noon, ""));
        Assert.All(after.PropositionEdits, e => Assert.False(e.IsApplied));
        Assert.Equal(["a-1", "a-2", "a-3"], after.PropositionEdits.Select(e => e.Edit));
        Assert.Equal(JsonSerializer.Serialize(world.Assess().Propositions),
            JsonSerializer.Serialize(after.Propositions));
    }

    private static World Pump()
    {
        var world = new World().Source("Ada Voss", SourceKind.Person, Reliability.B)
            .Source("Bo Lund", SourceKind.Person, Reliability.B).Source("Di Falk", SourceKind.Person, Reliability.B);
        world.Report("Paper A", "2026-03-01", new Line("the pump had been broken since the winter frost", "Ada Voss"));
        world.Report("Paper B", "2026-03-02", new Line("since the winter frost the pump was broken", "Bo Lund"));
        world.Report("Paper C", "2026-03-03", new Line("the pump is broken since that winter frost", "Cy Dahl"));
        return world;
    }

    private static Assessment Edited(World world, params PropositionEdit[] edits) =>
        Assessor.Assess(world.Input() with { PropositionEdits = [.. edits] });

    private static Proposition Of(Assessment assessment, string begins) =>
        assessment.Propositions.Single(p => p.Text.StartsWith(begins, StringComparison.Ordinal));

    private static ClaimAnchor Anchor(World world, ClaimId id) => ClaimAnchor.Of(world.Claims.Single(c => c.Id == id));

    private static ImmutableArray<string> Claims(Assessment assessment) =>
        [.. assessment.Propositions.SelectMany(p => p.Claims).Select(c => c.Claim.Value).Order()];
}
