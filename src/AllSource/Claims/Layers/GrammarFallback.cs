using AllSource.Claims.Model;
using AllSource.Language;

namespace AllSource.Claims.Layers;

/// <summary>
/// Where the model leaves a plain reporting verb without a source or a content, grammar gives them: its subject, or the
/// owner of a noun ("the union's allegation"), and the clause that it governs.
/// </summary>
internal static class GrammarFallback
{
    /// <summary>A clause longer than this is a misreading of the grammar.</summary>
    private const int ClauseTokensMax = 80;

    /// <param name="within">The stretch that source and content must lie in.</param>
    public static void Complete(Draft draft, GrammarIndex index, TokenRun within)
    {
        if (draft.Source.Count > 0 && draft.Content.Count > 0) return;
        var text = index.Text;
        var head = SpanFeatures.HeadOf(draft.Cue[0], text);
        if (!CueWords.Strong.Contains(Stems.Of(text.Tokens.Lower[head])) && !Tags.IsNoun(text.Tag[head])) return;
        if (draft.Content.Count == 0
            && (Clause(head, draft, index, within) ?? Before(draft, text, within)) is { } clause)
        {
            draft.Content = [clause];
        }

        if (draft.Source.Count == 0 && !index.Has(head, Relations.AuxPass)
            && (Subject(head, draft, index, within) ?? Opener(draft, text, within)) is { } source)
        {
            draft.Source = [source];
        }
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
    private static TokenRun? Before(Draft draft, ParsedText text, TokenRun within)
    {
        if (draft.Source.Count == 0) return null;
        var first = Math.Min(draft.Source[0].First, draft.First);
        var start = Math.Max(within.First, text.Tokens.SentenceStart[text.Tokens.SentenceOf[first]]);
        if (first - start is < 4 or > ClauseTokensMax || text.Tokens.Lower[first - 1] != ",") return null;
        return new(start, first - 1);
    }

    private static TokenRun? Subject(int head, Draft draft, GrammarIndex index, TokenRun within)
    {
        var text = index.Text;
        var subject = index.Subject[head];
        if (Tags.IsNoun(text.Tag[head])) subject = Owner(head, text, within);
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

    private static int Owner(int head, ParsedText text, TokenRun within)
    {
        for (var i = head - 1; i >= Math.Max(within.First, head - 6); i--)
        {
            if (text.Head[i] == head && text.Relation[i] == Relations.NmodPoss) return i;
        }

        return -1;
    }
}
