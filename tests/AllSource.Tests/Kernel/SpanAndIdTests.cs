using AllSource.App.Cli;
using AllSource.Kernel;
using FsCheck;
using FsCheck.Fluent;

namespace AllSource.Tests.Kernel;

public sealed class SpanAndIdTests
{
    [Fact]
    public void Code_points_and_units_translate_back_and_forth_on_any_text() => Prop.ForAll(
        ArbMap.Default.ArbFor<string>().Filter(s => s is not null),
        text =>
        {
            var map = new CodePointMap(text + "\U0001F512é" + text);
            return Enumerable.Range(0, map.Length + 1).All(p => map.ToPoint(map.ToUnit(p)) == p);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_span_counts_an_emoji_once_outside_and_twice_inside()
    {
        var map = new CodePointMap("a\U0001F512b");
        Assert.Equal((2, 3), map.ToPoints(new TextSpan(3, 4)));
        Assert.Equal(3, map.Length);
    }

    [Fact]
    public void Parts_of_an_id_do_not_run_into_each_other()
    {
        Assert.NotEqual(FactId.From("x", "ab", "c"), FactId.From("x", "a", "bc"));
        Assert.NotEqual(FactId.From("x", "a", null), FactId.From("x", "a", ""));
        Assert.Equal(FactId.From("x", "a"), FactId.From("x", "a"));
        Assert.Equal(18, FactId.From("x", "a").Length);
    }

    [Fact]
    public void A_hash_is_read_back_and_nothing_else_is()
    {
        var hash = ContentHash.Of("abc"u8);
        Assert.Equal("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", hash.Hex);
        Assert.Equal(hash, ContentHash.TryParse(hash.Hex.ToUpperInvariant()));
        Assert.Null(ContentHash.TryParse("abc"));
        Assert.NotEqual(default, ContentHash.Of([]));
    }

    [Fact]
    public void A_span_that_ends_before_it_begins_cannot_be_made()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new TextSpan(3, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => new TextSpan(-1, 2));
    }

    [Fact]
    public void This_machine_normalises_Unicode() => Assert.True(DoctorVerb.NormalisationWorks());
}
