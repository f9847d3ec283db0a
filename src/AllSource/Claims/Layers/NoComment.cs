using System.Collections.Frozen;
using AllSource.Language;

namespace AllSource.Claims.Layers;

/// <summary>
/// A refusal that tells nothing has no content: "declined to comment on Tuesday" is all cue, and so is "did not respond
/// to two requests". Where something is refused ("declined to say whether ..."), that stays its content.
/// </summary>
internal static class NoComment
{
    private static readonly FrozenSet<string> Silence = WordList.Of(
        "comment guess answer respond reply elaborate speculate");

    private static readonly FrozenSet<string> Openers = WordList.Of(
        "on about whether that if what who why how when which where");

    private static readonly FrozenSet<string> Asking = WordList.Of("reached asked contacted approached called");

    public static void Apply(IEnumerable<Draft> drafts, GrammarIndex index)
    {
        foreach (var draft in drafts)
        {
            if (draft.Cue.Count == 0 || draft.Content.Count != 1) continue;
            if (ActLayer.Of(draft, index).Act == Act.Decline) Empty(draft, index.Text.Tokens);
        }
    }

    /// <summary>"On Tuesday" and "when reached" tell when; "on the report" and "when it began" tell of what.</summary>
    private static bool OpensSomething(TokenisedText text, int token)
    {
        if (!Openers.Contains(text.Lower[token])) return false;
        var next = token + 1 < text.Count ? text.Lower[token + 1] : "";
        return !(next.EndsWith("day", StringComparison.Ordinal) || Asking.Contains(next));
    }

    private static void Empty(Draft draft, TokenisedText text)
    {
        var (cue, content) = (draft.Cue[^1], draft.Content[0]);
        if (content.First < cue.End) return;
        var next = text.Lower[content.First];
        if (next == "to" && content.Length > 1 && Silence.Contains(text.Lower[content.First + 1])
            && content.First == cue.End)
        {
            if (content.Length > 2 && OpensSomething(text, content.First + 2)) return;
            draft.Cue[^1] = new(cue.First, content.First + 2);
            draft.Content = [];
        }
        else if (Silence.Contains(text.Lower[cue.End - 1]) && !OpensSomething(text, content.First))
        {
            draft.Content = [];
        }
    }
}
