using System.Text;

namespace AllSource.Lineage.Origins;

/// <summary>Words (with inner apostrophes, and digits with inner points and colons) and single marks.</summary>
internal static class StatementTokens
{
    /// <summary>A "sentence" of a megabyte would make every comparison as long.</summary>
    private const int TokensMax = 4000;

    public static List<string> Of(string text)
    {
        var tokens = new List<string>();
        var word = new StringBuilder();
        for (var i = 0; i < text.Length && tokens.Count < TokensMax; i++)
        {
            var c = text[i] is '’' or '‘' ? '\'' : text[i];
            var inner = word.Length > 0 && i + 1 < text.Length && char.IsLetterOrDigit(text[i + 1])
                && (c == '\'' || (c is '.' or ':' or ',' && char.IsDigit(word[^1]) && char.IsDigit(text[i + 1])));
            if (char.IsLetterOrDigit(c) || inner)
            {
                if (c != ',') word.Append(c);
                continue;
            }

            if (word.Length > 0) tokens.Add(word.ToString());
            word.Clear();
            if (!char.IsWhiteSpace(c)) tokens.Add(c.ToString());
        }

        if (word.Length > 0) tokens.Add(word.ToString());
        return tokens;
    }
}
