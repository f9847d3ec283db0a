using System.Collections.Frozen;
using AllSource.Language;

namespace AllSource.Claims.Layers;

/// <summary>
/// What a reporting verb reports, read from left to right by the words after it: past the hearer, the time and the
/// place of the saying, past "that", to the end of its sentence or to where the speech ends before it.
/// </summary>
internal static class ContentPhrase
{
    /// <summary>So many words may stand between a verb and what it reports.</summary>
    private const int GapMax = 24;

    /// <summary>A content by rule is one sentence of people.</summary>
    private const int TokensMax = 90;

    /// <summary>Verbs that may report a thing instead of a clause ("denied the charge", "confirmed one
    /// interview").</summary>
    private static readonly FrozenSet<string> OfThings = WordList.Of("""
        deny disput contest contradict reject dismiss doubt retract recant withdraw repeat confirm
        admit announc affirm reaffirm reiterat alleg corroborat blast slam refut repudiat rebut
        """);

    private static readonly FrozenSet<string> Asides =
        WordList.Of("in at on by via through from during over after before under");

    private static readonly FrozenSet<string> Openers = WordList.Of("whether what who how why if when where which");

    /// <param name="within">The stretch that the content must lie in.</param>
    public static TokenRun? After(Draft draft, GrammarIndex index, TokenRun within)
    {
        var (text, lower) = (index.Text, index.Text.Tokens.Lower);
        var cue = draft.Cue[^1];
        var stop = Math.Min(within.End, text.Tokens.SentenceStart[text.Tokens.SentenceOf[cue.End - 1] + 1]);
        var stem = Stems.Of(lower[cue.End - 1]);
        if (stem is "quot" or "cit") return AsSaying(cue, stop, text);
        var start = Start(cue.End, stop, CueWords.Tell.Contains(stem), text, out var sure, out var heard);
        if (start < 0 && stop < within.End && cue.End >= stop - 1 && lower[stop - 1] == ":") (start, sure) = (stop,
            true);
        if (start < 0) return null;
        var end = End(start, Math.Min(start < stop ? stop : within.End, start + TokensMax), cue, text);
        if (end <= start) return null;
        if (!sure && !HasVerb(start, end, text) && !OfThings.Contains(stem)
            && !(heard && end - start <= 6) && !(end == start + 1 && lower[start] is "so" or "this" or "that" or "it"
                or "nothing" or "otherwise")) return null;
        return new(start, end);
    }

    /// <summary>"quote | the mayor as saying there are several injured".</summary>
    private static TokenRun? AsSaying(TokenRun cue, int stop, ParsedText text)
    {
        for (var i = cue.End + 1; i + 1 < Math.Min(stop, cue.End + 14); i++)
        {
            if (text.Tokens.Lower[i] != "as" || text.Tokens.Lower[i + 1] != "saying") continue;
            return new(cue.End, End(cue.End, stop, cue, text));
        }

        return null;
    }

    /// <summary>
    /// Where a content proper begins that was read together with the hearer or the time before it ("told | Vlad it
    /// opens at
    /// nine", "confided | to her that"); null where it is right as it is.
    /// </summary>
    public static int? Opening(TokenRun cue, TokenRun content, ParsedText text)
    {
        if (content.First != cue.End || content.Length < 3) return null;
        var telling = Stems.Of(text.Tokens.Lower[cue.End - 1]) is "tell" or "inform" or "assur" or "remind" or "warn"
            or "notify"
            or "brief" or "advis" or "promis";
        var start = Start(cue.End, content.End, telling, text, out var sure, out var heard);
        if (start <= content.First + 1 && !(heard && start > content.First) || start >= content.End) return null;
        if (sure && text.Tokens.Lower[start - 1] == "that") return start - 1;
        if (sure && IsQuotation(start, text)) return start;
        return heard && (text.Tag[start] == Tags.Prp || text.Tag[start] == Tags.Dt || Tags.IsName(text.Tag[start])
            || text.Tag[start] == Tags.PrpPoss || text.Tokens.Lower[start] is "there" or "to") ? start : null;
    }

    /// <summary>Whether after a verb, past the hearer, the time and the place, "that" or a quotation follows.</summary>
    public static bool Announces(int from, int stop, ParsedText text)
    {
        var start = Start(from, stop, true, text, out var sure, out _);
        return start > from && sure && (text.Tokens.Lower[start - 1] is "that" or ":" || IsQuotation(start, text))
            || start == from && IsQuotation(start, text);
    }

    /// <summary>Where the content begins; -1 where none does.</summary>
    /// <param name="sure">Whether a word or a mark announces it ("that", a colon, a quotation).</param>
    private static int Start(int from, int stop, bool telling, ParsedText text, out bool sure,
        out bool heard)
    {
        var (lower, at) = (text.Tokens.Lower, from);
        (sure, heard) = (true, false);
        while (at < stop && at - from < GapMax)
        {
            var word = lower[at];
            if (word == "that" || word == ":") return at + 1 < stop && IsWord(at + 1, text) ? at + 1 : word == ":"
                ? -1 : at;
            if (IsQuotation(at, text) || Openers.Contains(word)) return at;
            if (TimePhrase.At(at, stop, text) is { Length: > 0 } time) { at = time.End; continue; }
            if (word == "," && at + 1 < stop)
            {
                at = Past(at, stop, text);
                if (at < 0) return -1;
                continue;
            }

            if (telling && !heard && Hearer(at, stop, text) is { Length: > 0 } hearer)
            {
                (at, heard) = (hearer.End, true);
                continue;
            }

            if (word is "to" or "with" && at + 1 < stop && text.Tag[at + 1] != Tags.Vb
                && NounPhrase.From(at + 1, stop, text) is { Length: > 0 } to) { at = to.End; continue; }
            if (Asides.Contains(word) && NounPhrase.From(at + 1, stop, text) is { Length: > 0 } aside)
            {
                at =
                aside.End; continue;
            }
            if (text.Tag[at] == Tags.Rb && word is not ("not" or "never" or "n't")) { at++; continue; }
            if (!IsWord(at, text)) return -1;
            sure = false;
            return at;
        }

        return -1;
    }

    private static TokenRun Hearer(int at, int stop, ParsedText text)
    {
        var phrase = NounPhrase.From(at, stop, text);
        if (phrase.Length == 0 || text.Tokens.Lower[at] is "that" or "it" or "what"
            || (phrase.Length == 1 && text.Tokens.Lower[at] == "this")) return new(at, at);
        return phrase;
    }

    /// <summary>Past a comma before a quotation or "that", and past the aside that another comma closes; -1 where the
    /// comma ends what is said.</summary>
    private static int Past(int comma, int stop, ParsedText text)
    {
        if (IsQuotation(comma + 1, text) || text.Tokens.Lower[comma + 1] == "that") return comma + 1;
        if (text.Tokens.Lower[comma + 1] is not ("citing" or "quoting" or "according" or "who" or "which" or "speaking"
            or "referring" or "in" or "after" or "when" or "on" or "without")) return -1;
        for (var i = comma + 2; i < Math.Min(stop, comma + GapMax); i++)
        {
            if (text.Tokens.Lower[i] == ",") return i + 1;
        }

        return -1;
    }

    /// <summary>Where what begins at a token ends: with the sentence, or before another voice or another cue of the
    /// same speaker.</summary>
    public static int End(int start, int stop, TokenRun cue, ParsedText text)
    {
        var lower = text.Tokens.Lower;
        var own = text.Quotes.Of[cue.First];
        for (var i = start; i < stop; i++)
        {
            var quoted = text.Quotes.Of[i] >= 0 && text.Quotes.Of[i] != own;
            if (own >= 0 && text.Quotes.Of[i] != own && !quoted) return Trim(start, i, text, own);
            if (quoted) continue;
            if (lower[i] is ";" || Breaks(i, start, stop, cue, text)) return Trim(start, i, text, own);
        }

        return Trim(start, stop, text, own);
    }

    /// <summary>", but", ", adding that", " and denied", ", according to the paper": where another voice or another
    /// cue begins.</summary>
    private static bool Breaks(int i, int start, int stop, TokenRun cue, ParsedText text)
    {
        if (i <= start || i + 2 >= stop) return false;
        var lower = text.Tokens.Lower;
        if (lower[i] is "and" or "but") return IsSameFrame(i + 1, stop, cue, text);
        if (lower[i] != ",") return false;
        if (lower[i + 1] is "but" or "while" or "although" or "adding" or "saying" or "citing" or "quoting" or "which"
            || lower[i + 1] is "according" && lower[i + 2] is "to") return true;
        return lower[i + 1] is "and" && IsSameFrame(i + 2, stop, cue, text);
    }

    /// <summary>"said X and added Y": a reporting verb in the tense of the cue right after the conjunction.</summary>
    private static bool IsSameFrame(int i, int stop, TokenRun cue, ParsedText text)
    {
        while (i < stop && text.Tag[i] == Tags.Rb) i++;
        if (i >= stop || !ReportingVerbs.IsForm(text.Tokens.Lower[i])) return false;
        var (own, other) = (text.Tokens.Lower[cue.End - 1], text.Tokens.Lower[i]);
        return IsPresent(own) == IsPresent(other) && !other.EndsWith("ing", StringComparison.Ordinal);
    }

    private static bool IsPresent(string form) => form[^1] == 's';

    private static int Trim(int start, int end, ParsedText text, int own)
    {
        while (end > start)
        {
            var form = text.Tokens.Form[end - 1];
            var inQuote = text.Quotes.Of[end - 1] >= 0 && text.Quotes.Of[end - 1] != own;
            if (inQuote || char.IsLetterOrDigit(form[0]) || form is ")" or "%" or "]" or "…") return end;
            if (form.Length > 1 && char.IsLetterOrDigit(form[^1])) return end;
            end--;
        }

        return end;
    }

    private static bool HasVerb(int start, int end, ParsedText text)
    {
        for (var i = start; i < end; i++)
        {
            var tag = text.Tag[i];
            if (tag == Tags.Vbd || tag == Tags.Vbz || tag == Tags.Vbp || tag == Tags.Md
                || ReportingVerbs.IsForm(text.Tokens.Lower[i]) && i > start) return true;
        }

        return start < end && text.Tokens.Lower[start] == "to" && text.Tag[Math.Min(end - 1, start + 1)] == Tags.Vb;
    }

    public static bool IsQuotation(int i, ParsedText text) => text.Quotes.Of[i] >= 0
        && text.Quotes.First[text.Quotes.Of[i]] == i || text.Tokens.Form[i] is "‘" or "“" or "«";

    private static bool IsWord(int i, ParsedText text) => char.IsLetterOrDigit(text.Tokens.Form[i][0])
        || IsQuotation(i, text) || text.Tokens.Form[i][0] is '$' or '€' or '£' or '\'' or '’';
}
