using AllSource.Lineage.Segments;

namespace AllSource.Tests.Lineage.Segments;

/// <summary>
/// Killed at every single change of its folder, the index opens whole: all that was acknowledged is there, and nothing
/// by half. (Store/Segments has the same with a real process.)
/// </summary>
public class KilledTests
{
    private static readonly SegmentIndexSettings Tiny = new(YoungReportsMax: 4, MergeFanOut: 2);
    private static readonly HeldWorld World = new(81, 26);

    [Fact]
    public void Killed_at_any_change_it_opens_with_all_that_was_acknowledged()
    {
        var changes = new FolderInMemory();
        Work(changes, [], []);
        Assert.InRange(changes.Changes, 60, 400);
        for (var death = 1; death <= changes.Changes; death++)
        {
            var folder = new FolderInMemory { LivesFor = death };
            HashSet<string> held = [], begun = [];
            Assert.Throws<DeadException>(() => Work(folder, held, begun));
            var left = folder.Copy();
            using var index = SegmentIndex.Open(left, HeldWorld.Seal, World, Tiny).Value;
            Assert.NotNull(index);
            var there = World.Documents.Where(d => index.Insert(d) == Inserted.AlreadyHere).Select(static d => d.Id)
                .ToHashSet();
            // the one act that was under way may have happened or not; it may be neither half done nor undo others
            Assert.True(there.SetEquals(held) || there.SetEquals(begun), $"killed at change {death}");
            Assert.DoesNotContain(left.Names, static n => n.StartsWith("unfinished", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void What_opens_after_a_kill_finds_what_it_would_have_found()
    {
        var random = new Random(6);
        for (var trial = 0; trial < 6; trial++)
        {
            var folder = new FolderInMemory { LivesFor = 20 + random.Next(60) };
            Assert.Throws<DeadException>(() => Work(folder, [], []));
            using var index = SegmentIndex.Open(folder.Copy(), HeldWorld.Seal, World, Tiny).Value!;
            foreach (var document in World.Documents) index.Insert(document);
            Assert.Equal(World.InOneTable(World.Documents), HeldWorld.InIndex(index, World.Documents));
        }
    }

    /// <summary>
    /// Inserts and withdraws, and says what is held and what would be if the act under way were done.
    /// </summary>
    private static void Work(FolderInMemory folder, HashSet<string> held, HashSet<string> begun)
    {
        using var index = SegmentIndex.Open(folder, HeldWorld.Seal, World, Tiny).Value!;
        for (var d = 0; d < World.Documents.Count; d++)
        {
            begun.Add(World.Documents[d].Id);
            index.Insert(World.Documents[d]);
            held.Add(World.Documents[d].Id);
            if (d % 5 != 4) continue;
            begun.Remove(World.Documents[d - 3].Id);
            index.Withdraw(World.Documents[d - 3].Id);
            held.Remove(World.Documents[d - 3].Id);
        }

        index.Purge(TestContext.Current.CancellationToken);
        index.Compact(TestContext.Current.CancellationToken);
    }
}
