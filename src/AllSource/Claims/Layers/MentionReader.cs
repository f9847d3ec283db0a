using AllSource.Language;
using AllSource.Language.Names;
using AllSource.Sources;

namespace AllSource.Claims.Layers;

/// <summary>Reads a source span: its name without titles, its head noun, its owner ("the paper's"), its kind and
/// gender.</summary>
internal static class MentionReader
{
    public static Mention Read(TokenRun run, ParsedText text, DocumentNames names)
    {
        var t = text.Tokens;
        var (first, end) = (run.First, run.End);
        if (end - first > 1 && t.Lower[first] == "by") first++;
        if (end - first == 1 && Pronoun(t.Lower[first]) is { } pronoun) return pronoun;
        if (end - first == 2 && t.Lower[first + 1] is "himself" or "herself" or "itself"
            && Pronoun(t.Lower[first]) is { } self) return self;
        if (text.Tag[end - 1] == Tags.Pos) end--;
        while (end - first > 1 && t.Lower[end - 1] is "himself" or "herself" or "itself" or "themselves" or "," or "”"
            or "\"") end--;
        var core = CoreEnd(first, end, text);
        if (Code(first, core, t) is { } code)
            return new(MentionForm.Name, code, code, code, "", 1, Gender.Unknown, SourceKind.Anonymous, false);
        var name = SourceName.LongestName(first, core, text, names);
        var head = HeadNoun(first, core, text);
        var lowerHead = Hyphened(head, first, core, t);
        if (name.Length == 0 || SourceName.Describes(name, first, core, text))
        {
            var apposed = SourceName.Apposed(core, end, text, names) ?? name;
            // "A man from the contractor, Zubiko": the name is not the man's.
            var isOther = apposed.Length > 0 && SourceNouns.IsPerson(lowerHead) && !SourceNouns.IsInstitution(lowerHead)
                && !MentionKind.MayBeFirm(lowerHead)
                && names.KindOf(names.Full(NameText(apposed, text))) == NameKind.Organisation
                && !names.IsCodeName(NameText(apposed, text));
            if (apposed.Length > 0 && !isOther) name = apposed;
        }

        var indefinite = t.Lower[first] is "a" or "an" or "one" or "two" or "three" or "four" or "five" or "several"
            or "some" or "many" or "another"
            or "other" or "multiple" or "few" or "both" or "no" or "any" or "more" or "most"
                || char.IsAsciiDigit(t.Lower[first][0]);
        var (owner, personal) = Owner(first, core, text, names);
        var number = Many(text.Tag[head], lowerHead, t.Lower[first]);
        if (name.Length > 0 && !SourceName.Describes(name, first, core, text))
        {
            var full = names.Full(NameText(name, text));
            var named = MentionKind.OfName(full, name, new(first, core), Clue(name, head, first, core, end, text),
                text, names);
            return new(MentionForm.Name, full, lowerHead, Phrase(first, core, text), "", 1,
                MentionKind.IsHouse(named, full) ? Gender.Thing : MentionKind.GenderOfName(first, core, full, text),
                named, false);
        }

        if (Handle(first, core, t) is { } handle)
            return new(MentionForm.Name, handle, lowerHead, handle, "", 1, Gender.Unknown, SourceKind.Anonymous, false);
        var kind = MentionKind.OfNoun(lowerHead, first, core, owner, personal, indefinite,
            names.Introduced.Before(lowerHead, first), text);
        if (head + 2 == core && t.Form[core - 1].Length < 4 && t.Form[core - 1].All(char.IsAsciiDigit)
            && SourceNouns.IsPerson(lowerHead))
        {
            return new(MentionForm.Name, $"{lowerHead} {t.Form[core - 1]}", lowerHead, lowerHead, "", 1, Gender.Unknown,
                SourceKind.Anonymous, false);
        }

        var phrase = OwnersOf(Phrase(first, core, text));
        return new(indefinite || kind == SourceKind.Anonymous && IsLoose(first, head, owner, text)
                ? MentionForm.Indefinite : MentionForm.Definite,
            "", lowerHead, phrase, owner, number,
            SourceWords.Female.Contains(lowerHead) ? Gender.Female : SourceWords.Male.Contains(lowerHead) ? Gender.Male
                : number > 1 ? Gender.Many : kind is SourceKind.Organisation or SourceKind.Outlet
                    or SourceKind.Document ? Gender.Thing : Gender.Unknown,
            kind, Enumerable.Range(first, core - first).Any(i => t.Lower[i] is "other" or "another" or "second"
                or "third"));
    }

    public static Mention Nothing { get; } =
        new(MentionForm.Nothing, "", "", "", "", 0, Gender.Unknown, SourceKind.Nobody, false);

    private static Mention? Pronoun(string w) => w switch
    {
        "he" or "him" or "his" => Of(MentionForm.Pronoun, w, Gender.Male),
        "she" or "her" or "hers" => Of(MentionForm.Pronoun, w, Gender.Female),
        "it" or "its" => Of(MentionForm.Pronoun, w, Gender.Thing),
        "they" or "them" or "their" or "both" or "these" or "those" => Of(MentionForm.Pronoun, w, Gender.Many),
        "who" or "which" or "that" or "whose" or "whom" => Of(MentionForm.Relative, w, Gender.Unknown),
        "i" or "me" or "my" or "you" => Of(MentionForm.Speaker, w, Gender.Unknown),
        "we" or "us" or "our" => Of(MentionForm.Speaker, w, Gender.Many),
        _ => null,
    };

    private static Mention Of(MentionForm form, string word, Gender gender) =>
        new(form, "", word, word, "", gender == Gender.Many ? 2 : 1, gender, SourceKind.Person, false);

    /// <summary>The common noun that says what the name is of: "the vendor Gridhelm", "our contact in the bank, SAGE",
    /// "Cold Light, the journal".</summary>
    private static string Clue(TokenRun name, int head, int first, int core, int end, ParsedText text)
    {
        var lower = text.Tokens.Lower;
        if (name.First >= core) return lower[head];
        if (name.First > first && Tags.IsNoun(text.Tag[name.First - 1]) && !char.IsUpper(
            text.Tokens.Form[name.First - 1][0])) return lower[name.First - 1];
        if (name.End + 1 >= end || lower[name.End] != "," || text.Tag[name.End + 1] != Tags.Dt) return "";
        return lower[HeadNoun(name.End + 1, CoreEnd(name.End + 1, end, text), text)];
    }

    /// <summary>"Witness T-07", or what was found of it: a letter or three, a dash, a number.</summary>
    private static string? Code(int first, int end, TokenisedText t)
    {
        var dash = end - 2;
        if (end - first > 4 || dash < 1 || t.Form[dash] != "-" || !t.Form[end - 1].All(char.IsAsciiDigit)
            || t.SpaceBefore(dash) || t.SpaceBefore(end - 1)) return null;
        var letters = t.Form[dash - 1];
        return letters.Length < 4 && letters.All(char.IsAsciiLetterUpper) ? $"{letters}-{t.Form[end - 1]}" : null;
    }

    /// <summary>"@ferrywife", "papa_lima", "vex0": a name that hides whose it is.</summary>
    private static string? Handle(int first, int end, TokenisedText t)
    {
        for (var i = first; i < end; i++)
        {
            var form = t.Form[i];
            if (form.Length > 1 && form[0] == '@' || form.Contains('_', StringComparison.Ordinal)
                && char.IsLetter(form[0]) || char.IsAsciiLetterLower(form[0]) && char.IsAsciiDigit(form[^1]))
            {
                return form;
            }
        }

        return null;
    }

    /// <summary>"Pop-up", "secretary-general", "brother-in-law" whole.</summary>
    private static string Hyphened(int head, int first, int end, TokenisedText t)
    {
        bool Joins(int dash) => t.Form[dash] == "-" && !t.SpaceBefore(dash) && !t.SpaceBefore(dash + 1);
        var (from, to) = (head, head + 1);
        while (from - 2 >= first && Joins(from - 1)) from -= 2;
        while (to + 1 < end && Joins(to)) to += 2;
        return to - from == 1 ? t.Lower[head] : string.Concat(t.Lower[from..to]);
    }

    /// <summary>"Officials", with no article: some of them. In notes "Source" or "Driver" is the one spoken
    /// of.</summary>
    private static bool IsLoose(int first, int head, string owner, ParsedText text) => owner.Length == 0
        && text.Tokens.Lower[first] is not ("the" or "that" or "this" or "those" or "these" or "each" or "every")
        && !(text.Tag[head] == Tags.Nn && text.Tag[first] != Tags.Dt && text.Tag[first] != Tags.Cd
            && text.Tokens.Lower[head] is not ("one" or "another" or "other" or "someone" or "somebody" or "anyone"));

    /// <summary>The end of the phrase before a comma, a relative clause or a preposition that only describes.</summary>
    private static int CoreEnd(int first, int end, ParsedText text)
    {
        for (var i = first + 1; i < end; i++)
        {
            if (text.Tokens.Lower[i] is "," or "who" or "which" or "that" or "(" or "--" or "–" or "—"
                or "whose") return i;
        }

        return end;
    }

    public static int HeadNoun(int first, int end, ParsedText text)
    {
        var head = -1;
        for (var i = first; i < end; i++)
        {
            if (Tags.IsNoun(text.Tag[i])) head = i;
            else if (head >= 0 && (text.Tag[i] == Tags.In || text.Tag[i] == Tags.Vbn || text.Tag[i] == Tags.Vbg
                || text.Tag[i] == Tags.To)) break;
            if (text.Tag[i] == Tags.Pos && head >= 0 && i + 1 < end) head = -1;
        }

        return head >= 0 ? head : Math.Max(first, end - 1);
    }

    /// <summary>Whose the source is ("the paper's", "his", "of the mayor"), and whether that is somebody rather than
    /// an institution.</summary>
    private static (string Owner, bool IsPersonal) Owner(int first, int end, ParsedText text, DocumentNames names)
    {
        for (var i = first; i < end - 1; i++)
        {
            if (text.Tag[i] == Tags.Pos && i > first)
                return (Phrase(first, i, text), IsPersonal(first, i, text, names));
            if (text.Tag[i] == Tags.PrpPoss && i == first)
                return (text.Tokens.Lower[i], text.Tokens.Lower[i] is "his" or "her" or "my" or "their");
            if (i > first && i + 2 <= end && text.Tokens.Lower[i] is "of" or "for" && Tags.IsNoun(text.Tag[i - 1])
                && SourceNouns.IsPerson(text.Tokens.Lower[i - 1]) && text.Tokens.Lower[first] == "the"
                && end - i < 8) return (Phrase(i + 1, end, text), IsPersonal(i + 1, end, text, names));
        }

        return ("", false);
    }

    private static bool IsPersonal(int first, int end, ParsedText text, DocumentNames names)
    {
        var last = text.Tokens.Lower[end - 1];
        if (!Tags.IsName(text.Tag[end - 1]) && !names.IsName(end - 1)) return SourceNouns.IsPerson(last)
            && !SourceNouns.IsInstitution(last);
        var name = SourceName.LongestName(first, end, text, names);
        if (name.Length == 0) return SourceNouns.IsPerson(last);
        var full = names.Full(NameText(name, text));
        return MentionKind.OfName(full, name, new(first, end), "", text, names) is SourceKind.Person
            or SourceKind.Anonymous;
    }

    private static int Many(byte tag, string head, string first) =>
        first is "two" or "2" or "both" ? 2 : first is "three" or "3" ? 3 : tag == Tags.Nns && head is not "police" ? 9
            : head is "people" ? 9 : 1;

    /// <summary>"spokeswoman for the prime minister" is "prime minister's spokeswoman".</summary>
    private static string OwnersOf(string phrase)
    {
        var at = phrase.IndexOf(" for ", StringComparison.Ordinal);
        if (at < 0) at = phrase.IndexOf(" of ", StringComparison.Ordinal);
        if (at < 0 || phrase[..at].Contains('\'', StringComparison.Ordinal)
            || !SourceNouns.IsPerson(phrase[(phrase.LastIndexOf(' ', at - 1) + 1)..at].ToLowerInvariant()))
        {
            return phrase;
        }

        var whom = phrase[(phrase.IndexOf(' ', at + 1) + 1)..];
        return (whom.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? whom[4..] : whom) + "'s " + phrase[..at];
    }

    public static string NameText(TokenRun run, ParsedText text) =>
        Clean(text.Tokens.Text[text.Tokens.Start[run.First]..text.Tokens.End[run.End - 1]]);

    /// <summary>One form for one name: straight apostrophes, single spaces, no marks of quoted mail.</summary>
    public static string Clean(string name) => string.Join(' ', name.Replace('’', '\'').Split(null as char[],
        StringSplitOptions.RemoveEmptyEntries).Where(static w => w[0] != '>' || w.Any(static c => c != '>')));

    /// <summary>The phrase without its article.</summary>
    private static string Phrase(int first, int end, ParsedText text)
    {
        while (first < end - 1 && text.Tokens.Lower[first] is "the" or "a" or "an" or "this" or "that" or "one"
            or "some" or "same" or "those" or "these" or "“" or "\"") first++;
        return NameText(new(first, Math.Max(end, first + 1)), text);
    }
}
