using System.Globalization;
using AllSource.Language;

namespace AllSource.Claims.Layers;

/// <summary>
/// Why a claim is read as it is, in one line: what was taken for the cue and how sure the model was, whose reading the
/// source and the content are, which rule set the act, and by what a name was found.
/// </summary>
internal static class WhyLine
{
    private const int WordsMax = 40, SourceMax = 80;

    /// <param name="rule">The rule that set the act.</param>
    /// <param name="name">Whom the source stands for; empty where nobody is known.</param>
    public static string Of(Draft draft, GrammarIndex index, string rule, string name)
    {
        var tokens = index.Text.Tokens;
        var cue = Words(draft.Cue, tokens);
        var found = draft.Read is { } read && draft.Why.StartsWith("model", StringComparison.Ordinal)
            ? $"{CueBy(cue, read)}; {SpansBy(draft, read)}" : $"{draft.Why}, at “{cue}”";
        var named = draft.Source.Count == 0 ? "" : NamedBy(Words([draft.Source[0]], tokens, SourceMax), name);
        return $"{found}; act: {rule}{named}";
    }

    private static string CueBy(string cue, ModelReading read) =>
        read.IsCueByRule ? $"cue “{cue}” by a rule of grammar"
        : read.CueShare is { } share ? $"cue “{cue}” by the model ({Percent(share)})"
        : $"cue “{cue}” by the model, within another's words";

    private static string SpansBy(Draft draft, ModelReading read)
    {
        var sure = read.Share is { } share ? $" ({Percent(share)})" : "";
        var model = (read.IsProposed ? "as grammar proposed and the model chose" : "as the model read") + sure;
        var (source, content) = (IsLike(draft.Source, read.Source), IsLike(draft.Content, read.Content));
        if (draft.Content.Count == 0) return source && draft.Source.Count > 0 ? "source as the model read, no content"
            : draft.Source.Count == 0 ? "no source, no content" : "source by grammar, no content";
        if (draft.Source.Count == 0) return content ? $"no source, content {model}" : "no source, content by grammar";
        return source && content ? $"source and content {model}"
            : source ? $"source {model}, content by grammar"
            : content ? $"source by grammar, content {model}" : "source and content by grammar";
    }

    /// <summary>The same stretches but for a comma or a "that" at a border.</summary>
    private static bool IsLike(List<TokenRun> now, List<TokenRun> read) => now.Count == read.Count && now.Zip(read)
        .All(p => Math.Abs(p.First.First - p.Second.First) <= 1 && Math.Abs(p.First.End - p.Second.End) <= 1);

    private static string NamedBy(string source, string name)
    {
        if (name.Length == 0) return $"; nothing tells who “{source}” is";
        var bare = Bare(source);
        if (Same(bare, name) || IsIn(name, source)) return "";
        if (char.IsAsciiDigit(name[^1])) return $"; “{source}” has no name and is {name} by number";
        var by = bare.ToLowerInvariant() is "i" or "we" or "he" or "she" or "it" or "they" or "who" or "which" or "that"
            ? "by the nearest speaker whom the pronoun fits"
            : IsInitials(bare, name) ? "by its initials"
            : $" {name} ".Contains($" {bare} ", StringComparison.OrdinalIgnoreCase) ? "by part of the name"
            : "by what it is called here";
        return $"; “{source}” is {name} {by}";
    }

    private static string Bare(string source) => source.Split(' ', 2) is [var first, var rest]
        && first.ToLowerInvariant() is "the" or "a" or "an" ? rest : source;

    /// <summary>"Mirela Ostrand, a spokeswoman" needs no word on who that is.</summary>
    private static bool IsIn(string name, string source)
    {
        var within = source.Replace('’', '\'');
        return name.Replace('’', '\'').Replace("'s ", " ", StringComparison.Ordinal).Split(' ')
            .All(w => within.Contains(w, StringComparison.OrdinalIgnoreCase));
    }

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);

    private static bool IsInitials(string source, string name)
    {
        var letters = source.Replace(".", "", StringComparison.Ordinal);
        return letters.Length > 1 && letters.All(char.IsUpper)
            && Same(letters, string.Concat(name.Split(' ').Where(w => w.Length > 0 && char.IsUpper(w[0]))
                .Select(w => w[0])));
    }

    private static string Words(List<TokenRun> runs, TokenisedText tokens, int max = WordsMax)
    {
        var words = string.Join(' ', string.Join(" … ", runs.Select(r => r.In(tokens).Of(tokens.Text)))
            .Split(null as char[], StringSplitOptions.RemoveEmptyEntries));
        if (words.Length <= max) return words;
        var cut = char.IsHighSurrogate(words[max - 1]) ? max - 1 : max;
        return words[..cut] + "…";
    }

    private static string Percent(float share) =>
        string.Create(CultureInfo.InvariantCulture, $"{Math.Round(share * 100)} %");
}
