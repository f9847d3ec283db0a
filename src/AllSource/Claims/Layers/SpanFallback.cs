using AllSource.Claims.Model;
using AllSource.Language;

namespace AllSource.Claims.Layers;

/// <summary>
/// Where the model leaves a plain reporting verb without a source or a content, its neighbours give them: the noun
/// phrase before it or after "by", the clause after it or before its comma; and where these find nothing, the grammar.
/// </summary>
internal static class SpanFallback
{
    /// <summary>A clause longer than this is a misreading of the grammar.</summary>
    private const int ClauseTokensMax = 80;

    /// <param name="within">The stretch that source and content must lie in.</param>
    public static void Complete(Draft draft, GrammarIndex index, TokenRun within)
    {
        if (draft.Source.Count > 0 && draft.Content.Count > 0) return;
        var text = index.Text;
        var head = SpanFeatures.HeadOf(draft.Cue[0], text);
        if (!CueWords.Strong.Contains(Stems.Of(text.Tokens.Lower[head])) && !Tags.IsNoun(text.Tag[head])
            && !ReportingVerbs.IsForm(text.Tokens.Lower[draft.Cue[^1].End - 1])
            && !ReportingVerbs.IsAnnounced(text.Tokens.Lower[draft.Cue[^1].End - 1])
            && ActLayer.Of(draft, index).Act == Act.Assert) return;
        if (draft.Source.Count == 0 && SourceOf(draft, index, within) is { } source) draft.Source = [source];
        if (draft.Content.Count == 0 && IsPassive(draft, index) && Undergone(draft, text, within) is { } thing)
        {
            draft.Content = [thing];
        }

        if (draft.Content.Count == 0 && ThingOf(draft, index, within) is { } target) draft.Content = [target];
        if (draft.Content.Count == 0
            && (ContentPhrase.After(draft, index, within) ?? Clause(head, draft, index, within)
                ?? Before(draft, text, within)) is { } clause)
        {
            draft.Content = [clause];
        }
    }

    /// <summary>"Scoffed at | the notion", "resiled from | the affidavit": what a turn of phrase is about.</summary>
    private static TokenRun? ThingOf(Draft draft, GrammarIndex index, TokenRun within)
    {
        for (var i = draft.Cue[0].First; i < draft.Cue[0].End; i++)
        {
            if (SpeechIdioms.At(index, i, within.End) is not { Gap.Length: 0 } idiom || idiom.End - i < 2) continue;
            var tag = index.Text.Tag[idiom.End - 1];
            if (tag != Tags.In && tag != Tags.To) return null;
            var phrase = NounPhrase.From(idiom.End, within.End, index.Text);
            if (phrase.Length > 0) return phrase;
            return idiom.End < within.End && index.Text.Tokens.Lower[idiom.End] is "this" or "that" or "it" or "them"
                or "these" or "those" ? new(idiom.End, idiom.End + 1) : null;
        }

        return null;
    }

    private static TokenRun? SourceOf(Draft draft, GrammarIndex index, TokenRun within)
    {
        var text = index.Text;
        var floor = Math.Max(within.First, text.Tokens.SentenceStart[text.Tokens.SentenceOf[draft.First]]);
        if (IsPassive(draft, index)) return Agent(draft, text, within);
        if (IsNominal(draft, text)) return Owner(draft, text, floor, within);
        var phrase = SubjectPhrase.Before(draft.First, floor, text);
        if (phrase.Length > 0) return phrase;
        phrase = SubjectPhrase.Shared(draft.First, floor, text);
        if (phrase.Length > 0) return phrase;
        var head = SpanFeatures.HeadOf(draft.Cue[0], text);
        return Subject(head, draft, index, within) ?? Opener(draft, text, within);
    }

    /// <summary>"was told", "had been warned": a form of "be" and a participle.</summary>
    public static bool IsPassive(Draft draft, GrammarIndex index)
    {
        var (cue, lower) = (draft.Cue[^1], index.Text.Tokens.Lower);
        if (!lower[cue.End - 1].EndsWith("ed", StringComparison.Ordinal) && lower[cue.End - 1] is not ("told"
            or "written"
            or "said" or "sworn" or "withdrawn" or "shown" or "known" or "understood")) return false;
        for (var i = cue.First; i < cue.End - 1; i++)
        {
            if (lower[i] is "is" or "are" or "was" or "were" or "be" or "been" or "being") return true;
        }

        return false;
    }

    /// <summary>"The report was confirmed by a clerk": the subject is what is confirmed.</summary>
    private static TokenRun? Undergone(Draft draft, ParsedText text, TokenRun within)
    {
        var cue = draft.Cue[^1];
        if (Stems.Of(text.Tokens.Lower[cue.End - 1]) is not ("confirm" or "deny" or "disput" or "contest"
            or "contradict" or "retract"
            or "withdraw" or "reject" or "dismiss" or "corroborat")) return null;
        if (cue.End < text.Count && text.Tokens.Lower[cue.End] == "that") return null;
        var floor = Math.Max(within.First, text.Tokens.SentenceStart[text.Tokens.SentenceOf[cue.First]]);
        if (HasClauseSubject(cue.End - 1, cue.First, floor, text)) return new(floor, cue.First);
        var subject = SubjectPhrase.Before(cue.First, floor, text);
        return subject.Length > 0 ? subject : null;
    }

    /// <summary>"The Review's account that the ship was turned away | has been contradicted": a noun with its clause,
    /// from the head of the sentence on, undergoes what the verb says.</summary>
    public static bool HasClauseSubject(int verb, int first, int from, ParsedText text)
    {
        var lower = text.Tokens.Lower;
        if (Stems.Of(lower[verb]) is not ("confirm" or "deny" or "disput" or "contest" or "contradict" or "withdraw"
            or "retract" or "reject")) return false;
        if (!Enumerable.Range(first, verb - first).Any(i => lower[i] is "was" or "were" or "been" or "is" or "are"))
            return false;
        var start = Math.Max(from, text.Tokens.SentenceStart[text.Tokens.SentenceOf[first]]);
        for (var i = start + 1; i < Math.Min(first - 2, start + 8); i++)
        {
            if (RuleCues.IsNominal(lower[i]) && lower[i + 1] == "that") return first - i < 30;
        }

        return false;
    }

    private static bool IsNominal(Draft draft, ParsedText text) => draft.Cue is [{ Length: 1 } cue]
        && Tags.IsNoun(text.Tag[cue.First]) && (RuleCues.IsNominal(text.Tokens.Lower[cue.First])
            || RuleCues.IsLine(text.Tokens.Lower[cue.First]));

    /// <summary>"was told by her chief of staff": the phrase after "by", near the cue.</summary>
    private static TokenRun? Agent(Draft draft, ParsedText text, TokenRun within)
    {
        var end = Math.Min(within.End, draft.Cue[^1].End + 10);
        for (var i = draft.Cue[^1].End; i < end - 1; i++)
        {
            if (text.Tokens.Lower[i] is "that" or "," or "." or ":") return null;
            if (text.Tokens.Lower[i] is "by" && NounPhrase.From(i + 1, within.End, text) is { Length: > 0 } agent)
            {
                return agent;
            }
        }

        return null;
    }

    /// <summary>"the union's claim that", "denials by the envoy", "a newspaper report that".</summary>
    private static TokenRun? Owner(Draft draft, ParsedText text, int floor, TokenRun within)
    {
        var (cue, lower) = (draft.Cue[0], text.Tokens.Lower);
        if (cue.End + 1 < within.End && lower[cue.End] is "by" or "from"
            && NounPhrase.From(cue.End + 1, within.End, text) is { Length: > 0 } by) return by;
        var i = cue.First - 1;
        while (i > floor && (text.Tag[i] == Tags.Jj || text.Tag[i] == Tags.Cd)) i--;
        if (i < floor) return null;
        if (text.Tag[i] == Tags.PrpPoss) return new(i, i + 1);
        if (text.Tag[i] != Tags.Pos && lower[i] is not ("'s" or "’s")) return null;
        var owner = SubjectPhrase.EndingAt(i, floor, text);
        return owner.Length > 0 ? new(owner.First, i + 1) : null;
    }

    private static TokenRun? Clause(int head, Draft draft, GrammarIndex index, TokenRun within)
    {
        var text = index.Text;
        var from = draft.Cue[^1].End;
        for (var i = from; i < Math.Min(within.End, from + 40); i++)
        {
            if (text.Head[i] != head) continue;
            if (text.Relation[i] != Relations.Ccomp
                && !(Tags.IsNoun(text.Tag[head]) && text.Relation[i] == Relations.Acl)) continue;
            var run = new TokenRun(Math.Max(index.First[i], from), Math.Min(index.Last[i] + 1, within.End));
            while (run.Length > 1 && text.Tokens.Lower[run.End - 1] is "." or "," or "”"
                && text.Quotes.Of[run.First] < 0)
            {
                run = new(run.First, run.End - 1);
            }

            return run.Length is > 1 and <= ClauseTokensMax ? run : null;
        }

        return null;
    }

    /// <summary>
    /// "A dock worker was killed, the operator said.": what stands before the comma of a closing cue.
    /// </summary>
    public static TokenRun? Before(Draft draft, ParsedText text, TokenRun within)
    {
        if (draft.Source.Count == 0) return null;
        var first = Math.Min(draft.Source[0].First, draft.First);
        if (first > within.First && text.Tokens.Lower[first - 1] == "as") first--;
        var start = Math.Max(within.First, text.Tokens.SentenceStart[text.Tokens.SentenceOf[first]]);
        if (first - start < 4) return null;
        var q = text.Quotes.Of[first - 1];
        if (q >= 0 && q != text.Quotes.Of[draft.First] && text.Quotes.End[q] == first)
        {
            return new(Math.Max(text.Quotes.First[q], within.First), first);
        }

        if (first - start > ClauseTokensMax || text.Tokens.Lower[first - 1] != ",") return null;
        return new(start, first - 1);
    }

    private static TokenRun? Subject(int head, Draft draft, GrammarIndex index, TokenRun within)
    {
        var text = index.Text;
        var subject = index.Subject[head];
        if (subject < within.First || subject >= draft.First) return null;
        var (first, end) = (Math.Max(index.First[subject], within.First),
            Math.Min(index.Last[subject] + 1, draft.First));
        for (var i = subject + 1; i < end; i++)
        {
            if (text.Tokens.Lower[i] is "who" or "which" or "," or "that") end = i;
        }

        return end > first && end - first <= 15 ? new(first, end) : null;
    }

    /// <summary>
    /// "Northgate Wire, whose story was carried widely, stands by it": the name before a relative clause.
    /// </summary>
    private static TokenRun? Opener(Draft draft, ParsedText text, TokenRun within)
    {
        var tokens = text.Tokens;
        var start = Math.Max(within.First, tokens.SentenceStart[tokens.SentenceOf[draft.First]]);
        var end = start;
        while (end < draft.First && end - start <= 6 && tokens.Lower[end] != ",") end++;
        var isName = end > start && end + 1 < draft.First && tokens.Lower[end] == ","
            && tokens.Lower[end + 1] is "whose" or "which" or "who" && char.IsUpper(tokens.Form[start][0]);
        return isName ? new(start, end) : null;
    }
}
