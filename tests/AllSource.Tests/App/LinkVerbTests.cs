namespace AllSource.Tests.App;

/// <summary>Links and cuts as an analyst makes them, by the names of files.</summary>
[Collection(Door.Collection)]
public sealed class LinkVerbTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public LinkVerbTests()
    {
        _folder.Write("case/one.txt", "The bridge was closed at noon, the harbour master Ada Voss said on Monday.");
        _folder.Write("case/two.txt", "Nobody crossed the river that day, said the ferryman Bo Lund on Tuesday.");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_link_against_another_s_link_or_cut_is_said_when_it_is_made_and_in_ledger_and_assess()
    {
        Run("assess", "case");
        var first = Run("link", "case", "one.txt", "two.txt", "--by", "analyst 1", "--why", "heard it");
        Assert.Equal(0, first.ExitCode);
        Assert.DoesNotContain("contradict", first.Words, StringComparison.Ordinal);
        var second = Executable.Run(_folder.Path, "link", "case", "two.txt", "one.txt", "--by", "analyst 2", "--why",
            "saw it");
        Assert.Equal(0, second.ExitCode);
        Assert.Contains("contradict each other: analyst 1 judged on", second.Words, StringComparison.Ordinal);
        Assert.Contains("contradict each other: analyst 1", Run("ledger", "case").Words, StringComparison.Ordinal);
        Assert.Contains("contradict each other: analyst 1", Run("assess", "case").Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_names_no_report_is_told_which_there_are()
    {
        Run("assess", "case");
        var run = Run("cut", "case", "one.txt", "three.txt", "--by", "analyst 1", "--why", "because");
        Assert.Equal(3, run.ExitCode);
        Assert.Contains("one.txt (r-", run.Words, StringComparison.Ordinal);
    }

    private ExecutableResult Run(params string[] args) => Door.Run(_folder.Path, args);
}
