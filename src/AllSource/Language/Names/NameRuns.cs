namespace AllSource.Language.Names;

/// <summary>
/// Cuts the runs of capital words that may be names out of a text: not the capital of a sentence's first word alone,
/// not a headline, without titles and nationalities before them.
/// </summary>
internal static class NameRuns
{
    /// <summary>A name of more words is a headline or an attack.</summary>
    private const int TokensMax = 8;

    /// <param name="Titled">Whether a title stood before the name.</param>
    internal readonly record struct Run(int First, int End, bool Titled);

    public static List<Run> Find(ParsedText text)
    {
        var capital = Capitals(text);
        var runs = new List<Run>();
        for (var i = 0; i < text.Count; i++)
        {
            if (!capital[i]) continue;
            var end = End(i, capital, text);
            if (Strip(i, end, text) is { } run) runs.Add(run);
            i = end - 1;
        }

        return runs;
    }

    private static bool[] Capitals(ParsedText text)
    {
        var tokens = text.Tokens;
        var capital = new bool[text.Count];
        var inside = new HashSet<string>(StringComparer.Ordinal); // capital words in the middle of sentences
        var small = new HashSet<string>(StringComparer.Ordinal); // words that the text also writes small
        for (var s = 0; s < tokens.SentenceCount; s++)
        {
            var (from, to) = (tokens.SentenceStart[s], tokens.SentenceStart[s + 1]);
            var headline = IsHeadline(from, to, tokens);
            for (var i = from; i < to; i++)
            {
                var form = tokens.Form[i];
                if (!char.IsLetter(form[0])) continue;
                if (!char.IsUpper(form[0])) small.Add(form);
                else if (!headline && i > from && !IsOpening(i, from, tokens)) inside.Add(form);
            }
        }

        for (var s = 0; s < tokens.SentenceCount; s++)
        {
            var (from, to) = (tokens.SentenceStart[s], tokens.SentenceStart[s + 1]);
            var headline = IsHeadline(from, to, tokens);
            for (var i = from; i < to; i++) capital[i] = IsCapital(i, from, headline, text, inside, small);
        }

        return capital;
    }

    private static bool IsCapital(int i, int from, bool headline, ParsedText text, HashSet<string> inside,
        HashSet<string> small)
    {
        var (form, lower, tag) = (text.Tokens.Form[i], text.Tokens.Lower[i], text.Tag[i]);
        if (!char.IsUpper(form[0]) || form.Length == 1 && lower is "i" or "a" || form[^1] == '.' && form.Length == 2
            && i == text.Tokens.ParagraphStart[text.Tokens.ParagraphOf[i]]) return false;
        if (tag == Tags.Prp || tag == Tags.Md || tag == Tags.Cc) return false;
        if (headline) return inside.Contains(form) && (Tags.IsNoun(tag) || NameWords.Known.Contains(lower));
        if (i > from && !IsOpening(i, from, text.Tokens)) return tag != Tags.Dt || form.Length > 3;
        if (tag == Tags.Dt || tag == Tags.In || tag == Tags.PrpPoss || tag == Tags.Rb || tag == Tags.Wdt
            || tag == Tags.Wp) return false;
        if (inside.Contains(form) || PlaceNames.Single.Contains(lower) || NameWords.Known.Contains(lower)) return true;
        if (small.Contains(lower)) return false;
        return GivenNames.Has(lower) || Tags.IsName(tag) || NameWords.Titles.Contains(lower)
            || Tags.IsNoun(tag) && i + 1 < text.Count && char.IsUpper(text.Tokens.Form[i + 1][0])
            || form.Length > 3 && form.All(char.IsUpper);
    }

    /// <summary>The first word of a sentence, of a quotation, of a list item, or after a speaker's colon.</summary>
    private static bool IsOpening(int i, int from, TokenisedText tokens)
    {
        if (i == from) return true;
        var before = tokens.Form[i - 1];
        if (before is "“" or "\"" or "‘" or "'" or "``" or ":" or "•" or "—" or ")" or "]" or ">" or "-" or "*")
            return true;
        return before.Length < 4 && char.IsDigit(before[0]) && i - from <= 2 || before == "." && i - from <= 3;
    }

    /// <summary>Most words with a capital: nothing is told by one more.</summary>
    private static bool IsHeadline(int from, int to, TokenisedText tokens)
    {
        int words = 0, capitals = 0;
        for (var i = from; i < Math.Min(to, from + 40); i++)
        {
            if (!char.IsLetter(tokens.Form[i][0]) || tokens.Form[i].Length < 2) continue;
            words++;
            if (char.IsUpper(tokens.Form[i][0])) capitals++;
        }

        return words >= 5 && capitals * 4 >= words * 3;
    }

    private static int End(int first, bool[] capital, ParsedText text)
    {
        var tokens = text.Tokens;
        var end = first + 1;
        var stop = Math.Min(tokens.SentenceStart[tokens.SentenceOf[first] + 1], first + TokensMax);
        var institution = NameWords.Organisations.Contains(tokens.Lower[first]);
        while (end < stop)
        {
            var lower = tokens.Lower[end];
            if (capital[end])
            {
                institution |= NameWords.Organisations.Contains(lower);
                end++;
            }
            else if (end + 1 < stop && capital[end + 1] && Joins(lower, end, institution, text)) end += 2;
            else break;
        }

        return end;
    }

    private static bool Joins(string lower, int at, bool institution, ParsedText text) => lower switch
    {
        "-" => !text.Tokens.SpaceBefore(at) && !text.Tokens.SpaceBefore(at + 1),
        "&" or "de" or "van" or "von" or "der" or "den" or "di" or "da" or "del" or "bin" or "ibn" or "al" or "el"
            => true,
        "of" or "for" => institution,
        "and" => institution && text.Tokens.Lower[at + 1] is var next && (NameWords.Organisations.Contains(next)
            || at >= 2 && text.Tokens.Lower[at - 2] is "of" or "for"),
        "'" or "’" => NameWords.Organisations.Contains(text.Tokens.Lower[at + 1]),
        "'s" or "’s" => text.Tokens.Lower[at + 1] is "union" or "college" or "hospital" or "association" or "party"
            or "court" or "cathedral",
        _ => false,
    };

    private static Run? Strip(int first, int end, ParsedText text)
    {
        var lower = text.Tokens.Lower;
        var (titled, from) = (false, first);
        while (end - from > 1 && NounlessEnd(lower[end - 1])) end--;
        var institution = NameWords.Organisations.Contains(lower[end - 1])
            && !NameWords.Titles.Contains(lower[end - 1]);
        while (from < end - 1)
        {
            var title = NameWords.Titles.Contains(lower[from]) && !(institution && lower[from] is "justice"
                or "transport"
                or "defence" or "defense" or "foreign" or "interior" or "finance" or "first" or "king" or "queen"
                or "prince" or "lord" or "city");
            if (!title && !(NameWords.Nationalities.Contains(lower[from]) && !institution)) break;
            titled |= title;
            from++;
            if (from < end - 1 && title && lower[from] is "of" or "for") from = Math.Min(from + 2, end - 1);
        }

        if (from >= 2 && lower[from - 1] == "of" && NameWords.Titles.Contains(lower[from - 2]) && end - from > 1
            && lower[from] is "state" or "defense" or "defence" or "labor" or "labour" or "health" or "energy")
        {
            (from, titled) = (from + 1, true);
        }

        if (end - from > 2 && lower[from].Length > 6 && (lower[from].EndsWith("ologist", StringComparison.Ordinal)
            || lower[from].EndsWith("ist", StringComparison.Ordinal)) && !institution) (from, titled) = (from + 1,
                true);
        if (lower[from] is "operation" or "project" or "hurricane" or "storm" && end - from > 1) return null;
        if (from > 0 && NameWords.Titles.Contains(lower[from - 1]) && lower[from - 1] is not ("operator" or "agent"
            or "leader" or "chair")) titled = true;
        if (end - from == 1 && (NameWords.Nationalities.Contains(lower[from]) || NameWords.Titles.Contains(lower[from])
            && !NameWords.Known.Contains(lower[from]))) return null;
        return new(from, end, titled);
    }

    private static bool NounlessEnd(string lower) => lower is "monday" or "tuesday" or "wednesday" or "thursday"
        or "friday" or "saturday" or "sunday" || NameWords.Nationalities.Contains(lower) && lower.EndsWith("day",
            StringComparison.Ordinal);
}
