using AllSource.Fusion;
using AllSource.Fusion.Tables;

namespace AllSource.Tests.Fusion.Tables;

public sealed class SourceStartsTests
{
    private static readonly CircularWorld World = CircularWorld.Make(3, sources: 30, objects: 120, claims: 700);

    [Fact]
    public void A_good_grade_raises_what_its_source_alone_says_and_a_bad_one_lowers_it()
    {
        var (source, about, value) = World.Claims[5];
        double Believed(params string[] grades) => Fuse(grades).Of(about).Single(v => v.Value == value).Probability;
        var none = Believed($"{source}\tF");
        Assert.True(Believed($"{source}\tA\t60\t0") >= none);
        Assert.True(Believed($"{source}\tE\t0\t60") <= none);
    }

    [Fact]
    public void F_and_a_source_that_the_table_does_not_know_equal_no_grade()
    {
        var plain = TableFusion.Fuse(ClaimTable.Of(World.Claims));
        var graded = Fuse("nobody\tA", $"{World.Claims[0].Source}\tF");
        for (var i = 0; i < plain.Count; i++) Assert.Equal(plain[i], graded[i]);
    }

    [Theory]
    [InlineData("Ann", "line 1, column 2: the grade is missing")]
    [InlineData("\tA", "line 1, column 1: the source is empty")]
    [InlineData("Ann\tG", "line 1, column 2: the grade is none of")]
    [InlineData("Ann\t1", "line 1, column 2: the grade is none of")]
    [InlineData("Ann\tA\tmany", "line 1, column 3: how often it was right")]
    [InlineData("Ann\tA\t1\t-2", "line 1, column 4: how often it was wrong")]
    [InlineData("Ann\tA\nAnn\tB", "line 2, column 1: the same source")]
    [InlineData("", "line 1, column 1: there is no grade")]
    public void What_is_no_grade_is_said_with_its_place(string lines, string what)
    {
        var parsed = SourceStarts.Read(lines.Split('\n'), "grades.tsv");
        Assert.Null(parsed.Value);
        Assert.Contains(what, parsed.Findings.Single().ToString(), StringComparison.Ordinal);
    }

    private static FusedTable Fuse(params string[] grades) =>
        TableFusion.Fuse(ClaimTable.Of(World.Claims), starts: SourceStarts.Read(grades, "grades.tsv").Value);
}
