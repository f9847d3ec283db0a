using AllSource.Tests.Cases;

namespace AllSource.Tests.App;

/// <summary>Looking at lineage; the tree in a process of its own.</summary>
[Collection(Door.Collection)]
public sealed class LineageVerbTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_sample_case_s_page_and_tree_begin_at_the_company_s_statement()
    {
        var run = Executable.Run(_folder.Path, "lineage", HarbourKey.Folder);
        Assert.Equal(0, run.ExitCode);
        var lines = run.Out.Split('\n');
        Assert.StartsWith("  osint/orrin-statement-1.txt", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("    osint/northgate-wire.txt", lines[2], StringComparison.Ordinal);
    }

    [Fact]
    public void Two_reports_stand_side_by_side_in_a_page()
    {
        var run = Door.Run(_folder.Path, "lineage", HarbourKey.Folder, "--between", "osint/northgate-wire.txt",
            "osint/eastbank-post.html", "--html", "two.html");
        Assert.Equal(0, run.ExitCode);
        Assert.Equal("", run.Out);
        var page = File.ReadAllText(Path.Combine(_folder.Path, "two.html"));
        Assert.Contains("<mark>A dock worker was killed", page, StringComparison.Ordinal);
        Assert.Contains("<del>and ran into its neighbour</del>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_report_between_which_to_look_is_named()
    {
        var run = Door.Run(
            _folder.Path, "lineage", HarbourKey.Folder, "--between", "osint/northgate-wire.txt", "nowhere.txt");
        Assert.Equal(3, run.ExitCode);
        Assert.Contains("no text has the id 'nowhere.txt'", run.Words, StringComparison.Ordinal);
    }
}
