using AllSource.Language;

namespace AllSource.Claims.Layers;

/// <summary>
/// To whom it was said: the noun phrase right after a verb of telling ("told CNN"), after "to" or "with" for verbs of
/// saying ("said to
/// reporters"), or the subject of a passive ("we were told", "was told by"). Never part of the content.
/// </summary>
internal static class AddresseeLayer
{
    private static readonly System.Collections.Frozen.FrozenSet<string> Hearing = WordList.Of("hear learn");

    public static List<TokenRun> Of(Draft draft, GrammarIndex index, Func<int, bool> isContent)
    {
        if (draft.Cue.Count == 0) return [];
        var text = index.Text;
        var cue = draft.Cue[^1];
        var to = Math.Min(text.Tokens.SentenceStart[text.Tokens.SentenceOf[cue.End - 1] + 1], cue.End + 24);
        var stems = draft.Cue.SelectMany(c => Enumerable.Range(c.First, c.Length)).Select(
            i => Stems.Of(text.Tokens.Lower[i])).ToArray();
        if (InCue(draft, index) is { } inside) return [inside];
        if (stems.Any(CueWords.Tell.Contains))
        {
            if (SpanFallback.IsPassive(draft, index)) return Subject(draft, index);
            var phrase = Free(NounPhrase.From(cue.End, to, text), isContent, draft);
            if (phrase.Length > 0 && !(phrase.Length == 1 && text.Tokens.Lower[phrase.First] is "that" or "this"))
            {
                return [phrase];
            }
        }

        if (stems.Any(Hearing.Contains)) return Subject(draft, index);
        var says = stems.Any(CueWords.SayTo.Contains);
        if (!says && !TakesHearer(stems)) return [];
        if (AfterContent(draft, index, to) is { } behind) return [behind];
        for (var i = cue.End; i < Math.Min(to, cue.End + 8); i++)
        {
            if (isContent(i) || text.Tokens.Lower[i] is "," or "that" or ":") break;
            if (text.Tokens.Lower[i] is not "to" || i + 1 >= to || Tags.IsVerb(text.Tag[i + 1])
                && text.Tag[i + 1] == Tags.Vb) continue;
            var phrase = Free(NounPhrase.From(i + 1, to, text), isContent, draft);
            return phrase.Length > 0 && (says ? !IsThing(phrase, text) : IsPerson(phrase, text)) ? [phrase] : [];
        }

        return [];
    }

    /// <summary>Verbs whose "to" points elsewhere: "agreed to", "referred to".</summary>
    private static bool TakesHearer(string[] stems) => !stems.Any(s => s is "refer" or "agre" or "object" or "stick"
        or "cling" or "adher" or "commit" or "turn" or "react" or "own" or "respond" or "put" or "accord");

    /// <summary>Someone who can be spoken to: a pronoun, a name, a word for people.</summary>
    private static bool IsPerson(TokenRun run, ParsedText text)
    {
        var (tag, word) = (text.Tag[run.End - 1], text.Tokens.Lower[run.End - 1]);
        return tag == Tags.Prp ? word is "him" or "her" or "me" or "us" or "them" or "you"
            : Tags.IsName(tag) || SourceWords.Offices.Contains(word) || SourceWords.Anonymous.Contains(word);
    }

    /// <summary>"Sven told Petra." with nothing after it: who told whom is worth a row even without the what.</summary>
    public static bool TellsSomebody(Draft draft, GrammarIndex index)
    {
        var (cue, tokens) = (draft.Cue[^1], index.Text.Tokens);
        if (tokens.Lower[cue.End - 1] is not ("told" or "tells" or "informed") || draft.Source.Count == 0) return false;
        var first = Math.Min(draft.Source[0].First, cue.First);
        if (first > 0 && index.Text.Quotes.Of[first - 1] >= 0) return false; // what was told stands before
        var stop = tokens.SentenceStart[tokens.SentenceOf[cue.End - 1] + 1];
        var hearer = NounPhrase.From(cue.End, stop, index.Text);
        return hearer.Length > 0 && (hearer.End >= stop || tokens.Form[hearer.End] is "." or "," or ";" or "!"
            || TimePhrase.At(hearer.End, stop, index.Text).Length > 0);
    }

    /// <summary>"told reporters" as one cue: the hearer inside it is still the hearer.</summary>
    private static TokenRun? InCue(Draft draft, GrammarIndex index)
    {
        foreach (var cue in draft.Cue)
        {
            for (var i = cue.First; i < cue.End - 1; i++)
            {
                if (!CueWords.Tell.Contains(Stems.Of(index.Text.Tokens.Lower[i]))
                    || !Tags.IsVerb(index.Text.Tag[i])) continue;
                var phrase = NounPhrase.From(i + 1, cue.End, index.Text);
                if (phrase.Length > 0) return phrase;
            }
        }

        return null;
    }

    /// <summary>"she had been told", "he heard from a cousin": who hears is the subject.</summary>
    private static List<TokenRun> Subject(Draft draft, GrammarIndex index)
    {
        var tokens = index.Text.Tokens;
        var floor = tokens.SentenceStart[tokens.SentenceOf[draft.First]];
        var phrase = SubjectPhrase.Before(draft.First, floor, index.Text);
        return phrase.Length == 0 || draft.Source.Any(s => s.First < phrase.End && phrase.First < s.End) ? []
            : [phrase];
    }

    /// <summary>"denied it to the Mail": behind a content of a word or a few.</summary>
    private static TokenRun? AfterContent(Draft draft, GrammarIndex index, int to)
    {
        if (draft.Content is not [var content] || content.First < draft.Cue[^1].End || content.Length > 6
            || content.End + 1 >= to || index.Text.Tokens.Lower[content.End] != "to") return null;
        var phrase = NounPhrase.From(content.End + 1, to, index.Text);
        return phrase.Length > 0 && !IsThing(phrase, index.Text) ? phrase : null;
    }

    private static TokenRun Free(TokenRun run, Func<int, bool> isContent, Draft draft)
    {
        var end = run.First;
        while (end < run.End && !isContent(end) && !draft.Source.Any(s => s.Contains(end))) end++;
        return new(run.First, end);
    }

    /// <summary>"said to a question", "pointed to the figures": what follows "to" is no hearer.</summary>
    private static bool IsThing(TokenRun run, ParsedText text) => text.Tokens.Lower[run.End - 1] is
        "question" or "questions" or "report" or "reports" or "figures" or "comment" or "request" or "date"
            or "evidence" or "fact" or "data"
        or "allegations" or "allegation" or "claims" or "claim" or "letter" or "email" or "query" or "queries"
            or "criticism" or "end" or "need";
}
