using AllSource.Lineage;
using AllSource.Lineage.Seeds;

namespace AllSource.Tests.Lineage;

/// <summary>Texts made to blow up: each ends, and what it may give is bounded.</summary>
public class HostileTextTests
{
    [Fact]
    public void One_word_without_end_is_one_passage_at_most()
    {
        var text = string.Concat(Enumerable.Repeat("buffalo ", 200_000));
        var found = Find(new LineageDocument("a", text), new LineageDocument("b", text + "and"),
            new LineageDocument("c", text));
        Assert.InRange(found.Count, 0, 12);
        LineageDocument[] two = [new("a", text), new("b", $"x {text}")];
        Assert.InRange(new PassageFinder().FindPairs(two, [("a", "b")], null, TestContext.Current.CancellationToken)
            .Length, 0, 1000);
    }

    [Fact]
    public void Identical_reports_are_told_as_copies_of_the_first()
    {
        const string text =
            "Police in Lowport closed the eastern quay on Tuesday after two containers were found open and empty.";
        var found = Find([.. Enumerable.Range(0, 20_000).Select(static n => new LineageDocument($"r{n:00000}", text))]);
        Assert.InRange(found.Count, 19_999, 20_010);
    }

    private const string Sentence = "We closed the eastern quay because two containers stood open";

    [Fact]
    public void Many_reports_that_quote_one_sentence_do_not_make_all_pairs()
    {
        const int many = 5_000;
        var found = Find([.. Enumerable.Range(0, many).Select(static n => new LineageDocument(
            $"r{n:00000}",
                $"Report {n} of {n * 7} on {n * 13}: “{Sentence},” he told {n}."))]);
        Assert.InRange(found.Count, many - 1, many * (PlaceLists.PlacesMax + 1));
    }

    [Fact]
    public void A_long_line_without_spaces_or_marks_is_read()
    {
        var text = new string('x', 2_000_000);
        Assert.Empty(Find(new LineageDocument("a", text), new LineageDocument("b", new string('[', 2_000_000))));
    }

    private static IReadOnlyList<Passage> Find(params LineageDocument[] documents) =>
        new PassageFinder().Find(documents, null, TestContext.Current.CancellationToken);
}
