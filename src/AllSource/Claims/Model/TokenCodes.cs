using AllSource.Language;

namespace AllSource.Claims.Model;

/// <summary>Kinds of tokens as numbers that trees can part.</summary>
internal static class TokenCodes
{
    /// <summary>What kind of token stands at a place: the less it belongs to what stands before, the smaller. 1 is the
    /// cue itself.</summary>
    public static float Of(ParsedText text, TokenRun cue, int t)
    {
        if (t >= text.Count) return 0;
        if (cue.Contains(t)) return 1;
        var (tokens, form) = (text.Tokens, text.Tokens.Form[t]);
        if (t > 0 && tokens.ParagraphOf[t] != tokens.ParagraphOf[t - 1]) return 2;
        if (t > 0 && tokens.SentenceOf[t] != tokens.SentenceOf[t - 1]) return 3;
        return form switch
        {
            "." => 4,
            "?" or "!" => 5,
            ":" or ";" => 6,
            "”" or "\"" or "''" or "’" => 7,
            "--" or "–" or "—" or "-" => 8,
            "," => 9,
            "(" => 10,
            ")" => 11,
            "“" or "‘" or "``" => 12,
            "and" or "but" or "or" => 13,
            "that" => 14,
            "to" => 15,
            _ => 20 + text.Tag[t],
        };
    }
}
