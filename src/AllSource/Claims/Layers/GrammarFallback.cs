using AllSource.Claims.Model;
using AllSource.Language;

namespace AllSource.Claims.Layers;

/// <summary>
/// Where the model leaves a plain reporting verb without a source or a content, grammar gives them: its subject, or the
/// owner of a noun
/// ("the union's allegation"), and the clause that it governs.
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
        if (draft.Content.Count == 0 && Clause(head, draft, index, within) is { } clause) draft.Content = [clause];
        if (draft.Source.Count == 0 && !index.Has(head, Relations.AuxPass)
            && Subject(head, draft, index, within) is { } source)
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
            if (text.Relation[i] != Relations.Ccomp && !(Tags.IsNoun(text.Tag[head])
                && text.Relation[i] == Relations.Acl)) continue;
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

    private static TokenRun? Subject(int head, Draft draft, GrammarIndex index, TokenRun within)
    {
        var text = index.Text;
        var subject = index.Subject[head];
        if (Tags.IsNoun(text.Tag[head])) subject = Owner(head, text, within);
        if (subject < within.First || subject >= draft.First) return null;
        var (first, end) = (Math.Max(index.First[subject], within.First), Math.Min(index.Last[subject] + 1,
            draft.First));
        for (var i = subject + 1; i < end; i++)
        {
            if (text.Tokens.Lower[i] is "who" or "which" or "," or "that") end = i;
        }

        return end > first && end - first <= 15 ? new(first, end) : null;
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
