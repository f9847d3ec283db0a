using System.Collections.Frozen;
using AllSource.Language;

namespace AllSource.Claims.Layers;

/// <summary>Phrases of time by their words: "on Tuesday", "last night", "at 19:40", "two days later", "3 June
/// 2025".</summary>
internal static class TimePhrase
{
    private static readonly FrozenSet<string> Stretches = WordList.Of("""
        night week month year morning afternoon evening day spring summer autumn winter fall minute hour minutes hours
        days weeks months years weekend second seconds decade moment moments
        """);

    private static readonly FrozenSet<string> Hours = WordList.Of(
        "midnight noon dawn breakfast lunch dinner dusk night midday lunchtime first present supper sunrise "
            + "sunset christmas easter passover thanksgiving halloween midsummer nightfall teatime bedtime daybreak");

    /// <summary>What happens once and tells when: "at the funeral", "before the vote", "on his deathbed".</summary>
    private static readonly FrozenSet<string> Occasions = WordList.Of("""
        funeral wedding christening wake deathbed birthday fitting anniversary reunion burial baptism
        """);

    private static readonly FrozenSet<string> Turns = WordList.Of("""
        meeting vote hearing trial verdict match game raid broadcast election fire crash attack storm session talks
        summit interview arrest launch publication announcement explosion accident war strike ballot funeral wedding
        inquest sentencing inspection performance ceremony programme debate
        """);

    private static readonly FrozenSet<string> Spelled = WordList.Of(
        "one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty sixty");

    private static readonly FrozenSet<string> Single = WordList.Of("""
        yesterday today tonight later now since earlier initially previously afterwards afterward recently then
        subsequently originally overnight thereafter hitherto
        """);

    private static readonly FrozenSet<string> Degrees = WordList.Of("late early earlier later shortly just only right");

    private static readonly FrozenSet<string> Prepositions = WordList.Of(
        "on by since until before in at during over after from around about throughout");

    private static readonly FrozenSet<string> Parts = WordList.Of("morning night evening afternoon");

    /// <summary>The time phrase that begins at a token; empty when none does.</summary>
    /// <param name="to">No phrase reaches beyond this token.</param>
    public static TokenRun At(int i, int to, ParsedText text)
    {
        var k = i;
        while (k < to && k - i < 2 && Degrees.Contains(text.Tokens.Lower[k])) k++;
        if (k > i && Simple(k, to, text) is var inner && inner > k) return new(i, More(inner, to, text));
        var end = Simple(i, to, text);
        return new(i, end > i ? More(end, to, text) : i);
    }

    /// <summary>"at 16:05 | today", "at ten | on Monday", "on Monday | in March".</summary>
    private static int More(int end, int to, ParsedText text)
    {
        if (end >= to) return end;
        var word = text.Tokens.Lower[end];
        if (word is "today" or "yesterday" or "tonight") return end + 1;
        if (word is "on" or "in" && end + 1 < to && (TimeWords.Days.Contains(text.Tokens.Lower[end + 1])
            || word == "on" && Number(text.Tokens.Lower[end + 1]))) return Prepositional(end, to, text);
        return end;
    }

    private static int Simple(int i, int to, ParsedText text)
    {
        var t = text.Tokens;
        string W(int k) => k < to ? t.Lower[k] : "";
        var w = W(i);
        if (Prepositions.Contains(w) && Prepositional(i, to, text) is var end && end > i) return end;
        if (w == "since") return text.Tag[i] == Tags.Rb || i > 0 && t.Lower[i - 1] is "has" or "have" or "had"
            ? i + (W(i + 1) == "then" ? 2 : 1) : i;
        if (w is "last" or "this" or "that" or "next" or "earlier" && (Stretches.Contains(W(i + 1))
            || TimeWords.Days.Contains(W(i + 1)) || TimeWords.Months.Contains(W(i + 1)) && IsCapital(i + 1, t)))
        {
            return W(i + 2) is "night" or "morning" or "evening" or "afternoon" ? i + 3 : i + 2;
        }

        if (w == "the" && W(i + 1) is "same" or "next" or "following" or "previous" && Stretches.Contains(W(i + 2)))
        {
            return Parts.Contains(W(i + 3)) ? i + 4 : i + 3;
        }

        if (w == "last" && W(i + 1) == "time") return i + 2;
        if (w is "every" or "each" && W(i + 1) is "night" or "day" or "morning" or "evening" or "week" or "month"
            or "year") return i + 2;
        if (w == "one" && (Parts.Contains(W(i + 1)) || W(i + 1) is "day" or "weekend"))
            return W(i + 2) is "in" or "last" && More(i + 2, to, text) is var more && more > i + 2 ? more : i + 2;
        if (w == "as" && W(i + 1) is "early" or "late" or "recently" && W(i + 2) == "as"
            && Simple(i + 3, to, text) is var asOf && asOf > i + 3) return asOf;
        if (w is "that" or "this" && W(i + 1) == "same" && Stretches.Contains(W(i + 2))) return i + 3;
        if (w == "the" && W(i + 1) is "day" or "night" or "week" && W(i + 2) is "before" or "after") return i + 3;
        if ((Spelled.Contains(w) || w is "some" or "several" or "many" || Number(w)) && Stretches.Contains(W(i + 1))
            && W(i + 2) == "on" && W(i + 3) is "," or "") return i + 3;
        if (w is "a" && W(i + 1) is "few" or "couple" && Few(i + 2, W) is var few && few > 0) return few;
        if ((w is "a" or "an" or "several" or "some" || Spelled.Contains(w) || Number(w))
            && Stretches.Contains(W(i + 1))
            && W(i + 2) is "later" or "ago" or "earlier" or "afterwards" or "before") return i + 3;
        if (w is "half" && W(i + 1) == "an" && W(i + 2) == "hour" && W(i + 3) is "later" or "ago" or "earlier")
            return i + 4;
        if (IsDate(i, to, t) is var date && date > i) return date;
        if (Clock(w)) return i + 1 + (W(i + 1) is "p.m." or "a.m." or "pm" or "am" ? 1 : 0);
        if (w == "so" && W(i + 1) == "far" && W(i + 2) != "as") return i + 2;
        return Single.Contains(w) && W(i + 1) != "-" && !(w == "then" && W(i + 1) is "the")
            && !(w == "later" && i > 0 && t.Lower[i - 1] == "no") ? i + 1 : i;
    }

    private static int Prepositional(int i, int to, ParsedText text)
    {
        var t = text.Tokens;
        string W(int x) => x < to ? t.Lower[x] : "";
        var (w, k) = (W(i), i + 1);
        while (k < i + 3 && W(k) is "late" or "early" or "mid" or "about" or "around" or "the" or "that" or "last"
            or "next" or "this" or "recent" or "-" or "past") k++;
        if (IsDate(k, to, t) is var date && date > k) return date;
        if (w is "after" or "before" && W(i + 1) is "the" && Turns.Contains(W(i + 2))
            && W(i + 3) is "," or "." or ";" or "that" or "") return i + 3;
        if (w is "after" or "before" or "from" or "about" && k == i + 1) return i;
        if (Year(W(k)) && w is "in" or "since" or "during" or "by") return k + 1;
        if (Clock(W(k))) return k + 1 + (W(k + 1) is "p.m." or "a.m." or "pm" or "am" ? 1 : 0);
        if (w is "at" or "around" or "about" or "by" or "until" && Dotted(W(k)))
            return k + 1 + (W(k + 1) is "p.m." or "a.m." or "pm" or "am" ? 1 : 0);
        if (W(k) is "half" or "quarter" && W(k + 1) is "past" or "to"
            && (Spelled.Contains(W(k + 2)) || Number(W(k + 2)))) return k + 3;
        if (w is "from" && k == i + 2 && W(k) is "start" or "beginning" or "outset") return k + 1;
        if (Occasion(i, w, W) is var occasion && occasion > 0) return occasion;
        if (Number(W(k)) && W(k + 1) is "p.m." or "a.m." or "pm" or "am") return k + 2;
        if (Stretches.Contains(W(k)) && k > i + 1)
            return w == "on" && W(k + 1) == "of" && W(k + 2) == "the" && k + 3 < to && Tags.IsNoun(text.Tag[k + 3])
                ? k + 4 : k + 1;
        if (w is "over" or "by" && k == i + 1 && (Hours.Contains(W(k)) || (w == "over" && W(k) is "drinks" or "coffee"
            or "tea" or "dinner"))) return k + 1;
        if (w == "on" && W(i + 1) == "the" && W(k).Length > 2 && Number(W(k))) return k + 1;
        if (w == "at" && k == i + 1 && Hours.Contains(W(k))) return k + 1;
        if (w == "at" && W(k) is "time" or "moment" && W(k - 1) is "the" or "that") return k + 1;
        if (w is "at" or "around" or "about" or "by" && Spelled.Contains(W(k)) && !Tags.IsNoun(text.Tag[Math.Min(k + 1,
            text.Count - 1)])) return W(k + 1) == "to" ? i
                : W(k + 1) is "in" && W(k + 2) == "the" && Stretches.Contains(W(k + 3)) ? k + 4 : k + 1;
        return i;
    }

    /// <summary>A day, a date, a month with or without a year; gives its end, or the token itself for none.</summary>
    private static int IsDate(int k, int to, TokenisedText t)
    {
        string W(int x) => x < to ? t.Lower[x] : "";
        var end = k;
        if (TimeWords.Days.Contains(W(end)) && IsCapital(end, t))
        {
            end++;
            if (Parts.Contains(W(end))) return end + 1;
            if (W(end) == "," && (TimeWords.Months.Contains(W(end + 1)) || Number(W(end + 1))
                && TimeWords.Months.Contains(W(end + 2)))) end++;
        }

        if (Number(W(end)) && TimeWords.Months.Contains(W(end + 1)) && IsCapital(end + 1, t)) end += 2;
        else if (TimeWords.Months.Contains(W(end)) && IsCapital(end, t)) end += Number(W(end + 1)) ? 2 : 1;
        if (end == k || !TimeWords.Months.Contains(W(end - 1)) && !Number(W(end - 1))) return end;
        if (Year(W(end))) return end + 1;
        return W(end) == "," && Year(W(end + 1)) ? end + 2 : end;
    }

    private static bool IsCapital(int i, TokenisedText t) => char.IsUpper(t.Form[i][0]);

    private static bool Number(string w) => w.Length is 1 or 2 && w.All(char.IsAsciiDigit)
        || w.Length is 3 or 4 && char.IsAsciiDigit(w[0]) && w[^2..] is "st" or "nd" or "rd" or "th";

    private static bool Year(string w) => w.Length == 4 && w.All(char.IsAsciiDigit) && w[0] is '1' or '2';

    /// <summary>"At the funeral", "on his wedding day".</summary>
    private static int Occasion(int i, string w, Func<int, string> word)
    {
        if (w is not ("at" or "on") || word(i + 1) is not ("the" or "his" or "her" or "their" or "its" or "my"))
            return 0;
        if (!Occasions.Contains(word(i + 2))) return 0;
        return word(i + 3) is "day" or "night" or "morning" ? i + 4 : i + 3;
    }

    /// <summary>"A few days later", "a couple of weeks ago".</summary>
    private static int Few(int k, Func<int, string> word)
    {
        if (word(k) == "of") k++;
        return Stretches.Contains(word(k)) && word(k + 1) is "later" or "ago" or "earlier" or "afterwards" or "before"
            ? k + 2 : 0;
    }

    /// <summary>"17.40", as clocks are written in part of the world.</summary>
    private static bool Dotted(string w) => w.Length is 4 or 5 && w[^3] == '.' && char.IsAsciiDigit(w[0])
        && char.IsAsciiDigit(w[^2]) && char.IsAsciiDigit(w[^1]) && (w.Length == 4 || char.IsAsciiDigit(w[1]));

    public static bool IsClock(string w) => Clock(w) || Dotted(w);

    private static bool Clock(string w) => w.Length is 4 or 5 && w.Contains(':', StringComparison.Ordinal)
        && char.IsAsciiDigit(w[0])
        && char.IsAsciiDigit(w[^1]);
}
