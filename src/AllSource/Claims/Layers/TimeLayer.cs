using AllSource.Language;

namespace AllSource.Claims.Layers;

/// <summary>
/// When it was said, as the text states it: "on Tuesday", "last night", "at 19:40", "later", "a day afterwards", found
/// beside the cue or in
/// its verb group, outside the content.
/// </summary>
internal static class TimeLayer
{
    /// <summary>How far from the cue a phrase may stand and still be about the saying.</summary>
    private const int ReachMax = 14;

    private static readonly System.Collections.Frozen.FrozenSet<string> Days = WordList.Of(
        "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri sat sun weekend");

    private static readonly System.Collections.Frozen.FrozenSet<string> Months = WordList.Of("""
        january february march april may june july august september october november december jan feb mar apr jun
        jul aug sep sept oct nov dec
        jan. feb. mar. apr. aug. sept. oct. nov. dec.
        """);

    private static readonly System.Collections.Frozen.FrozenSet<string> Spans = WordList.Of(
        "night week month year morning afternoon evening day spring summer autumn winter fall "
            + "minute hour minutes hours days weeks months years lunch");

    private static readonly System.Collections.Frozen.FrozenSet<string> Parts = WordList.Of(
        "midnight noon dawn breakfast lunch dinner dusk night midday lunchtime first present");

    private static readonly System.Collections.Frozen.FrozenSet<string> Single = WordList.Of("""
        yesterday today tonight later now since earlier initially previously afterwards afterward recently then
        already subsequently originally overnight
        """);

    public static List<TokenRun> Of(Draft draft, GrammarIndex index, Func<int, bool> isTaken)
    {
        if (draft.Cue.Count == 0) return [];
        var tokens = index.Text.Tokens;
        var s = tokens.SentenceOf[draft.First];
        var (from, to) = (tokens.SentenceStart[s], tokens.SentenceStart[s + 1]);
        TokenRun? best = null;
        var bestDistance = int.MaxValue;
        for (var i = Math.Max(from, draft.First - 30); i < Math.Min(to, draft.Cue[^1].End + ReachMax); i++)
        {
            var inCue = draft.Cue.Any(c => c.Contains(i));
            if (!inCue && isTaken(i) || IsStamp(tokens, i)) continue;
            var run = At(i, to, tokens, index.Text);
            if (run.Length == 0) continue;
            if (!inCue && Enumerable.Range(run.First, run.Length).Any(isTaken)) continue;
            var distance = inCue ? 0 : i < draft.First ? Before(draft, run, from) : After(draft, run, isTaken);
            if (distance < bestDistance) (best, bestDistance) = (run, distance);
            i = run.End - 1;
        }

        return best is { } found && bestDistance <= ReachMax ? [found] : [];
    }

    /// <summary>A time at the start of a chat's or transcript's line tells when the line was written.</summary>
    private static bool IsStamp(TokenisedText t, int i)
    {
        var from = t.ParagraphStart[t.ParagraphOf[i]];
        return i - from <= 3 && t.Lower[i].Contains(':', StringComparison.Ordinal) && char.IsAsciiDigit(t.Lower[i][0]);
    }

    private static int Before(Draft draft, TokenRun run, int from)
    {
        if (run.First <= from + 1 && draft.First - run.End < 25) return 5;
        var gap = draft.First - run.End;
        foreach (var source in draft.Source.Where(r => r.First >= run.End
            && r.End <= draft.First)) gap -= source.Length;
        return gap;
    }

    private static int After(Draft draft, TokenRun run, Func<int, bool> isTaken)
    {
        var gap = 0;
        for (var i = draft.Cue[^1].End; i < run.First; i++)
        {
            if (draft.Content.Any(c => c.Contains(i))) return ReachMax + 1;
            if (!isTaken(i) || draft.Source.Any(r => r.Contains(i)) || draft.Addressee.Any(r => r.Contains(i))) gap++;
            else return ReachMax + 1;
        }

        return gap;
    }

    /// <summary>The time phrase that begins at a token; empty when none does.</summary>
    private static TokenRun At(int i, int to, TokenisedText t, ParsedText text)
    {
        string W(int k) => k < to ? t.Lower[k] : "";
        var none = new TokenRun(i, i);
        var w = W(i);
        if (w is "late" or "early" or "earlier" or "later" or "shortly" or "first" && W(i + 1) is "on" or "in"
            or "this" or "last" or "that" or "the")
        {
            var inner = At(i + 1, to, t, text);
            if (inner.Length > 0) return new(i, inner.End);
        }

        if (w is "on" or "by" or "since" or "until" or "before" or "in" or "at" or "during" or "over" or "after"
            or "from")
        {
            var k = i + 1;
            if (W(k) is "late" or "early" or "mid" or "about" or "around" or "the" or "that" or "last" or "next"
                or "this") k++;
            if (Core(k, to, t) is var end && end > k && (w is not ("before" or "after" or "from")
                || Days.Contains(W(k)) || Months.Contains(W(k))))
            {
                return new(i, end);
            }

            if (w == "at" && Parts.Contains(W(i + 1))) return new(i, i + 2);
            if (w == "at" && W(i + 1) is "about" or "around" && Core(i + 2, to, t) > i + 2) return new(i,
                Core(i + 2, to, t));
            if (w == "at" && W(i + 1) is "two" or "three" or "four" or "five" or "six" or "seven" or "eight" or "nine"
                or "ten" or "eleven")
            {
                return new(i, W(i + 2) == "in" ? i + 5 <= to ? i + 5 : i + 2 : i + 2);
            }

            if (w == "since" && t.Lower[i] == "since" && (i == 0
                || W(i + 1) is not ("the" or "it" or "he" or "she" or "they" or "then"))
                && i > 0 && text.Tag[i] == Tags.Rb) return new(i, i + 1);
            return none;
        }

        if (w is "last" or "this" or "that" or "next" or "the" or "earlier" && Spans.Contains(W(i + 1)) | Days.Contains(
            W(i + 1)) | Months.Contains(W(i + 1)))
        {
            return w == "the" ? none : new(i, i + 2);
        }

        if (w == "earlier" && W(i + 1) is "this" or "in" or "on" or "that") return At(i + 1, to, t,
            text) is { Length: > 0 } e ? new(i, e.End) : new(i, i + 1);
        if (w is "the" && W(i + 1) is "same" or "next" or "following" or "previous"
            && Spans.Contains(W(i + 2))) return new(i, i + 3);
        if (w is "a" or "an" or "two" or "three" or "four" or "five" or "six" or "several" or "some"
            && Spans.Contains(W(i + 1))
            && W(i + 2) is "later" or "ago" or "earlier" or "afterwards") return new(i, i + 3);
        if (Days.Contains(w) && char.IsUpper(t.Form[i][0])) return new(i, W(i + 1) is "morning" or "night" or "evening"
            or "afternoon" ? i + 2 : i + 1);
        if (Clock(w)) return new(i, i + 1);
        if (Single.Contains(w) && !(w == "since" && text.Tag[i] == Tags.In) && !(w == "then" && W(i + 1) == "-")
            && !(w == "later" && W(i - 1 < 0 ? 0 : i - 1) is "no"))
        {
            return new(i, w is "since" && W(i + 1) == "then" ? i + 2 : i + 1);
        }

        return w == "so" && W(i + 1) == "far" ? new(i, i + 2) : none;
    }

    /// <summary>A day, a date, a month with or without a year, a year, an hour; gives its end.</summary>
    private static int Core(int k, int to, TokenisedText t)
    {
        string W(int x) => x < to ? t.Lower[x] : "";
        var end = k;
        if (Days.Contains(W(end)))
        {
            end++;
            if (W(end) is "morning" or "night" or "evening" or "afternoon") return end + 1;
            if (W(end) == "," && Months.Contains(W(end + 1))) end++;
        }

        if (Number(W(end)) && Months.Contains(W(end + 1))) end += 2;
        else if (Months.Contains(W(end)) && char.IsUpper(t.Form[end][0])) end += Number(W(end + 1)) ? 2 : 1;
        if (end > k)
        {
            if (Year(W(end))) return end + 1;
            return W(end) == "," && Year(W(end + 1)) ? end + 2 : end;
        }

        if (Year(W(k)) || Clock(W(k))) return k + 1 + (W(k + 1) is "p.m." or "a.m." or "pm" or "am" ? 1 : 0);
        return Spans.Contains(W(k)) && k > 0 && W(k - 1) is "the" or "that" or "last" or "this" ? k + 1 : k;
    }

    private static bool Number(string w) => w.Length is 1 or 2 && w.All(char.IsAsciiDigit)
        || w.Length is 3 or 4 && char.IsAsciiDigit(w[0]) && w[^2..] is "st" or "nd" or "rd" or "th";

    private static bool Year(string w) => w.Length == 4 && w.All(char.IsAsciiDigit) && w[0] is '1' or '2';

    private static bool Clock(string w) => w.Length is 4 or 5 && w.Contains(':', StringComparison.Ordinal)
        && char.IsAsciiDigit(w[0])
        && char.IsAsciiDigit(w[^1]);
}
