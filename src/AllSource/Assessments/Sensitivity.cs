using System.Collections.Immutable;

namespace AllSource.Assessments;

/// <summary>What was taken away or altered to see what leans on it.</summary>
public enum ChangeKind
{
    SourceOut,
    OriginOut,
    RowOut,
    AssumptionOut,
    CellUp,
    CellDown,
}

/// <summary>The posterior of one hypothesis.</summary>
public sealed record HypothesisShare(string Hypothesis, double Posterior);

/// <summary>
/// One change and what follows: the new posteriors (by hypothesis id), who then leads, and
/// whether that is another than before. <paramref name="Target"/> is the voice, origin, row, assumption, or
/// "row/hypothesis".
/// </summary>
public sealed record SensitivityCase(
    ChangeKind Kind, string Target, string Words, ImmutableArray<HypothesisShare> Posteriors, string Leading,
        bool Flips);

/// <summary>
/// The smallest set of changes that makes another hypothesis lead. Exact over the changes named in <see cref="Over"/>;
/// empty when no set of at most <paramref name="SizeMax"/> changes does it.
/// </summary>
public sealed record FlipSet(string Over, ImmutableArray<string> Changes, string? NewLeading, int SizeMax,
    string Sentence);

public sealed record Sensitivity(ImmutableArray<SensitivityCase> Cases, ImmutableArray<FlipSet> Flips, string Sentence);
