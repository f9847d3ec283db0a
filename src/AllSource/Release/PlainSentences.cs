using AllSource.Kernel;

namespace AllSource.Release;

/// <summary>
/// What the desk's own sentences may not do: say how likely something is and how sure we are in one breath.
/// </summary>
internal static class PlainSentences
{
    private static readonly string[][] LikelihoodWords =
    [
        .. LikelihoodScale.Icd203.Bands.Concat(LikelihoodScale.Phia.Bands).Select(b => GuardedText.Words(b.Word))
            .Concat([["probable"], ["improbable"], ["probably"], ["certain"], ["remote"]]),
    ];

    /// <summary>The first sentence that names both a likelihood and a confidence; null when none does.</summary>
    public static string? MixedIn(string text) => Split(text).FirstOrDefault(s =>
    {
        var words = GuardedText.Words(s);
        return words.Any(w => w is "confidence" or "confident" or "confidently")
            && (s.Contains('%', StringComparison.Ordinal) || LikelihoodWords.Any(l => Holds(words, l)));
    });

    /// <summary>
    /// Sentences by full stop, exclamation or question mark before white space: enough for the desk's own prose.
    /// </summary>
    public static IEnumerable<string> Split(string text)
    {
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is not ('.' or '!' or '?' or '\n')
                || (i + 1 < text.Length && !char.IsWhiteSpace(text[i + 1]))) continue;
            yield return text[start..(i + 1)].Trim();
            start = i + 1;
        }

        if (text[start..].Trim().Length > 0) yield return text[start..].Trim();
    }

    private static bool Holds(string[] words, string[] part) =>
        Enumerable.Range(0, Math.Max(0, words.Length - part.Length + 1))
            .Any(i => words.AsSpan(i, part.Length).SequenceEqual(part));
}
