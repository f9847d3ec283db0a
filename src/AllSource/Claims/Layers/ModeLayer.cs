using AllSource.Language;

namespace AllSource.Claims.Layers;

/// <summary>
/// In whose words a content is: all in quotation marks (direct), some of it (mixed), none (indirect). Marks around one or two words
/// without a verb are a nickname, a title or scare quotes and change nothing; nor do marks that the cue stands in as well.
/// </summary>
internal static class ModeLayer
{
    public static Mode Of(Draft draft, GrammarIndex index)
    {
        if (draft.Content.Count == 0) return Mode.None;
        var (text, tokens) = (index.Text, index.Text.Tokens);
        var own = draft.Cue.Count > 0 ? text.Quotes.Of[draft.Cue[0].First] : -1;
        int quoted = 0, plain = 0, said = 0;
        foreach (var run in draft.Content)
        {
            if (tokens.Form[run.First][0] == '>') return Mode.Direct;
            for (var i = run.First; i < run.End; i++)
            {
                if (!char.IsLetterOrDigit(tokens.Form[i][0])) continue;
                var q = text.Quotes.Of[i];
                if (q < 0 || q == own) plain++;
                else if (IsSpoken(index, q)) said++;
                else quoted++;
            }
        }

        if (said == 0) return quoted > 0 && plain == 0 ? Mode.Direct : Mode.Indirect;
        return plain + quoted == 0 ? Mode.Direct : Mode.Mixed;
    }

    /// <summary>Words that somebody spoke, rather than a name in marks: three or more, or with a verb among them.</summary>
    private static bool IsSpoken(GrammarIndex index, int quotation)
    {
        var (from, to) = (index.Text.Quotes.First[quotation], index.Text.Quotes.End[quotation]);
        int words = 0, names = 0;
        for (var i = from; i < Math.Min(to, from + 40); i++)
        {
            if (!char.IsLetterOrDigit(index.Text.Tokens.Form[i][0])) continue;
            words++;
            if (Tags.IsName(index.Text.Tag[i])) names++;
        }

        return words > names && (words >= 2 || words == 1 && to - from <= 3);
    }
}
