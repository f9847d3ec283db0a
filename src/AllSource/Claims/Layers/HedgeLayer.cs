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
        if (InCue(draft, text) is { } supposed) return [supposed];
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

        if (Confidence(draft, text) is { } confidence) return [confidence];
        var (next, covered) = (0, 0); // everything nested that begins so far ends before "covered"
        foreach (var run in draft.Content)
        {
            for (var i = run.First; i < run.End; i++)
            {
                while (next < nested.Count && nested[next].First <= i) covered = Math.Max(covered, nested[next++].End);
                if (i < covered) continue;
                var word = text.Tokens.Lower[i];
                if (Claim.Contains(word)) return [new(i, i + 1)];
                if (Modal(i, run, text)) return [new(i, i + 1)];
                if (Phrase(i, run.End, text) is var end && end > i) return [new(i, end)];
                if (word == "it" && i + 1 < run.End && text.Tokens.Lower[i + 1] is "appears" or "seems" or "appeared"
                    or "seemed") return [new(i, i + 2)];
            }
        }

        return [];
    }

    /// <summary>"It may be", "could well have been"; not "might as well", nor a block of quoted mail.</summary>
    private static bool Modal(int i, TokenRun content, ParsedText text)
    {
        var (word, t) = (text.Tokens.Lower[i], text.Tokens);
        if (i - content.First >= 20 || t.Form[content.First] == ">" || i + 1 >= text.Count) return false;
        var next = t.Lower[i + 1];
        if (word == "could") return text.Tag[i] == Tags.Md && t.Lower[content.First] != "whether"
            && (next is "well" or "conceivably" or "possibly" || next is "be" or "have"
                && t.Lower[Math.Max(content.First, i - 1)] is not ("i" or "you" or "we" or "how" or "what" or "nobody"
                    or "nothing" or "that"));
        return word is "may" or "might" && t.Form[i][0] == 'm'
            && (i == content.First || t.Lower[i - 1] is not ("in" or "of" or "on"))
            && !(next == "as" && i + 2 < text.Count && t.Lower[i + 2] == "well");
    }

    /// <summary>"In all likelihood", "with moderate confidence", "most likely"; its end, or the token itself.</summary>
    private static int Phrase(int i, int to, ParsedText text)
    {
        string W(int k) => k < to ? text.Tokens.Lower[k] : "";
        if (W(i) == "in" && W(i + 1) == "all" && W(i + 2) is "likelihood" or "probability") return i + 3;
        if (W(i) == "with" && W(i + 1) is "low" or "moderate" or "medium" or "high" or "limited" or "some" or "little"
            && W(i + 2) == "confidence") return i + 3;
        if (W(i) is "most" or "very" or "quite" && W(i + 1) is "likely" or "possibly" or "probably") return i + 2;
        return W(i) == "it" && W(i + 1) is "is" or "was" && W(i + 2) is "possible" or "likely" or "conceivable"
            or "probable" && W(i + 3) == "that" ? i + 3 : i;
    }

    /// <summary>"We judge with low confidence that": between cue and content.</summary>
    private static TokenRun? Confidence(Draft draft, ParsedText text)
    {
        if (draft.Cue.Count == 0) return null;
        var from = draft.Cue[^1].End;
        for (var i = from; i < Math.Min(text.Count, from + 3); i++)
        {
            if (text.Tokens.Lower[i] is "that" or "." or ",") return null;
            if (Phrase(i, text.Count, text) is var end && end > i) return new(i, end);
        }

        return null;
    }

    /// <summary>"Is reported to have told", "as good as admitted"; and before the speaker "I understand he has
    /// said".</summary>
    private static TokenRun? InCue(Draft draft, ParsedText text)
    {
        var lower = text.Tokens.Lower;
        foreach (var cue in draft.Cue)
        {
            for (var i = cue.First; i + 2 < cue.End; i++)
            {
                if (lower[i] is "is" or "are" or "was" or "were" && lower[i + 2] == "to" && lower[i + 1] is "reported"
                    or "said" or "supposed" or "alleged" or "rumoured" or "rumored" or "believed" or "thought"
                    or "understood" or "claimed" or "presumed" or "reputed") return new(i, i + 2);
                if (lower[i] == "as" && lower[i + 1] == "good" && lower[i + 2] == "as") return new(i, i + 3);
                if (lower[i] == "all" && lower[i + 1] == "but") return new(i, i + 2);
                if (lower[i] == "more" && lower[i + 1] == "or" && lower[i + 2] == "less") return new(i, i + 3);
            }
        }

        if (draft.Cue.Count == 0 || draft.Source.Count == 0) return null;
        var at = Math.Min(draft.Source[0].First, draft.First);
        if (at < 2 || text.Tokens.SentenceOf[at - 2] != text.Tokens.SentenceOf[at]) return null;
        if (lower[at - 2] is "i" or "we" && lower[at - 1] is "understand" or "gather" or "believe")
            return new(at - 2, at);
        return lower[at - 2] == "it" && lower[at - 1] is "appears" or "seems" ? new(at - 2, at) : null;
    }
}
