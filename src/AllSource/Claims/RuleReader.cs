using System.Collections.Frozen;
using AllSource.Language;

namespace AllSource.Claims;

/// <summary>
/// Finds attributions by reporting verbs and punctuation alone: who stands before "said" says what stands after it. It is what the
/// ledger reads with where the model has nothing to say.
/// </summary>
internal static class RuleReader
{
    private static readonly FrozenSet<string> Verbs = Words("""
        said says told tells wrote writes added adds noted notes claimed claims denied denies reported reports announced announces
        stated states argued argues insisted insists tweeted asked explained declined accused confirmed confirms acknowledged suggested suggests
        warned warns disputed rejected rejects dismissed concluded revealed alleged
        """);

    private static readonly FrozenSet<string> Helpers = Words("has have had was were is also repeatedly publicly privately not did has never later previously");

    private static FrozenSet<string> Words(string list) =>
        list.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    public static List<Draft> Read(TokenisedText text)
    {
        var drafts = new List<Draft>();
        for (var i = 0; i < text.Count; i++)
        {
            if (!Verbs.Contains(text.Lower[i])) continue;
            var (first, end) = (text.SentenceStart[text.SentenceOf[i]], text.SentenceStart[text.SentenceOf[i] + 1]);
            var cue = i;
            while (cue > first && Helpers.Contains(text.Lower[cue - 1])) cue--;
            var source = cue;
            while (source > first && cue - source < 10 && !IsEdge(text.Form[source - 1])) source--;
            var content = i + 1;
            while (content < end && text.Lower[content] is "," or "that" or ":") content++;
            var last = end;
            if (last > content && text.Form[last - 1] == ".") last--;
            if (content >= last && source > first) (content, last) = (first, source);
            if (source == cue || content >= last) continue;
            drafts.Add(new Draft
            {
                Source = [new(source, cue)],
                Cue = [new(cue, i + 1)],
                Content = [new(content, last)],
                Why = "reporting verb with what stands before and after it",
            });
        }

        return drafts;
    }

    private static bool IsEdge(string form) => form is "," or "." or ":" or ";" or "”" or "\"" or "’" or ")" or "(" or "that" or "and" or "but" or "as" or "–" or "—";
}
