using AllSource.Kernel.Pages;
using AllSource.Release;

namespace AllSource.Briefs;

/// <summary>The tables of the page: what it rests on, the picture's own table, and the ledger.</summary>
internal static class BriefTables
{
    public static void WriteEvidence(Markup page, PageContent content)
    {
        if (content.Rows.Length == 0) return;
        var judgments = content.Judgments.Where(j => content.Rows.Any(r => r.Fits.Any(f => f.Judgment == j.Number)))
            .ToList();
        page.Line("<section aria-labelledby=\"e\">").Line("<h2 id=\"e\">What it rests on</h2>");
        page.Line("<table class=\"evidence\"><caption>Evidence, counted by origin: a copy is not a second source. "
            + (judgments.Count == 0 ? "" : "The signs say how it sits with each judgment.")
            + (content.HiddenRows == 0 ? "" : $" {Wording.LeftOut(content.HiddenRows)}") + "</caption>");
        page.Raw("<thead><tr><th scope=\"col\"><span class=\"hidden\">Number</span></th><th scope=\"col\">Evidence</th>"
            + "<th scope=\"col\">Reported by</th><th scope=\"col\">Against</th>");
        foreach (var j in judgments)
            page.Raw(
                Wording.Invariant(
                $"<th scope=\"col\" class=\"fit\"><span class=\"hidden\">Judgment </span>{j.Number}</th>"));
        page.Line("</tr></thead><tbody>");
        foreach (var row in content.Rows)
        {
            page.Raw(Wording.Invariant($"<tr><td class=\"no\">{row.Number}</td><th scope=\"row\">"))
                .Outside(Wording.Capital(Shorten(row.Statement, 130)));
            page.Raw("</th><td class=\"count\">").Raw(Count(row.Reports, row.Origins));
            page.Raw("</td><td class=\"count against\">").Raw(Count(row.DisputingReports, row.DisputingOrigins))
                .Raw("</td>");
            foreach (var j in judgments)
            {
                var (sign, words) = Wording.Fit(row.Fits.FirstOrDefault(f => f.Judgment == j.Number)?.Letters ?? "N");
                var said = Wording.Invariant($"{words} judgment {j.Number}");
                page.Raw(Wording.Invariant($"<td class=\"fit\" data-judgment=\"{j.Number}\">"))
                    .Raw($"<span aria-hidden=\"true\">{sign}</span>")
                    .Raw($"<span class=\"hidden\">{said}</span></td>");
            }

            page.Line("</tr>");
        }

        page.Line("</tbody></table>").Line("</section>");
    }

    public static void WriteOrigins(Markup page, PageContent content)
    {
        if (content.Origins.Length == 0) return;
        page.Line("<section aria-labelledby=\"o\">").Line("<h2 id=\"o\">Where it came from</h2>");
        OriginLines.Picture(content.Origins, content.HiddenOrigins).Write(page);
        page.Line(
            "<details><summary>The same as a table</summary>"
            + "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-labelledby=\"o\">"
            + "<table><caption>Origins, and the reports that carry them</caption>");
        page.Line("<thead><tr><th scope=\"col\">Evidence</th><th scope=\"col\">Origin</th><th scope=\"col\">Report</th>"
            + "<th scope=\"col\">Date</th><th scope=\"col\">Part</th></tr></thead><tbody>");
        foreach (var origin in content.Origins)
        {
            foreach (var mark in origin.Marks)
            {
                page.Raw(Wording.Invariant($"<tr><td>{origin.Row}{(origin.Disputes ? ", against" : "")}</td><td>"))
                    .Outside(origin.Voice).Raw("</td><td>")
                    .Outside(mark.Report).Raw("</td><td>").Text(PageTime.When(mark.At))
                    .Line($"</td><td>{Part(origin, mark)}</td></tr>");
            }
        }

        page.Line("</tbody></table></div></details>").Line("</section>");
    }

    public static void WriteLedger(Markup page, PageContent content)
    {
        if (content.Ledger.Length == 0) return;
        page.Line("<section aria-labelledby=\"l\">").Line("<h2 id=\"l\">Who says what</h2>");
        page.Line(
            "<table class=\"ledger\"><caption>The claims that matter, with denials, disputes and refusals to comment "
            + "beside them.</caption><thead><tr><th scope=\"col\"><span class=\"hidden\">Evidence</span></th>"
            + "<th scope=\"col\">Who</th><th scope=\"col\">What</th>"
            + "<th scope=\"col\">Through</th></tr></thead>");
        foreach (var group in content.Ledger.GroupBy(e => e.Row))
        {
            page.Line("<tbody>");
            var first = true;
            foreach (var entry in group)
            {
                page.Raw("<tr>");
                if (first) page.Raw(
                    Wording.Invariant($"<th scope=\"rowgroup\" rowspan=\"{group.Count()}\" class=\"no\">"))
                    .Raw(Wording.Invariant($"<span class=\"hidden\">Evidence </span>{group.Key}</th>"));
                first = false;
                WriteEntry(page, entry);
            }

            page.Line("</tbody>");
        }

        page.Line("</table>").Line("</section>");
    }

    /// <summary>Where no report is known to be the first, none is said to repeat another.</summary>
    private static string Part(ReleasedOrigin origin, ReleasedMark mark) => mark.IsRoot ? "root"
        : origin.Marks.Any(m => m.IsRoot) ? "repeats it" : "carries it";

    private static void WriteEntry(Markup page, ReleasedLedgerEntry entry)
    {
        page.Raw("<td class=\"who\">").Outside(Shorten(entry.Who, 60)).Raw("</td><td class=\"what\">")
            .Raw($"<strong class=\"{(entry.IsAgainst ? "act against" : "act")}\">").Text(Wording.Verb(entry))
                .Raw("</strong>");
        if (entry.Words.Length > 0)
        {
            var words = Shorten(entry.Words, 120);
            page.Raw(" ").Outside(entry.IsQuote ? $"\u201c{words.Trim('"', '\u201c', '\u201d')}\u201d" : words);
        }

        page.Raw("</td><td class=\"through\">").Outside(Through(entry)).Line("</td></tr>");
    }

    /// <summary>
    /// The mouths it came by; where there is none, that it was said directly. Then when, and how often it is repeated.
    /// </summary>
    private static string Through(ReleasedLedgerEntry entry)
    {
        var chain = entry.Through.Length > 0 ? string.Join(" \u2190 ", entry.Through.Select(t => Shorten(t, 40)))
            : entry.Report == entry.Who ? "directly" : Shorten(entry.Report, 40);
        var repeats = entry.Repeats == 0 ? "" : Wording.Invariant($"; repeated in {entry.Repeats} more");
        return $"{chain}, {PageTime.Day(entry.At)}{repeats}";
    }

    private static string Count(int reports, int origins) => reports == 0 ? "<span class=\"none\">none</span>"
        : $"{Markup.Escape(Wording.Reports(reports))}, <b>{Markup.Escape(Wording.Origins(origins))}</b>";

    private static string Shorten(string text, int max) => OutsideText.Shorten(text, max);
}
