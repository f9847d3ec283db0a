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

    private readonly Dictionary<string, NameSpan> _explained = new(StringComparer.Ordinal);

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
        var apart = before > from && lower[before] == ",";
        // "The engineer, Tomas Reyle, said", not "asked whether he believed the officer, Tal would not say".
        var closed = name.End >= to || lower[name.End] is "," or "." or ";" or ":" or ")" or "”" or "\"" or "–" or "—";
        if (apart) before--;
        if (before >= from && IsRole(lower[before]) && (!apart || closed)) Add(lower[before], name);
        if (closed) Explained(name, from, text);
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

    /// <summary>"The mediator, Judge Emil Sand,", "the engineer in question, Lothar Beem,": a role told apart from the
    /// name by a comma, titles and what describes it.</summary>
    private void Explained(NameSpan name, int from, ParsedText text)
    {
        var lower = text.Tokens.Lower;
        var comma = name.First - 1;
        while (comma > from && NameWords.Titles.Contains(lower[comma])) comma--;
        if (comma <= from + 1 || lower[comma] != ",") return;
        for (var i = comma - 1; i >= Math.Max(from, comma - 8); i--)
        {
            if (Tags.IsVerb(text.Tag[i]) || lower[i] is "," or ";" or ":" or "”" or "who") return;
            if (lower[i] is not ("the" or "his" or "her" or "its" or "their") || text.Tag[i - (i > from ? 1 : 0)]
                == Tags.In && i > from) continue;
            var head = i + 1;
            while (head < comma && !Tags.IsNoun(text.Tag[head])) head++;
            while (head + 1 < comma && Tags.IsNoun(text.Tag[head + 1])) head++;
            if (head >= comma || !IsRole(lower[head])) return;
            Add(lower[head], name);
            if (lower[i] == "the") _explained.TryAdd(lower[head], name);
            return;
        }
    }

    /// <summary>Whom the text calls "the mediator, Emil Sand" after it has spoken of "a mediator".</summary>
    public NameSpan? NamedLater(string role, int token) => _explained.TryGetValue(role, out var name)
        && name.First > token ? name : null;

    /// <summary>The one person who holds a post in the text; null where none or several do.</summary>
    public NameSpan? Only(string role) => _byRole.TryGetValue(role, out var spans)
        && spans.TrueForAll(s => s.Full.Equals(spans[0].Full, StringComparison.OrdinalIgnoreCase)) ? spans[0] : null;

    private static bool IsRole(string lower) => SourceNouns.IsPerson(lower) || NameWords.Posts.Contains(lower);

    private void Add(string role, NameSpan name)
    {
        if (!_byRole.TryGetValue(role, out var spans)) _byRole[role] = spans = [];
        if (spans.Count < 50) spans.Add(name);
    }
}
