using AllSource.Access;
using AllSource.Exposure;
using AllSource.Kernel;
using AllSource.Release;
using AllSource.Reports;
using AllSource.Sources;

namespace AllSource.Tests.Release;

public sealed class UnseenNamesTests
{
    private static readonly Report Secret = Report("secret", "ASPEN", Label.Of(Tlp.Red, "ASPEN"),
        "Meeting with Greta Holmqvist in the flat of her brother Sven Holmqvist at Karl's Yard 9. ASPEN said that "
        + "Petros Korvenian knew of it. Dr Will Green heard it from Anahit Korvenian, and Joan Marsh from Hale "
        + "Brandt.");

    private static readonly Report Open = Report("open", "Daily Bell", Label.Clear,
        "The union said that Joan Abel had seen the tank. Mr Marsh, a plumber, denied it.");

    private static readonly GuardedText Guard = new(
        new Protection([Secret, Open], SourceRegister.Empty, Clearance.Of(Tlp.Amber)), [], []);

    [Theory]
    [InlineData("Greta Holmqvist may have been coached")]
    [InlineData("coached by SVEN holmqvist, they say")]
    [InlineData("Korvenian should be asked again")]
    [InlineData("anahit korvenian is unsure")]
    [InlineData("it was Korvenian's word")]
    [InlineData("it was Korvenian\u2019s word")]
    [InlineData("the Holmqvists were there")]
    [InlineData("ask gretaholmqvist there")]
    [InlineData("Greta should be asked")]
    [InlineData("Petros does not know")]
    [InlineData("Hale Brandt erased the tape")]
    [InlineData("Karl's Yard 9 is not a safe place")]
    [InlineData("we asked Green about it")]
    [InlineData("what Joan Marsh told us")]
    [InlineData("Kor\u00advenian told it")]
    [InlineData("K\u00f6rvenian told it")]
    public void A_name_that_only_unseen_reports_hold_is_found(string text) => Assert.NotNull(Guard.UnseenNameIn(text));

    [Theory]
    [InlineData("the green tank will be asked about")]
    [InlineData("Will the tank be green?")]
    [InlineData("Joan Abel had seen it")]
    [InlineData("Mr Marsh denied it, and the union's word stands")]
    [InlineData("The meeting in the flat was quiet.")]
    [InlineData("")]
    public void Ordinary_words_and_names_that_the_audience_reads_elsewhere_are_no_secret(string text) =>
        Assert.Null(Guard.UnseenNameIn(text));

    [Fact]
    public void A_refusal_does_not_repeat_the_name()
    {
        var protection = new Protection([Secret, Open], SourceRegister.Empty, Clearance.Of(Tlp.Amber));
        var draft = HarbourDraft.For(new("Editors", Clearance.Of(Tlp.Amber))) with
        {
            Title = "What Korvenian knew",
        };
        var decision = Gate.Decide(draft, protection, Guard);
        Assert.Equal(ReleaseRules.UnseenName, decision.Refusal!.Rule);
        Assert.DoesNotContain("korvenian", decision.Refusal.ToString(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void The_genitive_of_a_cryptonym_is_the_cryptonym() =>
        Assert.NotNull(Guard.ProtectedNameIn("in Aspen's report"));

    private static Report Report(string id, string source, Label label, string text) => new(
        new ReportId(id), ContentHash.Of("x"u8), new($"{id}.txt", "text", Source: new SourceId(source)), label, text);
}
