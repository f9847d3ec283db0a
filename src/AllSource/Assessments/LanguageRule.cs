using System.Collections.Immutable;
using AllSource.Kernel;

namespace AllSource.Assessments;

/// <summary>
/// A likelihood and a confidence never stand in one sentence (ICD 203). The program's own sentences are built so; this
/// finds the rule broken in sentences that people wrote.
/// </summary>
public static class LanguageRule
{
    private static readonly ImmutableArray<string> Words =
    [
        .. LikelihoodScale.Icd203.Bands.Concat(LikelihoodScale.Phia.Bands).Select(b => b.Word)
            .Distinct(StringComparer.Ordinal), "probable", "improbable", "likelihood", "probability",
    ];

    private static readonly char[] SentenceEnds = ['.', '?', '!', ';', '\n'];

    public static bool SpeaksOfConfidence(string text) => text.Contains("confiden", StringComparison.OrdinalIgnoreCase);

    public static bool SpeaksOfLikelihood(string text) =>
        Words.Any(w => text.Contains(w, StringComparison.OrdinalIgnoreCase));

    /// <summary>The first sentence with a likelihood and a confidence in it; null when there is none.</summary>
    public static string? FirstMixed(string text) => text.Split(SentenceEnds)
        .FirstOrDefault(s => SpeaksOfConfidence(s) && SpeaksOfLikelihood(s))?.Trim();
}
