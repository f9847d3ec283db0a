using AllSource.Language;

namespace AllSource.Claims.Layers;

/// <summary>
/// Quotations whose verb nobody lists: "It sang before it snapped," sobbed Ana Prada. Whatever stands beside a
/// quotation as a verb with somebody for a subject reports it, if the quotation is a clause and no title or doubted
/// word.
/// </summary>
internal static class QuotedSpeech
{
    /// <summary>A quotation shorter than this, its marks included, is a name or a word that is held at arm's
    /// length.</summary>
    private const int TokensMin = 4;

    private static readonly System.Collections.Frozen.FrozenSet<string> NoVerb = WordList.Of("""
        be have do can could may might must shall should will would is are was were been being 's 're has had did does
        mean become seem appear
        """);

    /// <summary>The attribution of the quotation that begins at a token; null where its neighbours name no
    /// speaker.</summary>
    public static Draft? At(GrammarIndex index, int i, TokenRun within)
    {
        var text = index.Text;
        var q = text.Quotes.Of[i];
        if (q < 0 || text.Quotes.First[q] != i) return null;
        var end = text.Quotes.End[q];
        if (end > within.End || end - i < TokensMin || !IsClause(i, end, text)) return null;
        return (After(index, end, within) ?? Before(index, i, within)) is var (source, verb)
            ? new()
            {
                Source = [source],
                Cue = [verb],
                Content = [new(i, end)],
                Why = "rule: a verb beside a quotation",
            }
            : null;
    }

    /// <summary>A quotation that closes with a comma or a stop, or before a comma, is what somebody said.</summary>
    private static bool IsClause(int first, int end, ParsedText text) => text.Tokens.Form[end - 2] is "," or "." or "!"
        or "?" or "…" or "..." or "–" or "—" || (end < text.Count && text.Tokens.Form[end] == ",") || (first > 0
        && text.Tokens.Form[first - 1] is "," or ":");

    private static (TokenRun Source, TokenRun Verb)? After(GrammarIndex index, int end, TokenRun within)
    {
        var (text, lower) = (index.Text, index.Text.Tokens.Lower);
        var at = end < within.End && lower[end] == "," ? end + 1 : end;
        if (at + 1 >= within.End || text.Tokens.ParagraphOf[at] != text.Tokens.ParagraphOf[end - 1]) return null;
        var stop = Math.Min(within.End, at + 16);
        if (IsVerb(index, at) && NounPhrase.From(at + 1, stop, text) is { Length: > 0 } name && IsSomebody(name, text)
            && Ends(name.End, within.End, text)) return (name, new(at, at + 1));
        var source = NounPhrase.From(at, stop, text);
        if (source.Length == 0 || !IsSomebody(source, text)) return null;
        var verb = source.End;
        while (verb < stop && text.Tag[verb] == Tags.Rb) verb++;
        return verb < within.End && IsVerb(index, verb) && Ends(verb + 1, within.End, text)
            ? (source, new(verb, verb + 1)) : null;
    }

    private static (TokenRun Source, TokenRun Verb)? Before(GrammarIndex index, int first, TokenRun within)
    {
        var text = index.Text;
        var at = first - 1;
        while (at > within.First && text.Tokens.Form[at] is "," or ":") at--;
        if (at <= within.First || !IsVerb(index, at)) return null;
        var start = Math.Max(within.First, text.Tokens.SentenceStart[text.Tokens.SentenceOf[at]]);
        var source = SubjectPhrase.Before(at, start, text);
        return source.Length > 0 && IsSomebody(source, text) ? (source, new(at, at + 1)) : null;
    }

    private static bool IsVerb(GrammarIndex index, int i)
    {
        var tag = index.Text.Tag[i];
        return (tag == Tags.Vbd || tag == Tags.Vbz || tag == Tags.Vbp) && !NoVerb.Contains(index.StemOf(i))
            && !NoVerb.Contains(index.Text.Tokens.Lower[i]) && char.IsLetter(index.Text.Tokens.Lower[i][0]);
    }

    /// <summary>A name, a person by word, or somebody with an article: no thing that a pronoun points at.</summary>
    private static bool IsSomebody(TokenRun phrase, ParsedText text)
    {
        var word = text.Tokens.Lower[phrase.First];
        if (phrase.Length == 1 && text.Tag[phrase.First] == Tags.Prp) return word is "he" or "she" or "they" or "we"
            or "i";
        return word is not ("it" or "this" or "that" or "which" or "there" or "what");
    }

    private static bool Ends(int i, int stop, ParsedText text) => i >= stop || text.Tokens.Form[i] is "." or "," or ";"
        or ":" or "(" or "–" or "—" or "-" || text.Tag[i] == Tags.In || text.Tag[i] == Tags.To
        || text.Tag[i] == Tags.Cc || text.Tag[i] == Tags.Rb || text.Tag[i] == Tags.Vbg
        || text.Tokens.Lower[i] is "who" or "whose" or "when" or "as" || NounPhrase.IsTime(text.Tokens.Lower[i])
        || ContentPhrase.IsQuotation(i, text);
}
