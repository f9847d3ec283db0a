using System.Collections.Frozen;
using AllSource.Language;

namespace AllSource.Claims.Layers;

/// <summary>
/// Words that a noun of saying introduces or closes: "the envoy's statement, in full: “...”", "“...,” were his words";
/// and those of whom another has speaking: "the minutes have Belmonte saying that".
/// </summary>
internal static class NamedSaying
{
    private const int GapMax = 12, NameTokensMax = 10, ContentTokensMax = 120;

    private static readonly FrozenSet<string> Sayings = WordList.Of("""
        statement reply answer response comment words version account explanation verdict remark message note text
        letter email e-mail tweet post rejoinder retort riposte refrain line advice
        """);

    private static readonly FrozenSet<string> SayingNow = WordList.Of("""
        saying telling claiming stating admitting denying insisting confirming answering writing conceding asserting
        alleging declaring announcing complaining explaining warning swearing boasting replying maintaining
        """);

    public static Draft? At(GrammarIndex index, int i, TokenRun within)
    {
        var word = index.Text.Tokens.Lower[i];
        if (Sayings.Contains(word)) return Introduced(index, i, within) ?? Closed(index, i, within);
        if (word is "have" or "has" or "had") return HasSomebody(index, i, within);
        return SayingNow.Contains(word) ? Saying(index, i, within) : null;
    }

    private static TokenRun Owner(int noun, int floor, ParsedText text)
    {
        var i = noun - 1;
        while (i > floor && (text.Tag[i] == Tags.Jj || text.Tokens.Lower[i] is "own" or "only" or "whole")) i--;
        if (i < floor) return new(noun, noun);
        if (text.Tag[i] == Tags.PrpPoss && text.Tokens.Lower[i] is not ("its" or "your")) return new(i, i + 1);
        if (text.Tokens.Lower[i] is not ("'s" or "’s" or "'" or "’")) return new(noun, noun);
        var owner = SubjectPhrase.EndingAt(i, floor, text);
        return owner.Length > 0 ? new(owner.First, i + 1) : new(noun, noun);
    }

    /// <summary>"Her answer, when we read her that: “...”".</summary>
    private static Draft? Introduced(GrammarIndex index, int i, TokenRun within)
    {
        var (text, tokens) = (index.Text, index.Text.Tokens);
        var floor = Math.Max(within.First, tokens.SentenceStart[tokens.SentenceOf[i]]);
        var owner = Owner(i, floor, text);
        if (owner.Length == 0) return null;
        for (var k = i + 1; k < Math.Min(within.End - 2, i + GapMax); k++)
        {
            if (tokens.Form[k] is "." or ";" or "?" or "!" || ReportingVerbs.IsForm(tokens.Lower[k])) return null;
            if (tokens.Form[k] != ":") continue;
            if (!ContentPhrase.IsQuotation(k + 1, text) || text.Quotes.Of[k + 1] < 0) return null;
            var end = Math.Min(text.Quotes.End[text.Quotes.Of[k + 1]], within.End);
            return end - k > ContentTokensMax ? null : new()
            {
                Source = [owner],
                Cue = [new(i, i + 1)],
                Content = [new(k + 1, end)],
                Why = "rule: a saying that is quoted",
            };
        }

        return null;
    }

    /// <summary>"“Never signed a thing,” were his words".</summary>
    private static Draft? Closed(GrammarIndex index, int i, TokenRun within)
    {
        var (text, tokens) = (index.Text, index.Text.Tokens);
        var floor = Math.Max(within.First, tokens.SentenceStart[tokens.SentenceOf[i]]);
        var owner = Owner(i, floor, text);
        if (owner.Length == 0 || owner.First - 2 < floor
            || tokens.Lower[owner.First - 1] is not ("is" or "was" or "were" or "are")) return null;
        var last = owner.First - 2;
        if (tokens.Form[last] == "," && last > floor) last--;
        var q = text.Quotes.Of[last];
        if (q < 0 || text.Quotes.End[q] != last + 1 || text.Quotes.First[q] < floor) return null;
        return new()
        {
            Source = [owner],
            Cue = [new(i, i + 1)],
            Content = [new(text.Quotes.First[q], last + 1)],
            Why = "rule: a saying that is quoted",
        };
    }

    /// <summary>"The minutes | have | Belmonte saying that ...": what the one who has him says.</summary>
    private static Draft? HasSomebody(GrammarIndex index, int i, TokenRun within)
    {
        var (text, tokens) = (index.Text, index.Text.Tokens);
        var sentence = tokens.SentenceOf[i];
        var (start, stop) = (Math.Max(within.First, tokens.SentenceStart[sentence]),
            Math.Min(within.End, tokens.SentenceStart[sentence + 1]));
        var somebody = Somebody(i + 1, stop, text);
        if (somebody.Length == 0 || somebody.End >= stop || !SayingNow.Contains(tokens.Lower[somebody.End]))
            return null;
        var source = SubjectPhrase.Before(i, start, text);
        if (source.Length == 0) return null;
        var end = ContentPhrase.End(i + 1, stop, new(i, i + 1), text);
        return end <= somebody.End + 1 ? null : new()
        {
            Source = [source],
            Cue = [new(i, i + 1)],
            Content = [new(i + 1, end)],
            Why = "rule: has somebody saying",
        };
    }

    private static TokenRun Somebody(int first, int stop, ParsedText text)
    {
        if (first >= stop) return new(first, first);
        if (text.Tag[first] == Tags.Prp) return new(first, first + 1);
        if (Tags.IsVerb(text.Tag[first]) || text.Tag[first] == Tags.Cd) return new(first, first);
        var phrase = NounPhrase.From(first, Math.Min(stop, first + NameTokensMax), text);
        var end = phrase.End;
        if (phrase.Length > 0 && end + 2 < stop && text.Tokens.Form[end] == ","
            && NounPhrase.From(end + 1, stop, text) is { Length: > 0 } more && more.End < stop
            && text.Tokens.Form[more.End] == ",") end = more.End + 1; // "a parishioner, Ms Thule, telling"
        return new(first, end);
    }

    /// <summary>The one who is had speaking.</summary>
    private static Draft? Saying(GrammarIndex index, int i, TokenRun within)
    {
        var (text, tokens) = (index.Text, index.Text.Tokens);
        var sentence = tokens.SentenceOf[i];
        var start = Math.Max(within.First, tokens.SentenceStart[sentence]);
        for (var have = i - 2; have > Math.Max(start, i - NameTokensMax); have--)
        {
            if (tokens.Lower[have] is not ("have" or "has" or "had")) continue;
            var somebody = Somebody(have + 1, i + 1, text);
            if (somebody.Length == 0 || somebody.End != i || SubjectPhrase.Before(have, start, text).Length == 0)
                return null;
            var draft = new Draft
            {
                Source = [tokens.Form[i - 1] == "," ? new(somebody.First, i - 1) : somebody],
                Cue = [new(i, i + 1)],
                Why = "rule: is had saying",
            };
            if (ContentPhrase.After(draft, index, within) is not { } content) return null;
            draft.Content = [content];
            return draft;
        }

        return null;
    }
}
