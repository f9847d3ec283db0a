using System.Globalization;
using System.Text;

namespace AllSource.Kernel.Pages;

/// <summary>
/// Text from outside, made safe to stand in a page or a terminal: control characters (terminal escapes among them) and
/// direction overrides are dropped, white space becomes one blank, and what is no Unicode becomes U+FFFD. Words and
/// scripts stay as they are.
/// </summary>
public static class OutsideText
{
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
            {
                if (clean.Length > 0 && clean[^1] != ' ') clean.Append(' ');
            }
            else if (!IsUnsafe(rune))
            {
                clean.Append(rune.ToString());
            }
        }

        return clean.ToString().TrimEnd();
    }

    /// <summary>
    /// The same for a stretch of a text that goes on before and after it: white space stays where it is, a line's end
    /// as a line's end.
    /// </summary>
    public static string CleanStretch(ReadOnlySpan<char> text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value == '\n') clean.Append('\n');
            else if (rune.Value == '\r') continue;
            else if (Rune.IsWhiteSpace(rune)) clean.Append(' ');
            else if (!IsUnsafe(rune)) clean.Append(rune.ToString());
        }

        return clean.ToString();
    }

    /// <summary>At most so many characters, cut between words where one ends near, with an ellipsis.</summary>
    public static string Shorten(string text, int charactersMax)
    {
        var clean = Clean(text);
        if (clean.Length <= charactersMax) return clean;
        var cut = clean.LastIndexOf(' ', charactersMax - 1);
        if (cut < charactersMax / 2) cut = charactersMax - 1;
        if (char.IsHighSurrogate(clean[cut - 1])) cut--;
        return clean[..cut].TrimEnd(' ', ',', ';', ':', '.') + "\u2026";
    }

    private static bool IsUnsafe(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control or UnicodeCategory.Surrogate or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator => true,

        // Embeddings, overrides and isolates reorder what stands around them; joiners shape words and stay.
        UnicodeCategory.Format =>
            rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0x200E or 0x200F or 0x061C
            or (>= 0xE0000 and <= 0xE007F),
        _ => false,
    };
}
