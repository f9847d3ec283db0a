using System.Collections.Frozen;
using AllSource.Language;

namespace AllSource.Claims.Layers;

/// <summary>
/// Whom a speaker leans on: "on the authority of two officials", "on the word of a relief worker", "sourced to a
/// cousin", "attributing the figure to the board"; and what figure he puts on a thing: "put the number at seven".
/// </summary>
internal static class EvidenceRules
{
    private const int ThingTokensMax = 8;

    private static readonly FrozenSet<string> Ground = WordList.Of(
        "authority strength word say-so testimony evidence oath");

    private static readonly FrozenSet<string> About = WordList.Of("""
        about around nearly almost roughly some over under approximately $ £ € between more less fewer at than least
        most only just
        """);

    private static readonly FrozenSet<string> Numbers = WordList.Of("""
        none one two three four five six seven eight nine ten eleven twelve fifteen twenty dozen dozens hundreds
        thousands half a
        """);

    public static Draft? At(GrammarIndex index, int i, TokenRun within)
    {
        var tokens = index.Text.Tokens;
        var sentence = tokens.SentenceOf[i];
        var start = Math.Max(within.First, tokens.SentenceStart[sentence]);
        var stop = Math.Min(within.End, tokens.SentenceStart[sentence + 1]);
        return tokens.Lower[i] switch
        {
            "on" => OnGround(index, i, stop),
            "sourced" => Cited(index, new(i, i + 2), i + 1 < stop && tokens.Lower[i + 1] == "to", stop),
            "attributing" or "crediting" or "ascribing" => Attributing(index, i, stop),
            "put" or "puts" or "estimated" or "estimates" => Figure(index, i, start, stop),
            _ => null,
        };
    }

    private static Draft? OnGround(GrammarIndex index, int i, int stop)
    {
        var lower = index.Text.Tokens.Lower;
        if (i + 4 >= stop || lower[i + 1] != "the" || lower[i + 3] != "of" || !Ground.Contains(lower[i + 2]))
            return null;
        return Cited(index, new(i, i + 4), true, stop);
    }

    private static Draft? Attributing(GrammarIndex index, int i, int stop)
    {
        var thing = NounPhrase.From(i + 1, stop, index.Text);
        if (thing.Length == 0 || thing.End + 1 >= stop || index.Text.Tokens.Lower[thing.End] != "to") return null;
        var source = CitedLayer.Phrase(thing.End + 1, stop, index.Text);
        return source.Length == 0 || index.Text.Tokens.Lower[thing.First] is "blame" ? null : new()
        {
            Source = [source],
            Cue = [new(i, i + 1), new(thing.End, thing.End + 1)],
            Why = "rule: attributed to somebody",
            IsCited = true,
        };
    }

    private static Draft? Cited(GrammarIndex index, TokenRun cue, bool fits, int stop)
    {
        if (!fits) return null;
        var source = CitedLayer.Phrase(cue.End, stop, index.Text);
        return source.Length == 0 ? null : new()
        {
            Source = [source],
            Cue = [cue],
            Why = "rule: somebody on whose word another speaks",
            IsCited = true,
        };
    }

    /// <summary>"Put the number at seven", "puts the load at 212 tonnes".</summary>
    private static Draft? Figure(GrammarIndex index, int i, int start, int stop)
    {
        var (text, lower) = (index.Text, index.Text.Tokens.Lower);
        if (i + 3 >= stop || i > start && text.Tag[i - 1] == Tags.To) return null;
        var thing = NounPhrase.From(i + 1, Math.Min(stop, i + 1 + ThingTokensMax), text);
        if (thing.Length == 0 || thing.End + 1 >= stop || lower[thing.End] != "at") return null;
        var number = thing.End + 1;
        while (number < stop && About.Contains(lower[number])) number++;
        if (number >= stop || (text.Tag[number] != Tags.Cd && !Numbers.Contains(lower[number]))) return null;
        var cue = new TokenRun(RuleCues.Group(index, i, start), i + 1);
        var source = SubjectPhrase.Before(cue.First, start, text);
        if (source.Length == 0) source = SubjectPhrase.Shared(cue.First, start, text);
        if (source.Length == 0 || lower[source.First] is "who" or "which" or "that") return null;
        var end = number + 1;
        while (end < stop && (Tags.IsNoun(text.Tag[end]) || text.Tag[end] == Tags.Cd || lower[end] is "%" or "per"
            or "and") && lower[end] is not "and" || (end + 1 < stop && lower[end] == "and"
            && text.Tag[end + 1] == Tags.Cd)) end++;
        return new()
        {
            Source = [source],
            Cue = [cue],
            Content = [new(i + 1, end)],
            Why = "rule: puts a figure on a thing",
        };
    }
}
