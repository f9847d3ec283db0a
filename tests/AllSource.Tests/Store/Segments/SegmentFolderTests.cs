using AllSource.Lineage.Segments;
using AllSource.Store.Segments;
using AllSource.Tests.Lineage.Segments;

namespace AllSource.Tests.Store.Segments;

public class SegmentFolderTests
{
    [Fact]
    public void A_second_writer_is_told_that_the_index_is_in_use()
    {
        using var folder = new TemporaryFolder();
        using var first = SegmentFolder.Open(folder.Path).Value!;
        var second = SegmentFolder.Open(folder.Path);
        Assert.Equal("index-busy", Assert.Single(second.Findings).Kind);
    }

    [Fact]
    public void A_folder_on_disk_gives_the_passages_of_one_table_and_the_same_bytes_every_time()
    {
        var world = new HeldWorld(111, 60);
        using var one = new TemporaryFolder();
        using var other = new TemporaryFolder();
        Fill(one.Path, world, world.Documents);
        Fill(other.Path, world, world.Documents.AsEnumerable().Reverse());
        Assert.Equal(BytesOf(one.Path), BytesOf(other.Path));
        using var files = SegmentFolder.Open(one.Path).Value!;
        using var index = SegmentIndex.Open(files, HeldWorld.Seal, world, WriterProcess.Settings).Value!;
        Assert.Equal(world.InOneTable(world.Documents), HeldWorld.InIndex(index, world.Documents));
    }

    [Fact]
    public void Only_the_owner_can_read_the_files()
    {
        if (OperatingSystem.IsWindows()) return; // file modes are Unix's
        var world = new HeldWorld(112, 10);
        using var folder = new TemporaryFolder();
        Fill(folder.Path, world, world.Documents);
        foreach (var file in Directory.GetFiles(folder.Path))
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        }
    }

    private static void Fill(string path, HeldWorld world, IEnumerable<AllSource.Lineage.LineageDocument> documents)
    {
        using var files = SegmentFolder.Open(path).Value!;
        using var index = SegmentIndex.Open(files, HeldWorld.Seal, world, WriterProcess.Settings).Value!;
        foreach (var document in documents) index.Insert(document);
        Assert.Null(index.Compact(TestContext.Current.CancellationToken));
    }

    private static string BytesOf(string folder) => string.Join('\n', Directory.GetFiles(folder)
        .Order(StringComparer.Ordinal)
        .Select(static f => $"{Path.GetFileName(f)} {Convert.ToHexString(File.ReadAllBytes(f))}"));
}
