using System.Collections.Frozen;
using AllSource.Language;

namespace AllSource.Claims.Layers;

/// <summary>
/// Speech that states nothing: "asked whether the guard slept", "wanted to know if", "could not find out whether",
/// "joked". Who asks claims no answer, and who jests is not held to it.
/// </summary>
internal static class OpenSpeech
{
    private static readonly FrozenSet<string> Asking = WordList.Of("""
        ask inquir inquire enquir enquire wonder query quiz probe see know find learn establish determin check
        """);

    private static readonly FrozenSet<string> Jesting = WordList.Of("jok joke quip jest deadpan");

    private static readonly FrozenSet<string> Openers = WordList.Of(
        "if what who whom whose how why when where which did does do is was were are has have had can could would");

    /// <param name="draft">With a cue.</param>
    public static bool Is(Draft draft, GrammarIndex index)
    {
        var last = draft.Cue[^1].End - 1;
        if (draft.Cue.Exists(c => Enumerable.Range(c.First, c.Length).Any(i => Jesting.Contains(index.StemOf(i)))))
        {
            return true;
        }

        if (draft.Content is not [var content, ..]) return false;
        var tokens = index.Text.Tokens;
        var first = content.First;
        while (first < content.End - 1 && !char.IsLetterOrDigit(tokens.Form[first][0])) first++;
        if (tokens.Lower[first] == "whether" || (Openers.Contains(tokens.Lower[first]) && IsOneQuestion(draft, tokens)))
        {
            return true;
        }

        var asks = Enumerable.Range(draft.Cue[0].First, last + 1 - draft.Cue[0].First)
            .Any(i => Asking.Contains(index.StemOf(i)));
        return asks && (Openers.Contains(tokens.Lower[first]) || IsAsked(draft, tokens));
    }

    /// <summary>"Finch wrote: Is there any proof?": nothing is said but a question.</summary>
    private static bool IsOneQuestion(Draft draft, TokenisedText tokens) => IsAsked(draft, tokens)
        && tokens.SentenceOf[draft.Content[0].First] == tokens.SentenceOf[draft.Content[^1].End - 1];

    private static bool IsAsked(Draft draft, TokenisedText tokens)
    {
        var end = draft.Content[^1].End;
        for (var i = end - 1; i >= Math.Max(draft.Content[^1].First, end - 3); i--)
        {
            if (tokens.Form[i][0] == '?') return true;
        }

        return false;
    }
}
