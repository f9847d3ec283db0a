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
        var name = LongestName(first, core, text, names);
        if (name.Length == 0 || Describes(name, first, core, text)) name = Apposed(core, end, text, names) ?? name;
        var head = HeadNoun(first, core, text);
        var lowerHead = t.Lower[head];
        var indefinite = t.Lower[first] is "a" or "an" or "one" or "two" or "three" or "four" or "five" or "several"
            or "some" or "many" or "another"
            or "other" or "multiple" or "few" or "both" or "no" or "any" or "more" or "most"
                || char.IsAsciiDigit(t.Lower[first][0]);
        var owner = Owner(first, core, text);
        var number = Many(text.Tag[head], lowerHead, t.Lower[first]);
        if (name.Length > 0 && !Describes(name, first, core, text))
        {
            var full = names.Full(NameText(name, text));
            return new(MentionForm.Name, full, lowerHead, Phrase(first, core, text), "", 1,
                MentionKind.GenderOfName(first, core, full, text),
                MentionKind.OfName(full, first, core, text, names), false);
        }

        var kind = MentionKind.OfNoun(lowerHead, first, core, owner, indefinite, text);
        var phrase = SpokesOf(Phrase(first, core, text));
        return new(indefinite || kind == SourceKind.Anonymous && t.Lower[first] is not ("the" or "that" or "this")
            && owner.Length == 0
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

    private static TokenRun LongestName(int first, int end, ParsedText text, DocumentNames names)
    {
        var best = new TokenRun(first, first);
        for (var i = first; i < end; i++)
        {
            if (i > first && text.Tag[i] == Tags.In && text.Tokens.Lower[i] is not ("of" or "for")
                && Tags.IsNoun(text.Tag[i - 1])) break;
            if (!names.IsName(i)) continue;
            var run = names.RunFrom(i, end);
            if (Followed(run, end, text)) { i = run.End; continue; }
            if (Stripped(run, text) is var bare && bare.Length > 0 && (bare.Length > best.Length
                || best.Length == 0)) best = bare;
            i = run.End;
        }

        return best;
    }

    /// <summary>"Trump's lawyer": the name owns the source and is not it.</summary>
    private static bool Followed(TokenRun run, int end, ParsedText text) => run.End < end - 1
        && text.Tag[run.End] == Tags.Pos;

    private static TokenRun Stripped(TokenRun run, ParsedText text)
    {
        var first = AfterTitles(run, text);
        var end = run.End;
        while (end - first > 1 && NounPhrase.IsTime(text.Tokens.Lower[end - 1])) end--;
        if (end - first == 1 && SourceWords.Offices.Contains(text.Tokens.Lower[first])
            && text.Tokens.Form[first] != text.Tokens.Form[first].ToUpperInvariant())
        {
            return new(end, end);
        }

        return new(first, end);
    }

    /// <summary>Where the name proper begins: after the last title, and after "of State" or "for Water" behind a
    /// title.</summary>
    public static int AfterTitles(TokenRun run, ParsedText text)
    {
        var first = run.First;
        for (var i = run.First; i < run.End - 1; i++)
        {
            var lower = text.Tokens.Lower[i];
            if (SourceWords.Titles.Contains(lower) || NameWords.Titles.Contains(lower) && i == first
                && !NameWords.Organisations.Contains(text.Tokens.Lower[run.End - 1])
                || i > run.First && SourceWords.Offices.Contains(lower)) first = i + 1;
            else if (first == i && i > run.First && lower is "of" or "for" && i + 2 < run.End) first = i + 2;
        }

        return first;
    }

    /// <summary>Whether a name in the phrase only describes the head ("a Trump official", "Kremlin
    /// officials").</summary>
    private static bool Describes(TokenRun name, int first, int end, ParsedText text)
    {
        if (name.Length == 0) return true;
        var head = HeadNoun(first, end, text);
        return head >= name.End && Tags.IsNoun(text.Tag[head]) && !Tags.IsName(text.Tag[head]);
    }

    /// <summary>"The engineer, Tomas Reyle": the name after the comma is the source.</summary>
    private static TokenRun? Apposed(int core, int end, ParsedText text, DocumentNames names)
    {
        if (core >= end || text.Tokens.Lower[core] is not ("," or "(" or "–" or "—" or "--")) return null;
        for (var i = core + 1; i < Math.Min(end, core + 10); i++)
        {
            if (text.Tokens.Lower[i] is "who" or "which" or "that" or "in" or "at" || text.Tag[i] == Tags.Pos)
                return null;
            if (!names.IsName(i)) continue;
            var run = names.RunFrom(i, end);
            if (run.End < end && text.Tag[run.End] == Tags.Pos) i = run.End;
            else return Stripped(run, text);
        }

        return null;
    }

    private static int HeadNoun(int first, int end, ParsedText text)
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

    private static string Owner(int first, int end, ParsedText text)
    {
        for (var i = first; i < end - 1; i++)
        {
            if (text.Tag[i] == Tags.Pos && i > first) return Phrase(first, i, text);
            if (text.Tag[i] == Tags.PrpPoss && i == first) return text.Tokens.Lower[i];
        }

        return "";
    }

    private static int Many(byte tag, string head, string first) =>
        first is "two" or "2" or "both" ? 2 : first is "three" or "3" ? 3 : tag == Tags.Nns && head is not "police" ? 9
            : head is "people" ? 9 : 1;

    /// <summary>"spokeswoman for the prime minister" is "prime minister's spokeswoman".</summary>
    private static string SpokesOf(string phrase)
    {
        var at = phrase.IndexOf(" for ", StringComparison.Ordinal);
        if (at < 0 || !phrase.StartsWith("spokes", StringComparison.OrdinalIgnoreCase)) return phrase;
        var whom = phrase[(at + 5)..];
        return (whom.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? whom[4..] : whom) + "'s " + phrase[..at];
    }

    public static string NameText(TokenRun run, ParsedText text)
    {
        var name = text.Tokens.Text[text.Tokens.Start[run.First]..text.Tokens.End[run.End - 1]];
        return string.Join(' ', name.Split(null as char[], StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>The phrase without its article.</summary>
    private static string Phrase(int first, int end, ParsedText text)
    {
        while (first < end - 1 && text.Tokens.Lower[first] is "the" or "a" or "an" or "this" or "that" or "one"
            or "some" or "“" or "\"") first++;
        return NameText(new(first, Math.Max(end, first + 1)), text);
    }
}
