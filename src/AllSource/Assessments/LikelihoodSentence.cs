using AllSource.Kernel;

namespace AllSource.Assessments;

/// <summary>Says how likely a statement is: a word and its number, never beside a confidence (ICD 203).</summary>
internal static class LikelihoodSentence
{
    private static readonly string[] LowerFirst = ["The", "A", "An", "It", "There", "They", "He", "She", "This", "That",
        "These", "Those", "In", "No"];

    /// <param name="id">Stands for a statement that itself speaks of confidence: the two never meet in one
    /// sentence.</param>
    public static string Of(string id, string statement, LikelihoodWord likelihood, bool isQuote)
    {
        var named = statement.Contains("confiden", StringComparison.OrdinalIgnoreCase) || statement.Length == 0;
        var what = named ? $"{id} is true" : isQuote ? $"this is true: “{statement.Trim().TrimEnd('.')}”"
            : Clause(statement);
        var said = likelihood.HasWord
            ? $"{Opening(likelihood.Word)} ({likelihood.Percent}) that {what}"
            : $"The probability is {likelihood.Percent} that {what}";
        return said.TrimEnd('.', ' ') + (likelihood.Snapped ? " (the nearest word: the scale has none for this number)."
            : ".");
    }

    /// <summary>Some of the scales' words are nouns.</summary>
    private static string Opening(string word) => word switch
    {
        "almost no chance" => $"There is {word}",
        "remote chance" or "realistic possibility" or "roughly even chance" => $"There is a {word}",
        _ => $"It is {word}",
    };

    private static string Clause(string statement)
    {
        var text = statement.Trim();
        var first = text.Split(' ', 2)[0];
        var last = Math.Max(text.LastIndexOf(". ", StringComparison.Ordinal), text.LastIndexOf(';'));
        if (last > 0) return $"this holds: “{text.TrimEnd('.')}”";
        return LowerFirst.Contains(first) ? char.ToLowerInvariant(text[0]) + text[1..] : text;
    }
}
