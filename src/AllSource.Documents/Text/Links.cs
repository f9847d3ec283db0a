namespace AllSource.Documents.Text;

/// <summary>The web addresses that a text names. They are read, never fetched.</summary>
internal static class Links
{
    /// <summary>A page of a million links cites nothing: beyond this the rest is left out.</summary>
    private const int CountMax = 500;
    private const int LengthMax = 2000;

    public static IEnumerable<string> In(string text)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var at = 0; seen.Count < CountMax;)
        {
            at = text.IndexOf("http", at, StringComparison.OrdinalIgnoreCase);
            if (at < 0) break;
            var end = at;
            while (end < text.Length && end - at < LengthMax && IsPart(text[end])) end++;
            var link = text[at..end].TrimEnd('.', ',', ';', ':', '!', '?', '\'', '*', '_');
            link = WithoutClosers(link);
            if (IsWeb(link) && seen.Add(link)) yield return link;
            at = Math.Max(end, at + 4);
        }
    }

    public static bool IsWeb(string link) => Uri.TryCreate(link, UriKind.Absolute, out var uri)
        && uri.Scheme is "http" or "https" && uri.Host.Length > 0 && link.Length <= LengthMax;

    /// <summary>
    /// A bracket that closes one of the sentence is not part of the address; one that closes its own is.
    /// </summary>
    private static string WithoutClosers(string link)
    {
        var open = link.AsSpan().Count('(') - link.AsSpan().Count(')');
        var end = link.Length;
        while (open < 0 && end > 0 && link[end - 1] is ')' or '.' or ',')
        {
            if (link[--end] == ')') open++;
        }

        return link[..end];
    }

    private static bool IsPart(char c) =>
        c > ' ' && c is not ('<' or '>' or '"' or '`' or '{' or '}' or '|' or '\\' or '^' or '[' or ']'
        or '\u201C' or '\u201D' or '\u00A0' or '\u202F' or '\u200E' or '\u200F') && !char.IsWhiteSpace(c);
}
