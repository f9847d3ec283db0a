using System.Collections.Immutable;
using AllSource.Kernel.Pages;
using AllSource.Release;

namespace AllSource.Briefs;

/// <summary>
/// The brief as one self-contained HTML page: no script, nothing fetched (its own policy forbids both), readable at 320
/// px and printed on one sheet of A4 or Letter. It can say only what the gate released. Text from outside is escaped
/// and isolated.
/// </summary>
public static class BriefHtml
{
    /// <summary>Writes the page; lines end with LF on every system, and the same brief gives the same bytes.</summary>
    public static void Write(ReleasedBrief brief, TextWriter writer)
    {
        var page = new Markup(writer);
        var content = SheetHeight.Fitted(PageContent.Of(brief, PageLimits.Page));
        PageFrame.Open(page, $"{brief.Marking} {brief.Title}: assessment brief");
        PageFrame.Band(page, "header", "Assessment brief", $"For {brief.Audience}", brief.Marking);
        page.Line("<main>");
        page.Raw("<p class=\"case\">").Text(brief.Title).Line("</p>");
        page.Raw("<h1>").Text(brief.Question.Length > 0 ? brief.Question : brief.Title).Line("</h1>");
        WriteJudgments(page, brief, content.Judgments, content.Rows);
        BriefTables.WriteEvidence(page, content);
        BriefTables.WriteOrigins(page, content);
        BriefTables.WriteLedger(page, content);
        page.Line("<div class=\"columns\">");
        WriteSentences(page, "change", "What would change this", content.WouldChange);
        WriteSentences(page, "gaps", "What we do not know", content.Gaps);
        page.Line("</div>");
        if (content.Changed.Length + content.Views.Length > 0)
        {
            page.Line("<div class=\"columns\">");
            WriteSentences(page, "changed", "What changed since the last one", content.Changed);
            WriteSentences(page, "views", "Who sees it otherwise", content.Views);
            page.Line("</div>");
        }

        WriteSources(page, content.Sources);
        page.Line("</main>");
        PageFrame.Band(page, "footer", $"Made {Wording.Made(brief)} from desk {brief.DeskVersion}",
            $"Likelihood in the words of {brief.Scale}, "
            + (brief.IsCalibrated ? "calibrated by outcomes" : "not calibrated by outcomes yet"), brief.Marking);
        PageFrame.Close(page);
    }

    private static void WriteJudgments(Markup page, ReleasedBrief brief, ImmutableArray<ReleasedJudgment> judgments,
        ImmutableArray<ReleasedRow> rows)
    {
        if (judgments.Length == 0) return;
        page.Line("<section aria-labelledby=\"j\">").Line("<h2 id=\"j\">Judgments</h2>")
            .Line("<ol class=\"judgments\">");
        foreach (var judgment in judgments)
        {
            page.Raw(judgment.Number == 1 ? "<li class=\"lead\">" : "<li>")
                .Raw(Wording.Invariant($"<span class=\"no\">{judgment.Number}</span>"));
            page.Raw("<p class=\"statement\">").Text(judgment.Statement).Line("</p>");
            page.Raw("<div class=\"likelihood\"><p><strong>").Text(Word(judgment)).Raw("</strong> <span>")
                .Text(judgment.Likelihood.Percent).Line("</span></p>");
            LikelihoodStrip.Write(page, judgment, brief.Scale);
            page.Raw("</div><p class=\"confidence\"><b>")
                .Text($"{Wording.Capital(judgment.Confidence)} confidence.").Raw("</b> ");
            foreach (var reason in Wording.Reasons(judgment, judgments[0])) page.Text(Sentence(reason)).Raw(" ");
            page.Raw("<span class=\"rests\">It rests on ").Text(Wording.RestsOn(judgment.Reports, judgment.Origins))
                .Raw(".</span> ").Text(Wording.Argument(judgment, rows)).Line("</p></li>");
        }

        page.Line("</ol>").Line("</section>");
    }

    private static string Word(ReleasedJudgment judgment) => judgment.Likelihood.HasWord
        ? Wording.Capital(judgment.Likelihood.Word)
        + (judgment.Likelihood.Snapped ? " (nearest word)" : "") : "Off the scale";

    private static string Sentence(string text)
    {
        var clean = OutsideText.Shorten(text, 190);
        return clean.Length == 0 || clean[^1] is '.' or '!' or '?' or '\u2026' ? clean : clean + ".";
    }

    private static void WriteSentences(Markup page, string id, string title, ImmutableArray<ReleasedSentence> sentences)
    {
        if (sentences.Length == 0) return;
        page.Raw($"<section aria-labelledby=\"{id}\"><h2 id=\"{id}\">").Text(title).Line("</h2><ul>");
        foreach (var sentence in sentences)
        {
            page.Raw("<li>").Text(Wording.Capital(Sentence(sentence.Text)));
            if (sentence.Remedy.Length > 0) page.Raw(" <span class=\"remedy\">")
                .Text(Wording.Capital(Sentence(sentence.Remedy))).Raw("</span>");
            page.Line("</li>");
        }

        page.Line("</ul></section>");
    }

    private static void WriteSources(Markup page, ImmutableArray<ReleasedSentence> sources)
    {
        if (sources.Length == 0) return;
        page.Raw("<section aria-labelledby=\"s\" class=\"sources\"><h2 id=\"s\">How this is sourced</h2><p>");
        foreach (var sentence in sources) page.Text(Sentence(sentence.Text)).Raw(" ");
        page.Line("</p></section>");
    }
}
