using System.Collections.Immutable;
using AllSource.Fusion;
using AllSource.Fusion.Propositions;
using AllSource.Kernel;

namespace AllSource.Assessments;

/// <summary>
/// A hypothesis after the evidence: prior and posterior (0-1, all hypotheses sum to 1), and the word. Leading first.
/// </summary>
public sealed record HypothesisFinding(
    string Id, string Text, double Prior, double Posterior, LikelihoodWord Likelihood, ImmutableArray<string> Reasons)
{
    /// <summary>
    /// The posterior before outcomes straightened it; null where nothing was there to straighten it by.
    /// </summary>
    public double? WorkedOut { get; init; }

    /// <summary>
    /// Reports that speak for a row which this hypothesis fits best, alone among all: counting them is what misleads.
    /// </summary>
    public int ReportsFor { get; init; }

    /// <summary>The independent origins of those reports.</summary>
    public int OriginsFor { get; init; }
}

/// <summary>
/// A cell: the letter a person wrote, and what it says as the probability of the row's statement given the hypothesis
/// (0-1).
/// <paramref name="LogWeight"/> is what the row adds to the hypothesis' log-probability as it is believed now.
/// </summary>
public sealed record MatrixCell(string Hypothesis, string Letters, double Likelihood, double LogWeight);

/// <summary>
/// A row of evidence or an assumption: its cells in the hypotheses' order, what is believed of it from independent
/// origins, and its diagnosticity: the mutual information between row and hypotheses in bits (0 tells nothing apart).
/// </summary>
public sealed record MatrixRow(
    string Id,
    string What,
    bool IsAssumption,
    ImmutableArray<MatrixCell> Cells,
    Belief Belief,
    int Reports,
    int Origins,
    int DisputingReports,
    int DisputingOrigins,
    ImmutableArray<PropositionClaim> Claims,
    double DiagnosticityBits,
    bool IsGap,
    string Sentence)
{
    /// <summary>What would be believed if every report counted as a witness: shown beside, never used.</summary>
    public double BeliefByReports { get; init; }
}
