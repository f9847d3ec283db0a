namespace AllSource.Language;

/// <summary>
/// A text cut into tokens, sentences and paragraphs. It is not tagged and not parsed. Token i is
/// Text[Start[i]..End[i]]; tokens
/// ascend, do not overlap, hold no white space at their ends and never cut a surrogate pair. Sentence and paragraph
/// s covers the tokens [SentenceStart[s], SentenceStart[s + 1]); both arrays carry one closing entry.
/// </summary>
internal sealed class TokenisedText
{
    public required string Text { get; init; }

    public required int[] Start { get; init; }

    public required int[] End { get; init; }

    /// <summary>The token as written, with typographic apostrophes and quotation marks as written.</summary>
    public required string[] Form { get; init; }

    /// <summary>The token in lower case, apostrophes straightened: what lexicons and features look up.</summary>
    public required string[] Lower { get; init; }

    /// <summary>The token's number among the different forms of the text, from 0 in the order in which they first
    /// stand: what depends on a form alone is found out once for each.</summary>
    public required int[] Word { get; init; }

    public required int[] SentenceOf { get; init; }

    public required int[] SentenceStart { get; init; }

    public required int[] ParagraphOf { get; init; }

    public required int[] ParagraphStart { get; init; }

    public int Count => Start.Length;

    public int SentenceCount => SentenceStart.Length - 1;

    public int ParagraphCount => ParagraphStart.Length - 1;

    public bool SpaceBefore(int token) => token == 0 || Start[token] > End[token - 1];
}
