using AllSource.Lineage;

namespace AllSource.Tests.Lineage;

/// <summary>Two real texts without any date: the shorter is an excerpt of the longer with an editor's frame.</summary>
public class SeedCaseTests
{
    private static readonly (int Start, int End)[] Copied = [(136, 1286), (1485, 2212)];
    private static readonly (int Start, int End)[] Own = [(0, 135), (1287, 1484)];

    [Fact]
    public void The_shorter_text_is_found_to_be_an_excerpt_of_the_longer()
    {
        var (shorter, longer) = Texts();
        var found = new PassageFinder().Find([longer, shorter], null, TestContext.Current.CancellationToken);
        Assert.NotEmpty(found);
        Assert.All(found, p => Assert.Equal(shorter.Id, p.Copier));
        Assert.All(found, static p => Assert.DoesNotContain("earlier", p.DirectionWhy, StringComparison.Ordinal));
        var aligned = new bool[shorter.Text.Length + 1];
        foreach (var span in found.Select(p => p.A == shorter.Id ? p.ASpan : p.BSpan))
        {
            Array.Fill(aligned, true, span.Start, span.Length);
        }

        var copied = Copied.Sum(static c => c.End - c.Start);
        var reached = Copied.Sum(c => Enumerable.Range(c.Start, c.End - c.Start).Count(i => aligned[i]));
        Assert.True(reached >= .98 * copied, $"{reached} of {copied} copied characters aligned");
        Assert.DoesNotContain(Own.SelectMany(static o => Enumerable.Range(o.Start, o.End - o.Start)), i => aligned[i]);
    }

    private static (LineageDocument Shorter, LineageDocument Longer) Texts()
    {
        var folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "AllSource.slnx")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        var seeds = Path.Combine(folder ?? ".", "..", "shared", "cases", "seeds");
        var files = Directory.Exists(seeds) ? Directory.GetFiles(seeds, "*.txt") : [];
        Array.Sort(files, StringComparer.Ordinal);
        if (files.Length < 2)
        {
            Assert.True(
                Environment.GetEnvironmentVariable("CI") != "true", "../shared/cases/seeds is required where CI=true");
            Assert.Skip("../shared/cases/seeds is not here");
        }

        return (Read(files[0]), Read(files[1]));
    }

    private static LineageDocument Read(string file) => new(Path.GetFileName(file), File.ReadAllText(file));
}
