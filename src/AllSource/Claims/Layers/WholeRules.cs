using AllSource.Language;

namespace AllSource.Claims.Layers;

/// <summary>
/// Attributions that a rule finds whole, cue, source and content, because their words stand apart or in no order that
/// the learned part knows: "take it back", "per the list, ...", "heard from a cousin that", "citing two officials".
/// </summary>
internal static class WholeRules
{
    /// <param name="within">The stretch in which all parts must lie.</param>
    /// <param name="covered">Tokens in some content, which are read on their own turn; null reads all.</param>
    public static List<Draft> Find(GrammarIndex index, TokenRun within, bool[]? covered)
    {
        var found = new List<Draft>();
        for (var i = within.First; i < within.End; i++)
        {
            if (covered is not null && covered[i]) continue;
            var draft = index.Text.Tokens.Lower[i] switch
            {
                "take" or "takes" or "took" or "taken" or "taking" => TakeBack(index, i, within),
                "heard" or "hears" => CourtHears(index, i, within),
                "per" => Per(index, i, within),
                "from" or "off" or "via" or "through" => HeardFrom(index, i, within),
                "citing" or "quoting" => Citing(index, i, within),
                "as" => AsSaying(index, i + 1, within),
                "in" or "by" or "on" or "to" => OnWhoseWord.At(index, i, within),
                _ => Idiom(index, i, within),
            };
            draft ??= PlainStatements.At(index, i, within) ?? QuotedSpeech.At(index, i, within)
                ?? EvidenceRules.At(index, i, within) ?? NamedSaying.At(index, i, within);
            if (draft is not null) found.Add(draft);
        }

        return found;
    }

    private static int SentenceEnd(GrammarIndex index, int i, TokenRun within) => Math.Min(within.End,
        index.Text.Tokens.SentenceStart[index.Text.Tokens.SentenceOf[i] + 1]);

    private static int SentenceStart(GrammarIndex index, int i, TokenRun within) => Math.Max(within.First,
        index.Text.Tokens.SentenceStart[index.Text.Tokens.SentenceOf[i]]);

    /// <summary>"they take it back": the pronoun between is the content.</summary>
    private static Draft? TakeBack(GrammarIndex index, int i, TokenRun within)
    {
        var lower = index.Text.Tokens.Lower;
        var stop = SentenceEnd(index, i, within);
        if (i + 2 >= stop || lower[i + 1] is not ("it" or "that" or "this" or "them" or "everything" or "his" or "hers")
            || lower[i + 2] != "back") return null;
        var first = RuleCues.Group(index, i, within.First);
        var source = SubjectPhrase.Before(first, SentenceStart(index, i, within), index.Text);
        return source.Length == 0 || source.Length == 1 && lower[source.First] is "which" ? null : new()
        {
            Source = [source],
            Cue = [new(first, i + 1), new(i + 2, i + 3)],
            Content = [new(i + 1, i + 2)],
            Why = "rule: takes it back",
        };
    }

    /// <summary>"The minister waved | the figures | aside": the verb and its particle are the cue.</summary>
    private static Draft? Idiom(GrammarIndex index, int i, TokenRun within)
    {
        if (SpeechIdioms.At(index, i, within.End) is not { MakesCue: true, Gap.Length: > 0 } found) return null;
        var first = RuleCues.Group(index, i, within.First);
        var source = SubjectPhrase.Before(first, SentenceStart(index, i, within), index.Text);
        if (source.Length == 0) return null;
        var draft = new Draft
        {
            Source = [source],
            Cue = [new(first, i + 1), new(found.Gap.End, found.End)],
            Why = "rule: a turn of phrase",
        };
        if (found.Act != Act.Assert) draft.Content = [found.Gap];
        else if (ContentPhrase.After(draft, index, within) is { } content) draft.Content = [content];
        else if (SpanFallback.Before(draft, index.Text, within) is { } before) draft.Content = [before];
        return draft.Content.Count > 0 ? draft : null;
    }

    /// <summary>"per the whip's list he voted by proxy", at the start of a clause.</summary>
    private static Draft? Per(GrammarIndex index, int i, TokenRun within)
    {
        var text = index.Text;
        var stop = SentenceEnd(index, i, within);
        var opens = i == SentenceStart(index, i, within)
            || text.Tokens.ParagraphStart[text.Tokens.ParagraphOf[i]] == i - 1
            || text.Tokens.Form[i - 1] is ":" or "," or ";" or "(" or "-"
            || text.Tokens.Form[i - 1] is "but" or "and";
        if (!opens || i + 1 >= stop || text.Tag[i + 1] == Tags.Cd) return null;
        var source = NounPhrase.From(i + 1, stop, text);
        if (source.Length == 0 || text.Tokens.Lower[source.First] is "cent" or "day" or "capita" or "person")
            return null;
        var (from, to) = (source.End, stop);
        if (from < to && text.Tokens.Lower[from] == ",") from++;
        if (to - from < 3)
        {
            (from, to) = (SentenceStart(index, i, within), i);
            if (to > from && text.Tokens.Lower[to - 1] == ",") to--;
        }

        while (to > from && text.Tokens.Lower[to - 1] is "." or "," or ";") to--;
        return to - from < 3 ? null : new()
        {
            Source = [source],
            Cue = [new(i, i + 1)],
            Content = [new(from, to)],
            Why = "rule: per somebody",
        };
    }

    /// <summary>"a court heard that", "..., the inquiry heard on Monday": nobody is named, and who hears is the
    /// hearer.</summary>
    private static Draft? CourtHears(GrammarIndex index, int i, TokenRun within)
    {
        var (text, lower) = (index.Text, index.Text.Tokens.Lower);
        var (start, stop) = (SentenceStart(index, i, within), SentenceEnd(index, i, within));
        var hearer = SubjectPhrase.Before(i, start, text);
        if (hearer.Length == 0 || lower[hearer.End - 1] is not ("court" or "jury" or "inquiry" or "tribunal"
            or "inquest"
            or "hearing" or "committee" or "council" or "commission")) return null;
        var draft = new Draft { Cue = [new(i, i + 1)], Addressee = [hearer], Why = "rule: said in court" };
        if (ContentPhrase.After(draft, index, within) is { } content) draft.Content = [content];
        else if (hearer.First - start > 3 && lower[hearer.First - 1] == ",") draft.Content = [new(start,
            hearer.First - 1)];
        return draft.Content.Count > 0 ? draft : null;
    }

    /// <summary>"he had heard from a cousin that": who is heard is the source, who hears is the hearer.</summary>
    private static Draft? HeardFrom(GrammarIndex index, int i, TokenRun within)
    {
        var (text, lower) = (index.Text, index.Text.Tokens.Lower);
        if (HearsayRules.At(index, i, within) is { } had) return had;
        if (lower[i] != "from" || i == within.First
            || lower[i - 1] is not ("heard" or "hears" or "learned" or "learnt" or "hear"))
            return null;
        var stop = SentenceEnd(index, i, within);
        var source = NounPhrase.From(i + 1, stop, text);
        if (source.Length == 0) return null;
        var draft = new Draft
        {
            Source = [source],
            Cue = [new(RuleCues.Group(index, i - 1, within.First), i + 1)],
            Why = "rule: heard from somebody",
        };
        var at = source.End;
        while (at < stop && TimePhrase.At(at, stop, text) is { Length: > 0 } time) at = time.End;
        if (at + 2 >= stop || lower[at] != "that") return null;
        var end = stop;
        while (end > at + 1 && lower[end - 1] is "." or "," or ";") end--;
        draft.Content = [new(at + 1, end)];
        return draft;
    }

    /// <summary>"the Courier reported, citing two officials who were there": the content is that of the one who
    /// cites, and <see cref="CitedLayer"/> gives it.</summary>
    private static Draft? Citing(GrammarIndex index, int i, TokenRun within)
    {
        var (text, lower) = (index.Text, index.Text.Tokens.Lower);
        var start = SentenceStart(index, i, within);
        if (i == start || lower[i - 1] is not ("," or "and") && !Tags.IsNoun(text.Tag[i - 1])) return null;
        var source = CitedLayer.Phrase(i + 1, SentenceEnd(index, i, within), text);
        return source.Length == 0 ? null : new()
        {
            Source = [source],
            Cue = [new(i, i + 1)],
            Why = "rule: somebody cited by another",
            IsCited = true,
        };
    }

    /// <summary>"quoted Pell as saying that", "was cited by the station as having told the board".</summary>
    private static Draft? AsSaying(GrammarIndex index, int i, TokenRun within)
    {
        var (text, lower) = (index.Text, index.Text.Tokens.Lower);
        var start = SentenceStart(index, i, within);
        if (i - 3 < start || i >= within.End || text.Tag[i] != Tags.Vbg) return null;
        for (var q = i - 2; q >= Math.Max(start, i - 16); q--)
        {
            if (lower[q] is not ("quoted" or "quotes" or "quoting" or "cited" or "quote" or "cites" or "cite"
                or "citing" or "reported" or "recorded" or "described" or "heard")) continue;
            var passive = q > start && lower[q - 1] is "was" or "were" or "is" or "are" or "been";
            if (!passive && lower[q] is "described" or "heard") return null;
            var source = passive
                ? SubjectPhrase.Before(RuleCues.Group(index, q, start), start, text)
                : NounPhrase.From(q + 1, i - 1, text);
            if (source.Length == 0) return null;
            var cue = new TokenRun(i, lower[i] == "having" && i + 1 < within.End ? i + 2 : i + 1);
            var draft = new Draft { Source = [source], Cue = [cue], Why = "rule: quoted as saying" };
            if (ContentPhrase.After(draft, index, within) is not { } content) return null;
            draft.Content = [content];
            return draft;
        }

        return null;
    }
}
