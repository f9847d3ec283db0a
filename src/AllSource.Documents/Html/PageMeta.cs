using System.Text.Json;
using AllSource.Documents.Meta;
using AllSource.Documents.Text;
using AllSource.Kernel;
using AngleSharp.Html.Dom;

namespace AllSource.Documents.Html;

/// <summary>
/// What a page says of itself in meta tags, JSON-LD and links: title, author, when published, site, address. The date a
/// page was
/// changed is not when it was published, so it is not read as such.
/// </summary>
internal static class PageMeta
{
    private const int JsonMax = 1 << 20;
    private const int BlocksMax = 50;

    public static Declared Read(IHtmlDocument page, Reading reading)
    {
        var meta = Tags(page);
        var linked = Linked(page);
        string? Of(params ReadOnlySpan<string> names)
        {
            foreach (var name in names)
            {
                if (meta.TryGetValue(name, out var value)) return value;
            }

            return null;
        }

        var site = Of("og:site_name", "application-name", "dc.publisher") ?? linked.Publisher;
        var title = Of("og:title") ?? linked.Title ?? Clean(page.QuerySelector("h1")?.TextContent)
            ?? WithoutSite(Clean(page.Title), site);
        var author = linked.Author
            ?? Name(Of("author", "article:author", "dc.creator", "parsely-author", "sailthru.author"))
            ?? Clean(page.QuerySelector("[rel=author]")?.TextContent);
        var published = linked.Published
            ?? Of("article:published_time", "datepublished", "date", "dc.date", "dc.date.issued", "dcterms.created",
            "parsely-pub-date", "pubdate", "publish-date", "sailthru.date", "og:article:published_time")
                ?? InPage(page);
        return new(Source: site, Title: title, Author: author, Published: Time(published, reading),
            Url: Address(page, Of("og:url")));
    }

    private static Dictionary<string, string> Tags(IHtmlDocument page)
    {
        var tags = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var tag in page.QuerySelectorAll("meta").Take(1_000))
        {
            var name = tag.GetAttribute("property") ?? tag.GetAttribute("name") ?? tag.GetAttribute("itemprop");
            if (name is { Length: > 0 and < 60 } && Clean(tag.GetAttribute("content")) is { } content) tags.TryAdd(
                name.Trim().ToLowerInvariant(), content);
        }

        return tags;
    }

    private static string? InPage(IHtmlDocument page) => page.QuerySelector("[itemprop=datePublished]") is { } marked
        ? marked.GetAttribute("datetime") ?? marked.GetAttribute("content") ?? Clean(marked.TextContent)
        : page.QuerySelector("article time[datetime], main time[datetime]")?.GetAttribute("datetime");

    private static ReportedTime? Time(string? written, Reading reading)
    {
        if (written is null) return null;
        if (WrittenTime.TryRead(written, reading.Answers.DateOrder, out var ambiguous)
            is { } time) return reading.Zoned(time, reading.At());
        if (ambiguous) reading.Ask(ReadingQuestions.DateOrder);
        reading.Add(FindingWeight.Doubt, "time-unread", reading.At(),
            "says when it was published in a way that cannot be read.");
        return null;
    }

    private static string? Address(IHtmlDocument page, string? declared)
    {
        var canonical = page.QuerySelector("link[rel=canonical]")?.GetAttribute("href")?.Trim();
        return canonical is not null && Links.IsWeb(canonical) ? canonical : declared is not null
            && Links.IsWeb(declared) ? declared : null;
    }

    private static (string? Title, string? Author, string? Published, string? Publisher) Linked(IHtmlDocument page)
    {
        foreach (var block in page.QuerySelectorAll("script[type='application/ld+json']").Take(BlocksMax))
        {
            if (block.TextContent is not { Length: > 0 and < JsonMax } json) continue;
            try
            {
                using var document = JsonDocument.Parse(
                    json, new JsonDocumentOptions
                    {
                        MaxDepth = 32,
                        AllowTrailingCommas = true,
                        CommentHandling = JsonCommentHandling.Skip
                    });
                if (Article(document.RootElement, 0) is { } article)
                {
                    return (Text(article, "headline"), People(article, "author"), Text(article, "datePublished"),
                        People(article, "publisher"));
                }
            }
            catch (Exception e) when (e is JsonException or InvalidOperationException)
            {
                // Broken JSON-LD is common, and tells nothing that the page does not say elsewhere (a lone surrogate is
                // the second case).
            }
        }

        return default;
    }

    private static JsonElement? Article(JsonElement node, int depth)
    {
        if (depth > 4) return null;
        if (node.ValueKind is JsonValueKind.Array)
        {
            foreach (var item in node.EnumerateArray().Take(100))
            {
                if (Article(item, depth + 1) is { } found) return found;
            }
        }

        if (node.ValueKind is not JsonValueKind.Object) return null;
        if (node.TryGetProperty("@graph", out var graph) && Article(graph, depth + 1) is { } inGraph) return inGraph;
        var type = node.TryGetProperty("@type", out var t) ? t.ToString() : "";
        return type.Contains("Article", StringComparison.Ordinal)
            || type.Contains("BlogPosting", StringComparison.Ordinal)
            || type.Contains("Report", StringComparison.Ordinal) ? node : null;
    }

    private static string? Text(JsonElement node, string key) =>
        node.TryGetProperty(key, out var value) && value.ValueKind is JsonValueKind.String ? Clean(value.GetString())
            : null;

    private static string? People(JsonElement node, string key)
    {
        if (!node.TryGetProperty(key, out var value)) return null;
        var names = (value.ValueKind is JsonValueKind.Array ? value.EnumerateArray().Take(20) : [value])
            .Select(person => person.ValueKind is JsonValueKind.Object ? Text(person, "name")
                : person.ValueKind is JsonValueKind.String ? Clean(person.GetString()) : null)
            .OfType<string>().Where(name => Name(name) is not null).ToList();
        return names.Count == 0 ? null : string.Join(", ", names);
    }

    /// <summary>Some pages give the address of an author's page where a name is meant.</summary>
    private static string? Name(string? text) =>
        text is null || text.StartsWith("http", StringComparison.OrdinalIgnoreCase) ? null : text;

    private static string? WithoutSite(string? title, string? site)
    {
        if (title is null) return null;
        foreach (var separator in (string[])[" | ", " - ", " \u2013 ", " \u2014 ", " :: "])
        {
            var at = title.LastIndexOf(separator, StringComparison.Ordinal);
            if (at > 10 && (site is null
                || title[(at + separator.Length)..].Contains(
                site, StringComparison.OrdinalIgnoreCase))) return title[..at];
        }

        return title;
    }

    private static string? Clean(string? text)
    {
        if (text is null) return null;
        var clean = string.Join(
            ' ', text[..Math.Min(text.Length, 2_000)].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return clean.Length is > 0 and <= 500 ? clean : null;
    }
}
