using AllSource.Kernel;
using AllSource.Lineage;

namespace AllSource.Tests.Lineage;

public sealed class CopyForestTests
{
    [Fact]
    public void A_copy_of_a_copy_stands_under_the_copy_alone()
    {
        var forest = new CopyForest(
            [Copy("b-wire", "a-statement", 90), Copy("c-paper", "b-wire", 90), Copy("c-paper", "a-statement", 60)],
            NoDate);

        Assert.Equal(["a-statement"], forest.Roots);
        Assert.Equal(["b-wire"], forest.CopiersOf("a-statement"));
        Assert.Equal(["c-paper"], forest.CopiersOf("b-wire"));
        Assert.Equal(["a-statement", "b-wire", "c-paper"], forest.Under("a-statement"));
    }

    [Fact]
    public void Who_shares_more_with_the_original_than_the_copy_could_give_stands_under_both()
    {
        var forest = new CopyForest(
            [Copy("b-wire", "a-statement", 90), Copy("c-paper", "b-wire", 30), Copy("c-paper", "a-statement", 60)],
            NoDate);

        Assert.Equal(["b-wire", "c-paper"], forest.CopiersOf("a-statement"));
        Assert.Equal(["c-paper"], forest.CopiersOf("b-wire"));
    }

    [Fact]
    public void A_circle_that_no_dates_vouch_for_tells_nothing_of_who_was_first()
    {
        var forest = new CopyForest([Copy("b", "a", 50), Copy("c", "b", 50), Copy("a", "c", 50)], NoDate);

        Assert.Empty(forest.Roots);
        Assert.Equal(3, forest.Undirected.Length);
    }

    [Fact]
    public void Dates_stand_where_traces_would_close_a_circle()
    {
        var dates = new Dictionary<string, ReportedTime?>
        {
            ["a"] = ReportedTime.TryIso("2026-09-17T08:00:00Z"),
            ["b"] = ReportedTime.TryIso("2026-09-17T09:00:00Z"),
        };
        var forest = new CopyForest(
            [Copy("b", "a", 50), Copy("c-undated", "b", 50), Copy("a", "c-undated", 50)], dates.GetValueOrDefault);

        Assert.Equal(["a"], forest.Roots);
        Assert.Equal(["b"], forest.CopiersOf("a"));
        Assert.Equal([("a", "c-undated"), ("b", "c-undated")], forest.Undirected.Order());
    }

    private static ReportedTime? NoDate(string id) => null;

    private static Passage Copy(string copier, string original, int characters)
    {
        var (a, b) = string.CompareOrdinal(copier, original) < 0 ? (copier, original) : (original, copier);
        var span = new TextSpan(0, characters);
        return new(a, span, b, span, PassageKind.Verbatim, copier, .99, "words in common");
    }
}
