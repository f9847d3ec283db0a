using System.Collections.Immutable;

namespace AllSource.Assessments;

/// <summary>One matrix of the panel and what follows from it; shares by hypothesis id, ascending.</summary>
public sealed record PanelMember(
    string Analyst, ImmutableArray<HypothesisShare> Posteriors, string Leading, ImmutableArray<string> With);

/// <summary>What one analyst wrote into a cell.</summary>
public sealed record PanelCell(string Analyst, string Letters);

/// <summary>
/// A cell that the analysts read differently: how many letters apart the extremes are (1-4), and what lies between them
/// in the hypothesis' log-weight as the row is believed now.
/// </summary>
public sealed record PanelDisagreement(
    string Row, string Hypothesis, ImmutableArray<PanelCell> Cells, int LettersApart, double LogWeightApart);

/// <summary>
/// Several analysts' matrices over the same rows and the same beliefs: side by side, where they disagree (heaviest
/// first), and pooled. The pool stands beside the desk's own judgments and replaces none of them.
/// </summary>
/// <param name="Judges">How many independent judges they are: who worked together, or agrees in every cell, is
/// one.</param>
/// <param name="SharedInformation">How much of the evidence two judges both used, on average (0-1).</param>
/// <param name="Exponent">By which the mean evidence is made more extreme; 1 for one judge.</param>
public sealed record Panel(
    ImmutableArray<PanelMember> Members,
    ImmutableArray<PanelDisagreement> Disagreements,
    int Judges,
    double SharedInformation,
    double Exponent,
    ImmutableArray<HypothesisShare> Pooled,
    string Leading,
    string Sentence);
