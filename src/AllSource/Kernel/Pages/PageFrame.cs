namespace AllSource.Kernel.Pages;

/// <summary>
/// What every page of the desk begins and ends with: no script, nothing fetched (its own policy forbids both), the one
/// look, and a band with the marking at head and foot.
/// </summary>
public static class PageFrame
{
    /// <param name="page">Where to.</param>
    /// <param name="title">The title of the window; the marking stands first in it.</param>
    /// <param name="moreStyle">Rules of this kind of page, after the common ones. The desk's own words.</param>
    public static void Open(Markup page, string title, string moreStyle = "")
    {
        page.Line("<!doctype html>").Line("<html lang=\"en\">").Line("<head>").Line("<meta charset=\"utf-8\">");
        page.Line(
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; "
            + "form-action 'none'; base-uri 'none'\">");
        page.Line("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        page.Line("<meta name=\"color-scheme\" content=\"light dark\">")
            .Line("<meta name=\"referrer\" content=\"no-referrer\">");
        page.Line("<meta name=\"robots\" content=\"noindex\">");
        page.Raw("<title>").Text(title).Line("</title>");
        page.Raw("<style>\n").Raw(PageStyle.Css).Raw(moreStyle).Line("</style>").Line("</head>").Line("<body>")
            .Line("<div class=\"page\">");
    }

    public static void Close(Markup page) => page.Line("</div>").Line("</body>").Line("</html>");

    /// <param name="page">Where to.</param>
    /// <param name="element"><c>header</c> or <c>footer</c>.</param>
    /// <param name="first">What stands first, in bold.</param>
    /// <param name="second">What stands after it.</param>
    /// <param name="marking">A TLP label, with or without compartments behind <c>//</c>.</param>
    public static void Band(Markup page, string element, string first, string second, string marking)
    {
        page.Raw($"<{element} class=\"band\"><p class=\"said\"><strong>").Text(first).Raw("</strong> <span>")
            .Text(second).Raw("</span></p>");
        page.Raw($"<p class=\"tlp {TlpClass(marking)}\">").Text(marking).Line($"</p></{element}>");
    }

    private static string TlpClass(string marking) => marking.Split("//")[0] switch
    {
        "TLP:RED" => "red",
        "TLP:AMBER" or "TLP:AMBER+STRICT" => "amber",
        "TLP:GREEN" => "green",
        "TLP:CLEAR" => "clear",
        _ => "sealed",
    };
}
