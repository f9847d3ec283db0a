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
            if (IsPassive(draft, index)) return Subject(draft, index);
            var phrase = Free(NounPhrase.From(cue.End, to, text), isContent, draft);
            if (phrase.Length > 0 && !(phrase.Length == 1 && text.Tokens.Lower[phrase.First] is "that" or "this"))
            {
                return [phrase];
            }
        }

        if (stems.Any(Hearing.Contains)) return Subject(draft, index);
        if (!stems.Any(CueWords.SayTo.Contains)) return [];
        for (var i = cue.End; i < Math.Min(to, cue.End + 8); i++)
        {
            if (isContent(i) || text.Tokens.Lower[i] is "," or "that" or ":") break;
            if (text.Tokens.Lower[i] is not "to" || i + 1 >= to || Tags.IsVerb(text.Tag[i + 1])
                && text.Tag[i + 1] == Tags.Vb) continue;
            var phrase = Free(NounPhrase.From(i + 1, to, text), isContent, draft);
            return phrase.Length > 0 && !IsThing(phrase, text) ? [phrase] : [];
        }

        return [];
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

    private static bool IsPassive(Draft draft, GrammarIndex index)
    {
        var head = SpanHead(draft, index.Text);
        if (index.Has(head, Relations.NsubjPass) || index.Has(head, Relations.AuxPass)) return true;
        return index.Text.Tag[head] == Tags.Vbn && draft.Cue.Any(c => Enumerable.Range(c.First, c.Length)
            .Any(i => index.Text.Tokens.Lower[i] is "was" or "were" or "been" or "being" or "is" or "are" or "be"));
    }

    private static int SpanHead(Draft draft, ParsedText text) => Model.SpanFeatures.HeadOf(draft.Cue[^1], text);

    private static List<TokenRun> Subject(Draft draft, GrammarIndex index)
    {
        var head = SpanHead(draft, index.Text);
        var subject = index.Subject[head];
        for (var climb = 0; subject < 0 && climb < 3 && index.Text.Head[head] >= 0; climb++)
        {
            var relation = index.Text.Relation[head];
            if (relation != Relations.Conj && relation != Relations.Xcomp) break;
            head = index.Text.Head[head];
            subject = index.Subject[head];
        }

        if (subject < 0 || subject >= draft.First) return [];
        var first = Math.Max(index.First[subject], subject - 10);
        var phrase = new TokenRun(first, Math.Min(index.Last[subject] + 1, draft.First));
        for (var i = subject + 1; i < phrase.End; i++)
        {
            if (index.Text.Tokens.Lower[i] is "," or "who" or "which") return [new(first, i)];
        }

        return draft.Source.Any(s => s.Contains(subject)) ? [] : [phrase];
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
