using System.Collections.Immutable;
using System.Globalization;
using AllSource.Kernel.Pages;
using AllSource.Lineage;

namespace AllSource.App.Pages;

/// <summary>
/// For the desk's own eyes: origins over time, who repeats whom, and every pair's passages side by side with the edits
/// marked. It shows the texts themselves, so it never passes for a brief.
/// </summary>
internal sealed class LineagePage
{
    private const int OriginsMax = 40;
    private const int PairsMax = 300; // a page of a whole archive: no browser opens it, nobody reads it
    private const int DepthMax = 60;

    private readonly Dictionary<string, LineageDocument> _byId;
    private readonly IReadOnlyList<Passage> _passages;
    private readonly CopyForest _forest;
    private readonly ImmutableArray<(string Root, ImmutableArray<string> Under)> _trees;
    private readonly List<((string A, string B) Pair, List<Passage> Passages)> _pairs;

    public LineagePage(IReadOnlyList<LineageDocument> documents, IReadOnlyList<Passage> passages)
    {
        _byId = documents.GroupBy(static d => d.Id, StringComparer.Ordinal)
            .ToDictionary(static g => g.Key, static g => g.First(), StringComparer.Ordinal);
        _passages = passages;
        _forest = new(passages, id => _byId[id].Published);
        _trees =
        [
            .. _forest.Roots.Select(r => (Root: r, Under: _forest.Under(r))).OrderByDescending(static t =>
                t.Under.Length).ThenBy(static t => t.Root, StringComparer.Ordinal),
        ];
        _pairs = [.. passages.GroupBy(static p => (p.A, p.B)).Select(static g => (g.Key, g.ToList()))];
    }

    public void Write(TextWriter writer)
    {
        var page = new Markup(writer);
        PageFrame.Open(page, "Lineage", PassageColumns.Style);
        PageFrame.Band(page, "header", "Lineage", Counts(), PassageColumns.Marking);
        page.Line("<main>").Line("<h1>Who repeats whom</h1>");
        if (_passages.Count == 0) page.Line("<p>These texts share no passage.</p>");
        WritePicture(page);
        WriteTree(page);
        WriteUndirected(page);
        WritePairs(page);
        page.Line("</main>");
        PageFrame.Band(page, "footer", "Shows the texts themselves", "it is no brief and passed no gate",
            PassageColumns.Marking);
        PageFrame.Close(page);
    }

    private string Counts() =>
        $"{Many(_byId.Count, "text")}, {Many(_passages.Count, "passage")}, "
        + $"{Many(_trees.Length, "original")} that others repeat";

    private static string Many(int count, string what) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {what}{(count == 1 ? "" : "s")}");

    private void WritePicture(Markup page)
    {
        var shown = _trees.Take(OriginsMax).ToList();
        if (shown.Count == 0) return;
        page.Line("<section aria-labelledby=\"o\">").Line("<h2 id=\"o\">Origins over time</h2>");
        var lines = shown.Select(t => new PictureLine(0, NameOf(t.Root), false, 0,
            [.. t.Under.Select(id => new PictureMark(_byId[id].Published, id == t.Root, Dated(id)))]));
        var told = shown.Select(t => string.Create(CultureInfo.InvariantCulture,
            $"{Dated(t.Root)}: repeated by {t.Under.Length - 1}."));
        new TimePicture([.. lines], string.Join(' ', told)).Write(page);
        WriteMore(page, _trees.Length - shown.Count, "smaller origins are in the list alone");
        page.Line("</section>");
    }

    private void WriteTree(Markup page)
    {
        if (_trees.Length == 0) return;
        var shown = new HashSet<string>(StringComparer.Ordinal);
        page.Line("<section aria-labelledby=\"t\">").Line("<h2 id=\"t\">From the original to its copies</h2>");
        page.Line("<ul class=\"tree\">");
        foreach (var (root, _) in _trees) Branch(root, null, 1);
        page.Line("</ul></section>");

        void Branch(string id, string? from, int depth)
        {
            page.Raw("<li>");
            if (from is not null && NumberOf(from, id) is > 0 and var number) page.Raw($"<a href=\"#p{number}\">");
            else from = null;
            page.Outside(NameOf(id)).Raw(from is null ? "" : "</a>").Raw(" <span class=\"none\">")
                .Text(PageTime.When(_byId[id].Published)).Raw("</span>");
            var copiers = _forest.CopiersOf(id);
            if (!shown.Add(id)) page.Raw(copiers.Length > 0 ? " <span class=\"none\">see above</span>" : "");
            else if (copiers.Length > 0 && depth < DepthMax)
            {
                page.Line("<ul>");
                foreach (var copier in copiers) Branch(copier, id, depth + 1);
                page.Raw("</ul>");
            }

            page.Line("</li>");
        }
    }

    private void WriteUndirected(Markup page)
    {
        if (_forest.Undirected.Length == 0) return;
        page.Line("<section aria-labelledby=\"u\">").Line("<h2 id=\"u\">Shared, and nothing tells who was first</h2>");
        page.Line("<ul class=\"tree\">");
        foreach (var (a, b) in _forest.Undirected.Take(PairsMax))
        {
            page.Raw("<li>").Outside(NameOf(a)).Raw(" and ").Outside(NameOf(b)).Line("</li>");
        }

        page.Line("</ul>");
        WriteMore(page, _forest.Undirected.Length - PairsMax, "pairs are left out");
        page.Line("</section>");
    }

    private void WritePairs(Markup page)
    {
        if (_pairs.Count == 0) return;
        page.Line("<section aria-labelledby=\"p\">").Line("<h2 id=\"p\">Passages side by side</h2>");
        for (var i = 0; i < Math.Min(PairsMax, _pairs.Count); i++)
        {
            var (pair, passages) = _pairs[i];
            PassageColumns.Write(page, i + 1, _byId[pair.A], _byId[pair.B], passages);
        }

        WriteMore(page, _pairs.Count - PairsMax, "pairs are left out; --between ID ID shows any two");
        page.Line("</section>");
    }

    private static void WriteMore(Markup page, int count, string what)
    {
        if (count <= 0) return;
        page.Raw("<p class=\"none\">").Text(string.Create(CultureInfo.InvariantCulture, $"{count} {what}."))
            .Line("</p>");
    }

    private int NumberOf(string x, string y)
    {
        var pair = string.CompareOrdinal(x, y) < 0 ? (x, y) : (y, x);
        var at = _pairs.FindIndex(p => p.Pair == pair);
        return at < PairsMax ? at + 1 : 0;
    }

    private string NameOf(string id) => PassageColumns.NameOf(_byId[id]);

    private string Dated(string id) => $"{NameOf(id)}, {PageTime.When(_byId[id].Published)}";
}
