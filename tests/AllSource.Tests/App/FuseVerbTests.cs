namespace AllSource.Tests.App;

[Collection(Door.Collection)]
public sealed class FuseVerbTests
{
    private static ExecutableResult Fuse(string table, string? hierarchy = null, bool asProcess = false)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(Path.Combine(folder.Path, "claims.tsv"), table);
        if (asProcess) return Executable.Run(folder.Path, "fuse", "claims.tsv");
        if (hierarchy is null) return Door.Run(folder.Path, "fuse", "claims.tsv");
        File.WriteAllText(Path.Combine(folder.Path, "places.csv"), hierarchy);
        return Door.Run(folder.Path, "fuse", "claims.tsv", "--hierarchy", "places.csv");
    }

    [Theory]
    [InlineData("", "claims.tsv:1:1", "there is no claim in it")]
    [InlineData("a\to\tv\nb\to", "claims.tsv:2:3", "the value is missing")]
    [InlineData("a,o,v", "claims.tsv:1:2", "parted by commas and not by tabs")]
    [InlineData("a;o;v", "claims.tsv:1:2", "parted by semicolons and not by tabs")]
    public void A_table_that_is_none_is_refused_with_its_place(string table, string place, string what)
    {
        var result = Fuse(table);
        Assert.Equal(2, result.ExitCode);
        Assert.Equal("", result.Out);
        Assert.Contains(what, result.Words, StringComparison.Ordinal);
        Assert.True(result.Words.Contains(place, StringComparison.Ordinal)
            || result.Words.Contains("claims.tsv", StringComparison.Ordinal), result.Words);
        Assert.DoesNotContain("   at ", result.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cell_without_an_end_is_refused() =>
        Assert.Equal(2, Fuse("a\to\t" + new string('x', 1_000_000)).ExitCode);

    [Fact]
    public void A_hierarchy_that_bites_its_tail_is_refused()
    {
        var result = Fuse("a\to\tv", "id,name,parent\n1,A,2\n2,B,1\n");
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("above itself", result.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Line_ends_of_Windows_and_a_byte_order_mark_are_no_part_of_a_name()
    {
        var result = Fuse("\uFEFFsource\tobject\tvalue\r\na\to\t\"v\"\r\n", asProcess: true);
        Assert.Equal(0, result.ExitCode);
        Assert.StartsWith("o\t\"v\"\t0.", result.Out, StringComparison.Ordinal);
        Assert.EndsWith("\t1\t1\n", result.Out, StringComparison.Ordinal);
    }
}
