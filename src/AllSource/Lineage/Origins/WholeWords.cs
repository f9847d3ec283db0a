namespace AllSource.Lineage.Origins;

/// <summary>Finds a name in a text as whole words, letter for letter: "Bohl" in "Bohl's", not in "Bohlen".</summary>
internal static class WholeWords
{
    public static bool Contain(string text, string name)
    {
        for (var at = text.IndexOf(name, StringComparison.Ordinal); at >= 0;
            at = text.IndexOf(name, at + 1, StringComparison.Ordinal))
        {
            if ((at == 0 || !char.IsLetterOrDigit(text[at - 1])) && EndAt(text, at + name.Length)) return true;
        }

        return false;
    }

    /// <summary>True when no letter or digit follows.</summary>
    public static bool EndAt(string text, int end) => end >= text.Length || !char.IsLetterOrDigit(text[end]);
}
