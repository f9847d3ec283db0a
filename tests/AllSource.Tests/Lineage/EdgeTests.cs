using AllSource.Kernel;
using AllSource.Lineage;

namespace AllSource.Tests.Lineage;

public class EdgeTests
{
    private const string Original =
        "The harbour was closed at noon. Officials of the port authority refused to name the vessel that carried the "
        + "missing transformers, and two crane drivers were questioned until late in the evening.";

    [Fact]
    public void Two_who_repeat_an_earlier_third_have_a_common_source()
    {
        LineageDocument[] reports =
        [
            new("agency", Original, ReportedTime.TryIso("2024-03-01T10:00:00Z")),
            new("paper", $"By our desk. {Original}", ReportedTime.TryIso("2024-03-02T10:00:00Z")),
            new("radio", $"Good evening. {Original}", ReportedTime.TryIso("2024-03-03T10:00:00Z")),
        ];
        var marked = CommonSources.Mark(Find(reports), reports);
        var between = Assert.Single(marked, static p => p is { A: "paper", B: "radio" });
        Assert.Equal(EdgeKind.CommonSource, between.Edge);
        Assert.Equal("agency", between.CommonSource);
        Assert.DoesNotContain(marked, static p => p.A == "agency" && p.Edge == EdgeKind.CommonSource);
    }

    [Fact]
    public void What_stands_in_quotation_marks_on_one_side_is_a_quotation()
    {
        var passage = Assert.Single(Find(
            new("a", Original),
            new("b", "A trader said: “Officials of the port authority refused to name the vessel that carried the "
                + "missing transformers.” Nobody answered him, and the meeting went on for an hour or so.")));
        Assert.Equal(EdgeKind.Quotation, passage.Edge);
        Assert.Equal("b", passage.Copier);
    }

    private static IReadOnlyList<Passage> Find(params LineageDocument[] documents) =>
        new PassageFinder().Find(documents, null, TestContext.Current.CancellationToken);
}
