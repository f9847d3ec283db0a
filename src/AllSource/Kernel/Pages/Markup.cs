using System.Text;

namespace AllSource.Kernel.Pages;

/// <summary>
/// Writes HTML: what the page says itself goes through <see cref="Raw"/>, all other text through the escape.
/// </summary>
public sealed class Markup(TextWriter writer)
{
    public Markup Raw(string html)
    {
        writer.Write(html);
        return this;
    }

    public Markup Line(string html)
    {
        writer.Write(html);
        writer.Write('\n');
        return this;
    }

    /// <summary>Words of the desk.</summary>
    public Markup Text(string text) => Raw(Escape(text));

    /// <summary>
    /// Words from outside: in an isolation of their own, so that their direction moves nothing beside them.
    /// </summary>
    public Markup Outside(string text) => Raw($"<bdi>{Escape(text)}</bdi>");

    /// <summary>A stretch of a text from outside, its white space kept: for a place that isolates it itself.</summary>
    public Markup Stretch(ReadOnlySpan<char> text) => Raw(Escaped(OutsideText.CleanStretch(text)));

    public static string Escape(string text) => Escaped(OutsideText.Clean(text));

    private static string Escaped(string clean)
    {
        var escaped = new StringBuilder(clean.Length + 16);
        foreach (var c in clean)
        {
            escaped.Append(c switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '"' => "&quot;",
                '\'' => "&#39;",
                _ => c.ToString(),
            });
        }

        return escaped.ToString();
    }
}
