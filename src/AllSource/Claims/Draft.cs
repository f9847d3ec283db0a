using System.Collections.Immutable;
using AllSource.Kernel;
using AllSource.Language;

namespace AllSource.Claims;

/// <summary>A stretch of tokens, [First, End).</summary>
internal readonly record struct TokenRun(int First, int End)
{
    public int Length => End - First;

    public bool Contains(int token) => First <= token && token < End;

    public TextSpan In(TokenisedText text) => new(text.Start[First], text.End[End - 1]);
}

/// <summary>What the model made of a cue before any rule touched it, for the ledger's "why".</summary>
/// <param name="CueShare">How likely the model thinks the words to be a cue (0-1); null where it was not asked.</param>
/// <param name="Share">How likely it thinks this reading among all, none included (0-1); null where it chose
/// none.</param>
/// <param name="IsCueByRule">A rule pointed at the cue, and the model read it.</param>
/// <param name="IsProposed">Grammar proposed the reading, and the model chose it.</param>
internal sealed record ModelReading(
    float? CueShare, float? Share, bool IsCueByRule, bool IsProposed, List<TokenRun> Source, List<TokenRun> Content);

/// <summary>
/// An attribution while it is being made, in tokens: the model or a rule sets source, cue and content, the layers after
/// it add
/// the rest. Runs of each role ascend and do not overlap.
/// </summary>
internal sealed class Draft
{
    public List<TokenRun> Source { get; set; } = [];

    public List<TokenRun> Cue { get; set; } = [];

    public List<TokenRun> Content { get; set; } = [];

    public List<TokenRun> Addressee { get; set; } = [];

    public List<TokenRun> Hedge { get; set; } = [];

    public List<TokenRun> Time { get; set; } = [];

    /// <summary>The attribution that passes this one on where no content shows it: "A reported, citing B".</summary>
    public Draft? Outer { get; set; }

    /// <summary>Named by another as his source: without that other it is no attribution.</summary>
    public bool IsCited { get; init; }

    public string Why { get; set; } = "";

    /// <summary>Null where a rule made all of it.</summary>
    public ModelReading? Read { get; init; }

    public int First => Cue.Count > 0 ? Cue[0].First : Content.Count > 0 ? Content[0].First : 0;

    public static ImmutableArray<TextSpan> Spans(List<TokenRun> runs, TokenisedText text) =>
        [.. runs.Select(r => r.In(text))];
}
