using System.Globalization;
using AllSource.Kernel;
using AllSource.Kernel.Pages;
using AllSource.Lineage;

namespace AllSource.App.Pages;

/// <summary>
/// Two whole texts beside each other. Passages are numbered the same on both sides, each number a link to the other
/// side; the reasons stand below.
/// </summary>
internal static class SideBySide
{
    private const int CharactersMax = 400_000; // a text without end: the page would not open

    /// <param name="passages">Of these two alone.</param>
    public static void Write(
        TextWriter writer, LineageDocument a, LineageDocument b, IReadOnlyList<Passage> passages)
    {
        var page = new Markup(writer);
        var turned = PassageColumns.LeftIsB(passages);
        var (left, right) = turned ? (b, a) : (a, b);
        PageFrame.Open(page, "Two texts side by side", PassageColumns.Style);
        PageFrame.Band(page, "header", "Lineage", Count(passages.Count), PassageColumns.Marking);
        page.Line("<main>").Raw("<h1>").Outside(PassageColumns.NameOf(right))
            .Raw(passages.Count == 0 ? " and " : PassageColumns.Relation(passages))
            .Outside(PassageColumns.NameOf(left)).Line("</h1>");
        page.Line("<div class=\"beside\">");
        Whole(page, left, [.. passages.Select((p, i) => Numbered(p, i, turned))], "del", 'l', 'r');
        Whole(page, right, [.. passages.Select((p, i) => Numbered(p, i, !turned))], "ins", 'r', 'l');
        page.Line("</div>");
        if (passages.Count > 0) WriteReasons(page, passages);
        page.Line("</main>");
        PageFrame.Band(page, "footer", "Shows the texts themselves", "it is no brief and passed no gate",
            PassageColumns.Marking);
        PageFrame.Close(page);
    }

    private static string Count(int passages) => passages == 1 ? "1 passage in common"
        : string.Create(CultureInfo.InvariantCulture, $"{passages} passages in common");

    private static (int Number, TextSpan Span, IEnumerable<MarkedStretch> Stretches) Numbered(
        Passage passage, int index, bool sideB) => sideB
            ? (index + 1, passage.BSpan, EditMarks.OfB(passage))
            : (index + 1, passage.ASpan, EditMarks.OfA(passage));

    private static void Whole(
        Markup page, LineageDocument document, List<(int Number, TextSpan Span, IEnumerable<MarkedStretch> S)> parts,
        string changed, char side, char other)
    {
        var text = document.Text;
        var end = Math.Min(text.Length, CharactersMax);
        page.Raw("<section><h4>").Outside(document.Id).Raw(", ").Text(PageTime.When(document.Published));
        if (document.Author is { Length: > 0 } author) page.Raw(", ").Outside(author);
        page.Raw("</h4><p class=\"whole\"><bdi>");
        var at = 0;
        foreach (var (number, span, stretches) in parts.OrderBy(static p => p.Span).ThenBy(static p => p.Number))
        {
            var no = number.ToString(CultureInfo.InvariantCulture);
            if (span.Start < at || span.End > end)
            {
                // It overlaps the one before it, or lies beyond what is shown: its number alone stands here.
                page.Raw($"<sup id=\"{side}{no}\"><a href=\"#{other}{no}\">{no}</a></sup>");
                continue;
            }

            page.Stretch(text.AsSpan(at, span.Start - at));
            page.Raw($"<sup id=\"{side}{no}\"><a href=\"#{other}{no}\">{no}</a></sup><mark>");
            PassageColumns.Stretches(page, text, stretches, changed);
            page.Raw("</mark>");
            at = span.End;
        }

        page.Stretch(text.AsSpan(at, Math.Max(0, end - at)));
        page.Line(text.Length > end ? "</bdi></p><p class=\"none\">The rest is not shown.</p></section>"
            : "</bdi></p></section>");
    }

    private static void WriteReasons(Markup page, IReadOnlyList<Passage> passages)
    {
        page.Line("<section aria-labelledby=\"w\">").Line("<h2 id=\"w\">Why</h2><ol class=\"whys\">");
        for (var i = 0; i < passages.Count; i++)
        {
            page.Raw("<li><b>").Raw((i + 1).ToString(CultureInfo.InvariantCulture)).Raw("</b> ");
            PassageColumns.WriteWhy(page, passages[i]);
            page.Line("</li>");
        }

        page.Line("</ol></section>");
    }
}
