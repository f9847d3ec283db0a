using AllSource.Language;

namespace AllSource.Claims.Layers;

/// <summary>
/// Where a speaker's words end when another verb of saying stands in the same sentence: whoever speaks again ("denied X
/// and said Y") ends his own words, who speaks within them ("that the aide came and told her Y", "by a major, who
/// assured him Y") belongs to them.
/// </summary>
internal static class ContentBorders
{
    /// <summary>Neighbours further on are not looked at, so that a sentence of a thousand cues costs a thousand
    /// looks.</summary>
    private const int AheadMax = 4;

    /// <summary>Between a conjunction and the verb that it joins: helpers and adverbs.</summary>
    private const int JoinMax = 6;

    private static readonly System.Collections.Frozen.FrozenSet<string> Judged = WordList.Of("""
        figure number claim charge allegation version account assertion suggestion idea notion accusation statement
        remark description characterisation characterization view contention argument theory estimate report story
        assessment reading explanation interpretation rumour rumor tally toll prediction promise demand
        """);

    private const int CommentMax = 16;

    public static void Apply(List<Draft> drafts, GrammarIndex index)
    {
        var order = drafts.Where(static d => d.Cue.Count > 0).OrderBy(static d => d.First)
            .ThenBy(static d => d.Cue[^1].End).ToList();
        for (var k = 0; k < order.Count; k++)
        {
            if (!order[k].IsCited) AsideCue.Apply(order[k], index);
        }

        // from the last to the first, so that who holds others' words holds all of them
        for (var k = order.Count - 1; k >= 0; k--)
        {
            Coordinated(order[k], index.Text);
            for (var next = k + 1; next < Math.Min(order.Count, k + 1 + AheadMax); next++)
            {
                if (Of(order[k], order[next], index)) break;
            }
        }
    }

    /// <summary>Sets the border between two drafts; true where no later one matters.</summary>
    private static bool Of(Draft outer, Draft inner, GrammarIndex index)
    {
        var text = index.Text;
        if (outer.Content.Count == 0 || inner.First < outer.Cue[^1].End || !IsSpeech(outer, index)) return false;
        if (text.Tokens.SentenceOf[inner.First] != text.Tokens.SentenceOf[outer.First]) return true;
        if (IsBefore(outer)) return false;
        return Cut(outer, inner, index) || CarriedSpeech.TakeIn(outer, inner, text);
    }

    /// <summary>A verb of saying of whatever list, or one that "that" follows.</summary>
    public static bool IsSpeech(Draft draft, GrammarIndex index)
    {
        var lower = index.Text.Tokens.Lower;
        var last = draft.Cue[^1].End - 1;
        return CueWords.IsSpeech(draft, index) || ReportingVerbs.MayBe(lower[last]) || draft.Content.Exists(c =>
            lower[c.First] == "that" || (c.First > 0 && lower[c.First - 1] == "that"));
    }

    private static bool IsBefore(Draft draft) => draft.Content[^1].End <= draft.First;

    private static int HolderOf(Draft outer, int token) => outer.Content.FindIndex(c => c.Contains(token));

    /// <summary>Ends the outer words where a second verb of the outer speaker begins, or another's comment.</summary>
    private static bool Cut(Draft outer, Draft inner, GrammarIndex index)
    {
        var text = index.Text;
        var at = HolderOf(outer, inner.First);
        if (at < 0 || outer.Content[at].First < outer.Cue[^1].End || IsQuoted(outer.Content[at], inner.First, text))
        {
            return false;
        }

        var first = outer.Content[at].First;
        var border = SameSpeaker(outer, inner, first, text) ?? Comment(inner, first, text)
            ?? Beside(inner, first, text) ?? Opener(outer, inner, first, text);
        if (border is not { } end || end <= first) return false;
        outer.Content.RemoveRange(at, outer.Content.Count - at);
        outer.Content.Add(new(first, end));
        return true;
    }

    /// <summary>Whether a token stands in a quotation that opens in the content: there its speaker is quoted
    /// whole.</summary>
    private static bool IsQuoted(TokenRun content, int token, ParsedText text)
    {
        var q = text.Quotes.Of[token];
        return q >= 0 && text.Quotes.First[q] >= content.First;
    }

    /// <summary>"Admitted that he has taken money | but denied passing it". A verb in another tense, or after one of
    /// coming and ringing up ("wrote that he rang her | and told her"), goes on with the clause before it.</summary>
    private static int? SameSpeaker(Draft outer, Draft inner, int first, ParsedText text)
    {
        if (outer.Source is not [var speaker] || speaker.First >= outer.First || inner.Source is not [var again]
            || again.First != speaker.First) return null;
        var border = -1;
        for (var i = inner.First - 1; i >= Math.Max(first, inner.First - JoinMax) && border < 0; i--)
        {
            if (IsJoin(text.Tokens.Lower[i])) border = WithComma(i, first, text);
            else if (text.Tag[i] != Tags.Rb && text.Tag[i] != Tags.Md && text.Tag[i] != Tags.In) break;
        }

        if (border < 0) return null;
        var own = text.Tag[Model.SpanFeatures.HeadOf(outer.Cue[^1], text)];
        var other = text.Tag[Model.SpanFeatures.HeadOf(inner.Cue[0], text)];
        var differs = other != Tags.Vbg && CarriedSpeech.IsPresent(own) != CarriedSpeech.IsPresent(other);
        var isPlain = CarriedSpeech.IsPlain(inner, text);
        if (!differs && !(isPlain && CarriedSpeech.Approaches(first, border, text))) return border;
        if (isPlain && CarriedSpeech.Subject(first, border, text) is { } subject) inner.Source = [subject];
        return null;
    }

    private static bool IsJoin(string lower) => lower is "and" or "but" or "or" or "then" or "yet" or "," or ";";

    private static int WithComma(int i, int first, ParsedText text)
    {
        while (i > first && (IsJoin(text.Tokens.Lower[i - 1]) || text.Tokens.Lower[i - 1] is "–" or "—")) i--;
        return i;
    }

    /// <summary>"Has denounced it as motivated, | a charge which I reject": a noun for what was said, and who speaks
    /// of it.</summary>
    private static int? Comment(Draft inner, int first, ParsedText text)
    {
        var lower = text.Tokens.Lower;
        for (var i = inner.First - 2; i > Math.Max(first, inner.First - CommentMax); i--)
        {
            if (lower[i] is ";" or ":") return null;
            if (lower[i] is not ("," or "–" or "—" or "--") || lower[i + 1] is not ("a" or "an" or "the")) continue;
            var noun = i + 2;
            if (noun < inner.First && text.Tag[noun] == Tags.Jj) noun++;
            if (noun < inner.First && Judged.Contains(lower[noun])) return i;
        }

        return null;
    }

    /// <summary>"That Y; | the mayor retorted", "that Y, | though the auditors say".</summary>
    private static int? Beside(Draft inner, int first, ParsedText text)
    {
        var lower = text.Tokens.Lower;
        if (inner.Source is not [var speaker] || speaker.First >= inner.First) return null;
        var i = speaker.First - 1;
        while (i > first && speaker.First - i < JoinMax && lower[i] is not (";" or ",")
            && (text.Tag[i] == Tags.Rb || text.Tag[i] == Tags.In || text.Tag[i] == Tags.Cc || IsNear(lower[i]))) i--;
        if (i <= first) return null;
        if (lower[i] == ";") return lower[i + 1] is "that" ? null : i;
        return lower[i] == "," && lower[i + 1] is "though" or "although" or "while" or "whereas" or "as"
            && i + 2 >= speaker.First ? i : null;
    }

    /// <summary>"Asked how he knew, | she answered", "When the mother repeated this, | the guard recanted", "the wife,
    /// who begged us not to print it, | blurted": the words of an opening or of an aside end before the verb of the
    /// sentence.</summary>
    private static int? Opener(Draft outer, Draft inner, int first, ParsedText text)
    {
        var lower = text.Tokens.Lower;
        if (inner.Source is not [var speaker]) return null;
        if (speaker.End <= outer.First && speaker.First < outer.First && (outer.Source.Count == 0
            || outer.Source[0].First >= speaker.End))
        {
            for (var i = inner.First - 1; i > Math.Max(first, inner.First - JoinMax); i--)
            {
                if (lower[i] == ",") return i;
            }

            return null;
        }

        if (speaker.First - 1 <= first || lower[speaker.First - 1] != ",") return null;
        var start = text.Tokens.SentenceStart[text.Tokens.SentenceOf[outer.First]];
        if (outer.First != start && !IsSubordinate(lower[start])) return null;
        for (var i = start; i < outer.First; i++)
        {
            if (lower[i] == ",") return null;
        }

        return outer.First > start || text.Tag[start] == Tags.Vbn || IsSubordinate(lower[start])
            ? speaker.First - 1 : null;
    }

    private static bool IsSubordinate(string lower) => lower is "when" or "while" or "after" or "before" or "if"
        or "although" or "though" or "once" or "since" or "until" or "because" or "asked" or "pressed" or "challenged"
        or "confronted" or "questioned" or "told" or "reminded" or "informed";

    private static bool IsNear(string lower) => lower is "same" or "the" or "turn" or "breath";

    /// <summary>"That X | and that Y".</summary>
    private static void Coordinated(Draft draft, ParsedText text)
    {
        if (draft.Content.Count == 0 || IsBefore(draft)) return;
        var (run, lower) = (draft.Content[^1], text.Tokens.Lower);
        if (run.First < draft.Cue[^1].End || lower[run.First] != "that"
            && (run.First == 0 || lower[run.First - 1] != "that")) return;
        var stop = text.Tokens.SentenceStart[text.Tokens.SentenceOf[run.First] + 1];
        var at = run.End;
        if (at < stop && lower[at] is "," or ";") at++;
        if (at < stop && lower[at] is "and" or "but" or "or" or "nor") at++;
        else if (at == run.End) return;
        if (at + 2 >= stop || lower[at] != "that" || !ReportingVerbs.OpensClause(at + 1, stop, text)) return;
        var end = ContentPhrase.End(at + 1, stop, draft.Cue[^1], text);
        if (end > run.End) draft.Content[^1] = new(run.First, end);
    }
}
