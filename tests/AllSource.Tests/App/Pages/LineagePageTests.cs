using AllSource.App.Pages;
using AllSource.Kernel;
using AllSource.Lineage;

namespace AllSource.Tests.App.Pages;

public sealed class LineagePageTests
{
    private static readonly LineageDocument Statement = new(
        "statement", "We regret the delay.\nThe gate held firm all night, said the port.",
        ReportedTime.TryIso("2026-09-17T08:30:00Z"), "Port of Velmora", "Statement on the gate");

    private static readonly LineageDocument Paper = new(
        "paper", "The gate \"held all night\", said the port <b>today</b>.",
        ReportedTime.TryIso("2026-09-17T12:00:00Z"), null, "Gate held");

    private static readonly Passage Shared = new(
        "paper", new(0, 40), "statement", new(21, 64), PassageKind.Edited, "paper", .97, "9 words in common, 1 edit")
    {
        Edits = [new(new(15, 15), new(35, 40))],
        DirectionWhy = "statement is earlier.",
    };

    [Fact]
    public void The_page_shows_the_original_left_and_what_the_copy_left_out_struck_through() =>
        Golden.Golden.Holds(
            "App/Pages/lineage.html.golden", Body(w => new LineagePage([Statement, Paper], [Shared]).Write(w)));

    [Fact]
    public void Two_whole_texts_stand_beside_each_other_with_the_passage_numbered_on_both_sides() =>
        Golden.Golden.Holds(
            "App/Pages/beside.html.golden", Body(w => SideBySide.Write(w, Paper, Statement, [Shared])));

    [Fact]
    public void Markup_and_terminal_commands_in_a_text_are_shown_and_never_obeyed()
    {
        var hostile = Paper with { Id = "<script>alert(1)</script>", Text = "<img src=x>\u001b[2J\u202egnp.exe" };

        var page = Body(w => SideBySide.Write(w, hostile, Statement, []));

        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", page, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', page);
        Assert.DoesNotContain('\u202e', page);
    }

    [Fact]
    public void A_set_without_a_shared_passage_says_so() => Assert.Contains(
        "share no passage", Body(w => new LineagePage([Statement, Paper], []).Write(w)), StringComparison.Ordinal);

    /// <summary>The page without its head: the look has tests of its own.</summary>
    private static string Body(Action<TextWriter> write)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        write(writer);
        var page = writer.ToString();
        return page[page.IndexOf("<body>", StringComparison.Ordinal)..];
    }
}
