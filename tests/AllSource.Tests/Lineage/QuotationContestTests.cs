using AllSource.Lineage;
using AllSource.Lineage.Alignment;
using AllSource.Lineage.Reading;
using AllSource.Lineage.Weighing;

namespace AllSource.Tests.Lineage;

public class QuotationContestTests
{
    private const string Words = "the tender closes in the second week of harvest";

    private readonly Prepared _quoting = Text("z", $"He said: “{Words}”");

    [Fact]
    public void A_quotation_that_three_texts_hold_is_shown_as_one_of_three()
    {
        var contest = Decided(.45, .45, .4);
        Assert.Equal(3, contest.Won.Count);
        Assert.All(contest.Won, static w => Assert.Equal(3, w.Texts));
        Assert.Empty(contest.Lost);
    }

    [Fact]
    public void Words_that_many_texts_hold_stay_hidden() =>
        Assert.Empty(Decided(.3, .3, .3, .3, .3, .3).Won);

    [Fact]
    public void A_group_that_is_unlikely_together_stays_hidden() => Assert.Empty(Decided(.2, .2).Won);

    [Fact]
    public void What_one_text_alone_has_was_quoted_from_it() => Assert.Equal(0, Assert.Single(Decided(.35).Won).Texts);

    [Fact]
    public void What_is_too_unlikely_stays_hidden_though_one_text_alone_has_it() => Assert.Empty(Decided(.12).Won);

    [Fact]
    public void A_formula_of_many_texts_is_shown_no_longer()
    {
        var contest = new QuotationContest(_quoting);
        for (var n = 0; n < 8; n++) contest.AddShown(Claimed(n, .6), n);
        contest.Decide();
        Assert.Equal(8, contest.Changed.Count);
        Assert.All(contest.Changed, static c => Assert.True(c.IsLost));
    }

    [Fact]
    public void The_order_in_which_the_texts_are_met_changes_nothing() => Assert.Equal(
        Decided(.45, .4, .35).Won.Select(static w => w.Passage.Evidence.Odds),
        Decided(.35, .45, .4).Won.Select(static w => w.Passage.Evidence.Odds));

    private QuotationContest Decided(params double[] probabilities)
    {
        var contest = new QuotationContest(_quoting);
        foreach (var (p, n) in probabilities.Select(static (p, n) => (p, n)))
        {
            var claimed = Claimed(n, p);
            Assert.True(contest.IsOpenTo(_quoting, claimed.Chain, claimed.Evidence));
            contest.Add(claimed);
        }

        contest.Decide();
        return contest;
    }

    /// <summary>The words in another text, with a probability as if nobody else had them.</summary>
    private Doubtful Claimed(int text, double probability)
    {
        var signs = new Signs { Quotation = 1, ProseBits = 60, Equal = 9, Longest = 9, Places = 4 };
        var prior = Math.Log(probability / (1 - probability)) - new Evidence(signs, 0).Odds;
        return new(Text($"a{text}", Words), _quoting, [new(0, 2, 9)], new(signs, prior));
    }

    private static Prepared Text(string id, string text) =>
        new(new LineageDocument(id, text), new WordReader().Read(text));
}
