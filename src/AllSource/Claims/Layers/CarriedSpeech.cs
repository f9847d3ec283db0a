using AllSource.Language;

namespace AllSource.Claims.Layers;

/// <summary>
/// Who goes on speaking within another's words, where these were read as ending before: "that her supervisor had
/// summoned her | and informed her", "that he was visited by a major, | who assured him".
/// </summary>
internal static class CarriedSpeech
{
    /// <summary>So many tokens may stand between a content and the second verb of its subject.</summary>
    private const int GapMax = 25;

    private static readonly System.Collections.Frozen.FrozenSet<string> Approaching = WordList.Of("""
        rang rung phoned telephoned called came summoned visited met approached turned stopped returned arrived laughed
        nodded thanked lectured winked showed shrugged leaned took drew pulled cornered texted wrote wired visited
        knocked pointed smiled
        """);

    /// <summary>Takes into the outer words what goes on speaking within them.</summary>
    public static bool TakeIn(Draft outer, Draft inner, ParsedText text)
    {
        var run = outer.Content[^1];
        if (inner.First < run.End || run.First < outer.Cue[^1].End) return false;
        if (!IsClause(run, text)) return false;
        if (text.Tokens.Form[run.End - 1] is "”" or "\"" or "’" or "»") return false;
        var goesOn = SpeaksOn(run, inner, text) || IsRelative(run, inner, text) || Joins(outer, run, inner, text);
        if (!goesOn) return false;
        var end = Math.Max(inner.Cue[^1].End, inner.Content.Count > 0 ? inner.Content[^1].End : 0);
        outer.Content[^1] = new(run.First, end);
        return false;
    }

    /// <summary>"That | her supervisor had summoned her | and informed her": the subject stands in the outer
    /// words.</summary>
    private static bool SpeaksOn(TokenRun run, Draft inner, ParsedText text)
    {
        if (inner.Source is not [var speaker] || speaker.First < run.First || speaker.First >= run.End) return false;
        if (speaker.End >= run.End && inner.First - speaker.End < 3) return true;
        if (inner.First - run.End > GapMax) return false;
        var lower = text.Tokens.Lower;
        for (var i = run.End; i < inner.First; i++)
        {
            if (lower[i] is ";" or ":") return false;
        }

        return lower[run.End] is "and" or "or" || (lower[run.End] == "," && run.End + 1 <= inner.First);
    }

    /// <summary>"Says her brother rang her | and told her": what was read as her own second verb.</summary>
    private static bool Joins(Draft outer, TokenRun run, Draft inner, ParsedText text)
    {
        if (outer.Source is not [var speaker] || inner.Source is not [var again] || again.First != speaker.First
            || text.Tokens.Lower[run.End] != "and" || inner.First - run.End > 2) return false;
        var own = text.Tag[Model.SpanFeatures.HeadOf(outer.Cue[^1], text)];
        var other = text.Tag[Model.SpanFeatures.HeadOf(inner.Cue[0], text)];
        if (!IsPlain(inner, text) || (IsPresent(own) == IsPresent(other) && !Approaches(run.First, run.End, text))
            || Subject(run.First, run.End, text) is not { } subject) return false;
        inner.Source = [subject];
        return true;
    }

    /// <summary>Whether a content is a clause, not a thing that is denied or discussed.</summary>
    private static bool IsClause(TokenRun run, ParsedText text)
    {
        for (var i = run.First; i < run.End; i++)
        {
            var tag = text.Tag[i];
            if (tag == Tags.Vbd || tag == Tags.Vbz || tag == Tags.Vbp || tag == Tags.Md) return true;
        }

        return text.Tokens.Lower[run.First] == "that";
    }

    /// <summary>"That he was visited by a major, | who | assured him".</summary>
    private static bool IsRelative(TokenRun run, Draft inner, ParsedText text) => inner.Source is [var who]
        && who.First - run.End is 0 or 1 && text.Tokens.Lower[who.First] == "who" && run.First > 0
        && (text.Tokens.Lower[run.First] == "that" || text.Tokens.Lower[run.First - 1] == "that")
        && (who.First == run.End || text.Tokens.Lower[run.End] == ",");

    public static bool IsPresent(byte tag) => tag == Tags.Vbz || tag == Tags.Vbp;

    public static bool IsPlain(Draft draft, ParsedText text) => Stems.Of(text.Tokens.Lower[
        Model.SpanFeatures.HeadOf(draft.Cue[0], text)]) is "say" or "tell" or "inform" or "ask" or "claim" or "announc"
        or "assur" or "warn" or "whisper" or "shout" or "swear" or "threaten";

    public static bool Approaches(int first, int end, ParsedText text)
    {
        for (var i = first; i < end; i++)
        {
            if ((text.Tag[i] == Tags.Vbd || text.Tag[i] == Tags.Vbn) && Approaching.Contains(text.Tokens.Lower[i]))
                return true;
        }

        return false;
    }

    public static TokenRun? Subject(int first, int end, ParsedText text)
    {
        for (var i = first + 1; i < end; i++)
        {
            var tag = text.Tag[i];
            if (tag != Tags.Vbd && tag != Tags.Vbz && tag != Tags.Vbp && tag != Tags.Md) continue;
            var subject = SubjectPhrase.Before(i, first, text);
            return subject.Length > 0 && text.Tokens.Lower[subject.First] is not ("which" or "it" or "this")
                ? subject : null;
        }

        return null;
    }
}
