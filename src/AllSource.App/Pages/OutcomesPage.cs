using System.Globalization;
using AllSource.Assessments;
using AllSource.Kernel.Pages;

namespace AllSource.App.Pages;

/// <summary>
/// For the desk's own eyes: how well its resolved judgments fared. One picture, then the table that says the same.
/// Sources stand in it by name, so it never passes for a brief.
/// </summary>
internal sealed class OutcomesPage(OutcomeReport report, string marking)
{
    private const int Size = 320;
    private const int Edge = 42;
    private const int Top = 20;

    private const string Style = """
        .curve { max-width: 26rem; display: block; }
        .curve .even { stroke: currentColor; stroke-dasharray: 4 4; opacity: .6; }
        .curve .frame { fill: none; stroke: currentColor; opacity: .5; }
        .curve .range { stroke: currentColor; stroke-width: 2; }
        .curve circle { fill: currentColor; }
        .curve text { font-size: 11px; fill: currentColor; }
        main > section:first-of-type h2 { margin-block: 1.6rem .6rem; }
        table.outcomes { border-collapse: collapse; margin-block: .6rem 1.2rem; width: 100%; table-layout: fixed; }
        .outcomes th, .outcomes td { text-align: right; padding: .15rem 0 .15rem .7rem; overflow-wrap: normal; }
        .outcomes th:first-child, .outcomes td:first-child { text-align: left; padding-left: 0; width: 28%; }
        .outcomes td:first-child { overflow-wrap: anywhere; }
        .outcomes td { font-variant-numeric: tabular-nums; }
        @media (max-width: 32rem) {
            .outcomes th, .outcomes td { font-size: .8rem; padding-left: .3rem; }
            .outcomes th { hyphens: manual; }
        }

        """;

    public void Write(TextWriter writer)
    {
        var page = new Markup(writer);
        PageFrame.Open(page, $"{marking} Outcomes", Style);
        PageFrame.Band(page, "header", "Outcomes", Many(report.Judgments), marking);
        page.Line("<main>").Line("<h1>Did what we said come true?</h1>");
        if (report.Judgments == 0)
        {
            page.Line("<p>No judgment was resolved yet. <code>allsource resolve</code> resolves one.</p>");
        }
        else
        {
            page.Raw("<p>").Text(Told()).Line("</p>");
            WriteCurve(page);
            WriteBins(page);
            foreach (var dimension in report.By) WriteDimension(page, dimension);
        }

        page.Line("</main>");
        PageFrame.Band(page, "footer", "For the desk alone", "it is no brief and passed no gate", marking);
        PageFrame.Close(page);
    }

    private string Told()
    {
        var all = report.All;
        var range = all.BrierLow is { } low
            ? $" (95 % interval {Score(low)} to {Score(all.BrierHigh!.Value)})" : "";
        return string.Create(CultureInfo.InvariantCulture, $"Brier score {all.Brier:0.000}{range}; ")
            + string.Create(CultureInfo.InvariantCulture,
                $"0 is perfect, 0.25 is what “even chance” earns each time. What was said and what came true lie ")
            + string.Create(CultureInfo.InvariantCulture, $"{all.ExpectedError:0.000} apart on average.");
    }

    private void WriteCurve(Markup page)
    {
        page.Line("<section aria-labelledby=\"c\"><h2 id=\"c\">What was said, and how often it came true</h2>");
        page.Raw($"<svg class=\"curve\" viewBox=\"0 0 {Size + Edge + 22} {Size + Edge + Top}\" role=\"img\" ")
            .Line("aria-label=\"Calibration curve; the table below says the same\">");
        page.Line($"<rect class=\"frame\" x=\"{Edge}\" y=\"{Top}\" width=\"{Size}\" height=\"{Size}\"/>");
        page.Line($"<line class=\"even\" x1=\"{Edge}\" y1=\"{Size + Top}\" x2=\"{Edge + Size}\" y2=\"{Top}\"/>");
        foreach (var tick in (double[])[0, .25, .5, .75, 1])
        {
            page.Line($"<text x=\"{X(tick)}\" y=\"{Size + Top + 16}\" text-anchor=\"middle\">{Percent(tick)}</text>");
            page.Line($"<text x=\"{Edge - 6}\" y=\"{Y(tick, 4)}\" text-anchor=\"end\">{Percent(tick)}</text>");
        }

        page.Line($"<text x=\"{Edge + (Size / 2)}\" y=\"{Size + Top + 34}\" text-anchor=\"middle\">"
            + "what was said</text>");
        page.Line($"<text x=\"{Edge}\" y=\"{Top - 8}\">what came true</text>");
        foreach (var bin in report.All.Curve)
        {
            page.Line($"<line class=\"range\" x1=\"{X(bin.MeanSaid)}\" x2=\"{X(bin.MeanSaid)}\" "
                + $"y1=\"{Y(bin.Low)}\" y2=\"{Y(bin.High)}\"/>");
            page.Raw($"<circle cx=\"{X(bin.MeanSaid)}\" cy=\"{Y(bin.ShareTrue)}\" r=\"{Radius(bin.Count)}\"><title>")
                .Text($"Said {Percent(bin.MeanSaid)}, came true {Percent(bin.ShareTrue)}: {Many(bin.Count)}")
                .Line("</title></circle>");
        }

        page.Line("</svg></section>");
    }

    private void WriteBins(Markup page)
    {
        page.Line("<table class=\"outcomes\"><thead><tr><th scope=\"col\">Said</th>"
            + "<th scope=\"col\">Judg&shy;ments</th><th scope=\"col\">Mean said</th>"
            + "<th scope=\"col\">Came true</th><th scope=\"col\">95 % interval</th>"
            + "</tr></thead><tbody>");
        foreach (var bin in report.All.Curve)
        {
            page.Line($"<tr><td>{Percent(bin.From)} to {Percent(bin.To)}</td><td>{Number(bin.Count)}</td>"
                + $"<td>{Percent(bin.MeanSaid)}</td><td>{Percent(bin.ShareTrue)}</td>"
                + $"<td>{Percent(bin.Low)} to {Percent(bin.High)}</td></tr>");
        }

        page.Line("</tbody></table>");
    }

    private static void WriteDimension(Markup page, OutcomeDimension dimension)
    {
        if (dimension.Groups.IsEmpty) return;
        page.Raw($"<section><h2>By {dimension.Name}</h2><table class=\"outcomes\"><thead><tr><th scope=\"col\">")
            .Text(char.ToUpperInvariant(dimension.Name[0]) + dimension.Name[1..])
            .Line("</th><th scope=\"col\">Judg&shy;ments</th><th scope=\"col\">Brier score</th>"
                + "<th scope=\"col\">95 % interval</th><th scope=\"col\">Said and true apart</th></tr></thead><tbody>");
        foreach (var (name, c) in dimension.Groups)
        {
            page.Raw("<tr><td>").Outside(name).Raw($"</td><td>{Number(c.Count)}</td><td>{Score(c.Brier)}</td><td>")
                .Text(c.BrierLow is { } low ? $"{Score(low)} to {Score(c.BrierHigh!.Value)}" : "too few")
                .Line($"</td><td>{Score(c.ExpectedError)}</td></tr>");
        }

        page.Line("</tbody></table></section>");
    }

    private static string X(double share) => Coordinate(Edge + (share * Size));

    private static string Y(double share, double down = 0) => Coordinate(Top + ((1 - share) * Size) + down);

    private static string Radius(int count) => Coordinate(Math.Min(9, 3 + Math.Sqrt(count)));

    private static string Coordinate(double at) => at.ToString("0.#", CultureInfo.InvariantCulture);

    private static string Score(double score) => score.ToString("0.000", CultureInfo.InvariantCulture);

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);

    private static string Percent(double share) =>
        string.Create(CultureInfo.InvariantCulture, $"{Math.Round(share * 100)} %");

    private static string Many(int count) => count == 1 ? "1 judgment" : $"{Number(count)} judgments";
}
