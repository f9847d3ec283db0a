using System.Collections.Immutable;
using System.Text.Json;
using AllSource.Assessments;
using AllSource.Claims;
using AllSource.Sources;

namespace AllSource.Tests.Assessments;

/// <summary>A new report updates what it touches, and the result is that of a full run.</summary>
public sealed class RunningAssessmentTests
{
    private static readonly string[] Contents =
    [
        "the ferry struck the outer breakwater in thick fog", "the ferry carried twice as many passengers as allowed",
        "the harbour radar was switched off", "the harbour radar was never switched off",
        "20 people were killed on the ferry", "24 people were killed on the ferry", "the captain had slept all night",
    ];

    [Fact]
    public void Reports_that_come_and_go_in_any_way_give_what_a_full_run_gives()
    {
        var random = new Random(19);
        for (var trial = 0; trial < 12; trial++)
        {
            var world = new World().Source("Paper 1", grade: Reliability.B).Source("Paper 2", grade: Reliability.C)
                .Source("Ada Voss", SourceKind.Person, Reliability.B);
            var running = new RunningAssessment();
            for (var step = 0; step < 10; step++)
            {
                Change(world, random);
                if (step == 6) world.Source($"Paper {random.Next(6)}x", grade: Reliability.D);
                var input = Input(world, trial % 2 == 0);
                Assert.Equal(JsonSerializer.Serialize(Assessor.Assess(input)),
                    JsonSerializer.Serialize(running.Update(input).Assessment));
            }
        }
    }

    [Fact]
    public void A_report_on_something_else_touches_no_other_proposition()
    {
        var world = new World();
        foreach (var content in Contents) world.Report("Paper 1", "2026-04-01", content, "It rained on " + content);
        var running = new RunningAssessment();
        var first = running.Update(Input(world, true));
        Assert.Equal(first.Assessment.Propositions.Length, first.Propositions.Length);
        Assert.Empty(running.Update(Input(world, true)).Propositions);
        world.Report("Paper 2", "2026-04-02", "The museum bought a portrait of an unknown organist");
        var second = running.Update(Input(world, true));
        Assert.Single(second.Propositions);
        Assert.Empty(second.Rows);
        Assert.Empty(second.Judgments);
    }

    [Fact]
    public void What_a_new_report_speaks_of_is_touched()
    {
        var world = new World().Source("Paper 2", grade: Reliability.B);
        world.Report("Paper 1", "2026-04-01", Contents[0]);
        var running = new RunningAssessment();
        running.Update(Input(world, true));
        world.Report("Paper 2", "2026-04-02", "The outer breakwater was struck by the ferry as fog was thick");
        var update = running.Update(Input(world, true));
        Assert.Equal(["E1"], update.Rows);
        Assert.Contains("H1", update.Judgments);
    }

    private static void Change(World world, Random random)
    {
        var date = random.Next(4) == 0 ? null : $"2026-04-{random.Next(1, 28):00}";
        var source = random.Next(5) == 0 ? null : $"Paper {random.Next(1, 6)}";
        if (world.Reports.Count > 2 && random.Next(4) == 0)
        {
            var gone = world.Reports[random.Next(world.Reports.Count)];
            world.Reports.Remove(gone);
            world.Claims.RemoveAll(c => c.Report == gone.Id);
        }
        else if (world.Reports.Count > 0 && random.Next(3) == 0)
        {
            world.Copy(world.Reports[random.Next(world.Reports.Count)], source, date);
        }
        else
        {
            var content = Contents[random.Next(Contents.Length)];
            world.Report(source, date, random.Next(2) == 0 ? new Line(content)
                : new Line(content, random.Next(2) == 0 ? "Ada Voss" : "a deck hand", "said that",
                    random.Next(4) == 0 ? Act.Deny : Act.Assert));
        }
    }

    private static AssessmentInput Input(World world, bool withHypotheses) => !withHypotheses ? world.Input()
        : world.Input() with
        {
            Hypotheses = [new("H1", "The ferry struck the breakwater."), new("H2", "The ferry was overloaded.")],
            Evidence =
            [
                new("E1", Contents[0], Cells("CC", "I")), new("E2", Contents[1], Cells("I", "CC")),
                new("E3", Contents[2], Cells("C", "N")),
            ],
        };

    private static ImmutableSortedDictionary<string, Consistency> Cells(string h1, string h2) =>
        new Dictionary<string, Consistency>
        {
            ["H1"] = ConsistencyLetters.TryParse(h1)!.Value,
            ["H2"] = ConsistencyLetters.TryParse(h2)!.Value,
        }.ToImmutableSortedDictionary();
}
