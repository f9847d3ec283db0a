using AllSource.Language;
using AllSource.Language.Names;

namespace AllSource.Claims.Layers;

/// <summary>
/// Which posts the text gives to the people it names: "the city engineer, Paul Osk", "transport minister Ana Brelic",
/// "Ms Aldous (chair)", "Josef Tamm, the former mayor". A later "the engineer" is then the one who was named so.
/// </summary>
internal sealed class DocumentRoles
{
    private readonly Dictionary<string, List<NameSpan>> _byRole = new(StringComparer.Ordinal);

    public DocumentRoles(ParsedText text, ReadOnlySpan<NameSpan> names)
    {
        foreach (var name in names)
        {
            if (name.Kind == NameKind.Person) Collect(name, text);
        }
    }

    /// <summary>The person with a post: the last one named so before a place, else the first one after; null where the
    /// text gives the post to nobody.</summary>
    public NameSpan? Who(string role, int token)
    {
        if (!_byRole.TryGetValue(role, out var spans)) return null;
        NameSpan? found = null;
        foreach (var span in spans)
        {
            if (span.First < token) found = span;
        }

        return found ?? spans[0];
    }

    private void Collect(NameSpan name, ParsedText text)
    {
        var lower = text.Tokens.Lower;
        var s = text.Tokens.SentenceOf[name.First];
        var (from, to) = (text.Tokens.SentenceStart[s], text.Tokens.SentenceStart[s + 1]);
        var before = name.First - 1;
        if (before > from && lower[before] == ",") before--;
        if (before >= from && IsRole(lower[before])) Add(lower[before], name);
        var after = name.End;
        if (after + 1 >= to || lower[after] is not ("," or "(")) return;
        for (var i = after + 1; i < Math.Min(to, after + 8) && lower[i] is not ("," or ")" or "who" or "said"); i++)
        {
            if (Tags.IsVerb(text.Tag[i])) return;
            if (IsRole(lower[i]) && !(i + 1 < to && text.Tag[i + 1] == Tags.Pos))
            {
                Add(lower[i], name);
                return;
            }
        }
    }

    private static bool IsRole(string lower) => NameWords.Posts.Contains(lower) || SourceWords.Offices.Contains(lower)
        || SourceWords.Relations.Contains(lower);

    private void Add(string role, NameSpan name)
    {
        if (!_byRole.TryGetValue(role, out var spans)) _byRole[role] = spans = [];
        if (spans.Count < 50) spans.Add(name);
    }
}
