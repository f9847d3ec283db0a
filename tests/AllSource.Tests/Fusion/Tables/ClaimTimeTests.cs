using System.Globalization;
using System.Text;
using AllSource.Fusion;
using AllSource.Fusion.Tables;

namespace AllSource.Tests.Fusion.Tables;

public sealed class ClaimTimeTests
{
    private static readonly CircularWorld World = CircularWorld.Make(4, sources: 40, objects: 300, claims: 2400);

    [Fact]
    public void Nobody_is_thought_to_repeat_what_was_not_yet_said()
    {
        var plain = Fuse(_ => "");
        var link = plain.Copies.First(c => c.Probability > .9);
        var turned = Fuse(s => s == link.Original ? "2024-03-09" : "2024-03-01").Copies;
        Assert.DoesNotContain(turned, c => c.Copier == link.Copier && c.Original == link.Original);
        Assert.Contains(turned, c => c.Copier == link.Original && c.Original == link.Copier && c.Probability > .5);
    }

    [Fact]
    public void Times_that_may_be_equal_change_nothing()
    {
        var (plain, dated) = (Fuse(_ => ""), Fuse(_ => "2024-03-01"));
        for (var i = 0; i < plain.Count; i++) Assert.Equal(plain[i], dated[i]);
    }

    [Theory]
    [InlineData("2024-03-01T10:00Z", "2024-03-01T12:01+02:00", true)]
    [InlineData("2024-03-01T10:00Z", "2024-03-01T12:00+02:00", false)]
    [InlineData("2024-03-01T10:00", "2024-03-02T10:00", false)]
    [InlineData("2024-03-01", "2024-03-02", false)]
    [InlineData("2024-03-01", "2024-03-04", true)]
    public void A_time_is_later_only_beyond_its_uncertainty(string first, string second, bool later) =>
        Assert.Equal(later, ClaimTimeForm.Of(second)!.Value.IsAfter(ClaimTimeForm.Of(first)!.Value));

    [Fact]
    public void A_time_that_is_none_is_said_with_its_place()
    {
        var bytes = Encoding.UTF8.GetBytes("source\tobject\tvalue\tat\nAnn\tit\tyes\tyesterday\n");
        var parsed = ClaimTableReader.Read(new MemoryStream(bytes), "t.tsv");
        Assert.Null(parsed.Value);
        Assert.Contains("line 2, column 4: the time is neither", parsed.Findings[0].ToString(),
            StringComparison.Ordinal);
    }

    private static FusedTable Fuse(Func<string, string> at)
    {
        var text = new StringBuilder("source\tobject\tvalue\tfrom\tat\n");
        foreach (var (s, o, v) in World.Claims)
            text.Append(CultureInfo.InvariantCulture, $"{s}\t{o}\t{v}\t\t{at(s)}\n");
        var bytes = Encoding.UTF8.GetBytes(text.ToString());
        return TableFusion.Fuse(ClaimTableReader.Read(new MemoryStream(bytes), "t.tsv").Value!);
    }
}
