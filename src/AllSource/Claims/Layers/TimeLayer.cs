using AllSource.Language;

namespace AllSource.Claims.Layers;

/// <summary>
/// When it was said, as the text states it: in the verb group ("has since denied"), between speaker and verb, right
/// after the verb and its hearer, before the speaker at the head of the clause, or after a short content ("denied it on
/// Monday"). Never a time in the content, never one that belongs to another's verb.
/// </summary>
internal static class TimeLayer
{
    private const int ReachMax = 14, FrontMax = 26;

    /// <param name="owner">For each token the number of the attribution whose cue holds it, -1 for none.</param>
    /// <param name="within">The content of the attribution in which this one stands, or the whole text.</param>
    /// <param name="self">This attribution's number in <paramref name="owner"/>.</param>
    public static List<TokenRun> Of(Draft draft, GrammarIndex index, int[] owner, TokenRun within, int self)
    {
        if (draft.Cue.Count == 0) return [];
        var (text, tokens) = (index.Text, index.Text.Tokens);
        if (MailLine(draft, text) is { } line) return [line];
        var s = tokens.SentenceOf[draft.First];
        var (from, to) = (Math.Max(within.First, tokens.SentenceStart[s]), Math.Min(within.End,
            tokens.SentenceStart[s + 1]));
        bool Foreign(int i) => owner[i] >= 0 && owner[i] != self;
        var first = draft.Source.Where(r => r.End <= draft.First).Select(r => r.First).Append(draft.First).Min();
        var end = Math.Max(draft.Cue[^1].End, draft.Source.Where(r => r.First == draft.Cue[^1].End).Select(r => r.End)
            .Append(0).Max());
        var found = Inside(draft, text, first, Math.Min(end, text.Count), Foreign)
            ?? Stamp(draft, text, first) ?? Behind(draft, text, end, to, Foreign)
            ?? Front(draft, text, first, from, Foreign) ?? AfterContent(draft, text, to, Foreign)
                ?? OfWriting(draft, text);
        return found is { } run ? [run] : [];
    }

    /// <summary>In the cue, or between speaker and cue; there the last. What follows another's verb is that one's until
    /// a comma or an "and", and so is what stands in a relative clause.</summary>
    private static TokenRun? Inside(Draft draft, ParsedText text, int first, int end, Func<int, bool> foreign)
    {
        TokenRun? best = null;
        var isOthers = false;
        for (var i = first; i < end; i++)
        {
            var lower = text.Tokens.Lower[i];
            if (i >= draft.First && best is not null) return best;
            if (foreign(i) || i < draft.First && lower is "which" or "who" or "whom" or "whose") isOthers = true;
            else if (Parts(lower)) isOthers = false;
            if (isOthers && i < draft.First) continue;
            if (draft.Source.Any(r => r.Contains(i)) || draft.Content.Any(r => r.Contains(i))) continue;
            if (lower == "since" && draft.Cue.Any(r => r.Contains(i))) return new(i, i + 1);
            var run = lower is "first" or "once" or "hitherto" && i > 0 && text.Tag[i - 1] != Tags.Dt
                && text.Tag[i - 1] != Tags.PrpPoss && text.Tag[i - 1] != Tags.In ? new(i, i + 1)
                : TimePhrase.At(i, Math.Max(end, i + 1), text);
            if (run.Length == 0 || draft.Source.Any(r => r.First < run.End && run.First < r.End)) continue;
            best = run;
            i = run.End - 1;
        }

        return best;
    }

    /// <summary>What ends the reach of another's verb.</summary>
    private static bool Parts(string lower) => lower is "," or "and" or "but" or ";" or ":" or "–" or "—" or "--";

    /// <summary>After cue, hearer and place, before the content.</summary>
    private static TokenRun? Behind(Draft draft, ParsedText text, int end, int to, Func<int, bool> foreign)
    {
        for (var i = end; i < Math.Min(to, end + ReachMax); i++)
        {
            if (foreign(i) || draft.Content.Any(r => r.Contains(i)) || Ends(text.Tokens.Form[i])) return null;
            if (text.Tokens.Lower[i] is "that" or "and" or "but" or "who" or "which" or "because" or "when")
                return null;
            if ((text.Tag[i] == Tags.Vbn || text.Tag[i] == Tags.Vbd || text.Tag[i] == Tags.Vbz)
                && text.Tokens.Lower[i] is not ("dated" or "released" or "published" or "issued" or "written"
                    or "posted" or "circulated" or "recorded" or "filed" or "given")) return null;
            if (draft.Addressee.Any(r => r.Contains(i))) continue;
            if (TimePhrase.At(i, to, text) is not { Length: > 0 } run) continue;
            // "Last month's notes" are of then; "then her silence" comes after.
            return run.End < to && text.Tag[run.End] == Tags.Pos || text.Tokens.Lower[i] == "then" ? null : run;
        }

        return null;
    }

    /// <summary>Before the speaker, at the head of the clause: "On Monday his lawyer said".</summary>
    private static TokenRun? Front(Draft draft, ParsedText text, int first, int from, Func<int, bool> foreign)
    {
        TokenRun? best = null;
        var isOthers = false;
        from = Math.Max(from, Dateline.End(text.Tokens.ParagraphStart[text.Tokens.ParagraphOf[first]], text.Tokens));
        for (var i = Math.Max(from, first - FrontMax); i < first; i++)
        {
            if (foreign(i) || Ends(text.Tokens.Form[i])) best = null;
            if (foreign(i)) isOthers = true;
            else if (Parts(text.Tokens.Lower[i])) isOthers = false;
            if (draft.Content.Any(r => r.Contains(i))) return null;
            if (IsStamp(text.Tokens, i) || isOthers) continue;
            var run = TimePhrase.At(i, first, text);
            if (run.Length == 0) continue;
            var opens = i == from || text.Tokens.Form[i - 1] is "." or ";" or ":" or "," or "—" or "–" or "”"
                || text.Tokens.Lower[i - 1] is "and" or "but";
            var touches = run.End == first || text.Tokens.Form[run.End] == ",";
            var loose = text.Tokens.Lower[i] is "then" or "since" or "already" or "first";
            if ((opens || run.End == first) && (touches || opens) && !loose) best = run;
            i = run.End - 1;
        }

        return best;
    }

    /// <summary>Behind a content that ends before its clause does: "denied it to the Mail last week".</summary>
    private static TokenRun? AfterContent(Draft draft, ParsedText text, int to, Func<int, bool> foreign)
    {
        if (draft.Content.Count == 0 || draft.Content[^1].End < draft.Cue[^1].End) return null;
        for (var i = draft.Content[^1].End; i < Math.Min(to, draft.Content[^1].End + 8); i++)
        {
            if (foreign(i) || Ends(text.Tokens.Form[i]) || text.Tokens.Form[i] == ","
                || text.Tokens.Lower[i] is "and" or "but" or "who" or "which" or "that") return null;
            if (TimePhrase.At(i, to, text) is { Length: > 0 } run) return run;
        }

        return null;
    }

    /// <summary>"The cable of 2 May doubts", "a note dated 2017 states": what is written says it when it was
    /// written.</summary>
    private static TokenRun? OfWriting(Draft draft, ParsedText text)
    {
        var lower = text.Tokens.Lower;
        foreach (var run in draft.Source)
        {
            for (var i = run.First + 1; i < run.End - 1; i++)
            {
                if (lower[i] is not ("of" or "dated" or "from") || !Enumerable.Range(run.First, i - run.First)
                    .Any(k => SourceWords.Documents.Contains(lower[k]))) continue;
                if (TimePhrase.At(i + 1, run.End, text) is { Length: > 0 } time && time.End == run.End) return time;
            }
        }

        return null;
    }

    /// <summary>"02:55: The vendor has told Hart": a log's entry is as old as its stamp; a chat's stamp is of the
    /// writer, not of whom he quotes.</summary>
    private static TokenRun? Stamp(Draft draft, ParsedText text, int first)
    {
        var t = text.Tokens;
        if (first < 2 || t.Form[first - 1] != ":" || !TimePhrase.IsClock(t.Lower[first - 2])) return null;
        return draft.Source.Count > 0 ? new(first - 2, first - 1) : null;
    }

    private static bool Ends(string form) => form is "." or ";" or "!" or "?" or ":";

    /// <summary>"On Mon, 2 Jun 2025 at 17:40, Karl Breit wrote:": all from "On" to the name.</summary>
    private static TokenRun? MailLine(Draft draft, ParsedText text)
    {
        var tokens = text.Tokens;
        var start = tokens.ParagraphStart[tokens.ParagraphOf[draft.First]];
        while (start < draft.First && tokens.Form[start] == ">") start++; // a mail within a mail
        if (tokens.Lower[draft.First] != "wrote" || draft.Source.Count == 0 || tokens.Lower[start] != "on"
            || draft.Source[0].First <= start + 1 || draft.Source[0].First - start > 20) return null;
        var end = draft.Source[0].First;
        while (end > start + 1 && tokens.Form[end - 1] == ",") end--;
        return new(start, end);
    }

    /// <summary>A time at the start of a chat's or transcript's line tells when the line was written.</summary>
    private static bool IsStamp(TokenisedText t, int i)
    {
        var from = t.ParagraphStart[t.ParagraphOf[i]];
        return i - from <= 3 && t.Lower[i].Contains(':', StringComparison.Ordinal) && char.IsAsciiDigit(t.Lower[i][0]);
    }
}
