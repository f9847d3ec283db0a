using System.Collections.Immutable;

namespace AllSource.Assessments;

/// <summary>
/// One analyst's own reading of the case's rows: cells by row id, then by hypothesis id. <paramref name="Priors"/> are
/// the analyst's own (0-1, by hypothesis id; those missing are the case's). Analysts who worked on it together
/// (<paramref name="With"/>, names) are one judge.
/// </summary>
public sealed record AnalystMatrix(
    string Analyst,
    ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, Consistency>> Cells,
    ImmutableSortedDictionary<string, double> Priors,
    ImmutableArray<string> With);
