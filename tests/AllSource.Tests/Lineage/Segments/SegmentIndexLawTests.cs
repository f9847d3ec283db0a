using AllSource.Lineage;
using AllSource.Lineage.Seeds;
using AllSource.Lineage.Segments;

namespace AllSource.Tests.Lineage.Segments;

/// <summary>The index on disk tells what the search in memory tells, whatever came, went and was merged.</summary>
public class SegmentIndexLawTests
{
    /// <summary>
    /// The two may weigh a seed's places by rules of their own, so that a passage at the edge is told by one alone.
    /// </summary>
    private const double SameMin = .9;

    private static readonly SegmentIndexSettings Small = new(YoungReportsMax: 9, MergeFanOut: 3);

    [Fact]
    public void An_index_in_segments_gives_the_passages_of_the_search_in_memory()
    {
        for (var trial = 0; trial < 6; trial++)
        {
            var (world, allGrams) = (new HeldWorld(1 + (trial / 2), 70), trial % 2 == 1);
            using var index = SegmentIndex.Open(
                new FolderInMemory(), HeldWorld.Seal, world, Small with { AllGrams = allGrams }).Value!;
            foreach (var document in world.Documents) Assert.Equal(Inserted.New, index.Insert(document));
            var expected = new PassageFinder(new() { SparseOnly = !allGrams })
                .Find(world.Documents, null, TestContext.Current.CancellationToken)
                .Select(Place).ToHashSet();
            var found = world.Documents.SelectMany(d => index.Find(d).Passages).Select(Place).ToHashSet();
            Assert.NotEmpty(expected);
            Assert.InRange(found.Count(expected.Contains), SameMin * expected.Count, expected.Count);
            Assert.InRange(found.Count(expected.Contains), SameMin * found.Count, found.Count);
        }
    }

    [Fact]
    public void Order_of_arrival_changes_nothing()
    {
        var world = new HeldWorld(21, 60);
        var expected = world.InOneTable(world.Documents);
        Assert.NotEmpty(expected);
        var random = new Random(4);
        for (var trial = 0; trial < 3; trial++)
        {
            var shuffled = world.Documents.ToArray();
            random.Shuffle(shuffled);
            using var index = Open(new FolderInMemory(), world);
            foreach (var document in shuffled) index.Insert(document);
            Assert.Equal(expected, HeldWorld.InIndex(index, world.Documents));
        }
    }

    [Fact]
    public void A_withdrawn_report_is_found_no_more_and_leaves_no_trace_in_what_is_found()
    {
        for (var seed = 31; seed <= 32; seed++)
        {
            var world = new HeldWorld(seed, 90);
            var random = new Random(seed);
            using var index = Open(new FolderInMemory(), world);
            foreach (var document in world.Documents) index.Insert(document);
            var gone = world.Documents.Where(_ => random.Next(3) == 0).ToHashSet();
            foreach (var document in gone) Assert.True(index.Withdraw(document.Id).WasHere);
            var left = world.Documents.Where(d => !gone.Contains(d)).ToList();
            Assert.Equal(world.InOneTable(left), HeldWorld.InIndex(index, left));
            Assert.All(gone, d => Assert.Empty(index.Find(d).Passages));
        }
    }

    [Fact]
    public void Inserted_and_withdrawn_and_compacted_is_byte_for_byte_never_inserted()
    {
        for (var seed = 41; seed <= 44; seed++)
        {
            var world = new HeldWorld(seed, 70);
            var random = new Random(seed);
            var gone = world.Documents.Where(_ => random.Next(3) == 0).ToHashSet();
            var left = world.Documents.Where(d => !gone.Contains(d)).ToArray();
            var never = Compacted(world, left, []);
            random.Shuffle(left);
            var shuffled = world.Documents.ToArray();
            random.Shuffle(shuffled);
            Assert.Equal(never, Compacted(world, left, []));
            Assert.Equal(never, Compacted(world, shuffled, gone));
        }
    }

    [Fact]
    public void A_purge_removes_the_bytes_of_what_was_withdrawn_at_once()
    {
        var world = new HeldWorld(51, 40);
        var folder = new FolderInMemory();
        using var index = Open(folder, world);
        foreach (var document in world.Documents) index.Insert(document);
        var secret = HeldWorld.Seal.KeyOf(world.Documents[17].Id);
        byte[] trace = [.. BitConverter.GetBytes(secret.High), .. BitConverter.GetBytes(secret.Low)];
        Assert.True(Holds(folder, trace));
        index.Withdraw(world.Documents[17].Id);
        Assert.Null(index.Purge(TestContext.Current.CancellationToken));
        Assert.False(Holds(folder, trace));
    }

    [Fact]
    public void What_is_held_survives_closing_and_the_same_report_is_not_doubled()
    {
        var world = new HeldWorld(61, 50);
        var folder = new FolderInMemory();
        using (var index = Open(folder, world))
        {
            foreach (var document in world.Documents) index.Insert(document);
        }

        using var again = Open(folder, world);
        Assert.Equal(50, again.Reports);
        Assert.Equal(Inserted.AlreadyHere, again.Insert(world.Documents[3]));
        Assert.Equal(Inserted.IdTaken, again.Insert(world.Documents[3] with { Text = "Other words under one id." }));
        Assert.Equal(world.InOneTable(world.Documents), HeldWorld.InIndex(again, world.Documents));
    }

    [Fact]
    public void No_word_author_or_id_that_is_a_name_stands_in_the_files()
    {
        var world = new HeldWorld(71, 5);
        var folder = new FolderInMemory();
        using var index = Open(folder, world);
        index.Insert(new("interview with Quentin Marsh.txt", "The harbour master Ophelia Grant told us of the crane.",
            Author: "Quentin Marsh"));
        index.Settle();
        foreach (var name in new[] { "Quentin", "Marsh", "Ophelia", "Grant", "harbour", "crane", "interview" })
        {
            Assert.False(Holds(folder, System.Text.Encoding.UTF8.GetBytes(name)));
            Assert.False(Holds(folder, System.Text.Encoding.Unicode.GetBytes(name)));
        }
    }

    internal static SegmentIndex Open(FolderInMemory folder, IReportTexts texts) =>
        SegmentIndex.Open(folder, HeldWorld.Seal, texts, Small) is { IsRead: true } opened ? opened.Value!
            : throw new InvalidOperationException("the index does not open");

    private static string Place(Passage p) => $"{p.A} {p.ASpan} {p.B} {p.BSpan}";

    private static bool Holds(FolderInMemory folder, byte[] trace) =>
        folder.Files.Values.Any(f => f.AsSpan().IndexOf(trace) >= 0);

    private static string Compacted(
        HeldWorld world, IEnumerable<LineageDocument> inserted, IEnumerable<LineageDocument> withdrawn)
    {
        var folder = new FolderInMemory();
        using var index = Open(folder, world);
        foreach (var document in inserted) index.Insert(document);
        foreach (var document in withdrawn) Assert.Empty(index.Withdraw(document.Id).Findings);
        Assert.Null(index.Compact(TestContext.Current.CancellationToken));
        return string.Join('\n', folder.Files.Select(static f => $"{f.Key} {Convert.ToHexString(f.Value)}"));
    }
}
