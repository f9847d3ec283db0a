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
            if (text.Tokens.Lower[i] is "his" or "her") continue; // tells of the owner
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

    /// <summary>"Orrin Terminals" is no man's name, though Orrin is.</summary>
    public static bool IsHouse(SourceKind kind, string name) => kind is SourceKind.Organisation or SourceKind.Outlet
        && name.LastIndexOf(' ') is > 0 and var at
        && NameWords.Organisations.Contains(name[(at + 1)..].ToLower(CultureInfo.InvariantCulture));

    /// <summary>What a firm may be to others: "the building's owner, Castle Estates".</summary>
    public static bool MayBeFirm(string noun) => IsFirm(noun) || noun is "owner" or "landlord" or "vendor";

    private static bool IsFirm(string noun) => noun is "operator" or "employer" or "maker" or "contractor"
        or "supplier" or "publisher";

    /// <param name="clue">The common noun that stands before the name or explains it: "the vendor Gridhelm".</param>
    public static SourceKind OfName(string name, TokenRun at, TokenRun phrase, string clue, ParsedText text,
        DocumentNames names)
    {
        var words = name.ToLower(CultureInfo.InvariantCulture).Split(' ');
        if (IsAlias(at, text) || IsQuoted(at, text) && names.KindOf(name) == NameKind.Person)
            return SourceKind.Anonymous;
        if (words.Length > 1 && NameWords.IsOfFirms(words[^1])) return SourceKind.Organisation;
        if (words.Length > 1 && names.KindOf(name) == NameKind.Person && GivenNames.Has(words[0]))
            return SourceKind.Person;
        if (clue.Length > 0)
        {
            if (SourceNouns.IsOutlet(clue)) return SourceKind.Outlet;
            if (SourceNouns.IsInstitution(clue) || IsFirm(clue)) return SourceKind.Organisation;
            if (SourceNouns.IsPerson(clue) && names.KindOf(name) != NameKind.Organisation && !names.IsCodeName(name))
                return SourceKind.Person;
        }

        for (var i = phrase.First; i < at.First; i++)
        {
            var lower = text.Tokens.Lower[i];
            if (!words.Contains(lower) && SourceWords.Titles.Contains(lower)
                && text.Tag[Math.Min(i + 1, text.Count - 1)] != Tags.Pos) return SourceKind.Person;
        }

        var letters = name.Count(char.IsLetter);
        if (char.IsAsciiDigit(name[^1]) && letters > 0 || words.Length == 1 && names.IsCodeName(name))
            return SourceKind.Anonymous;
        if (words.Length == 1 && OfSingle(words[0], name) is { } single) return single;
        if (names.KindOf(name) == NameKind.Person || words.Length > 1 && GivenNames.Has(words[0])
            && !words.Any(NameWords.Organisations.Contains)) return SourceKind.Person;
        var article = text.Tokens.Lower[phrase.First] == "the";
        if (SourceNouns.Mastheads.Contains(words[^1]) && !SourceNouns.IsPerson(words[^1])
            && (article || words.Length > 1 && SourceNouns.Mastheads.Contains(words[0]))) return SourceKind.Outlet;
        if (words.Any(SourceWords.OutletNames.Contains)
            && (words.Length > 1 || SourceWords.OutletNames.Contains(words[0]))) return SourceKind.Outlet;
        if (words.Any(SourceWords.Organisations.Contains)
            || words.Any(SourceWords.OrganisationNames.Contains)) return SourceKind.Organisation;
        if (words.Length == 1 && (letters is 2 or 3) && name.All(c => char.IsUpper(c)
            || c == '.')) return SourceKind.Organisation;
        if (names.KindOf(name) is not null || text.Tokens.Lower[phrase.First] == "the") return SourceKind.Organisation;
        return words.Any(w => w is "of" or "and" or "for") ? SourceKind.Organisation : SourceKind.Person;
    }

    /// <summary>"A broker known as Madame Oui", "“Maritza”": by what name somebody goes who has another.</summary>
    private static bool IsAlias(TokenRun at, ParsedText text)
    {
        var first = at.First;
        while (first > 1 && NameWords.Titles.Contains(text.Tokens.Lower[first - 1])) first--;
        if (first == 0) return false;
        var before = text.Tokens.Lower[first - 1];
        if (before is "as") return first > 1 && text.Tokens.Lower[first - 2] is "known" or "here" or "addressed"
            or "signing" or "identified" or "only" or "posing" or "writing" or "posting" or "referred" or "to";
        return before is "himself" or "herself" or "themselves" or "codenamed" or "nicknamed" or "alias";
    }

    private static bool IsQuoted(TokenRun at, ParsedText text) => at.Length == 1 && at.First > 0 && at.End < text.Count
        && text.Tokens.Form[at.First - 1] is "“" or "\"" && text.Tokens.Form[at.End] is "”" or "\"";

    /// <summary>"Rookpost" is a paper, "Kelpware" and "LedgerNest" are firms, by the way they are built.</summary>
    private static SourceKind? OfSingle(string lower, string name)
    {
        bool Ends(string end) => lower.Length > end.Length + 2 && lower.EndsWith(end, StringComparison.Ordinal);
        if (Ends("post") || Ends("news") || Ends("press") || Ends("times") || Ends("wire") || Ends("gazette")
            || Ends("tribune") || Ends("herald")) return SourceKind.Outlet;
        if (Ends("co") && lower.Length > 5 && !GivenNames.Has(lower) || Ends("corp") || Ends("ware") || Ends("soft")
            || Ends("tech") || Ends("bank") || Ends("works")) return SourceKind.Organisation;
        for (var i = 2; i < name.Length; i++)
        {
            if (char.IsUpper(name[i]) && char.IsLower(name[i - 1]) && !lower.StartsWith("mc", StringComparison.Ordinal)
                && !lower.StartsWith("mac", StringComparison.Ordinal)) return SourceKind.Organisation;
        }

        return null;
    }

    /// <summary>Posts that speak for somebody even when no article says which one it is.</summary>
    private static bool IsPost(string head) => head.StartsWith("spokes", StringComparison.Ordinal)
        || head is "prosecutors" or "investigators" or "president" or "minister" or "prosecutor" or "ambassador"
            or "coroner" or "magistrate" or "ombudsman" or "arbitrator";

    /// <summary>Kin and those who act for one: "the widow" is somebody's even where the text does not say
    /// whose.</summary>
    private static bool IsRelation(string head) => SourceWords.Relations.Contains(head) && head is not ("doctor"
        or "agent" or "neighbour" or "neighbor" or "landlord" or "boss" or "superior" or "deputy" or "assistant"
        or "partner" or "predecessor" or "successor");

    /// <param name="owner">Whose the source is, "" for nobody's.</param>
    /// <param name="personal">Whether the owner is somebody rather than an institution.</param>
    /// <param name="indefinite">"A guard", "two officials".</param>
    /// <param name="introduced">Whether the text has spoken of "a guard" before "the guard".</param>
    public static SourceKind OfNoun(string head, int first, int end, string owner, bool personal, bool indefinite,
        bool introduced, ParsedText text)
    {
        var plural = text.Tag[end - 1] == Tags.Nns;
        if (head is "office" && personal || head is "prosecution" or "defence" or "defense") return SourceKind.Office;
        if (SourceNouns.IsDocument(head) && !SourceNouns.IsOutlet(head)) return SourceKind.Document;
        if (SourceNouns.IsOutlet(head))
            return head is "site" or "page" or "feed" && owner.Length > 0 ? SourceKind.Document : SourceKind.Outlet;
        if (owner.Length > 0 && !indefinite && SourceNouns.IsPerson(head)
            && (personal || !SourceNouns.IsInstitution(head)))
        {
            if (head.StartsWith("spokes", StringComparison.Ordinal)) return SourceKind.Office;
            if (personal || IsRelation(head)) return SourceKind.Person;
            return plural ? SourceKind.Anonymous : SourceKind.Office;
        }

        if (head is "first" or "second" or "third" or "other" or "latter" or "former" or "elder" or "younger")
            return SourceKind.Anonymous;
        var some = plural && text.Tokens.Lower[first] is not ("the" or "those" or "these"); // plant managers
        if (SourceNouns.IsPost(head)) return IsPost(head) || !indefinite && !introduced && !some ? SourceKind.Office
            : SourceKind.Anonymous;
        if (SourceNouns.IsInstitution(head)) return SourceKind.Organisation;
        if (!indefinite && !introduced && IsRelation(head)) return SourceKind.Person;
        if (indefinite || introduced || plural) return SourceKind.Anonymous;
        // "The duty officer", "the night engineer": there is one, and those who are there know him.
        return SourceNouns.IsAnybody(head) && !HasNoun(first, end, head, text) ? SourceKind.Anonymous
            : SourceKind.Office;
    }

    private static bool HasNoun(int first, int end, string head, ParsedText text)
    {
        for (var i = first + 1; i < end; i++)
        {
            if (text.Tokens.Lower[i] == head) return Tags.IsNoun(text.Tag[i - 1]) && !Tags.IsName(text.Tag[i - 1]);
        }

        return false;
    }
}
