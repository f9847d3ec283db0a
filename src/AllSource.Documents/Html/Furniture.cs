using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace AllSource.Documents.Html;

/// <summary>
/// Tells the parts of a page that are not its article: navigation, advertising, consent, sharing, recommendations,
/// comments. By the
/// element's own meaning first, then by the words of its class and id, taken whole: "ad" is furniture, "headline" is
/// not.
/// </summary>
internal static partial class Furniture
{
    private static readonly HashSet<string> Roles =
        Set("navigation banner contentinfo complementary search dialog alertdialog alert menu menubar toolbar "
        + "tablist status form");

    private static readonly HashSet<string> Words =
        Set("ad ads adv advert adverts advertisement advertising adslot adunit adbox adsense sponsor sponsored "
        + "sponsors "
        + "promo promos promotion cookie cookies consent gdpr ccpa share sharing sharebar sharetools social "
            + "socials related relateds recommended "
        + "recommendation recommendations newsletter subscribe subscription signup paywall regwall comments "
            + "comment disqus breadcrumb breadcrumbs sidebar "
        + "popup modal overlay lightbox toolbar menu nav navigation navbar topbar masthead pagination pager "
            + "mostread mostpopular trending popular "
        + "teasers taboola outbrain skip skiplink donate donation weatherbox toc");

    /// <summary>Before one of the words these say that the element only stands beside such a part:
    /// "has-sidebar".</summary>
    private static readonly HashSet<string> Beside = Set("has with no without");

    private static readonly string[] Pairs =
    [
        "most-read", "most-popular", "most-viewed", "read-more", "more-from", "more-on", "see-also", "also-read",
            "site-header", "site-footer",
        "page-header", "page-footer", "sign-up", "log-in", "cookie-banner", "ad-slot", "tag-list", "tags-list",
            "author-bio", "follow-us", "jump-to",
        "mw-editsection", "noprint", "screen-reader-text", "visually-hidden", "sr-only",
    ];

    private static readonly HashSet<string> NeverByName =
        Set("html body main article p h1 h2 h3 blockquote em strong span b i a");

    /// <param name="inArticle">True within the article: its own header, with headline and byline, then belongs to
    /// it.</param>
    public static bool Is(IElement element, bool inArticle)
    {
        var name = element.LocalName;
        if (name is "nav" or "aside" or "footer" or "form" or "dialog" or "menu") return true;
        if (name is "header" && !inArticle) return true;
        if (IsHidden(element)) return true;
        if (element.GetAttribute("role") is { Length: > 0 and < 40 } role
            && Roles.Contains(role.Trim().ToLowerInvariant())) return true;
        // A wrapper named after one of its parts is no furniture while the article stands in it.
        return !NeverByName.Contains(name) && HasWord(element)
            && element.QuerySelector("article, main, h1, [itemprop=articleBody]") is null;
    }

    public static bool IsHidden(IElement element)
    {
        if (element.HasAttribute("hidden") || element.GetAttribute("aria-hidden") == "true") return true;
        if (element.GetAttribute("style") is not { Length: > 0 and < 2000 } style) return false;
        var plain = style.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant();
        return plain.Contains("display:none", StringComparison.Ordinal)
            || plain.Contains("visibility:hidden", StringComparison.Ordinal)
            || plain.Contains("mso-hide:all", StringComparison.Ordinal) || Unseen().IsMatch(plain);
    }

    /// <summary>Letters of no size, wholly transparent, or so far beside the page that no reader meets them: who hides
    /// words so means them for machines.</summary>
    [GeneratedRegex(@"(?:^|;)(?:font-size|opacity):0(?:\.0+)?(?:px|pt|em|rem|%)?(?:!important)?(?:;|$)"
        + @"|(?:^|;)(?:left|top|right|text-indent|margin-left):-\d{4,}(?:px|pt|em)")]
    private static partial Regex Unseen();

    private static bool HasWord(IElement element)
    {
        foreach (var value in (string?[])[element.Id, element.ClassName])
        {
            if (value is not { Length: > 0 and < 500 }) continue;
            var lower = value.ToLowerInvariant().Replace('_', '-');
            if (Pairs.Any(pair => lower.Contains(pair, StringComparison.Ordinal))) return true;
            foreach (var token in lower.Split(' '))
            {
                var words = token.Split('-', ':', '.');
                if (!Beside.Contains(words[0]) && words.Any(Words.Contains)) return true;
            }
        }

        return false;
    }

    private static HashSet<string> Set(string words) => new(words.Split(' '), StringComparer.Ordinal);
}
