using AllSource.Fusion.Copying;
using AllSource.Sources;

namespace AllSource.Tests.Fusion.Copying;

public sealed class HiddenLinksTests
{
    private static readonly SourceRegister Register = new([
        new(new("HERON"), SourceKind.ProtectedPerson, Reliability.B, null, ["Ann"]),
        new(new("Paper A"), SourceKind.Outlet, Reliability.B, null, []),
        new(new("Paper B"), SourceKind.Outlet, Reliability.B, null, []),
    ]);

    [Fact]
    public void Two_who_are_wrong_together_again_and_again_are_thought_to_repeat_one_another()
    {
        var link = Links([.. Both("HERON", "Paper A", 4, 8)]).Between("HERON", "Paper A");
        Assert.NotNull(link);
        Assert.InRange(link.Probability, .5, 1);
        Assert.Equal((8, 12), (link.WrongTogether, link.Together));
        Assert.Null(Links([.. Both("HERON", "Paper A", 4, 8)]).Between("HERON", "Paper B"));
    }

    [Fact]
    public void Any_number_of_right_words_said_together_proves_nothing()
    {
        foreach (var right in (int[])[5, 50, 500])
            Assert.Null(Links([.. Both("HERON", "Paper A", right, 0)]).Between("HERON", "Paper A"));
    }

    [Fact]
    public void A_source_is_one_under_all_its_names_and_the_order_of_outcomes_is_nothing()
    {
        var words = Both("Ann", "Paper A", 3, 7).ToList();
        var (there, back) = (Links(words), Links(Enumerable.Reverse(words)));
        Assert.Equal(there.Between("HERON", "Paper A"), back.Between("Paper A", "ann"));
        Assert.Equal(there.Key, back.Key);
        Assert.Equal("", Links([]).Key);
    }

    [Fact]
    public void Two_who_are_wrong_by_themselves_are_not_linked()
    {
        var apart = Enumerable.Range(0, 16).SelectMany(i => (ResolvedWord[])
        [
            new("HERON", $"j{i}", i % 4 != 0, true), new("Paper A", $"j{i}", i % 4 != 1, true),
        ]);
        Assert.Null(Links(apart).Between("HERON", "Paper A"));
    }

    private static HiddenLinks Links(IEnumerable<ResolvedWord> words) => HiddenLinks.Of(words, Register);

    private static IEnumerable<ResolvedWord> Both(string a, string b, int right, int wrong) =>
        Enumerable.Range(0, right + wrong).SelectMany(i => (ResolvedWord[])
        [
            new(a, $"j{i}", true, i < right), new(b, $"j{i}", true, i < right),
        ]);
}
