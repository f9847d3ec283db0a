using AllSource.Lineage.Segments;

namespace AllSource.Tests.Lineage.Segments;

/// <summary>
/// Damaged files give a sentence with file and byte; they never throw, and never answer wrongly in silence.
/// </summary>
public class DamageTests
{
    private static readonly HeldWorld World = new(91, 40);
    private static readonly SegmentIndexSettings Settings = new(YoungReportsMax: 12, MergeFanOut: 3);

    [Fact]
    public void A_flipped_bit_anywhere_is_told_or_changes_nothing()
    {
        var random = new Random(1);
        var whole = Made();
        var expected = World.InOneTable(World.Documents);
        for (var trial = 0; trial < 80; trial++)
        {
            var folder = whole.Copy();
            var name = folder.Names.ElementAt(random.Next(folder.Names.Count));
            var bytes = folder.Files[name] = [.. folder.Files[name]];
            bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
            IsToldOrRight(folder, expected, name);
        }
    }

    [Fact]
    public void A_file_cut_anywhere_is_told_or_changes_nothing()
    {
        var random = new Random(2);
        var whole = Made();
        foreach (var name in whole.Names.Where(static n => !n.EndsWith(".log", StringComparison.Ordinal)).ToArray())
        {
            for (var trial = 0; trial < 20; trial++)
            {
                var folder = whole.Copy();
                folder.Files[name] = folder.Files[name][..random.Next(folder.Files[name].Length)];
                var opened = SegmentIndex.Open(folder, HeldWorld.Seal, World, Settings);
                Assert.False(opened.IsRead);
                Assert.Equal(name, opened.Findings[0].Where.File);
            }
        }
    }

    [Fact]
    public void Noise_in_place_of_a_segment_never_throws()
    {
        var random = new Random(3);
        for (var trial = 0; trial < 300; trial++)
        {
            var noise = new byte[random.Next(2000)];
            random.NextBytes(noise);
            if (random.Next(2) == 0 && noise.Length > 16) SegmentFooter.Magic.CopyTo(noise);
            Assert.Null(Segment.Open("noise", new MemoryBytes(noise), out var fault));
            Assert.NotNull(fault?.Where.Byte);
        }
    }

    [Fact]
    public void Buckets_of_noise_are_refused_or_give_numbers()
    {
        var random = new Random(4);
        var places = new RowPlace[8];
        for (var trial = 0; trial < 20_000; trial++)
        {
            var noise = new byte[random.Next(60)];
            random.NextBytes(noise);
            var key = (uint)random.NextInt64(1L << 32);
            BucketCodec.TryFind(noise, key, 20, 9, places, out _);
            BucketCodec.TryReadAll(noise, key >> 20, 20, 9, []);
        }
    }

    [Fact]
    public void Another_desks_key_is_told_as_such()
    {
        var folder = Made();
        var other = new DeskSeal(new byte[DeskSeal.KeyBytes]);
        var finding = Assert.Single(SegmentIndex.Open(folder, other, World, Settings).Findings);
        Assert.Equal("index-other-key", finding.Kind);
    }

    [Fact]
    public void A_missing_segment_is_named()
    {
        var folder = Made();
        var name = folder.Names.First(static n => n.EndsWith(".segment", StringComparison.Ordinal));
        folder.Files.Remove(name);
        var finding = Assert.Single(SegmentIndex.Open(folder, HeldWorld.Seal, World, Settings).Findings);
        Assert.Equal(name, finding.Where.File);
    }

    private static FolderInMemory Made()
    {
        var folder = new FolderInMemory();
        using var index = SegmentIndex.Open(folder, HeldWorld.Seal, World, Settings).Value!;
        foreach (var document in World.Documents) index.Insert(document);
        return folder;
    }

    private static void IsToldOrRight(FolderInMemory folder, string[] expected, string name)
    {
        var opened = SegmentIndex.Open(folder, HeldWorld.Seal, World, Settings);
        if (!opened.IsRead)
        {
            Assert.NotEmpty(opened.Findings[0].Where.File);
            return;
        }

        using var index = opened.Value!;
        var told = World.Documents.Where((_, d) => d % 8 == 0).Select(index.Find).ToList();
        if (told.Exists(static t => !t.Findings.IsEmpty)) return;
        if (name.EndsWith(".log", StringComparison.Ordinal) && index.Reports < World.Documents.Count) return;
        foreach (var passage in told.SelectMany(static t => t.Passages))
        {
            Assert.Contains(HeldWorld.Told(passage), expected);
        }
    }
}
