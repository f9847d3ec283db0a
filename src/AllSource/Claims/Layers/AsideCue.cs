using AllSource.Language;

namespace AllSource.Claims.Layers;

/// <summary>
/// A cue between two commas that parts a sentence in the middle of its clause: "the clerk, | she writes, | thanked
/// him". What is said are both pieces, whichever of them was found.
/// </summary>
internal static class AsideCue
{
    private const int AsideTokensMax = 14, LeftTokensMax = 60;

    public static void Apply(Draft draft, GrammarIndex index)
    {
        var text = index.Text;
        if (draft.Source is not [var source] || draft.Content.Count != 1
            || !ContentBorders.IsSpeech(draft, index)) return;
        if (text.Tokens.Lower[source.First] is "who" or "which" or "that" or "whom") return;
        var first = Math.Min(source.First, draft.First);
        var end = Math.Max(source.End, draft.Cue[^1].End);
        var sentence = text.Tokens.SentenceOf[draft.First];
        var (start, stop) = (text.Tokens.SentenceStart[sentence], text.Tokens.SentenceStart[sentence + 1]);
        if (first - 2 < start || end - first > AsideTokensMax) return;
        var form = text.Tokens.Form;
        if (form[first - 1] != "," && text.Tokens.Lower[first - 1] == "so" && first - 2 > start) first--;
        if (form[first - 1] != ",") return;
        // "so one of them assures | me |,"
        while (end < stop && end - first < AsideTokensMax && form[end] != ",") end++;
        if (end + 2 >= stop || form[end] != "," || !GoesOn(end + 1, text)) return;
        var left = new TokenRun(ClauseStart(first - 1, start, draft, text), first - 1);
        if (left.Length <= 0 || text.Quotes.Of[left.End - 1] >= 0 || text.Quotes.Of[draft.First] >= 0) return;
        var right = new TokenRun(end + 1, ContentPhrase.End(end + 1, stop, draft.Cue[^1], text));
        if (right.Length < 2) return;
        var known = draft.Content[^1];
        if (known.First == right.First && known.End > right.End) right = known;
        draft.Content = [left, right];
    }

    /// <summary>After the aside the clause goes on with its verb or with "that".</summary>
    private static bool GoesOn(int i, ParsedText text)
    {
        var tag = text.Tag[i];
        return text.Quotes.Of[i] < 0 && (text.Tokens.Lower[i] is "that" or "not" || tag == Tags.Vbd || tag == Tags.Vbz
            || tag == Tags.Md || (tag == Tags.Vbp && text.Tokens.Lower[i] is "are" or "have" or "do"));
    }

    private static int ClauseStart(int end, int start, Draft draft, ParsedText text)
    {
        if (draft.Content[0].End == end) return draft.Content[0].First;
        var first = end;
        while (first > start && end - first < LeftTokensMax && text.Tokens.Form[first - 1] is not (";" or ":" or "–"
            or "—" or "(" or "”" or "•")) first--;
        while (first < end && text.Tokens.Lower[first] is "and" or "but" or "then" or ",") first++;
        return first;
    }
}
