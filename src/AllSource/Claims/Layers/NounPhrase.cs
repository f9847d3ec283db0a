using AllSource.Language;

namespace AllSource.Claims.Layers;

/// <summary>Finds simple noun phrases by tags alone, where the grammar's reading of a long sentence cannot be
/// trusted.</summary>
internal static class NounPhrase
{
    private const int TokensMax = 12;

    private static readonly byte Quote = Tags.Of("``"), Jjr = Tags.Of("JJR"), Jjs = Tags.Of("JJS"), PrepIn = Tags.In,
        Hyph = Tags.Of("HYPH"),
        Pdt = Tags.Of("PDT");

    /// <summary>The noun phrase that begins at a token; empty (End == First) when none does.</summary>
    public static TokenRun From(int first, int to, ParsedText text)
    {
        var i = first;
        var last = -1;
        while (i < to && i - first < TokensMax)
        {
            var tag = text.Tag[i];
            if (tag == Tags.Prp)
            {
                if (i > first) break;
                if (IsOwner(i, to, text)) { i++; continue; }
                return text.Tokens.Lower[i] is "i" ? new(first, first) : new(first, first + 1);
            }

            if (Tags.IsNoun(tag) || tag == Tags.Cd)
            {
                if (IsTime(text.Tokens.Lower[i])) break;
                last = i++;
            }
            else if (tag == Tags.Pos && last == i - 1) i++;
            else if (tag == Tags.Dt || tag == Pdt || tag == Tags.PrpPoss)
            {
                if (last >= 0 && text.Tag[i - 1] != Tags.In && text.Tag[i - 1] != Tags.Cc
                    && text.Tag[i - 1] != Tags.Pos) break;
                i++;
            }
            else if (tag == Tags.Jj || tag == Jjr || tag == Jjs || tag == Hyph || tag == Tags.Vbn && last < 0
                || tag == Tags.Vbg && last < 0) i++;
            else if (text.Tokens.Lower[i] == "of" && last == i - 1 && tag == PrepIn) i++;
            else if (text.Tokens.Form[i] is "“" or "”" or "\"" && i - first < 4) i++;
            else break;
        }

        if (last < 0) return new(first, first);
        var end = last + 1;
        if (end < to && text.Tokens.Form[end] == "”" && text.Tokens.Form[first] == "“") end++;
        return new(first, end);
    }

    /// <summary>"her party group" where the tagger takes "her" for a person.</summary>
    private static bool IsOwner(int i, int to, ParsedText text)
    {
        if (text.Tokens.Lower[i] != "her" || i + 1 >= to || !Tags.IsNoun(text.Tag[i + 1])
            || Tags.IsName(text.Tag[i + 1])) return false;
        var end = i + 1;
        while (end < to && Tags.IsNoun(text.Tag[end])) end++;
        return end >= to || text.Tokens.Lower[end] is "that" or "," or "." || text.Tag[end] == Tags.In;
    }

    public static bool IsTime(string lower) => lower is "monday" or "tuesday" or "wednesday" or "thursday" or "friday"
        or "saturday" or "sunday"
        or "yesterday" or "today" or "tonight" or "tomorrow";
}
