using AngleSharp.Dom;

namespace AllSource.Documents.Html;

/// <summary>The element in which a page's article stands, and how it was found.</summary>
internal sealed record FoundArticle(IElement Element, string How);

/// <summary>
/// Finds the article of a page: what the page itself marks as one, if it holds most of the page's text; else the
/// element whose
/// paragraphs score best by length, commas and few links (after Arc90's Readability, 2009); else the whole body.
/// </summary>
internal static class ArticleFinder
{
    private const int ParagraphMin = 25;

    private sealed record Weight(int Letters, int InLinks);

    public static FoundArticle Find(IElement body)
    {
        var weights = new Dictionary<IElement, Weight>();
        var all = Weigh(body, false, weights, 0).Letters;
        var articles = weights.Keys.Where(e =>
            e.LocalName == "article" || e.GetAttribute("itemprop") == "articleBody").ToList();
        if (Largest(articles, weights) is { } article && Letters(article, weights) is var letters && letters > 0
            && letters * 10 >= 4 * articles.Where(a => !IsWithin(a, articles)).Sum(a => Letters(a, weights))
                && letters * 4 >= all)
        {
            return new(article, article.LocalName == "article" ? "its article element"
                : "what it marks as the article's body");
        }

        var mains = weights.Keys.Where(e => e.LocalName == "main" || e.GetAttribute("role") == "main").ToList();
        var scored = Best(weights);
        if (scored is not null && Letters(scored, weights) * 2 >= all) return new(
            scored, "the element with most connected text");
        if (Largest(mains, weights) is { } main && Letters(main, weights) * 2 >= all) return new(
            main, "its main element");
        return scored is not null && Letters(scored, weights) * 4 >= all
            ? new(scored, "the element with most connected text")
            : new(body, "all of the body that is not furniture");
    }

    private static Weight Weigh(IElement element, bool inArticle, Dictionary<IElement, Weight> weights, int depth)
    {
        int letters = 0, inLinks = 0;
        inArticle |= element.LocalName is "article" or "main";
        if (depth < 2_000)
        {
            foreach (var node in element.ChildNodes)
            {
                if (node is IText text) letters += text.Data.AsSpan().Trim().Length;
                if (node is not IElement child || HtmlNames.Unseen.Contains(child.LocalName)
                    || Furniture.Is(child, inArticle)) continue;
                var inner = Weigh(child, inArticle, weights, depth + 1);
                letters += inner.Letters;
                inLinks += child.LocalName is "a" ? inner.Letters : inner.InLinks;
            }
        }

        var weight = new Weight(letters, inLinks);
        weights[element] = weight;
        return weight;
    }

    private static IElement? Best(Dictionary<IElement, Weight> weights)
    {
        var scores = new Dictionary<IElement, double>();
        foreach (var (element, weight) in weights)
        {
            if (element.LocalName is not ("p" or "pre" or "td" or "blockquote") && !IsBareBlock(element)) continue;
            if (weight.Letters < ParagraphMin) continue;
            var score = 1 + Commas(element) + Math.Min(3, weight.Letters / 100);
            if (element.ParentElement is { } parent)
            {
                scores[parent] = scores.GetValueOrDefault(parent) + score;
                if (parent.ParentElement is { } above) scores[above] = scores.GetValueOrDefault(above) + (score / 2.0);
            }
        }

        IElement? best = null;
        var most = 0.0;
        foreach (var (element, score) in scores.OrderBy(s => s.Key.SourceReference?.Position.Position ?? 0))
        {
            if (!weights.TryGetValue(element, out var weight) || element.LocalName is "html") continue;
            var worth = score * (1 - (weight.InLinks / (double)Math.Max(1, weight.Letters)));
            if (worth > most) (best, most) = (element, worth);
        }

        return best;
    }

    /// <summary>A div that holds text of its own, as pages without paragraphs do.</summary>
    private static bool IsBareBlock(IElement element) => element.LocalName is "div" or "section"
        && element.ChildNodes.Any(n => n is IText text && text.Data.AsSpan().Trim().Length >= ParagraphMin);

    private static int Commas(IElement element) =>
        Math.Min(20, element.ChildNodes.OfType<IText>().Sum(t =>
            t.Data.Count(c => c is ',' or '\u060C' or '\u3001' or '\uFF0C')));

    private static bool IsWithin(IElement element, List<IElement> others)
    {
        for (var up = element.ParentElement; up is not null; up = up.ParentElement)
        {
            if (others.Contains(up)) return true;
        }

        return false;
    }

    private static IElement? Largest(List<IElement> elements, Dictionary<IElement, Weight> weights) =>
        elements.Count == 0 ? null : elements.MaxBy(e => Letters(e, weights));

    private static int Letters(IElement element, Dictionary<IElement, Weight> weights) =>
        weights.TryGetValue(element, out var w) ? w.Letters : 0;
}
