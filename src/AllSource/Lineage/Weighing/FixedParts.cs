namespace AllSource.Lineage.Weighing;

/// <summary>Parts of a text that its author puts under every text.</summary>
internal static class FixedParts
{
    private const int LinesMax = 14;
    private const int LineCharactersMax = 200;

    /// <summary>
    /// Where the signature begins: after the first line without letters (<c>--</c>, a rule of dashes or stars) of the
    /// text's last <see cref="LinesMax"/> lines; the text's length when there is none.
    /// </summary>
    public static int SignatureStart(ReadOnlySpan<char> text)
    {
        var start = text.Length;
        var end = text.TrimEnd().Length;
        for (var line = 0; line < LinesMax && end > 0; line++)
        {
            var from = text[..end].LastIndexOf('\n') + 1;
            if (end - from > LineCharactersMax) break;
            if (IsRule(text[from..end])) start = end;
            end = from - 1;
        }

        return start;
    }

    private static bool IsRule(ReadOnlySpan<char> line)
    {
        line = line.Trim();
        if (line.Length < 2) return false;
        foreach (var c in line) if (char.IsLetterOrDigit(c)) return false;
        return line.IndexOfAny("-_=*~#") >= 0;
    }
}
