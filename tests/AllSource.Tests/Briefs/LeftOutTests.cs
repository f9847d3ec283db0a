using AllSource.Release;
using AllSource.Tests.Release;

namespace AllSource.Tests.Briefs;

public sealed class LeftOutTests
{
    [Fact]
    public void A_page_says_how_many_rows_have_no_room_and_names_none_of_them()
    {
        var draft = HarbourDraft.For(HarbourDraft.Editors);
        var rows = Enumerable.Range(1, 12).Select(i => draft.Rows[0] with { Id = $"R{i}" }).ToList();
        var gaps = new[] { 2, 9 }.Select(i =>
            HarbourDraft.Sentence($"gap/{i}", $"{DraftSentence.Reference($"R{i}")} rests on one origin alone."));
        var brief = HarbourDraft.Decide(draft with { Rows = [.. rows], Gaps = [.. gaps] }).Brief!;
        var page = BriefGoldenTests.Page(brief);
        Assert.Contains("5 more items of evidence have no room here.", page, StringComparison.Ordinal);
        Assert.Contains("vidence 2 rests", page, StringComparison.Ordinal);
        Assert.DoesNotContain("vidence 9", page, StringComparison.Ordinal);
        Assert.Contains("6 more items", BriefGoldenTests.Screen(brief), StringComparison.Ordinal);
    }

    [Fact]
    public void What_more_deny_than_report_does_not_speak_for_a_judgment()
    {
        var draft = HarbourDraft.For(HarbourDraft.Editors);
        var denied = draft.Rows[2] with { Reports = 0, Origins = 0, DisputingReports = 1, DisputingOrigins = 1 };
        var page = BriefGoldenTests.Page(HarbourDraft.Decide(draft with { Rows = [denied] }).Brief!);
        Assert.Contains("none speaks for it and none against; 1 is denied by more than say so.", page,
            StringComparison.Ordinal);
    }
}
