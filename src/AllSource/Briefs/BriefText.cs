using System.Collections.Immutable;
using AllSource.Kernel.Pages;
using AllSource.Release;

namespace AllSource.Briefs;

/// <summary>
/// The same findings for a terminal: at most 40 lines of 80 columns, no colour, no control characters, lines ending
/// with LF.
/// </summary>
public static class BriefText
{
    private const int LinesMax = 40;

    public static void Write(ReleasedBrief brief, TextWriter writer)
    {
        var content = PageContent.Of(brief, PageLimits.Screen);
        var screen = new Screenful();
        screen.Ends($"For {brief.Audience}", brief.Marking);
        screen.Wrapped("", brief.Question.Length > 0 ? brief.Question : brief.Title, 2);
        Judgments(screen, content.Judgments);
        Evidence(screen, content);
        Ledger(screen, content.Ledger);
        Sentences(screen, "WHAT WOULD CHANGE THIS", content.WouldChange);
        Sentences(screen, "WHAT WE DO NOT KNOW", content.Gaps);
        Sentences(screen, "WHAT CHANGED SINCE THE LAST ONE", content.Changed);
        Sentences(screen, "WHO SEES IT OTHERWISE", content.Views);
        Sentences(screen, "SOURCES", content.Sources);
        screen.WriteTo(writer, LinesMax - 1);
        var foot = new Screenful();
        foot.Ends($"Made {Wording.Made(brief)} from desk {brief.DeskVersion}", brief.Marking);
        foot.WriteTo(writer, 1);
    }

    private static void Judgments(Screenful screen, ImmutableArray<ReleasedJudgment> judgments)
    {
        if (judgments.Length == 0) return;
        screen.Title("JUDGMENTS");
        foreach (var j in judgments)
        {
            screen.Wrapped(Wording.Invariant($"{j.Number}  "), j.Statement, 2);
            screen.Wrapped("   ",
                $"{Wording.Capital(Wording.Likelihood(j.Likelihood))}. {Wording.Capital(j.Confidence)} confidence. "
                + $"{Wording.Capital(Wording.RestsOn(j.Reports, j.Origins))}.", 1);
        }
    }

    private static void Evidence(Screenful screen, PageContent content)
    {
        if (content.Rows.Length == 0) return;
        var judgments = content.Judgments.Where(j => content.Rows.Any(r => r.Fits.Any(f => f.Judgment == j.Number)))
            .ToList();
        var heads = string.Concat(judgments.Select(j => Wording.Invariant($"{j.Number,4}")));
        screen.Columns("", "EVIDENCE", $"{"reports",9}{"origins",9}{"against",9}{heads}");
        foreach (var row in content.Rows)
        {
            var fits = string.Concat(judgments.Select(j => $"{Sign(row, j),4}"));
            var against = row.DisputingReports == 0 ? "-" : Wording.Invariant($"{row.DisputingReports}");
            screen.Columns(Wording.Invariant($"{row.Number}  "), Wording.Capital(OutsideText.Clean(row.Statement)),
                Wording.Invariant($"{row.Reports,9}{row.Origins,9}{against,9}{fits}"));
        }

        if (content.HiddenRows > 0) screen.Wrapped("   ", Wording.LeftOut(content.HiddenRows), 1);
    }

    private static string Sign(ReleasedRow row, ReleasedJudgment judgment) =>
        Wording.Fit(row.Fits.FirstOrDefault(f => f.Judgment == judgment.Number)?.Letters ?? "N").Sign
            .Replace('\u2212', '-').Replace('\u00b7', '.');

    private static void Ledger(Screenful screen, ImmutableArray<ReleasedLedgerEntry> ledger)
    {
        if (ledger.Length == 0) return;
        screen.Title("WHO SAYS WHAT");
        foreach (var e in ledger)
        {
            var words = e.Words.Length == 0 ? "" : e.IsQuote
                ? $" \"{OutsideText.Clean(e.Words).Trim('"', '\u201c', '\u201d')}\""
                : $" {OutsideText.Clean(e.Words)}";
            screen.Wrapped(Wording.Invariant($"{e.Row}  "),
                $"{OutsideText.Shorten(e.Who, 34)} {Wording.Verb(e)}{words}", 1);
        }
    }

    private static void Sentences(Screenful screen, string title, ImmutableArray<ReleasedSentence> sentences)
    {
        if (sentences.Length == 0) return;
        screen.Title(title);
        foreach (var sentence in sentences) screen.Wrapped("-  ", Wording.Capital(OutsideText.Clean(sentence.Text)), 2);
    }
}
