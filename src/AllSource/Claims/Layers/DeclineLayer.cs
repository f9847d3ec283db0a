using AllSource.Language;

namespace AllSource.Claims.Layers;

/// <summary>
/// Cuts refusals as the guide has them: "declined to comment" is all cue, and what then tells only when, to whom or to
/// what request is
/// no content. The model's large set takes "to comment" for a content.
/// </summary>
internal static class DeclineLayer
{
    private static readonly System.Collections.Frozen.FrozenSet<string> Telling = WordList.Of("""

            comment say respond reply answer discuss name speak give identify confirm deny explain talk
            elaborate repeat disclose reveal read provide
        guess tell
        """);

    private static readonly System.Collections.Frozen.FrozenSet<string> Empty = WordList.Of(
        "when while because as until citing on in at through by to a for after before since immediately further");

    /// <summary>"Asked for the order, | the clerk | said nothing": what was asked is nothing that is said.</summary>
    private static void Unask(Draft draft, TokenisedText tokens) => draft.Content.RemoveAll(r => r.End <= draft.First
        && tokens.SentenceStart[tokens.SentenceOf[r.First]] == r.First && tokens.Lower[r.First] is "asked" or "pressed"
            or "questioned" or "challenged" or "confronted" or "when" or "reached" or "contacted" or "approached");

    /// <summary>"a second set of written questions from this newspaper" is still only what was asked.</summary>
    private const int RequestTokensMax = 9;

    public static void Cut(Draft draft, GrammarIndex index)
    {
        if (draft.Cue.Count == 0 || ActLayer.Of(draft, index).Act != Act.Decline) return;
        var tokens = index.Text.Tokens;
        WholeNeither(draft, index.Text);
        var cue = draft.Cue[^1];
        var stop = tokens.SentenceStart[tokens.SentenceOf[cue.First] + 1];
        Unask(draft, tokens);
        var stem = Stems.Of(tokens.Lower[cue.End - 1]);
        if (IsUnanswered(draft, cue, tokens))
        {
            draft.Content.Clear();
            if (stem == "to") draft.Cue[^1] = new(cue.First, cue.End - 1);
            return;
        }

        if (stem is "declin" or "refus" && cue.End + 1 < stop && tokens.Lower[cue.End] == "to"
            && (stem == "declin" || Telling.Contains(tokens.Lower[cue.End + 1])))
        {
            var end = cue.End + 2;
            if (end + 1 < stop && tokens.Lower[end] == "on" && tokens.Lower[end - 1] == "comment"
                && !IsDay(tokens.Lower[end + 1])) end++;
            draft.Cue[^1] = new(cue.First, end);
            draft.Content = [.. draft.Content
                .Where(r => r.End > end || r.End <= cue.First)
                .Select(r => r.End <= cue.First ? r : new TokenRun(Math.Max(r.First, end), r.End))];
        }

        draft.Content.RemoveAll(r => draft.Source.Any(s => s.First <= r.First && r.End <= s.End)
            || (r.First >= draft.Cue[^1].End && Empty.Contains(tokens.Lower[r.First])));
    }

    /// <summary>"Neither Brandt nor | his lawyer | replied": the two are one source.</summary>
    private static void WholeNeither(Draft draft, ParsedText text)
    {
        var floor = text.Tokens.SentenceStart[text.Tokens.SentenceOf[draft.First]];
        if (draft.Source is not [var source] || source.First <= floor || source.End > draft.First
            || text.Tokens.Lower[source.First - 1] != "nor") return;
        var first = SubjectPhrase.NoneBefore(draft.First, floor, text);
        if (first >= 0 && first < source.First) draft.Source = [new(first, source.End)];
    }

    /// <summary>"Stopped short of | calling it".</summary>
    public static bool IsShortOf(Draft draft, TokenisedText tokens)
    {
        if (draft.Cue.Count == 0) return false;
        for (var i = Math.Max(1, draft.First); i <= draft.Cue[0].End && i < tokens.Count; i++)
        {
            if (tokens.Lower[i - 1] == "short" && tokens.Lower[i] == "of") return true;
        }

        return draft.First >= 2 && tokens.Lower[draft.First - 1] == "of" && tokens.Lower[draft.First - 2] == "short";
    }

    /// <summary>"Did not respond to | two requests for comment": what was asked is not what is held back.</summary>
    private static bool IsUnanswered(Draft draft, TokenRun cue, TokenisedText tokens)
    {
        if (draft.Content is not [{ Length: <= RequestTokensMax } only] || only.First < cue.End
            || only.First > cue.End + 1) return false;
        var verb = tokens.Lower[cue.End - 1] == "to" ? cue.End - 2 : cue.End - 1;
        return verb >= cue.First && Stems.Of(tokens.Lower[verb]) is "respond" or "reply"
            && Enumerable.Range(only.First, only.Length).Any(i => SilenceCues.Asked.Contains(tokens.Lower[i]));
    }

    private static bool IsDay(string lower) => NounPhrase.IsTime(lower);
}
