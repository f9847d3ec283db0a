namespace AllSource.Lineage.Weighing;

/// <summary>
/// Names in the lines by which mail and news name an author: <c>address (Name)</c>, <c>Name &lt;address&gt;</c>, or a
/// plain name.
/// </summary>
internal static class Persons
{
    /// <summary>The name without the address; the line itself when it is a plain name or only an address.</summary>
    public static string NameIn(string author)
    {
        var open = author.IndexOf('(', StringComparison.Ordinal);
        var close = author.LastIndexOf(')');
        if (author.Contains('@', StringComparison.Ordinal) && open >= 0 && close > open + 1)
        {
            return author[(open + 1)..close].Trim();
        }

        var angle = author.IndexOf('<', StringComparison.Ordinal);
        return angle > 0 ? author[..angle].Trim().Trim('"').Trim() : author.Trim();
    }

    /// <summary>
    /// What stands for the person: the name when it has two words or more, so that one who writes from two addresses
    /// is one; else the line as it is. Null for none.
    /// </summary>
    public static string? KeyOf(string? author)
    {
        if (string.IsNullOrWhiteSpace(author)) return null;
        var name = NameIn(author);
        return name.Contains(' ', StringComparison.Ordinal) && !name.Contains('@', StringComparison.Ordinal)
            ? name.ToLowerInvariant() : author;
    }
}
