using System.Collections.Frozen;
using AllSource.Language;

namespace AllSource.Claims.Layers;

/// <summary>
/// Cues of saying that tell what somebody does and nothing that he says: "who speaks for the port", "the shadows agree
/// with the hour", "they stand open", "was nervous at first", "its author has been told".
/// </summary>
internal static class Doings
{
    /// <summary>Verbs of a trade before "for": who speaks for a port, forecast for it, writes for a paper.</summary>
    private static readonly FrozenSet<string> Trades = WordList.Of("speak forecast writ write report testify comment");

    /// <param name="draft">With a cue.</param>
    public static bool Is(Draft draft, GrammarIndex index) => IsTrade(draft, index) || IsOfThings(draft, index)
        || IsStanding(draft, index) || IsAtFirst(draft, index.Text.Tokens) || IsToldUntold(draft, index);

    private static bool IsTrade(Draft draft, GrammarIndex index)
    {
        if (draft.Source is not [var source] || source.End > draft.First) return false;
        var (lower, cue) = (index.Text.Tokens.Lower, draft.Cue[^1]);
        var preposition = lower[cue.End - 1] == "for" ? cue.End - 1 : cue.End;
        return preposition > cue.First && preposition < lower.Length && lower[preposition] == "for"
            && Trades.Contains(index.StemOf(preposition - 1))
            && draft.Content.TrueForAll(c => c.First >= preposition);
    }

    /// <summary>Shadows agree, and a camera writes a picture a minute: neither is a person, a paper or an office.
    /// </summary>
    private static bool IsOfThings(Draft draft, GrammarIndex index)
    {
        if (draft.Source is not [var source] || source.End > draft.First) return false;
        if (index.StemOf(draft.Cue[0].First) is not ("agre" or "agree" or "disagre" or "disagree" or "writ"
            or "write")) return false;
        var text = index.Text;
        var (tokens, head) = (text.Tokens, MentionReader.HeadNoun(source.First, source.End, text));
        for (var i = source.First; i < source.End; i++)
        {
            if (Tags.IsName(text.Tag[i]) || !char.IsLetter(tokens.Form[i][0])
                || (i > source.First && char.IsUpper(tokens.Form[i][0]))) return false;
        }

        var isSaid = draft.Content.Exists(c => tokens.Lower[c.First] == "that" || text.Quotes.Of[c.First] >= 0);
        var noun = tokens.Lower[head];
        return !isSaid && (text.Tag[head] == Tags.Nn || text.Tag[head] == Tags.Nns) && !SourceNouns.IsPerson(noun)
            && !SourceNouns.IsInstitution(noun) && !SourceNouns.IsDocument(noun) && !SourceNouns.IsOutlet(noun);
    }

    /// <summary>Who stands open or in line says nothing; who stands by it, behind it or firm does.</summary>
    private static bool IsStanding(Draft draft, GrammarIndex index)
    {
        var (lower, cue) = (index.Text.Tokens.Lower, draft.Cue[^1]);
        return draft.Cue.Count == 1 && cue.Length == 1 && lower[cue.First] is "stand" or "stands" or "stood"
            && cue.End < lower.Length && lower[cue.End] is not ("by" or "behind" or "firm");
    }

    /// <summary>"Was nervous at | first and asked twice".</summary>
    private static bool IsAtFirst(Draft draft, TokenisedText tokens) => draft.Content is [var content, ..]
        && content.First == draft.Cue[^1].End && tokens.Lower[content.First - 1] == "at"
        && tokens.Lower[content.First] is "first" or "last" or "once" or "least" or "night" or "home" or "work";

    /// <summary>"The rest is not affected, and its author has been told": he hears, and nothing says what.</summary>
    private static bool IsToldUntold(Draft draft, GrammarIndex index)
    {
        if (draft.Source is not [var source] || source.End > draft.First) return false;
        var cue = draft.Cue[^1];
        return index.StemOf(cue.End - 1) is "tell" or "inform" or "notify"
            && Enumerable.Range(draft.First, cue.End - draft.First).Any(i => index.Text.Tokens.Lower[i] is "been"
                or "was" or "were" or "being" or "is" or "are" or "be")
            && draft.Content.TrueForAll(c => c.End <= source.First);
    }
}
