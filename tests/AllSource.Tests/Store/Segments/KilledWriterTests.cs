using System.Globalization;
using AllSource.Lineage.Segments;
using AllSource.Store.Segments;
using AllSource.Tests.Lineage.Segments;

namespace AllSource.Tests.Store.Segments;

public class KilledWriterTests
{
    private const int Kills = 10;

    [Fact]
    public void A_writer_killed_in_the_middle_loses_nothing_that_was_acknowledged()
    {
        using var folder = new TemporaryFolder();
        var world = new HeldWorld(101, 120);
        var random = new Random(5);
        HashSet<int> held = [];
        for (var kill = 0; kill < Kills; kill++)
        {
            var last = RunAndKill(folder.Path, random.Next(1, 25), held);
            using var files = SegmentFolder.Open(folder.Path).Value!;
            using var index = SegmentIndex.Open(files, HeldWorld.Seal, world, WriterProcess.Settings).Value;
            Assert.NotNull(index);
            var there = Enumerable.Range(0, 120).Where(d => index.Holds(world.Documents[d].Id)).ToHashSet();
            var doubtful = there.Except(held).Concat(held.Except(there)).ToArray();
            Assert.True(doubtful.Length <= 1, $"kill {kill} after {last}: {string.Join(' ', doubtful)}");
            held = there;
        }

        using var again = SegmentFolder.Open(folder.Path).Value!;
        using var whole = SegmentIndex.Open(again, HeldWorld.Seal, world, WriterProcess.Settings).Value!;
        var left = held.Order().Select(d => world.Documents[d]).ToList();
        Assert.Equal(world.InOneTable(left), HeldWorld.InIndex(whole, left));
    }

    /// <summary>Lets the writer say so many lines, then kills it; what it said is put into held.</summary>
    private static string RunAndKill(string folder, int lines, HashSet<int> held)
    {
        using var process = WriterProcess.Start(folder);
        var last = "";
        for (var n = 0; process.StandardOutput.ReadLine() is { } line; n++)
        {
            last = line;
            if (line == "end") break;
            var report = int.Parse(line.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture);
            if (line[0] == '+') held.Add(report);
            else held.Remove(report);
            if (n == lines) process.Kill(); // what it still said before it died is read by the loop
        }

        process.WaitForExit();
        return last;
    }
}
