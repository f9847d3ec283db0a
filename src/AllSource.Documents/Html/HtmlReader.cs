using System.Globalization;
using System.Text.RegularExpressions;
using AllSource.Documents.Meta;
using AllSource.Documents.Text;
using AllSource.Kernel;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace AllSource.Documents.Html;

/// <summary>
/// A web page: its article without the page's furniture. Nothing is fetched and no script runs. A page of which no tree
/// may be built
/// (see <see cref="HtmlScan"/>) gives all of its text instead, and says so.
/// </summary>
internal static partial class HtmlReader
{
    private const int LinksMax = 500;

    public static void Read(Reading reading)
    {
        var text = reading.Decode(new(reading.Bytes), DeclaredCharset(reading.Bytes.Span));
        var scan = HtmlScan.Of(text.Text);
        var assembly = new TextAssembly(reading.Bytes, LineIndex.Of(text));
        var declared = Declared.Nothing;
        var cites = new List<string>();
        if (scan.Bomb is { } bomb)
        {
            reading.Add(FindingWeight.Doubt, "html-bomb", reading.At(),
                $"is not read as a page, because {bomb}; all of its text is taken, furniture too.",
                "Save the article alone.");
            var flow = new HtmlFlow(scan, text, _ => false);
            flow.WriteScan();
            flow.CopyTo(assembly);
        }
        else
        {
            declared = Page(reading, text, scan, assembly, cites);
        }

        if (string.IsNullOrWhiteSpace(assembly.Text))
        {
            reading.Fail("empty", reading.At(), "is a page without text.",
                "It may be built by script; save it from a browser, or as text.");
            return;
        }

        reading.Reports.Add(reading.Make("html", assembly, declared) with { Cites = [.. cites] });
    }

    /// <summary>Parses without scripts, styles or requests.</summary>
    public static IHtmlDocument Parse(string source) => new HtmlParser(new HtmlParserOptions
    {
        IsScripting = false,
        IsKeepingSourceReferences = true,
        SkipComments = true,
    }).ParseDocument(source);

    private static Declared Page(Reading reading, DecodedText text, HtmlScan scan, TextAssembly assembly,
        List<string> cites)
    {
        using var page = Parse(text.Text);
        var declared = PageMeta.Read(page, reading);
        if (page.Body is not { } body) return declared;
        var article = ArticleFinder.Find(body);
        var inArticle = article.Element != body;
        var flow = new HtmlFlow(scan, text, e => Furniture.Is(e, inArticle));
        flow.Write(article.Element);
        flow.CopyTo(assembly);
        if (string.IsNullOrWhiteSpace(assembly.Text))
        {
            // All of it looked like furniture: better all of the body than nothing.
            flow = new HtmlFlow(scan, text, Furniture.IsHidden);
            flow.Write(body);
            flow.CopyTo(assembly);
        }

        reading.Add(FindingWeight.Note, "article-found", reading.At(), string.Create(CultureInfo.InvariantCulture,
            $"was read as {article.How}: {assembly.Length} of the page's {scan.Flat.Length} characters."));
        Cite(article.Element, declared.Url, inArticle, cites);
        return declared;
    }

    private static void Cite(IElement article, string? address, bool inArticle, List<string> cites)
    {
        var from = address is null ? null : new Uri(address);
        foreach (var link in article.QuerySelectorAll("a[href]").Take(5_000))
        {
            if (cites.Count >= LinksMax) return;
            if (IsLeftOut(link, article, inArticle)
                || link.GetAttribute("href") is not { Length: > 0 and < 2_000 } href || href[0] == '#') continue;
            var whole = Links.IsWeb(href) ? href
                : from is not null && Uri.TryCreate(from, href, out var resolved)
                    && resolved.Scheme is "http" or "https" ? resolved.AbsoluteUri : null;
            if (whole is not null && !cites.Contains(whole, StringComparer.Ordinal)) cites.Add(whole);
        }
    }

    private static bool IsLeftOut(IElement link, IElement article, bool inArticle)
    {
        for (var up = link; up is not null && up != article; up = up.ParentElement)
        {
            if (HtmlNames.Unseen.Contains(up.LocalName) || Furniture.Is(up, inArticle)) return true;
        }

        return false;
    }

    /// <summary>The charset that a meta tag names within the first 4 KB; null when none does.</summary>
    public static string? DeclaredCharset(ReadOnlySpan<byte> bytes)
    {
        var head = System.Text.Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, 4096)]);
        var m = MetaCharset().Match(head);
        return m.Success ? m.Groups["c"].Value : null;
    }

    [GeneratedRegex(
        """<(?:meta\b[^>]{0,200}?\bcharset\s*=|\?xml\b[^>]{0,60}?\bencoding\s*=)"""
            + """\s*["']?(?<c>[A-Za-z0-9_:.\-]{2,40})""", RegexOptions.IgnoreCase)]
    private static partial Regex MetaCharset();
}
