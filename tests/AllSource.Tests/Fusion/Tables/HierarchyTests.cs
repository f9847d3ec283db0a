using AllSource.Fusion;
using AllSource.Fusion.Tables;

namespace AllSource.Tests.Fusion.Tables;

public sealed class HierarchyTests
{
    private static readonly string[] Places =
        ["ID,name,parentID", "0,Root,-1", "1,USA,0", "2,California,1", "3,Los Angeles,2", "4,\"Paris, Texas\",1",
            "5,France,0", "6,Paris,5"];

    [Fact]
    public void A_place_holds_what_lies_within_it()
    {
        var h = Hierarchy.Read(Places, "h").Value!;
        Assert.True(h.Holds("USA", "Los Angeles"));
        Assert.False(h.Holds("Los Angeles", "USA"));
        Assert.False(h.Holds("Root", "USA"));
        Assert.False(h.Holds("France", "Paris, Texas"));
        Assert.Equal(2, h.Depth("Los Angeles"));
    }

    [Fact]
    public void A_hierarchy_that_bites_its_tail_is_refused_with_its_line()
    {
        var finding = Assert.Single(Hierarchy.Read(["ID,name,parentID", "1,A,0", "2,B,3", "3,C,2"], "h.csv").Findings);
        Assert.Contains("is above itself", finding.What, StringComparison.Ordinal);
        Assert.InRange(finding.Where.Line!.Value, 3, 4);
    }

    [Theory]
    [InlineData("7,Nowhere")]
    [InlineData("6,Again,0")]
    public void A_broken_line_is_named(string line) =>
        Assert.Equal(9, Assert.Single(Hierarchy.Read([.. Places, line], "h").Findings).Where.Line);

    [Fact]
    public void Who_says_the_state_does_not_contradict_who_says_the_city()
    {
        var h = Hierarchy.Read(Places, "h").Value!;
        var claims = new List<(string, string, string)>();
        for (var i = 0; i < 40; i++)
        {
            claims.Add(("city", $"p{i}", i % 10 == 0 ? "Paris" : "Los Angeles"));
            claims.Add(("state", $"p{i}", "California"));
            claims.Add(("town", $"p{i}", i % 9 == 0 ? "Paris" : "Los Angeles"));
        }

        var fused = TableFusion.Fuse(ClaimTable.Of(claims), h);
        Assert.Equal("Los Angeles", fused.Of("p20").MaxBy(v => v.Probability).Value);
    }
}
