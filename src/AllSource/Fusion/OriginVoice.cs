using AllSource.Sources;

namespace AllSource.Fusion;

/// <summary>
/// What one origin says of a proposition. <paramref name="Supports"/> false means that it disputes it.
/// <paramref name="Reports"/> (at least 1) is how many reports carry this voice: it is shown and never weighed.
/// <paramref name="IndependenceProbability"/> (0 to 1) is how likely the origin is independent of the others on its
/// side; <paramref name="ReadingErrorProbability"/> (0 to 1) how likely we misread what it says: a layer apart from the
/// source's own error. <paramref name="Speaker"/> is the name under which a record of the source may be known.
/// </summary>
public sealed record OriginVoice(
    string Origin,
    Reliability Grade,
    bool Supports,
    int Reports = 1,
    double IndependenceProbability = 1,
    double ReadingErrorProbability = 0,
    string? Speaker = null);
