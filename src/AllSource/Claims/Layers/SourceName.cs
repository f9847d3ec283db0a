using AllSource.Language;
using AllSource.Language.Names;

namespace AllSource.Claims.Layers;

/// <summary>Finds the proper name in a source: without titles, without those of others ("Trump's lawyer", "a clerk of
/// the Registry"), behind a comma where it explains ("The engineer, Tomas Reyle").</summary>
internal static class SourceName
{
    public static TokenRun LongestName(int first, int end, ParsedText text, DocumentNames names)
    {
        var best = new TokenRun(first, first);
        for (var i = first; i < end; i++)
        {
            if (i > first && text.Tag[i] == Tags.In && Tags.IsNoun(text.Tag[i - 1]) && !IsPartOfName(i, text)) break;
            if (i > first && IsNearby(i, text)) break;
            if (!names.IsName(i)) continue;
            var run = names.RunFrom(i, end);
            if (Followed(run, end, text)) { i = run.End; continue; }
            if (Stripped(run, text, names) is var bare && bare.Length > 0 && (bare.Length > best.Length
                || best.Length == 0)) best = bare;
            i = run.End;
        }

        return best;
    }

    /// <summary>"People close to Brandt", "a man familiar with the Registry": near whom they are is not who they are.
    /// </summary>
    private static bool IsNearby(int i, ParsedText text) => text.Tokens.Lower[i] is "close" or "near" or "loyal"
        or "familiar" or "linked" or "acquainted" or "allied" && i + 1 < text.Count
        && Tags.IsNoun(text.Tag[i - 1]) && !Tags.IsName(text.Tag[i - 1])
        && (text.Tokens.Lower[i] == "near" || text.Tokens.Lower[i + 1] is "to" or "with");

    /// <summary>"The Ministry of Water", "the city of Tarnow": behind a common noun for people or things ("a clerk of
    /// the Registry") the name is not the source.</summary>
    private static bool IsPartOfName(int of, ParsedText text) => text.Tokens.Lower[of] is "of" or "for"
        && (char.IsUpper(text.Tokens.Form[of - 1][0]) && !SourceNouns.IsPerson(text.Tokens.Lower[of - 1])
            || text.Tokens.Lower[of - 1] is "city" or "town" or "village" or "county" or "state" or "port" or "island"
                or "region" or "province" or "district" or "republic" or "kingdom" or "government");

    /// <summary>"Trump's lawyer": the name owns the source and is not it.</summary>
    private static bool Followed(TokenRun run, int end, ParsedText text) => run.End < end - 1
        && text.Tag[run.End] == Tags.Pos;

    private static TokenRun Stripped(TokenRun run, ParsedText text, DocumentNames names)
    {
        var first = AfterTitles(run, text);
        var end = run.End;
        while (end - first > 1 && NounPhrase.IsTime(text.Tokens.Lower[end - 1])) end--;
        if (IsCode(end, text)) return new(end - 3, end);
        return IsCommon(run, first, end, text, names) ? new(end, end) : new(first, end);
    }

    /// <summary>"Witness T-07": a letter, a dash, a number name by themselves.</summary>
    private static bool IsCode(int end, ParsedText text) => end >= 3 && text.Tokens.Form[end - 2] == "-"
        && char.IsAsciiDigit(text.Tokens.Form[end - 1][0]);

    /// <summary>"The Divisional Manager", "Harbour Chief": a post in capitals is no name; nor is a trade at the
    /// head of a note ("Tenant insists").</summary>
    private static bool IsCommon(TokenRun run, int first, int end, ParsedText text, DocumentNames names)
    {
        if (end == first) return true;
        var (last, form) = (text.Tokens.Lower[end - 1], text.Tokens.Form[end - 1]);
        if (form.Length > 2 && form == form.ToUpperInvariant()) return run.Length == 1
            && (SourceNouns.IsPost(last) || (SourceNouns.IsPerson(last) || SourceNouns.IsOutlet(last))
                && names.KindOf(form) is null); // a headline
        if (!SourceNouns.IsPerson(last)) return false;
        var before = first > 0 ? text.Tokens.Lower[first - 1] : "";
        if (before.Length < 5 && NameWords.Titles.Contains(before)) return false; // Mr Baker
        for (var i = first; i < end - 1; i++)
        {
            if (GivenNames.Has(text.Tokens.Lower[i]) || text.Tokens.Form[i].EndsWith('.')) return false;
        }

        if (SourceNouns.IsPost(last) && (end - first == 1 || !Tags.IsName(text.Tag[end - 1])
            || before is "the" or "a" or "an" or "'s")) return true;
        var opens = first == text.Tokens.SentenceStart[text.Tokens.SentenceOf[first]] || text.Tokens.Form[first - 1]
            is "–" or "-" or "•" or ":" or "*";
        return run.Length == 1 && opens && names.Full(form) == form && names.KindOf(form) != NameKind.Organisation
            && text.Tokens.Lower[Math.Min(end, text.Count - 1)] is not "'s";
    }

    /// <summary>Where the name proper begins: after the last title, and after "of State" or "for Water" behind a
    /// title.</summary>
    public static int AfterTitles(TokenRun run, ParsedText text)
    {
        var first = run.First;
        if (SourceNouns.IsInstitution(text.Tokens.Lower[first]) && run.Length > 2
            && text.Tokens.Lower[first + 1] is "of" or "for") return first; // the Ministry of Foreign Affairs
        for (var i = run.First; i < run.End - 1; i++)
        {
            var lower = text.Tokens.Lower[i];
            if (SourceWords.Titles.Contains(lower) || IsTitles(lower, i, run) || NameWords.Titles.Contains(lower)
                    && i == first
                && !NameWords.Organisations.Contains(text.Tokens.Lower[run.End - 1])
                || i > run.First && SourceWords.Offices.Contains(lower)) first = i + 1;
            else if (first == i && i > run.First && lower is "of" or "for" && i + 2 < run.End) first = i + 2;
        }

        return first;
    }

    /// <summary>"Ministers Joan Hale and Peter Rusk".</summary>
    private static bool IsTitles(string lower, int i, TokenRun run) => i == run.First && run.Length > 2
        && lower.Length > 4 && lower[^1] == 's' && NameWords.Titles.Contains(lower[..^1]);

    /// <summary>Whether a name in the phrase only describes the head ("a Trump official", "Kremlin
    /// officials").</summary>
    public static bool Describes(TokenRun name, int first, int end, ParsedText text)
    {
        if (name.Length == 0) return true;
        var head = MentionReader.HeadNoun(first, end, text);
        return head >= name.End && Tags.IsNoun(text.Tag[head]) && !Tags.IsName(text.Tag[head]);
    }

    /// <summary>"The engineer, Tomas Reyle": the name after the comma is the source.</summary>
    public static TokenRun? Apposed(int core, int end, ParsedText text, DocumentNames names)
    {
        if (core >= end || text.Tokens.Lower[core] is not ("," or "(" or "–" or "—" or "--")) return null;
        for (var i = core + 1; i < Math.Min(end, core + 10); i++)
        {
            if (text.Tokens.Lower[i] is "who" or "which" or "that" or "in" or "at" || text.Tag[i] == Tags.Pos
                || Tags.IsVerb(text.Tag[i]) && text.Tokens.Lower[i] is not ("known" or "called" or "named"
                    or "identified" or "referred" or "styled" or "styling" or "calling" or "signing" or "nicknamed"
                    or "retired" or "addressed" or "codenamed" or "managing" or "acting")) return null;
            if (!names.IsName(i)) continue;
            var run = names.RunFrom(i, end);
            if (run.End < end && text.Tag[run.End] == Tags.Pos) i = run.End;
            else return Stripped(run, text, names);
        }

        return null;
    }
}
