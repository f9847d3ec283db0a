using AllSource.Kernel;
using AllSource.Lineage;

namespace AllSource.Tests.Lineage;

public class PassageFinderTests
{
    private const string Original =
        "The harbour was closed at noon. Officials of the port authority refused to name the vessel that carried the "
        + "missing transformers, and two crane drivers were questioned until late in the evening.";

    private const string Quotation =
        "Officials … refused to name the [freighter] that carried the missing transformers";

    [Fact]
    public void A_quotation_with_a_bracket_and_an_ellipsis_is_found_and_its_edits_are_listed()
    {
        var quoting = new LineageDocument(
            "b", $"A trader said: “{Quotation}.” Nobody answered.");
        var passage = Assert.Single(Find(new("a", Original), quoting));
        Assert.Equal(PassageKind.Edited, passage.Kind);
        Assert.Equal("b", passage.Copier);
        Assert.Equal(Quotation, passage.BSpan.Of(quoting.Text));
        Assert.Equal(2, passage.Edits.Length);
    }

    [Fact]
    public void The_earlier_report_is_the_origin_when_dates_lie_apart()
    {
        var early = new LineageDocument("late-by-name", Original, ReportedTime.TryIso("2024-03-01T10:00:00Z"));
        var late = new LineageDocument("a", Original, ReportedTime.TryIso("2024-03-02T10:00:00Z"));
        Assert.All(Find(early, late), static p => Assert.Equal("a", p.Copier));
    }

    [Fact]
    public void Dates_within_their_uncertainty_name_nobody()
    {
        var one = new LineageDocument("a", Original, ReportedTime.TryIso("2024-03-01"));
        var other = new LineageDocument("b", Original, ReportedTime.TryIso("2024-03-02"));
        Assert.All(Find(one, other), static p => Assert.Null(p.Copier));
    }

    [Fact]
    public void Order_of_arrival_changes_nothing()
    {
        LineageDocument[] documents =
        [
            new("a", Original),
            new("b", $"He wrote: \"{Original}\" and left."),
            new("c", Original.Replace("noon", "dusk", StringComparison.Ordinal)),
        ];
        var forth = Find(documents);
        var back = Find([.. documents.Reverse()]);
        Assert.Equal(forth.Select(Told), back.Select(Told));
    }

    private static string Told(Passage p) => $"{p.A} {p.ASpan} {p.B} {p.BSpan} {p.Copier} {p.Probability}";

    private static IReadOnlyList<Passage> Find(params LineageDocument[] documents) =>
        new PassageFinder().Find(documents, null, TestContext.Current.CancellationToken);
}
