using AllSource.Language;

namespace AllSource.Claims.Layers;

/// <summary>
/// What looks like an attribution and carries no claim: a question ("Did she say which?", "who told her"), the heading
/// "Note for editors:", what nobody says (<see cref="Unsaid"/>), what is done and not said (<see cref="Doings"/>),
/// a name ("a broker known as"), and within another's words a command ("told him to go home").
/// </summary>
internal static class NoClaim
{
    public static void Remove(List<Draft> drafts, GrammarIndex index) => drafts.RemoveAll(d => d.Cue.Count > 0
        && (Unsaid.Is(d, index) || Doings.Is(d, index) || IsQuestion(d, index.Text)
            || IsHeading(d, index.Text) || IsNaming(d, index)));

    /// <summary>"A policeman told him to go home", within what another says.</summary>
    public static bool IsCommand(Draft draft, GrammarIndex index)
    {
        if (draft.Content is not [var content] || content.First < draft.Cue[^1].End || content.Length < 2) return false;
        var (text, stem) = (index.Text, index.StemOf(draft.Cue[^1].End - 1));
        return text.Tag[content.First] == Tags.To && text.Tag[content.First + 1] == Tags.Vb
            && stem is "tell" or "ask" or "order" or "beg" or "urg" or "instruct" or "advis" or "warn" or "request";
    }

    /// <summary>"Asked by Weiss whether, a spokesman said", "asked about the gate, Brandt shrugged": a question opens
    /// what another says, and claims nothing.</summary>
    public static bool IsAsking(Draft draft, TokenisedText tokens)
    {
        var first = draft.Cue[0].First;
        return tokens.Lower[first] is "asked" or "pressed" or "questioned"
            && tokens.SentenceStart[tokens.SentenceOf[first]] == first;
    }

    private static bool IsQuestion(Draft draft, ParsedText text)
    {
        var tokens = text.Tokens;
        if (draft.Source is not [var source] || source.End > draft.First) return false;
        if (Stems.Of(tokens.Lower[draft.Cue[^1].End - 1]) is not ("say" or "tell" or "writ" or "write" or "claim"
            or "report" or "maintain" or "deny" or "confirm")) return false;
        var sentence = tokens.SentenceOf[draft.First];
        var (start, stop) = (tokens.SentenceStart[sentence], tokens.SentenceStart[sentence + 1]);
        var asked = stop > start && (tokens.Form[stop - 1] == "?"
            || (stop - 2 > draft.First && tokens.Form[stop - 2] == "?"));
        if (tokens.Lower[source.First] == "who" && source.Length == 1)
        {
            if (tokens.ParagraphStart[tokens.ParagraphOf[source.First]] == source.First) return true;
            var before = tokens.Form[source.First - 1];
            return before is ":" or "." or "?" or "—" or "–" or "“"
                || asked && source.First == start || (before is "and" or "And" or "But" or "but"
                    && source.First - 2 >= 0 && tokens.Form[source.First - 2] is ":" or "." or "?");
        }

        // "Did she say which brother?", "What does he say?"
        if (!asked || source.First - 1 < start || text.Quotes.Of[stop - 1] != text.Quotes.Of[draft.First]) return false;
        return tokens.Lower[source.First - 1] is "did" or "does" or "do" or "has" or "have" or "had" or "will"
            && source.First - 1 - start <= 2;
    }

    /// <summary>"Note by the interviewer:", "Notes for editors:".</summary>
    private static bool IsHeading(Draft draft, ParsedText text)
    {
        var tokens = text.Tokens;
        var cue = draft.Cue[0];
        return draft.Cue.Count == 1 && tokens.ParagraphStart[tokens.ParagraphOf[cue.First]] == cue.First
            && tokens.Lower[cue.First] is "note" or "notes" or "statement" or "summary" or "report" or "comment"
                or "advisory" or "transcript" or "minutes" && cue.End < text.Count
            && (tokens.Lower[cue.End] is "by" or "for" or "of" or "from" or "to" or ":" or "a" or "b"
                || tokens.Form[cue.End].Length == 1);
    }

    /// <summary>"A hotel called “The Last Word”", "referred to here as C-4", "met at the well".</summary>
    private static bool IsNaming(Draft draft, GrammarIndex index)
    {
        if (draft.Source.Count > 0 || draft.Cue is not [{ Length: 1 } cue]) return false;
        var text = index.Text;
        return text.Tag[cue.First] == Tags.Vbn && index.StemOf(cue.First) is "know" or "refer" or "meet" or "met"
            && cue.End < text.Count && text.Tokens.Lower[cue.End] is "as" or "to" or "at" or "in" or "on"
            && !(cue.End + 1 < text.Count && text.Tag[cue.End + 1] == Tags.Vb)
            && cue.First > 0 && !Tags.IsVerb(text.Tag[cue.First - 1]) && text.Tag[cue.First - 1] != Tags.Md;
    }
}
