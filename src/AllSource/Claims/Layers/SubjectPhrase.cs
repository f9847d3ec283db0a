using AllSource.Language;

namespace AllSource.Claims.Layers;

/// <summary>
/// The noun phrase before a verb group, read from right to left by its words: over a relative clause between commas,
/// with an apposition, through "of the ...". It stands in for the grammar where that misreads a verb.
/// </summary>
internal static class SubjectPhrase
{
    /// <summary>Two names with their posts take no more words.</summary>
    private const int NoneReach = 16;

    private const int TokensMax = 18, AsideTokensMax = 24;

    private static readonly System.Collections.Frozen.FrozenSet<string> Pronouns = WordList.Of("""
        he she they we i it who which nobody someone somebody everyone everybody both neither one others another this
        """);

    private static readonly System.Collections.Frozen.FrozenSet<string> Links = WordList.Of(
        "of in at for from on with near inside within outside behind to called named");

    private static readonly System.Collections.Frozen.FrozenSet<string> Adverbs = WordList.Of("""
        also later reportedly allegedly repeatedly then now again initially first earlier since just only apparently
        even still already flatly publicly privately immediately subsequently afterwards promptly once never further
        today yesterday simply however too instead
        """);

    /// <summary>The phrase that ends right before a token; empty when there is none.</summary>
    /// <param name="floor">The first token that it may hold.</param>
    public static TokenRun Before(int verb, int floor, ParsedText text)
    {
        var lower = text.Tokens.Lower;
        var end = verb;
        while (end > floor && Adverbs.Contains(lower[end - 1])) end--;
        if (end <= floor) return new(verb, verb);
        if (lower[end - 1] is not ("," or "–" or "—" or "--")) return EndingAt(end, floor, text);
        return Aside(end - 1, floor, text) is { } run ? run : new(verb, verb);
    }

    /// <summary>"The mechanic, who asked not to be named, told", "his lawyer, Dora Vance, acknowledged".</summary>
    private static TokenRun? Aside(int comma, int floor, ParsedText text)
    {
        var lower = text.Tokens.Lower;
        for (var i = comma - 1; i > Math.Max(floor, comma - AsideTokensMax); i--)
        {
            if (lower[i] is "." or ";" or ":" or "”" or "\"") return null;
            if (lower[i] != lower[comma]) continue;
            var head = EndingAt(i, floor, text);
            if (head.Length == 0) return null;
            var opens = lower[i + 1];
            var apposed = text.Tag[i + 1] == Tags.Dt || text.Tag[i + 1] == Tags.PrpPoss
                || Tags.IsNoun(text.Tag[i + 1]) || text.Tag[i + 1] == Tags.Jj || text.Tag[i + 1] == Tags.Cd;
            var describes = apposed && opens is not ("who" or "whose" or "which" or "whom")
                && !ContainsVerb(i + 1, comma, text);
            return describes ? new(head.First, comma) : head;
        }

        return null;
    }

    private static bool ContainsVerb(int first, int end, ParsedText text)
    {
        for (var i = first; i < end; i++)
        {
            if (text.Tokens.Lower[i] is "who" or "which" or "that") return false;
            if (text.Tag[i] == Tags.Vbd || text.Tag[i] == Tags.Vbz || text.Tag[i] == Tags.Vbp) return true;
        }

        return false;
    }

    /// <summary>So far back the first of two joined verbs is sought.</summary>
    private const int SharedMax = 30;

    /// <summary>"She granted the boots | but | would not swear to the men": the subject of the verb before, of the same
    /// tense, where a conjunction joins the two; empty when there is none.</summary>
    /// <param name="verb">The first token of the second verb group.</param>
    /// <param name="floor">The first token that it may hold.</param>
    public static TokenRun Shared(int verb, int floor, ParsedText text)
    {
        var lower = text.Tokens.Lower;
        var (none, at) = (new TokenRun(verb, verb), verb);
        if (!IsFinite(text.Tag[verb])) return none;
        while (at > floor && (Adverbs.Contains(lower[at - 1]) || text.Tag[at - 1] == Tags.Rb)) at--;
        if (at <= floor || lower[at - 1] is not ("and" or "but" or "or" or "then" or "yet" or "nor")) return none;
        for (var i = at - 2; i >= Math.Max(floor, verb - SharedMax); i--)
        {
            if (lower[i] is ";" or ":") return none;
            if (!IsFinite(text.Tag[i]) || IsPresent(text, i) != IsPresent(text, verb)) continue;
            var subject = Before(i, floor, text);
            if (subject.Length > 0) return lower[subject.First] is "which" or "it" or "this" ? none : subject;
        }

        return none;
    }

    private static bool IsFinite(byte tag) => tag == Tags.Vbd || tag == Tags.Vbz || tag == Tags.Vbp || tag == Tags.Md;

    /// <summary>A helper of either tense ("will", "would") goes with both.</summary>
    private static bool IsPresent(ParsedText text, int i) => text.Tag[i] == Tags.Vbz || text.Tag[i] == Tags.Vbp
        || text.Tokens.Lower[i] is "will" or "wo" or "can" or "ca" or "wont" or "cant";

    /// <summary>The noun phrase that ends before a token.</summary>
    public static TokenRun EndingAt(int end, int floor, ParsedText text)
    {
        var (lower, none) = (text.Tokens.Lower, new TokenRun(end, end));
        var last = end - 1;
        if (last < floor) return none;
        if (lower[last] == ")")
        {
            while (last > floor && lower[last] != "(" && end - last < 8) last--;
            last--;
            if (last < floor) return none;
        }

        while (last > floor && lower[last] is "himself" or "herself" or "itself" or "themselves") last--;
        if (Pronouns.Contains(lower[last]) && !(lower[last] is "one" or "another" or "both" && last < end - 1))
        {
            return new(last, end);
        }

        if (!IsNounish(last, text)) return none;
        var first = last;
        while (first > floor && end - first < TokensMax && Takes(first - 1, first, floor, text)) first--;
        while (first < last && (lower[first] is "and" or "&" || Links.Contains(lower[first])
            || NounPhrase.IsTime(lower[first]))) first++;
        return new(first, end);
    }

    /// <summary>Whether the phrase that begins at a token goes on to the left with the one before it.</summary>
    private static bool Takes(int i, int first, int floor, ParsedText text)
    {
        var (lower, tag) = (text.Tokens.Lower, text.Tag[i]);
        var right = text.Tag[first];
        var word = lower[i];
        if (text.Tokens.SentenceOf[i] != text.Tokens.SentenceOf[first]) return false;
        if (word is "'s" or "’s" or "'" or "’") return i > floor && IsNounish(i - 1, text);
        if (Links.Contains(word))
        {
            return i > floor && right != Tags.Prp && IsNounish(i - 1, text) && !NounPhrase.IsTime(lower[first])
                && !NounPhrase.IsTime(lower[i - 1]) && !TimeWords.IsMonth(lower[first])
                && !ReportingVerbs.IsForm(lower[i - 1]);
        }

        var open = right == Tags.Dt || right == Tags.PrpPoss; // an article ends the phrase, but for "of the"
        if (open && !Links.Contains(lower[first])) return false;
        if (tag == Tags.Dt || tag == Tags.PrpPoss) return word is not "that" || i > floor
            && Links.Contains(lower[i - 1]);
        if (word is "and" or "&") return i > floor && Tags.IsName(right) && Tags.IsName(text.Tag[i - 1])
            && !Tags.IsVerb(text.Tag[i - 1]);
        if (ReportingVerbs.IsForm(word) && Tags.IsVerb(tag)) return false;
        return IsNounish(i, text) || tag == Tags.Jj || tag == Tags.Pos || word == "-" || tag == Tags.Cd
            || (tag == Tags.Vbn || tag == Tags.Vbg) && i > floor && (text.Tag[i - 1] == Tags.Dt
                || text.Tag[i - 1] == Tags.PrpPoss);
    }

    private static bool IsNounish(int i, ParsedText text)
    {
        var form = text.Tokens.Form[i];
        if (!char.IsLetterOrDigit(form[0])) return false;
        if (NounPhrase.IsTime(text.Tokens.Lower[i]) || TimeWords.IsMonth(text.Tokens.Lower[i])) return false;
        var tag = text.Tag[i];
        return Tags.IsNoun(tag) || tag == Tags.Cd && !form.Contains(':', StringComparison.Ordinal)
            || char.IsUpper(form[0]) && !Tags.IsVerb(tag) && tag != Tags.In && tag != Tags.Prp && tag != Tags.Dt
                && tag != Tags.Rb && tag != Tags.Cc && tag != Tags.Md
            || text.Tokens.Lower[i] is "first" or "second" or "third" or "other" or "latter" or "former" or "accused";
    }

    /// <summary>Where the subject right before a verb begins with a word that leaves nobody: "neither Brandt nor his
    /// lawyer | replied", "none of the three men | answered". -1 where it does not.</summary>
    public static int NoneBefore(int verb, int floor, ParsedText text)
    {
        var lower = text.Tokens.Lower;
        for (var i = verb - 1; i >= Math.Max(floor, verb - NoneReach); i--)
        {
            if (lower[i] is "neither" or "none" or "nobody" or "no-one") return i;
            if (lower[i] is "," or ";" or ":" or "that" or "but" or "and" or "who" || Tags.IsVerb(text.Tag[i])
                || text.Quotes.Of[i] != text.Quotes.Of[verb]) return -1;
        }

        return -1;
    }
}
