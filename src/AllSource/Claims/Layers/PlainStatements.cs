using AllSource.Language;

namespace AllSource.Claims.Layers;

/// <summary>
/// Attributions to a document, to words of somebody or to nobody, that a rule finds whole: "the log shows a call at
/// 02:31", "From the duty log: ...", "in the words of the foreman, ...", "she is said to have left", "a councillor
/// reportedly has a copy".
/// </summary>
internal static class PlainStatements
{
    private const int ContentTokensMax = 80;

    public static Draft? At(GrammarIndex index, int i, TokenRun within) => index.Text.Tokens.Lower[i] switch
    {
        "shows" or "showed" or "show" or "records" or "recorded" or "reads" or "read" or "lists" or "listed" =>
            Document(index, i, within),
        "from" => FromDocument(index, i, within),
        "in" => InWords(index, i, within),
        "said" or "understood" or "reported" or "rumoured" or "rumored" or "alleged" =>
            SaidTo(index, i, within) ?? Understood(index, i, within),
        "reportedly" or "allegedly" => Alone(index, i, within),
        "gave" or "gives" => SameAccount(index, i, within),
        _ => null,
    };

    private static (int First, int End) Sentence(GrammarIndex index, int i, TokenRun within)
    {
        var tokens = index.Text.Tokens;
        var s = tokens.SentenceOf[i];
        return (Math.Max(within.First, tokens.SentenceStart[s]), Math.Min(within.End, tokens.SentenceStart[s + 1]));
    }

    private static bool IsDocument(TokenRun phrase, GrammarIndex index)
    {
        var head = index.Text.Tokens.Lower[phrase.End - 1];
        return SourceWords.Documents.Contains(head) && head is not ("evidence" or "result" or "results" or "law");
    }

    private static TokenRun? Rest(int first, int stop, GrammarIndex index)
    {
        var tokens = index.Text.Tokens;
        var end = first;
        while (end < Math.Min(stop, first + ContentTokensMax) && tokens.Form[end] is not ";") end++;
        while (end > first && tokens.Form[end - 1] is "." or "," or "!" or "?" or ":") end--;
        return end - first >= 2 ? new(first, end) : null;
    }

    /// <summary>"The coastguard's own log records that ...".</summary>
    private static Draft? Document(GrammarIndex index, int i, TokenRun within)
    {
        var (text, (start, stop)) = (index.Text, Sentence(index, i, within));
        var cue = new TokenRun(RuleCues.Group(index, i, start), i + 1);
        var source = SubjectPhrase.Before(cue.First, start, text);
        if (source.Length == 0 || !IsDocument(source, index) || i + 2 >= stop) return null;
        var first = i + 1;
        if (text.Tokens.Lower[first] is "that" or ":" or ",") first++;
        var tag = text.Tag[first];
        var opens = Tags.IsNoun(tag) || tag == Tags.Dt || tag == Tags.Prp || tag == Tags.PrpPoss || tag == Tags.Cd
            || tag == Tags.Jj || tag == Tags.Wp || ContentPhrase.IsQuotation(first, text)
            || text.Tokens.Lower[first] is "how" or "there";
        return opens && Rest(first, stop, index) is { } content ? new()
        {
            Source = [source],
            Cue = [cue],
            Content = [content],
            Why = "rule: a document that shows or records",
        } : null;
    }

    /// <summary>"From the duty log:" over what it says.</summary>
    private static Draft? FromDocument(GrammarIndex index, int i, TokenRun within)
    {
        var (text, tokens, (start, _)) = (index.Text, index.Text.Tokens, Sentence(index, i, within));
        while (start < i && tokens.Form[start][0] is '>' or '-' or '*' or '•') start++;
        if (i != start) return null;
        var source = NounPhrase.From(i + 1, Math.Min(within.End, i + 10), text);
        if (source.Length == 0 || !IsDocument(source, index) || source.End + 2 >= within.End
            || tokens.Form[source.End] != ":") return null;
        var stop = Math.Min(within.End, tokens.ParagraphStart[tokens.ParagraphOf[source.End + 1] + 1]);
        stop = Math.Min(stop, source.End + 1 + (2 * ContentTokensMax));
        return new()
        {
            Source = [source],
            Cue = [new(i, i + 1)],
            Content = [new(source.End + 1, stop)],
            Why = "rule: from a document",
        };
    }

    /// <summary>"In the words of the foreman, the gate was open."</summary>
    private static Draft? InWords(GrammarIndex index, int i, TokenRun within)
    {
        var (text, lower, (start, stop)) = (index.Text, index.Text.Tokens.Lower, Sentence(index, i, within));
        if (i + 4 >= stop || lower[i + 1] != "the" || lower[i + 2] is not ("words" or "language" or "phrase")
            || lower[i + 3] != "of") return null;
        var source = NounPhrase.From(i + 4, stop, text);
        if (source.Length == 0) return null;
        var content = source.End < stop && lower[source.End] == "," ? Rest(source.End + 1, stop, index)
            : Rest(start, i, index);
        return content is not { } said ? null : new()
        {
            Source = [source],
            Cue = [new(i, i + 4)],
            Content = [said],
            Why = "rule: in somebody's words",
        };
    }

    private static int BeBefore(GrammarIndex index, int i, int start)
    {
        var lower = index.Text.Tokens.Lower;
        for (var k = i - 1; k >= Math.Max(start, i - 2); k--)
        {
            if (lower[k] is "is" or "are" or "was" or "were" or "been") return k;
        }

        return -1;
    }

    /// <summary>"A Commissariat official is said to have complained": what is said stands on both sides.</summary>
    private static Draft? SaidTo(GrammarIndex index, int i, TokenRun within)
    {
        var (text, (start, stop)) = (index.Text, Sentence(index, i, within));
        if (i + 3 >= stop || text.Tokens.Lower[i + 1] != "to" || text.Tag[i + 2] != Tags.Vb
            || BeBefore(index, i, start) < 0) return null;
        var cue = new TokenRun(RuleCues.Group(index, i, start), i + 1);
        var subject = SubjectPhrase.Before(cue.First, start, text);
        return subject.Length == 0 || Rest(i + 1, stop, index) is not { } rest ? null : new()
        {
            Cue = [cue],
            Content = [subject, rest],
            Why = "rule: said of somebody by nobody named",
        };
    }

    /// <summary>"It is understood that creditors will meet."</summary>
    private static Draft? Understood(GrammarIndex index, int i, TokenRun within)
    {
        var (lower, (start, stop)) = (index.Text.Tokens.Lower, Sentence(index, i, within));
        var be = BeBefore(index, i, start);
        if (be <= start || i + 3 >= stop || lower[be - 1] != "it" && !(be - 2 >= start && lower[be] == "been"
            && lower[be - 2] == "it")) return null;
        var first = lower[i + 1] == "that" ? i + 2 : i + 1;
        return !Opens(first, index) || Rest(first, stop, index) is not { } content ? null : new()
        {
            Cue = [new(lower[be] == "been" ? be - 1 : be, i + 1)],
            Content = [content],
            Why = "rule: it is said by nobody named",
        };
    }

    private static bool Opens(int first, GrammarIndex index) => index.Text.Tag[first] is var tag
        && (Tags.IsNoun(tag) || tag == Tags.Dt || tag == Tags.Prp || tag == Tags.PrpPoss || tag == Tags.Cd
            || tag == Tags.Jj || index.Text.Tokens.Lower[first] == "there");

    /// <summary>"A councillor reportedly has a copy": the adverb is all that reports.</summary>
    private static Draft? Alone(GrammarIndex index, int i, TokenRun within)
    {
        var (text, (start, stop)) = (index.Text, Sentence(index, i, within));
        for (var k = Math.Max(start, i - 3); k < Math.Min(stop, i + 4); k++)
        {
            if (ReportingVerbs.IsForm(text.Tokens.Lower[k])) return null;
        }

        var (first, end) = (i, i + 1);
        if (i - 1 > start && end < stop && text.Tokens.Form[i - 1] == "," && text.Tokens.Form[end] == ",")
            return Between(index, i, start, stop);
        while (first > start && !IsBreak(text.Tokens.Form[first - 1])) first--;
        while (end < Math.Min(stop, i + 40) && !IsBreak(text.Tokens.Form[end])) end++;
        if (end - i < 3) return null;
        return new()
        {
            Cue = [new(i, i + 1)],
            Content = first == i ? [new(i + 1, end)] : [new(first, i), new(i + 1, end)],
            Why = "rule: reported by nobody named",
        };
    }

    /// <summary>"The urn, allegedly, held four balls".</summary>
    private static Draft? Between(GrammarIndex index, int i, int start, int stop)
    {
        var (first, end) = (i - 1, i + 2);
        while (first > start && !IsBreak(index.Text.Tokens.Form[first - 1])) first--;
        while (end < Math.Min(stop, i + 40) && !IsBreak(index.Text.Tokens.Form[end])) end++;
        return end - i < 4 || i - 1 <= first ? null : new()
        {
            Cue = [new(i, i + 1)],
            Content = [new(first, i - 1), new(i + 2, end)],
            Why = "rule: reported by nobody named",
        };
    }

    private static bool IsBreak(string form) => form is "," or ";" or ":" or "." or "—" or "–" or "--" or "(" or ")"
        or "“" or "”" or "\"" or "?" or "!";

    /// <summary>"The guard gave the same account."</summary>
    private static Draft? SameAccount(GrammarIndex index, int i, TokenRun within)
    {
        var (lower, (start, stop)) = (index.Text.Tokens.Lower, Sentence(index, i, within));
        if (i + 3 >= stop || lower[i + 1] is not ("the" or "a" or "another") || lower[i + 2] is not ("same"
            or "different" or "similar" or "new" or "second") || lower[i + 3] is not ("account" or "version"
            or "story" or "answer")) return null;
        var cue = new TokenRun(RuleCues.Group(index, i, start), i + 1);
        var source = SubjectPhrase.Before(cue.First, start, index.Text);
        return source.Length == 0 ? null : new()
        {
            Source = [source],
            Cue = [cue],
            Content = [new(i + 1, i + 4)],
            Why = "rule: gives the same account or another",
        };
    }
}
