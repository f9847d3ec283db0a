namespace AllSource.Claims.Model;

/// <summary>One way to read a cue: its source and content, and how likely the field thinks it is (a
/// logarithm).</summary>
internal sealed record SpanReading(List<TokenRun> Source, List<TokenRun> Content, float Log)
{
    /// <summary>Grammar proposed it: it was not among the field's likeliest.</summary>
    public bool IsProposed { get; init; }
}

/// <summary>A cue and the ways to read it that the field thinks likeliest, best first; none of them without
/// content.</summary>
/// <param name="Filled">How likely the field thinks it that there is any content.</param>
internal sealed record CueReadings(TokenRun Cue, float Filled, List<SpanReading> Readings);
