using AllSource.Language;

namespace AllSource.Claims.Layers;

/// <summary>"PORT SESSAY, March 4 (Meridian) -": where and when a report was filed, and by which agency.</summary>
internal static class Dateline
{
    /// <summary>A place, an agency and a day take no more.</summary>
    private const int TokensMax = 12;

    /// <summary>The token behind the dateline with which a paragraph begins; -1 where it begins with none.</summary>
    public static int End(int start, TokenisedText tokens)
    {
        var to = Math.Min(tokens.ParagraphStart[tokens.ParagraphOf[start] + 1], start + TokensMax);
        if (tokens.Form[start].Length < 2 || !tokens.Form[start].All(char.IsUpper)) return -1;
        for (var i = start + 1; i < to; i++)
        {
            var form = tokens.Form[i];
            if (form is "-" or "--" or "–" or "—") return i + 1 < to ? i + 1 : -1;
            if (!char.IsUpper(form[0]) && !char.IsDigit(form[0]) && form is not ("," or "(" or ")" or "." or "/"))
            {
                return -1;
            }
        }

        return -1;
    }
}
