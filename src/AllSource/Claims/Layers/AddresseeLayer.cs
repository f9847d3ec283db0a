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
            if (SpanFallback.IsPassive(draft, index) || IsGot(cue, text)) return Subject(draft, index);
            var phrase = Hearer(cue.End, to, isContent, draft, text);
            if (phrase.Length > 0) return [phrase];
        }

        if (stems.Any(Hearing.Contains) || HearsayLayer.IsFrom(draft, text)) return Subject(draft, index);
        if (Giving.Contains(stems[^1]) || text.Tokens.Lower[cue.End - 1] == "to")
        {
            // "Promised her", "read me a line", "put it to the witness".
            var whom = Hearer(cue.End, to, isContent, draft, text);
            if (whom.Length > 0 && IsPerson(whom, text)) return [whom];
        }

        if (Called(draft, index) is { } called) return [called];
        if (InTalk(draft, index, to, isContent) is { } partner) return [partner];
        var says = stems.Any(CueWords.SayTo.Contains);
        if (!says && !TakesHearer(stems)) return [];
        if (AfterContent(draft, index, to) is { } behind) return [behind];
        for (var i = cue.End; i < Math.Min(to, cue.End + 8); i++)
        {
            if (isContent(i) || text.Tokens.Lower[i] is "," or "that" or ":") break;
            if (text.Tokens.Lower[i] is not "to" && !(text.Tokens.Lower[i] == "before" && IsForum(i + 1, to, text))
                || i + 1 >= to || Tags.IsVerb(text.Tag[i + 1])
                && text.Tag[i + 1] == Tags.Vb) continue;
            var phrase = Free(NounPhrase.From(i + 1, to, text), isContent, draft);
            return phrase.Length > 0 && (says ? !IsThing(phrase, text) : IsPerson(phrase, text)) ? [phrase] : [];
        }

        return [];
    }

    private static readonly System.Collections.Frozen.FrozenSet<string> Giving = WordList.Of(
        "promis read giv give gave show sing sang offer wrote writ write swor swear lectur tip confid");

    private static readonly System.Collections.Frozen.FrozenSet<string> Calling = WordList.Of("""
        rang rung phoned called telephoned texted emailed e-mailed messaged radioed cabled approached wired rings
        phones calls texts
        """);

    /// <summary>"Told *me* that", "promised her a line": the phrase behind the verb, a pronoun by itself.</summary>
    private static TokenRun Hearer(int at, int to, Func<int, bool> isContent, Draft draft, ParsedText text)
    {
        if (at + 1 < to && text.Tokens.Form[at] is "*" or "_") at++;
        var lower = text.Tokens.Lower;
        var phrase = Free(NounPhrase.From(at, to, text), isContent, draft);
        if (phrase.Length == 0 && at + 1 < to && lower[at] is "her" or "another" or "others" && !isContent(at)
            && (lower[at + 1] is "that" or "," or "." || text.Tag[at + 1] == Tags.Prp)) return new(at, at + 1);
        for (var i = phrase.First + 1; i < phrase.End; i++)
        {
            if (TimePhrase.At(i, phrase.End, text).Length > 0) phrase = new(phrase.First, i); // parliament | last year
        }

        if (phrase.Length == 0 || lower[phrase.First] is "it" || phrase.Length == 1
            && lower[phrase.First] is "that" or "this" || TimePhrase.At(at, to, text).Length > 0) return new(at, at);
        return lower[phrase.First] is "me" or "him" or "us" or "them" or "you" || lower[phrase.First] == "her"
            && phrase.Length > 1 && (text.Tag[phrase.First + 1] == Tags.Dt || lower[phrase.First + 1] is "something"
                or "nothing" or "everything") ? new(phrase.First, phrase.First + 1) : phrase;
    }

    /// <summary>"They got told": a passive of everyday speech.</summary>
    private static bool IsGot(TokenRun cue, ParsedText text) => cue.Length > 1
        && text.Tokens.Lower[cue.End - 2] is "got" or "get" or "gets" or "getting";

    /// <summary>"Had rung him at six, claiming", "phoned her from the quay and said": whom he called he told.</summary>
    private static TokenRun? Called(Draft draft, GrammarIndex index)
    {
        var (text, lower) = (index.Text, index.Text.Tokens.Lower);
        if (draft.Source.Count == 0 || draft.Source[0].First > draft.First) return null;
        var links = lower[draft.First - 1] is "and" or "," || lower[draft.First].EndsWith("ing",
            StringComparison.Ordinal);
        for (var i = draft.First - 1; links && i >= Math.Max(draft.Source[0].End, draft.First - 14); i--)
        {
            if (lower[i] is "." or ";" or ":" or "”" or "\"" or "that") return null;
            if (!Calling.Contains(lower[i])) continue;
            var whom = NounPhrase.From(i + 1, draft.First, text);
            if (whom.Length > 0 && lower[whom.First] is "me" or "him" or "her" or "us" or "them") whom = new(whom.First,
                whom.First + 1);
            return whom.Length > 0 && IsPerson(whom, text) ? whom : null;
        }

        return null;
    }

    /// <summary>"In an interview with the radio", "in a letter to his brother", in or right behind the cue.</summary>
    private static TokenRun? InTalk(Draft draft, GrammarIndex index, int to, Func<int, bool> isContent)
    {
        var (text, lower) = (index.Text, index.Text.Tokens.Lower);
        for (var i = draft.Cue[^1].First; i < Math.Min(to - 1, draft.Cue[^1].End + 10); i++)
        {
            if (isContent(i) || lower[i] is "that" or ";" or ":") return null;
            if (lower[i] == "with" && i > 0 && lower[i - 1] is "interview" or "conversation" or "meeting" or "call"
                or "talk" or "chat" or "briefing" or "interviews" || lower[i] == "to" && i > 0
                && lower[i - 1] is "letter" or "notice" or "memo" or "message" or "email" or "e-mail" or "mail"
                    or "note" or "cable" or "testimony")
            {
                var whom = NounPhrase.From(i + 1, to, text);
                return whom.Length > 0 && !isContent(whom.First) ? whom : null;
            }
        }

        return null;
    }

    private static bool IsForum(int at, int to, ParsedText text)
    {
        var phrase = NounPhrase.From(at, to, text);
        return phrase.Length > 0 && text.Tokens.Lower[phrase.End - 1] is "court" or "committee" or "magistrate"
            or "judge" or "tribunal" or "parliament" or "congress" or "panel" or "commission" or "jury" or "inquiry"
            or "council" or "senate" or "inquest" or "assembly" or "cameras";
    }

    /// <summary>Verbs whose "to" points elsewhere: "agreed to", "referred to".</summary>
    private static bool TakesHearer(string[] stems) => !stems.Any(s => s is "refer" or "agre" or "object" or "stick"
        or "cling" or "adher" or "commit" or "turn" or "react" or "own" or "respond" or "put" or "accord");

    /// <summary>Someone who can be spoken to: a pronoun, a name, a word for people.</summary>
    private static bool IsPerson(TokenRun run, ParsedText text)
    {
        var (tag, word) = (text.Tag[run.End - 1], text.Tokens.Lower[run.End - 1]);
        return tag == Tags.Prp ? word is "him" or "her" or "me" or "us" or "them" or "you"
            : Tags.IsName(tag) || SourceNouns.IsPerson(word) || word is "court" or "committee" or "commission"
                or "panel" or "parliament" or "police" or "council" or "press";
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
        var verb = draft.First;
        if (verb > floor && tokens.Form[verb - 1] is "“" or "\"" or "‘") verb--;
        var phrase = SubjectPhrase.Before(verb, floor, index.Text);
        if (phrase.Length == 0 && index.Subject[draft.Cue[0].End - 1] is >= 0 and var s && s < draft.First
            && s >= floor) phrase = SubjectPhrase.EndingAt(s + 1, floor, index.Text);
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
            or "criticism" or "end" or "need" or "message" or "messages" or "enquiry" or "enquiries" or "inquiry"
            or "inquiries" or "requests" or "calls" or "call" or "emails" or "letters" or "questionnaire" or "point";
}
