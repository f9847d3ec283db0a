using AllSource.Lineage.Segments;

namespace AllSource.Tests.Lineage.Segments;

/// <summary>
/// Segments and manifests are written beside the acts: whenever they come to be, the same is found, and nothing that
/// was acknowledged is lost.
/// </summary>
public class WrittenBesideTests
{
    [Fact]
    public void The_same_is_found_whenever_the_segments_come_to_be_written()
    {
        for (var seed = 1; seed <= 8; seed++)
        {
            var world = new HeldWorld(120 + seed, 60);
            var random = new Random(seed);
            var later = new Later();
            using var index = Open(new FolderInMemory(), world, later, young: 7);
            foreach (var document in world.Documents)
            {
                index.Insert(document);
                if (random.Next(seed) == 0) later.DoOne();
            }

            Assert.Equal(world.InOneTable(world.Documents), HeldWorld.InIndex(index, world.Documents));
        }
    }

    [Fact]
    public void What_is_withdrawn_while_it_is_written_is_gone_and_what_comes_back_is_there_once()
    {
        for (var seed = 1; seed <= 8; seed++)
        {
            var world = new HeldWorld(140 + seed, 60);
            var random = new Random(seed);
            var later = new Later();
            var folder = new FolderInMemory();
            using var index = Open(folder, world, later, young: 7);
            var held = new HashSet<int>();
            for (var act = 0; act < 240; act++)
            {
                var d = random.Next(world.Documents.Count);
                if (held.Remove(d)) Assert.True(index.Withdraw(world.Documents[d].Id).WasHere);
                else if (held.Add(d)) Assert.Equal(Inserted.New, index.Insert(world.Documents[d]));
                if (random.Next(seed) == 0) later.DoOne();
                Assert.Equal(held.Count, index.Reports);
            }

            var left = held.Order().Select(d => world.Documents[d]).ToList();
            var expected = world.InOneTable(left);
            Assert.Equal(expected, HeldWorld.InIndex(index, left));
            using var again = Open(folder.Copy(), world, new(), young: 7); // as if it were killed now
            Assert.Equal(held.Count, again.Reports);
            Assert.Equal(expected, HeldWorld.InIndex(again, left));
        }
    }

    [Fact]
    public void When_the_segments_come_to_be_written_changes_no_byte_of_a_compacted_index()
    {
        var world = new HeldWorld(161, 50);
        string[] made = [.. new[] { 1, 2, 5, 100 }.Select(rarity =>
        {
            var random = new Random(rarity);
            var later = new Later();
            var folder = new FolderInMemory();
            using var index = Open(folder, world, later, young: 7);
            for (var d = 0; d < world.Documents.Count; d++)
            {
                index.Insert(world.Documents[d]);
                if (d % 4 == 3) index.Withdraw(world.Documents[d - 2].Id);
                if (random.Next(rarity) == 0) later.DoOne();
            }

            Assert.Null(index.Compact(TestContext.Current.CancellationToken));
            return string.Join('\n', folder.Files.Select(static f => $"{f.Key} {Convert.ToHexString(f.Value)}"));
        })];
        Assert.Single(made.Distinct());
    }

    [Fact]
    public void Who_inserts_waits_rather_than_begin_a_third_log()
    {
        var world = new HeldWorld(171, 60);
        var folder = new FolderInMemory();
        using var index = Open(folder, world, new(), young: 5); // nothing is written unless somebody waits for it
        foreach (var document in world.Documents)
        {
            index.Insert(document);
            Assert.InRange(LogsOf(folder).Length, 0, 2);
        }

        Assert.Contains(folder.Names, static n => n.EndsWith(".segment", StringComparison.Ordinal));
    }

    [Fact]
    public void Killed_at_any_change_while_segments_are_written_beside_it_opens_with_all_that_was_acknowledged()
    {
        var world = new HeldWorld(181, 26);
        for (var rarity = 1; rarity <= 4; rarity++)
        {
            var whole = new FolderInMemory();
            Work(whole, world, rarity, [], []);
            for (var death = 1; death <= whole.Changes; death++)
            {
                var folder = new FolderInMemory { LivesFor = death };
                HashSet<string> held = [], begun = [];
                Assert.Throws<DeadException>(() => Work(folder, world, rarity, held, begun));
                using var index = Open(folder.Copy(), world, new(), young: 4);
                var there = world.Documents.Select(static d => d.Id).Where(index.Holds).ToHashSet();
                Assert.True(there.SetEquals(held) || there.SetEquals(begun), $"{rarity}: killed at change {death}");
            }
        }
    }

    [Fact]
    public void The_first_of_two_logs_torn_or_missing_is_told()
    {
        var world = new HeldWorld(191, 8);
        var folder = new FolderInMemory();
        using var index = Open(folder, world, new(), young: 5);
        foreach (var document in world.Documents) index.Insert(document);
        var first = LogsOf(folder).MaxBy(n => folder.Files[n].Length)!; // five reports to three
        Assert.Equal(2, LogsOf(folder).Length);
        for (var cut = 1; cut < 12; cut++)
        {
            var torn = folder.Copy();
            torn.Files[first] = torn.Files[first][..^cut];
            Assert.Equal(first, Assert.Single(Opened(torn, world).Findings).Where.File);
        }

        var lost = folder.Copy();
        lost.Files.Remove(first);
        Assert.Equal(first, Assert.Single(Opened(lost, world).Findings).Where.File);
    }

    private static AllSource.Kernel.Parsed<SegmentIndex> Opened(FolderInMemory folder, HeldWorld world) =>
        SegmentIndex.Open(folder, HeldWorld.Seal, world, new());

    private static SegmentIndex Open(FolderInMemory folder, HeldWorld world, Later later, int young) =>
        SegmentIndex.Open(folder, HeldWorld.Seal, world, new(YoungReportsMax: young, MergeFanOut: 2) { Beside = later })
            .Value!;

    private static string[] LogsOf(FolderInMemory folder) =>
        [.. folder.Names.Where(static n => n.EndsWith(".log", StringComparison.Ordinal))];

    /// <summary>Inserts and withdraws; what waits is done now and then, by a die of so many sides.</summary>
    private static void Work(
        FolderInMemory folder, HeldWorld world, int sides, HashSet<string> held, HashSet<string> begun)
    {
        var random = new Random(sides);
        var later = new Later();
        using var index = Open(folder, world, later, young: 4);
        for (var d = 0; d < world.Documents.Count; d++)
        {
            begun.Add(world.Documents[d].Id);
            index.Insert(world.Documents[d]);
            held.Add(world.Documents[d].Id);
            if (random.Next(sides) == 0) later.DoOne();
            if (d % 5 != 4) continue;
            begun.Remove(world.Documents[d - 3].Id);
            index.Withdraw(world.Documents[d - 3].Id);
            held.Remove(world.Documents[d - 3].Id);
        }

        index.Purge(TestContext.Current.CancellationToken);
        index.Compact(TestContext.Current.CancellationToken);
    }
}
