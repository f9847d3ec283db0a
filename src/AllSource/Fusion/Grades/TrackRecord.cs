namespace AllSource.Fusion.Grades;

/// <summary>How often a source that spoke for something was right; each resolved judgment counts once.</summary>
public sealed record TrackRecord(string Source, int Right, int Wrong);
