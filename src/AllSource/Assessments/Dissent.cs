namespace AllSource.Assessments;

/// <summary>
/// Somebody does not share a judgment, and says so under a name: it is kept beside the judgment and never averaged
/// away. <paramref name="About"/> is the id of the hypothesis or proposition judged; <paramref name="Probability"/>
/// (0-1) is what the dissenter would say instead, null where nothing was said.
/// </summary>
public sealed record Dissent(string By, string About, string Why, double? Probability = null);
