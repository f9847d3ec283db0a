using AllSource.Language;

namespace AllSource.Claims.Layers;

/// <summary>
/// A word that weakens the claim or its report: in the cue ("reportedly said"), beside it, or the first in the content
/// outside any claim
/// nested there. At most one.
/// </summary>
internal static class HedgeLayer
{
    private static readonly System.Collections.Frozen.FrozenSet<string> Report = WordList.Of(
        "reportedly allegedly apparently supposedly purportedly ostensibly seemingly");

    private static readonly System.Collections.Frozen.FrozenSet<string> Claim = WordList.Of(
        "reportedly allegedly apparently supposedly purportedly perhaps possibly probably maybe "
            + "presumably conceivably");

    /// <param name="nested">Stretches of claims within this one, ascending: their words are not its own.</param>
    public static List<TokenRun> Of(Draft draft, GrammarIndex index, IReadOnlyList<TokenRun> nested)
    {
        var text = index.Text;
        foreach (var cue in draft.Cue)
        {
            var start = text.Tokens.SentenceStart[text.Tokens.SentenceOf[cue.First]];
            for (var i = Math.Max(start, cue.First - 3); i < Math.Min(cue.End + 1, text.Count); i++)
            {
                if (Report.Contains(text.Tokens.Lower[i])) return [new(i, i + 1)];
                if (text.Tokens.Lower[i] == "appears" && i > start && text.Tokens.Lower[i - 1] == "it")
                    return [new(i - 1,
                    i + 1)];
            }
        }

        var (next, covered) = (0, 0); // everything nested that begins so far ends before "covered"
        foreach (var run in draft.Content)
        {
            for (var i = run.First; i < run.End; i++)
            {
                while (next < nested.Count && nested[next].First <= i) covered = Math.Max(covered, nested[next++].End);
                if (i < covered) continue;
                var word = text.Tokens.Lower[i];
                if (Claim.Contains(word)) return [new(i, i + 1)];
                if (word is "may" or "might" && text.Tokens.Form[i][0] == 'm' && (i == run.First
                    || text.Tokens.Lower[i - 1]
                    is not ("in" or "of" or "on")) && i - run.First < 20) return [new(i, i + 1)];
                if (word == "it" && i + 1 < run.End && text.Tokens.Lower[i + 1] is "appears" or "seems" or "appeared"
                    or "seemed") return [new(i, i + 2)];
            }
        }

        return [];
    }
}
