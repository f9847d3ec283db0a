using AllSource.Language;

namespace AllSource.Claims.Layers;

/// <summary>
/// In whose words a content is: all in quotation marks (direct), some of it (mixed), none (indirect). Marks around one
/// or two words
/// without a verb are a nickname, a title or scare quotes and change nothing; nor do marks that the cue stands in as
/// well.
/// </summary>
internal static class ModeLayer
{
    private static readonly System.Collections.Frozen.FrozenSet<string> NoComment = WordList.Of("""
        to a an the for on about our its his her their any of from comment comments respond reply answer request
        requests question questions inquiries
        enquiries call calls message messages email emails interview immediately further publicly when asked and
        repeated several
        """);

    public static Mode Of(Draft draft, GrammarIndex index, Act act)
    {
        if (draft.Content.Count == 0 || act == Act.Decline && IsNoComment(draft, index.Text.Tokens)) return Mode.None;
        var (text, tokens) = (index.Text, index.Text.Tokens);
        var own = draft.Cue.Count > 0 ? text.Quotes.Of[draft.Cue[0].First] : -1;
        int plain = 0, said = 0;
        foreach (var run in draft.Content)
        {
            if (tokens.Form[run.First][0] == '>') return Mode.Direct;
            var whole = IsOneQuotation(run, text, own);
            for (var i = Opening(run, text, own); i < run.End; i++)
            {
                if (!char.IsLetterOrDigit(tokens.Form[i][0])) continue;
                var q = text.Quotes.Of[i];
                if (whole || q >= 0 && q != own && IsSpoken(index, q)) said++;
                else plain++;
            }
        }

        return said == 0 ? Mode.Indirect : plain == 0 ? Mode.Direct : Mode.Mixed;
    }

    /// <summary>"That “sound is not immortal”": the word that leads to a quotation is not said by anybody.</summary>
    private static int Opening(TokenRun run, ParsedText text, int own)
    {
        var next = run.First + 1;
        return next < run.End && text.Tokens.Lower[run.First] is "that" or "of" or "to" or "as"
            && text.Quotes.Of[next] is var q && q >= 0 && q != own && text.Quotes.First[q] == next ? next : run.First;
    }

    private static bool IsNoComment(Draft draft, TokenisedText tokens) => draft.Content.All(run =>
        Enumerable.Range(run.First, run.Length).All(i => !char.IsLetter(tokens.Lower[i][0])
            || NoComment.Contains(tokens.Lower[i])));

    /// <summary>Whether a run opens with a mark and never stands outside of one, quotations nested in it
    /// included.</summary>
    private static bool IsOneQuotation(TokenRun run, ParsedText text, int own)
    {
        var q = text.Quotes.Of[run.First];
        if (q < 0 || q == own || text.Quotes.First[q] != run.First) return false;
        if (text.Quotes.End[q] >= run.End - 1) return true;
        var depth = 0;
        for (var i = run.First; i < run.End - 1; i++)
        {
            depth += text.Tokens.Form[i] switch { "“" or "«" => 1, "”" or "»" => -1, _ => 0 };
            if (depth <= 0) return false;
        }

        return true;
    }

    /// <summary>
    /// Words that somebody spoke, rather than a name, a title or scare quotes: four or more, or with a verb, or words
    /// of judgment ("factually
    /// wrong") that no article makes a name.
    /// </summary>
    private static bool IsSpoken(GrammarIndex index, int quotation)
    {
        var (text, tokens) = (index.Text, index.Text.Tokens);
        var (from, to) = (text.Quotes.First[quotation], text.Quotes.End[quotation]);
        int words = 0, names = 0;
        bool verb = false, judgment = false, link = false;
        for (var i = from; i < Math.Min(to, from + 40); i++)
        {
            if (!char.IsLetterOrDigit(tokens.Form[i][0])) continue;
            words++;
            if (Tags.IsName(text.Tag[i])) names++;
            verb |= Tags.IsVerb(text.Tag[i]) || text.Tag[i] == Tags.Md;
            judgment |= text.Tag[i] == Tags.Jj;
            link |= text.Tag[i] == Tags.In || text.Tag[i] == Tags.Rb;
        }

        if (words == 0 || names == words) return false;
        var before = from > 0 ? tokens.Lower[from - 1] : "";
        if (before is "the" or "so-called" or "itself" or "himself" or "herself" or "called"
            or "named") return words >= 5;
        return words >= 3 || link || verb || judgment || before is "about" or "as" or "of" or "a" or "an"
            || from > 0 && Tags.IsVerb(text.Tag[from - 1]);
    }
}
