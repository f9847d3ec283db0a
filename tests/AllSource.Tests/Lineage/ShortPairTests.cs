using AllSource.Lineage;

namespace AllSource.Tests.Lineage;

/// <summary>Pairs that a desk names, of texts too short for their sentences to be compared.</summary>
public sealed class ShortPairTests
{
    private const string Short = "Police said the dog barked all night near the northern customs gate of the old town.";

    [Fact]
    public void Two_short_texts_of_the_same_words_share_them_all()
    {
        var passage = Assert.Single(FindPair(new("x", Short), new("y", Short)));
        Assert.Equal(PassageKind.Verbatim, passage.Kind);
    }

    [Fact]
    public void Two_short_texts_that_differ_in_a_word_share_a_passage_with_the_edit()
    {
        var changed = Short.Replace("northern", "eastern", StringComparison.Ordinal);
        var passage = Assert.Single(FindPair(new("x", Short), new("y", changed)));
        Assert.Equal(PassageKind.Edited, passage.Kind);
    }

    [Fact]
    public void Seven_words_in_common_are_found_wherever_they_stand()
    {
        const string run = "zinc ballast lay beneath the tarred lighter planks";
        for (var before = 0; before < 6; before++)
        {
            var words = string.Join(' ', Enumerable.Range(0, before).Select(n => $"before{n}"));
            Assert.NotEmpty(FindPair(new("x", $"Heard on Friday: {run} and rope."), new("y", $"{words} {run}; salt.")));
        }
    }

    private static IReadOnlyList<Passage> FindPair(LineageDocument x, LineageDocument y) => new PassageFinder()
        .FindPairs([x, y], [("x", "y")], cancel: TestContext.Current.CancellationToken);
}
