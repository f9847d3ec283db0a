using AllSource.Language;

namespace AllSource.Claims.Layers;

/// <summary>
/// Whose word a sentence is on: "in his telling, ...", "by the ministry's own account, ...", "on Pell's version, ...",
/// "to hear the foreman tell it, ...".
/// </summary>
internal static class OnWhoseWord
{
    private const int ContentTokensMax = 80;

    public static Draft? At(GrammarIndex index, int i, TokenRun within)
    {
        var tokens = index.Text.Tokens;
        var sentence = tokens.SentenceOf[i];
        var start = Math.Max(within.First, tokens.SentenceStart[sentence]);
        var stop = Math.Min(within.End, tokens.SentenceStart[sentence + 1]);
        var opens = i == start || tokens.Form[i - 1] is "," or ";" or ":" or "(" or "-" or "–" or "—"
            || tokens.Lower[i - 1] is "and" or "but" or "that";
        if (!opens) return null;
        return tokens.Lower[i] == "to" ? ToHear(index, i, start, stop) : Account(index, i, start, stop);
    }

    private static Draft? Account(GrammarIndex index, int i, int start, int stop)
    {
        var (text, lower) = (index.Text, index.Text.Tokens.Lower);
        for (var noun = i + 2; noun < Math.Min(stop, i + 10); noun++)
        {
            if (lower[noun] is "," or "." or ";") return null;
            if (!IsAccount(lower[i], lower[noun])) continue;
            var owner = noun;
            while (owner > i + 1 && (lower[owner - 1] is "own" or "latest" or "first" or "earlier" or "original"
                || text.Tag[owner - 1] == Tags.Jj)) owner--;
            var isPronoun = owner == i + 2 && text.Tag[i + 1] == Tags.PrpPoss;
            var isName = lower[owner - 1] is "'s" or "’s" or "'" or "’" && owner - 1 > i + 1;
            return isPronoun || isName
                ? With(index, new(i + 1, owner), [new(i, i + 1), new(noun, noun + 1)], noun + 1, start, stop) : null;
        }

        return null;
    }

    private static bool IsAccount(string preposition, string noun) => noun switch
    {
        "telling" or "retelling" or "recollection" or "rendering" or "estimation" => true,
        "account" or "reckoning" or "admission" => preposition is "by" or "on" or "in",
        "version" => preposition is "in" or "on",
        "words" => preposition == "in",
        "evidence" => preposition == "on",
        _ => false,
    };

    /// <summary>"To hear the foreman's wife tell it, ...".</summary>
    private static Draft? ToHear(GrammarIndex index, int i, int start, int stop)
    {
        var lower = index.Text.Tokens.Lower;
        if (i + 4 >= stop || lower[i + 1] != "hear") return null;
        var source = NounPhrase.From(i + 2, stop, index.Text);
        if (source.Length == 0 || source.End + 1 >= stop || lower[source.End] != "tell"
            || lower[source.End + 1] != "it") return null;
        return With(index, source, [new(i, i + 2), new(source.End, source.End + 2)], source.End + 2, start, stop);
    }

    private static Draft? With(GrammarIndex index, TokenRun source, List<TokenRun> cue, int after, int start, int stop)
    {
        var form = index.Text.Tokens.Form;
        var (first, end) = after < stop && form[after] == "," ? (after + 1, stop) : (after, stop);
        if (end - first < 4 && cue[0].First - start > 4) (first, end) = (start, cue[0].First);
        end = Math.Min(end, first + ContentTokensMax);
        while (end > first && form[end - 1] is "." or "," or ";" or "!" or "?") end--;
        return end - first < 3 ? null : new()
        {
            Source = [source],
            Cue = cue,
            Content = [new(first, end)],
            Why = "rule: on somebody's word",
        };
    }
}
