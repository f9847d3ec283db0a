using AllSource.Language;

namespace AllSource.Claims.Layers;

/// <summary>
/// Takes back what the learned part cannot have meant: a content that begins in a later sentence of the same quotation,
/// the "A." of a transcript as a content, the day at the end of a source.
/// </summary>
internal static class SpanRepair
{
    /// <summary>So many tokens may tell when, between who speaks and the verb.</summary>
    private const int TimeTokensMax = 5;

    /// <summary>So many tell of the source between two commas.</summary>
    private const int AsideTokensMax = 12;

    public static void Apply(Draft draft, GrammarIndex index)
    {
        if (draft.Cue.Count == 0) return;
        var text = index.Text;
        NeitherNor.Apply(draft, text);
        CutCue(draft, text);
        FillIdiom(draft, index);
        NameTheNoun(draft, text);
        SaidAs(draft, text);
        draft.Content.RemoveAll(run => IsLabel(run, text.Tokens) || IsAfterwards(run, draft, text)
            || IsWhen(run, text));
        for (var i = 0; i < draft.Content.Count; i++)
        {
            if (ContentPhrase.Opening(draft.Cue[^1], draft.Content[i], text) is { } at) draft.Content[i] = new(at,
                draft.Content[i].End);
        }

        for (var i = 0; i < draft.Content.Count; i++) draft.Content[i] = Proper(draft.Content[i], draft, text);
        WholeClaim(draft, text);
        NameTheCited(draft, text.Tokens);
        AccordingToWhich(draft, text);
        NameTheNearer(draft, text);
        for (var i = 0; i < draft.Source.Count; i++) draft.Source[i] = WithoutTime(
            WithoutDateline(WithoutMarks(draft.Source[i], text.Tokens), draft.Cue[0], text), text);
        draft.Source.RemoveAll(s => IsMark(text.Tokens.Form[s.First]));
        if (draft.Source is [{ Length: > 2 } whole] && text.Tokens.Lower[whole.First] == "to"
            && text.Tokens.Lower[whole.First + 1] == "hear") draft.Source = [new(whole.First + 2, whole.End)];
    }

    /// <summary>"Two | witnesses told", read with the noun in the cue.</summary>
    private static void NameTheNoun(Draft draft, ParsedText text)
    {
        var cue = draft.Cue[0];
        if (cue.Length < 2 || draft.Source is not [{ Length: 1 } number] || number.End != cue.First) return;
        if (text.Tag[number.First] != Tags.Cd || text.Tag[cue.First] != Tags.Nns) return;
        (draft.Source[0], draft.Cue[0]) = (new(number.First, cue.First + 1), new(cue.First + 1, cue.End));
    }

    /// <summary>"Was quoted | as saying that" is one cue; "spoke of | a dam | that broke" has the dam in its
    /// content.</summary>
    private static void SaidAs(Draft draft, ParsedText text)
    {
        var (cue, lower) = (draft.Cue[^1], text.Tokens.Lower);
        if (draft.Content is not [var content, ..] || content.First < cue.End) return;
        if (lower[cue.End - 1] is "quoted" or "cited" && content.First == cue.End && content.Length > 3
            && lower[content.First] == "as" && lower[content.First + 1] is "saying" or "telling")
        {
            (draft.Cue[^1], draft.Content[0]) = (new(cue.First, cue.End + 2), new(cue.End + 2, content.End));
        }
        else if (lower[cue.End - 1] is "of" or "about" && lower[content.First] is "that" or "which" or "who"
            && content.First > cue.End && NounPhrase.From(cue.End, content.First, text).End == content.First)
        {
            draft.Content[0] = new(cue.End, content.End);
        }
    }

    /// <summary>"begged | to differ", read as a cue with a content, is one turn of phrase.</summary>
    private static void FillIdiom(Draft draft, GrammarIndex index)
    {
        var cue = draft.Cue[^1];
        for (var i = cue.First; i < cue.End; i++)
        {
            if (SpeechIdioms.At(index, i, index.Text.Count) is not { Gap.Length: 0 } idiom || idiom.End <= cue.End)
            {
                continue;
            }

            draft.Cue[^1] = new(cue.First, idiom.End);
            draft.Content = [.. draft.Content.Where(r => r.End > idiom.End || r.End <= cue.First)
                .Select(r => r.First >= cue.First ? new TokenRun(Math.Max(r.First, idiom.End), r.End) : r)];
            return;
        }
    }

    /// <summary>"stands by | his statement that ...", read with the noun in the cue: the noun has an owner and a
    /// claim of
    /// its own, and belongs to the content.</summary>
    private static void CutCue(Draft draft, ParsedText text)
    {
        var (cue, lower) = (draft.Cue[^1], text.Tokens.Lower);
        if (cue.Length < 3 || !RuleCues.IsNominal(lower[cue.End - 1]) || cue.End >= text.Count
            || lower[cue.End] != "that") return;
        for (var i = cue.First + 1; i < cue.End - 1; i++)
        {
            if (text.Tag[i] != Tags.Dt && text.Tag[i] != Tags.PrpPoss) continue;
            draft.Cue[^1] = new(cue.First, i);
            var end = draft.Content.Where(r => r.First >= cue.End).Select(r => r.End).Append(cue.End).Max();
            draft.Content.RemoveAll(r => r.First >= i);
            draft.Content.Add(new(i, end));
            return;
        }
    }

    /// <summary>"The Courier reported, citing | two officials |, that ...", read with the cited as a piece of the
    /// content: whose words these are stands behind the cue.</summary>
    private static void NameTheCited(Draft draft, TokenisedText tokens)
    {
        var cue = draft.Cue[^1];
        if (cue.Length != 1 || tokens.Lower[cue.First] != "citing") return;
        if (draft.Content.Count < 2 || draft.Source.Exists(s => s.First >= cue.End)) return;
        var at = draft.Content.FindIndex(c => c.First == cue.End);
        if (at < 0 || at == draft.Content.Count - 1) return;
        draft.Source = [draft.Content[at]];
        draft.Content.RemoveAt(at);
    }

    /// <summary>"A memo according to which 31 were admitted": the memo, and what follows.</summary>
    private static void AccordingToWhich(Draft draft, ParsedText text)
    {
        var (cue, tokens) = (draft.Cue[^1], text.Tokens);
        if (cue.End + 2 >= text.Count || tokens.Lower[cue.End - 1] != "to" || tokens.Lower[cue.First] != "according"
            || tokens.Lower[cue.End] is not ("which" or "whom")) return;
        var sentence = tokens.SentenceOf[cue.First];
        var source = SubjectPhrase.Before(cue.First, tokens.SentenceStart[sentence], text);
        if (source.Length == 0) return;
        var (first, end) = (cue.End + 1, tokens.SentenceStart[sentence + 1]);
        for (var i = first; i < end; i++)
        {
            if (tokens.Form[i] is "," or ";" or "." && text.Quotes.Of[i] < 0) end = i;
        }

        if (end - first < 2) return;
        (draft.Source, draft.Content) = ([source], [new(first, end)]);
    }

    /// <summary>"The agency declined to comment and | the ministry | did not respond": a verb with a subject of its own
    /// after "and" is not the former speaker's.</summary>
    private static void NameTheNearer(Draft draft, ParsedText text)
    {
        var cue = draft.Cue[0];
        if (draft.Source is not [var far] || far.End >= cue.First || !IsFinite(text.Tag[cue.First])) return;
        var near = SubjectPhrase.EndingAt(cue.First, far.End, text);
        if (near.Length == 0 || text.Tokens.Lower[near.First - 1] is not ("and" or "but" or "while")) return;
        for (var i = far.End; i < near.First; i++)
        {
            if (!IsFinite(text.Tag[i])) continue;
            draft.Source = [near];
            return;
        }
    }

    private static bool IsFinite(byte tag) => tag == Tags.Vbd || tag == Tags.Vbz || tag == Tags.Vbp || tag == Tags.Md;

    /// <summary>"A." before an answer, "Q." before a question.</summary>
    public static bool IsLabel(TokenRun run, TokenisedText tokens) => run.Length == 1
        && tokens.ParagraphStart[tokens.ParagraphOf[run.First]] == run.First
        && tokens.Form[run.First] is "A." or "Q." or "A" or "Q" or "A:" or "Q:";

    /// <summary>"An item it retracted | an hour later".</summary>
    private static bool IsWhen(TokenRun run, ParsedText text) => run.End < text.Count && run.Length <= TimeTokensMax
        && text.Tokens.Lower[run.End] is "later" or "earlier" or "ago"
        && TimePhrase.At(run.First, run.End + 1, text).End == run.End + 1;

    /// <summary>"Denied | the claim | by the referee that they had called him a cheat": the claim with its words.
    /// </summary>
    private static void WholeClaim(Draft draft, ParsedText text)
    {
        if (draft.Content is not [.., var content] || content.First < draft.Cue[^1].End
            || !RuleCues.IsNominal(text.Tokens.Lower[content.End - 1])) return;
        var stop = text.Tokens.SentenceStart[text.Tokens.SentenceOf[content.First] + 1];
        var that = content.End;
        if (that < stop && text.Tokens.Lower[that] is "by" or "from" or "of" or "in"
            && NounPhrase.From(that + 1, stop, text) is { Length: > 0 } whose) that = whose.End;
        if (that + 2 >= stop || text.Tokens.Lower[that] != "that") return;
        draft.Content[^1] = new(content.First, ContentPhrase.End(that, stop, draft.Cue[^1], text));
    }

    /// <summary>A content without the dateline before it ("PORT SESSAY (Meridian) - Two were hurt, he wrote"), and
    /// without what only tells of the source ("according to the report, | seen by the Post, | the valve
    /// failed").</summary>
    private static TokenRun Proper(TokenRun run, Draft draft, ParsedText text)
    {
        var tokens = text.Tokens;
        if (tokens.ParagraphStart[tokens.ParagraphOf[run.First]] == run.First
            && Dateline.End(run.First, tokens) is var after && after > run.First && after < run.End)
        {
            return new(after, run.End);
        }

        if (text.Tag[run.First] != Tags.Vbn || tokens.Form[Math.Max(0, run.First - 1)] != ","
            || tokens.Lower[draft.Cue[^1].End - 1] != "to" || run.First < draft.Cue[^1].End) return run;
        for (var i = run.First + 1; i < Math.Min(run.End - 2, run.First + AsideTokensMax); i++)
        {
            if (tokens.Form[i] == ",") return new(i + 1, run.End);
        }

        return run;
    }

    /// <summary>After "they told us April." the next sentence is not what they told, unless a mark says so.</summary>
    private static bool IsAfterwards(TokenRun run, Draft draft, ParsedText text)
    {
        var tokens = text.Tokens;
        var cue = draft.Cue[^1];
        if (run.First < cue.End || tokens.SentenceOf[run.First] == tokens.SentenceOf[cue.End - 1]) return false;
        var q = text.Quotes.Of[cue.First];
        return q >= 0 && q == text.Quotes.Of[run.First] && tokens.Form[run.First - 1] != ":"
            && !ContentPhrase.IsQuotation(run.First, text);
    }

    /// <summary>"PORT SESSAY, March 4 - Velmora's minister denied": where and when a report was filed is nobody who
    /// speaks; what follows it is.</summary>
    private static TokenRun WithoutDateline(TokenRun source, TokenRun cue, ParsedText text)
    {
        var start = text.Tokens.ParagraphStart[text.Tokens.ParagraphOf[source.First]];
        var end = Dateline.End(start, text.Tokens);
        if (source.First > start || end < 0 || cue.First < end) return source;
        if (source.End > end) return new(end, source.End);
        for (var i = cue.First; i > Math.Max(end, cue.First - TimeTokensMax); i--)
        {
            // "the minister | on Tuesday | denied"
            if (i < cue.First && TimePhrase.At(i, cue.First, text).End != cue.First) continue;
            if (SubjectPhrase.Before(i, end, text) is { Length: > 0 } subject) return subject;
        }

        return source;
    }

    /// <summary>Marks of bold words, lists and headings are no part of a name.</summary>
    private static TokenRun WithoutMarks(TokenRun source, TokenisedText tokens)
    {
        var (first, end) = (source.First, source.End);
        while (end - first > 1 && IsMark(tokens.Form[end - 1])) end--;
        while (end - first > 1 && IsMark(tokens.Form[first])) first++;
        return new(first, end);
    }

    private static bool IsMark(string form) => form.All(static c => c is '*' or '_' or '#' or '|' or '•' or '~');

    private static TokenRun WithoutTime(TokenRun source, ParsedText text)
    {
        for (var i = Math.Max(source.First + 1, source.End - 5); i < source.End; i++)
        {
            if (text.Tokens.Lower[i - 1] == "of") continue; // "the subscriber of yesterday" is one of two
            if (TimePhrase.At(i, source.End, text) is { Length: > 0 } time && time.End == source.End
                && (Tags.In == text.Tag[i] || text.Tokens.Lower[i] is "yesterday" or "today" || time.Length > 1
                    && text.Tokens.Lower[i] is "last" or "this"))
            {
                return new(source.First, i);
            }
        }

        return source;
    }
}
