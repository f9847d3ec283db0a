namespace AllSource.Fusion.Models;

/// <summary>How a source's confusions are thought of before its claims are seen.</summary>
/// <param name="Weight">Claims that the prior is worth, for each true label.</param>
/// <param name="ByLabel">Whether labels differ in how hard they are for everybody.</param>
/// <param name="Fixed">Whether the prior is the same for all, four to one on the right label, and not the source's own
/// accuracy.</param>
internal readonly record struct ConfusionPrior(double Weight, bool ByLabel, bool Fixed);
