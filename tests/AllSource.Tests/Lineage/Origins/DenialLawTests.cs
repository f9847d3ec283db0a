using AllSource.Claims;
using AllSource.Lineage;
using AllSource.Lineage.Origins;
using AllSource.Tests.Assessments;

namespace AllSource.Tests.Lineage.Origins;

/// <summary>A report that quotes something to deny, doubt or dispute it lends it no support, whatever else is so.
/// </summary>
public sealed class DenialLawTests
{
    private static readonly string[] Words =
        ["harbour", "crane", "ledger", "convoy", "turbine", "permit", "cargo", "signal", "tanker", "depot", "gantry",
            "manifest", "quarry", "viaduct", "foundry", "pontoon"];

    private static readonly (Act Act, string Cue)[] Against =
        [(Act.Deny, "denied that"), (Act.Doubt, "doubted that"), (Act.Dispute, "disputed that")];

    [Fact]
    public void What_a_report_denies_doubts_or_disputes_it_quotes_and_does_not_support()
    {
        var random = new Random(23);
        for (var trial = 0; trial < 60; trial++)
        {
            var content = string.Join(" near the ",
                Enumerable.Range(0, 6).Select(_ => Words[random.Next(Words.Length)]));
            var world = new World();
            var said = world.Report("Paper A", Date(random, 1), new Line(content, "Ada Voss"));
            for (var n = 0; n < 3; n++)
            {
                var (act, cue) = Against[random.Next(Against.Length)];
                world.Report($"Paper {n}", Date(random, n + 2), new Line(content, $"Bo Lund{n}", cue, act));
            }

            var before = OriginTracer.Trace([said], world.Claims, [], world.Register);
            var map = OriginTracer.Trace(world.Reports, world.Claims, world.Passages(), world.Register);
            var origin = Assert.Single(map.Claims, c => c.Report == said.Id).Origin;
            Assert.Single(before.Origins);
            Assert.All(map.Claims.Where(c => c.Report != said.Id), c => Assert.NotEqual(origin, c.Origin));
            Assert.All(map.Claims.Where(c => c.Report != said.Id), c => Assert.Empty(c.Path));
        }
    }

    [Fact]
    public void A_denial_that_is_copied_with_its_words_is_traced_to_the_denial()
    {
        const string content = "the convoy crossed the viaduct near the quarry before the turbine was shut down";
        var world = new World();
        world.Report("Paper A", "2026-03-01", new Line(content, "Ada Voss"));
        var denied = world.Report("Paper B", "2026-03-02",
            new Line(content, "Bo Lund", "denied on Monday that", Act.Deny));
        var copied = world.Copy(denied, "Paper C", "2026-03-03");
        var map = OriginTracer.Trace(world.Reports, world.Claims, world.Passages(), world.Register);
        var step = Assert.Single(Assert.Single(map.Claims, c => c.Report == copied.Id).Path);
        Assert.Equal(denied.Id, step.To);
    }

    [Theory]
    [InlineData("the bridge at Kell was not closed because of cracks in its steel")]
    [InlineData("the bridge at Kell was never closed because of cracks in its steel")]
    [InlineData("the bridge at Kell wasn't closed because of cracks in its steel")]
    public void Words_repeated_with_a_negation_put_in_are_no_copy_of_the_claim(string contrary)
    {
        var world = new World();
        var said = world.Report("Paper A", "2026-03-01",
            new Line("the bridge at Kell was closed because of cracks in its steel", "Ada Voss"));
        var other = world.Report("Paper B", "2026-03-02", new Line(contrary, "Bo Lund"));
        var passage = Assert.Single(world.Passages());
        Assert.Contains(passage.Edits, static e => e.IsNegation);
        var map = OriginTracer.Trace(world.Reports, world.Claims, [passage], world.Register);
        var theirs = Assert.Single(map.Claims, c => c.Report == other.Id);
        Assert.Empty(theirs.Path);
        Assert.NotEqual(Assert.Single(map.Claims, c => c.Report == said.Id).Origin, theirs.Origin);
    }

    private static string? Date(Random random, int day) => random.Next(4) == 0 ? null : $"2026-03-{day:00}";
}
