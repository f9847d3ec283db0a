using System.Globalization;
using AllSource.Language;
using AllSource.Language.Names;
using AllSource.Sources;

namespace AllSource.Claims.Layers;

/// <summary>What kind of source a name or a noun phrase is by its words, and which gender a name has.</summary>
internal static class MentionKind
{
    public static Gender GenderOfName(int first, int end, string name, ParsedText text)
    {
        for (var i = first; i < end; i++)
        {
            if (SourceWords.Female.Contains(text.Tokens.Lower[i])) return Gender.Female;
            if (SourceWords.Male.Contains(text.Tokens.Lower[i])) return Gender.Male;
        }

        var given = name.Split(' ')[0].ToLower(CultureInfo.InvariantCulture);
        return GenderOfGiven(given);
    }

    /// <summary>Unknown for a name of both.</summary>
    public static Gender GenderOfGiven(string given) => (GivenNames.Female.Contains(given),
        GivenNames.Male.Contains(given)) switch
    {
        (true, false) => Gender.Female,
        (false, true) => Gender.Male,
        _ => Gender.Unknown,
    };

    public static SourceKind OfName(string name, int first, int end, ParsedText text, DocumentNames names)
    {
        var words = name.ToLower(CultureInfo.InvariantCulture).Split(' ');
        if (words.Length > 1 && names.KindOf(name) == NameKind.Person && GivenNames.Has(words[0]))
            return SourceKind.Person;
        for (var i = first; i < end; i++)
        {
            var lower = text.Tokens.Lower[i];
            if (words.Contains(lower)) continue;
            var capital = char.IsUpper(text.Tokens.Form[i][0]);
            if (!capital && (SourceWords.Organisations.Contains(lower) || lower is "operator" or "employer")
                && text.Tag[i] != Tags.Jj
                && !(i + 1 < end && Tags.IsNoun(text.Tag[i + 1])
                    && !Tags.IsName(text.Tag[i + 1]))) return SourceKind.Organisation;
            if (!capital && SourceWords.OutletNouns.Contains(lower)
                && !(i + 1 < end && text.Tag[i + 1] == Tags.Pos)) return SourceKind.Outlet;
            if (SourceWords.Titles.Contains(lower)) return SourceKind.Person;
        }

        var letters = name.Count(char.IsLetter);
        if (words.Length == 1 && letters > 5 && name.All(char.IsUpper)) return SourceKind.Anonymous;
        if (names.KindOf(name) == NameKind.Person || words.Length > 1 && GivenNames.Has(words[0])
            && !words.Any(NameWords.Organisations.Contains)) return SourceKind.Person;
        if (words.Length == 1 && words[0].Length > 6 && (words[0].EndsWith("post", StringComparison.Ordinal)
            || words[0].EndsWith("news", StringComparison.Ordinal) || words[0].EndsWith("press",
                StringComparison.Ordinal)
            || words[0].EndsWith("times", StringComparison.Ordinal) || words[0].EndsWith("wire",
                StringComparison.Ordinal)))
        {
            return SourceKind.Outlet;
        }

        if (words.Any(SourceWords.OutletNames.Contains)
            && (words.Length > 1 || SourceWords.OutletNames.Contains(words[0]))) return SourceKind.Outlet;
        if (words.Any(SourceWords.Organisations.Contains)
            || words.Any(SourceWords.OrganisationNames.Contains)) return SourceKind.Organisation;
        if (words.Length == 1 && (letters is 2 or 3) && name.All(c => char.IsUpper(c)
            || c == '.')) return SourceKind.Organisation;
        if (words.Length == 1 && letters > 3 && name.All(char.IsUpper))
            return names.KindOf(name) == NameKind.Organisation
            ? SourceKind.Organisation : SourceKind.Anonymous;
        if (names.KindOf(name) is not null || text.Tokens.Lower[first] == "the") return SourceKind.Organisation;
        return words.Any(w => w is "of" or "and" or "for") ? SourceKind.Organisation : SourceKind.Person;
    }

    /// <summary>Posts that speak for somebody even when no article says which one it is.</summary>
    private static bool IsPost(string head) => head.StartsWith("spokes", StringComparison.Ordinal)
        || head is "prosecutors" or "investigators" or "president" or "minister" or "prosecutor" or "ambassador";

    public static SourceKind OfNoun(string head, int first, int end, string owner, bool indefinite,
        ParsedText text)
    {
        var single = head.Length > 3 && head.EndsWith('s') ? head[..^1] : head;
        bool In(System.Collections.Frozen.FrozenSet<string> set) => set.Contains(head) || set.Contains(single);
        if (SourceWords.Relations.Contains(head) && (owner.Length > 0 || !In(SourceWords.Offices) && !indefinite))
            return SourceKind
            .Person;
        if (In(SourceWords.Documents) && !In(SourceWords.OutletNouns)) return SourceKind.Document;
        if (In(SourceWords.OutletNouns)) return SourceKind.Outlet;
        if (In(SourceWords.Offices)) return !indefinite || IsPost(head) ? SourceKind.Office : SourceKind.Anonymous;
        if (In(SourceWords.Organisations)) return SourceKind.Organisation;
        if (In(SourceWords.Anonymous)) return owner.Length > 0 && !indefinite ? SourceKind.Person
            : SourceKind.Anonymous;
        return indefinite || text.Tag[end - 1] == Tags.Nns ? SourceKind.Anonymous : SourceKind.Office;
    }
}
