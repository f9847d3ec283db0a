using System.Collections.Frozen;
using AllSource.Language;

namespace AllSource.Claims.Layers;

/// <summary>
/// From whom somebody has what he says: "had this, they said, from the farewell post", "got it from the first", "picked
/// it up from a driver", "heard it off the barber", "got wind of it through the cook". Who is heard is the source, who
/// hears is the hearer.
/// </summary>
internal static class HearsayRules
{
    /// <summary>So many tokens may stand between the verb and "from".</summary>
    private const int ReachMax = 14;

    private static readonly FrozenSet<string> Holding = WordList.Of("had has have got get gets 've 'd");

    private static readonly FrozenSet<string> Hearing = WordList.Of("""
        heard hear hears learned learnt learn learns gathered gather gleaned picked picks pick
        """);

    private static readonly FrozenSet<string> Things = WordList.Of("it this that these them all everything nothing");

    private static readonly FrozenSet<string> Between = WordList.Of("""
        in turn writing confidence person himself herself itself themselves first only too again secondhand directly
        """);

    public static Draft? At(GrammarIndex index, int i, TokenRun within)
    {
        var tokens = index.Text.Tokens;
        var sentence = tokens.SentenceOf[i];
        var start = Math.Max(within.First, tokens.SentenceStart[sentence]);
        var stop = Math.Min(within.End, tokens.SentenceStart[sentence + 1]);
        if (i + 1 >= stop) return null;
        for (var verb = i - 1; verb >= Math.Max(start, i - ReachMax); verb--)
        {
            var word = tokens.Lower[verb];
            if (!Holding.Contains(word) && !Hearing.Contains(word)) continue;
            if (Match(index, verb, i, start, stop) is { } draft) return draft;
        }

        return null;
    }

    private static Draft? Match(GrammarIndex index, int verb, int from, int start, int stop)
    {
        var (text, lower) = (index.Text, index.Text.Tokens.Lower);
        var end = verb + 1;
        var isHeard = Hearing.Contains(lower[verb]);
        if (lower[verb] is "picked" or "picks" or "pick" && lower[end] == "up") (end, isHeard) = (end + 1, false);
        else if (lower[end] == "wind" && end + 1 < from && lower[end + 1] == "of") (end, isHeard) = (end + 2, true);
        else if (isHeard && lower[end] is "of" or "about") end++;
        else isHeard = false;
        if (lower[from] is "via" or "through" && !isHeard && !Hearing.Contains(lower[verb])) return null;
        var thing = Thing(end, from, isHeard, text);
        if (thing.Length == 0 || thing.End > from) return null;
        var at = thing.End;
        var up = at < from && lower[at] == "up" ? new TokenRun(at, ++at) : default;
        if (lower[verb] is "picked" or "picks" or "pick" && up.Length == 0 && lower[verb + 1] != "up") return null;
        if (!IsAside(at, from, text)) return null;
        var source = CitedLayer.Phrase(from + 1, stop, text);
        if (source.Length == 0 || lower[source.End - 1] is "start" or "beginning" or "outset" or "end" or "there"
            or "scratch" || lower[source.First] is "it" or "this" or "that") return null;
        var first = RuleCues.Group(index, verb, start);
        var hearer = SubjectPhrase.Before(first, start, text);
        if (hearer.Length == 0) hearer = SubjectPhrase.Shared(first, start, text);
        var content = thing;
        if (source.End + 2 < stop && lower[source.End] == "that") content = new(source.End + 1,
            ContentPhrase.End(source.End + 1, stop, new(from, from + 1), text));
        List<TokenRun> cue = up.Length > 0 && up.End == from ? [new(first, end), new(up.First, from + 1)]
            : [new(first, end), new(from, from + 1)];
        return new()
        {
            Source = [source],
            Cue = cue,
            Content = [content],
            Addressee = hearer.Length > 0 ? [hearer] : [],
            Why = "rule: had it from somebody",
        };
    }

    /// <summary>What is had or heard: a pronoun, "as much", and of what is heard any noun phrase.</summary>
    private static TokenRun Thing(int at, int stop, bool isHeard, ParsedText text)
    {
        var lower = text.Tokens.Lower;
        if (at >= stop) return new(at, at);
        if (Things.Contains(lower[at])) return new(at, at + 1);
        if (lower[at] is "as" or "so" or "this" && at + 1 < stop && lower[at + 1] == "much") return new(at, at + 2);
        return isHeard ? NounPhrase.From(at, stop, text) : new(at, at);
    }

    /// <summary>"In turn", "himself", ", they said,": nothing that could be done to the thing itself.</summary>
    private static bool IsAside(int at, int from, ParsedText text)
    {
        if (at >= from) return true;
        if (text.Tokens.Form[at] == "," && text.Tokens.Form[from - 1] == "," && from - at > 2) return true;
        for (var i = at; i < from; i++)
        {
            if (!Between.Contains(text.Tokens.Lower[i]) && text.Tag[i] != Tags.Rb) return false;
        }

        return true;
    }
}
