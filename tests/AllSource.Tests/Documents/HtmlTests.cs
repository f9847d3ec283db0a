using System.Text;
using AllSource.Kernel;

namespace AllSource.Tests.Documents;

public sealed class HtmlTests
{
    private const string Page = """
        <!DOCTYPE html>
        <html><head><meta charset="utf-8"><title>Crane falls | Courier</title>
        <link rel="canonical" href="https://courier.example/crane">
        <meta property="og:site_name" content="Courier">
        <meta property="article:published_time" content="2026-09-17T11:20:00+02:00">
        <script type="application/ld+json">{"@graph":[{"@type":"WebSite"},{"@type":["NewsArticle"],
        "headline":"Crane falls",
        "author":[{"name":"A. Lee"},{"name":"B. Fox"}]}]}</script>
        <style>p{color:red}</style><script>var said = "<p>not text</p>";</script></head>
        <body class="has-sidebar"><div id="cookie-banner"><p>We use cookies, said nobody.</p></div>
        <header><nav><a href="/">Home</a></nav></header>
        <main><article><header><h1>Crane falls</h1><p class="byline">By A. Lee</p></header>
        <p>The mayor said &ldquo;no&rdquo; &mdash; and   meant
        it,&nbsp;twice.<br>Then she <b>left</b>. See <a href="/earlier">the earlier story</a>.</p>
        <!-- a comment --><aside><p>Read also: eels</p></aside><div class="ad-slot">Buy boots</div>
        <ul><li>First</li><li>Second</li></ul>
        <table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>
        <p style="display: none">Hidden words</p><p style="color:red; font-size: 0">No size</p>
        <p style="position:absolute;left:-9999px">Beside the page</p><p style="opacity:0;">Glass</p>
        </article></main><footer>Imprint</footer></body></html>
        """;

    [Fact]
    public void The_article_is_read_without_the_pages_furniture()
    {
        var report = Papers.Only(Papers.Read("p.html", Page));
        Assert.Equal(
            "Crane falls\n\nBy A. Lee\n\nThe mayor said “no” — and meant it,\u00A0twice.\nThen she left. See the "
            + "earlier story.\n\nFirst\nSecond\n\na\tb\nc\td", report.Text);
        Assert.Equal(["https://courier.example/earlier"], report.Cites);
    }

    [Fact]
    public void Its_meta_tags_are_facts()
    {
        var facts = Papers.Only(Papers.Read("p.html", Page)).Facts;
        Assert.Equal(("Courier", "Crane falls", "A. Lee, B. Fox", "https://courier.example/crane"),
            (facts.Source!.Value.Name, facts.Title, facts.Author, facts.Url));
        Assert.Equal(ZoneOrigin.Stated, facts.Published!.Zone);
    }

    [Fact]
    public void Text_points_at_its_bytes()
    {
        var report = Papers.Only(Papers.Read("p.html", Page));
        var bytes = Encoding.UTF8.GetBytes(Page);
        foreach (var word in new[] { "mayor", "twice", "Then she", "Second", "earlier story" })
        {
            var at = report.Text.IndexOf(word, StringComparison.Ordinal);
            var segment = report.Segments.Single(s => s.Span.Contains(at));
            Assert.Contains(word[..4], Encoding.UTF8
                .GetString(bytes, (int)segment.ByteStart, (int)(segment.ByteEnd - segment.ByteStart)),
                StringComparison.Ordinal);
            Assert.InRange(segment.ByteEnd - segment.ByteStart, 1, 140);
        }
    }

    [Fact]
    public void A_page_without_semantic_elements_gives_its_connected_text()
    {
        var story = string.Concat(Enumerable.Range(1, 6)
            .Select(i =>
            $"<p>Paragraph {i} of the story says something, at some length, about the crane, the quay and the wind "
            + $"of that night.</p>"));
        var links = string.Concat(Enumerable.Range(1, 30)
            .Select(i => $"<li><a href='/{i}'>Another headline, of another day, number {i}</a></li>"));
        var report = Papers.Only(Papers
            .Read("p.html",
            $"<html><body><table><tr><td><ul>{links}</ul></td><td><div><h1>T</h1>{story}</div>"
            + "</td></tr></table><p>Copyright, all rights reserved.</p></body></html>"));
        Assert.Contains("Paragraph 6", report.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Another headline", report.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Copyright", report.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<html><body>Just words</body></html>", "Just words")]
    [InlineData("<html><p>One<p>Two", "One\n\nTwo")]
    [InlineData("<html><body><pre>a  b\n  c</pre>", "a  b\n  c")]
    [InlineData("<html><body>a &lt; b &amp; c &#8364; &#x80; &notit; &copy 2 &unknown; &",
        "a < b & c € € ¬it; © 2 &unknown; &")]
    [InlineData("<html><body><table>foster<tr><td>cell</table>", "foster\n\ncell")]
    [InlineData("<html><body><p>a</p>\r\n<p>b</p>\r\n", "a\n\nb")]
    [InlineData("<html><body><div>x<!-- > --><script>if (a</b>) </script >y</div>", "xy")]
    [InlineData("<html><body><p title='a>b'>in <i>it</i>, \U0001F600!</p>", "in it, 😀!")]
    public void Odd_markup_is_read_as_browsers_do(string page, string text) =>
        Assert.Equal(text, Papers.Only(Papers.Read("p.html", page)).Text);

    [Fact]
    public void A_declared_encoding_holds()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var bytes = Encoding.GetEncoding("windows-1251")
            .GetBytes("<html><head><meta charset=\"windows-1251\"></head><body><p>Порт закрыт</p></body></html>");
        var reading = Papers.Read("p.html", bytes);
        Assert.Equal("Порт закрыт", Papers.Only(reading).Text);
        Assert.DoesNotContain("encoding-guessed", Papers.Kinds(reading), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<div>", 1_000_000)]
    [InlineData("<b id=1>", 300_000)]
    [InlineData("<p><b>x", 200_000)]
    [InlineData("<table><tr><td>", 100_000)]
    [InlineData("<a href=x><p>", 100_000)]
    [InlineData("<br>", 1_000_000)]
    [InlineData("&amp;", 1_000_000)]
    [InlineData("<!--", 500_000)]
    [InlineData("</p>", 500_000)]
    [InlineData("<p a=\"", 300_000)]
    public void A_bomb_gives_its_text_in_seconds_and_says_so(string piece, int times)
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        var reading = Papers.Read("p.html", "<html><body><p>Words before.</p>" + string
            .Concat(Enumerable.Repeat(piece, times)) + "<p>Words behind.</p>");
        Assert.StartsWith("Words before.", Papers.Only(reading).Text, StringComparison.Ordinal);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(20), $"{clock.Elapsed}");
    }

    [Fact]
    public void A_tag_with_a_hundred_thousand_attributes_is_a_bomb()
    {
        var page = "<html><body><p " + string.Concat(Enumerable.Range(0, 100_000).Select(i => $"a{i}=x "))
            + ">Words.</p>";
        var reading = Papers.Read("p.html", page);
        Assert.Contains("html-bomb", Papers.Kinds(reading), StringComparison.Ordinal);
        Assert.Equal("Words.", Papers.Only(reading).Text);
    }

    [Fact]
    public void A_page_built_by_script_fails_in_a_sentence() =>
        Assert.Equal("empty", Papers
            .Read("p.html",
            "<!doctype html><html><body><div id=app></div><script>run()</script></body></html>").Findings[^1].Kind);
}
