using System.Text.RegularExpressions;
using AllSource.Briefs;
using AllSource.Kernel.Pages;
using AllSource.Release;
using AllSource.Tests.Release;

namespace AllSource.Tests.Briefs;

public sealed class HostileTextTests
{
    private const string Hostile =
        "<script>alert(1)</script>\" onload='x' \u202Egnp.exe\u001b[31m\u0007 & \ud800 " + "</title></style></svg>";

    private static ReleasedBrief Brief(string text)
    {
        var draft = HarbourDraft.For(new(text, HarbourDraft.Editors.Clearance));
        return HarbourDraft.Decide(draft with
        {
            Title = text,
            Question = text,
            Judgments = [.. draft.Judgments.Select(j => j with { Statement = text })],
            Rows = [.. draft.Rows.Select(r => r with { Statement = text })],
            Origins = [.. draft.Origins.Select(o =>
                o with { Voice = text, Marks = [.. o.Marks.Select(m => m with { Report = text })] })],
            Ledger = [.. draft.Ledger.Select(e =>
                e with { Who = text, Words = text, Through = [text], Report = text })],
            Gaps = [HarbourDraft.Sentence("g", text) with { Remedy = text }],
            SourceSummary = [HarbourDraft.Sentence("s", text)],
            Making = draft.Making with { DeskVersion = text },
        }).Brief!;
    }

    [Fact]
    public void Outside_text_never_becomes_markup()
    {
        var page = BriefGoldenTests.Page(Brief(Hostile));
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("onload='", page, StringComparison.Ordinal);
        Assert.Single(Regex.Matches(page, "</style>"));
        Assert.Single(Regex.Matches(page, "</html>"));
        Assert.DoesNotContain(page, c => c is '\u202E' or '\u001b' or '\u0007' || char.IsSurrogate(c));
    }

    [Fact]
    public void The_terminal_gets_no_control_character()
    {
        var screen = BriefGoldenTests.Screen(Brief(Hostile));
        Assert.DoesNotContain(screen, c => char.IsControl(c) && c != '\n');
    }

    [Theory]
    [InlineData(1)]
    [InlineData(90)]
    [InlineData(4000)]
    public void A_screenful_is_40_lines_of_80_columns_whatever_the_words(int length)
    {
        foreach (var text in (string[])[new string('x', length), new string('\u6c34', length),
            string.Join(' ', new string('a', length).Chunk(7).Select(c => new string(c)))])
        {
            var lines = BriefGoldenTests.Screen(Brief(text)).TrimEnd('\n').Split('\n');
            Assert.InRange(lines.Length, 10, 40);
            Assert.All(lines, line => Assert.True(line.Sum(c => c == '\u6c34' ? 2 : 1) <= 80, line));
        }
    }

    [Fact]
    public void The_page_fetches_nothing_and_runs_nothing()
    {
        var page = BriefGoldenTests.Page(Brief("plain"));
        Assert.DoesNotMatch("(?i)<(script|link|img|iframe|object|embed)|@import|url\\(|https?://", page);
        Assert.Contains("default-src 'none'", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Outside_text_is_cut_between_words_and_never_inside_a_character()
    {
        Assert.Equal("one two\u2026", OutsideText.Shorten("one two three", 11));
        Assert.Equal("\ud83d\ude00\u2026", OutsideText.Shorten("\ud83d\ude00\ud83d\ude00\ud83d\ude00", 4));
    }
}
