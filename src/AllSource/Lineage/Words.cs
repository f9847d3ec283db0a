namespace AllSource.Lineage;

/// <summary>What stands around a word, as far as matching and direction need it.</summary>
[Flags]
internal enum WordMarks : byte
{
    None = 0,

    /// <summary>Between quotation marks that close again.</summary>
    Quoted = 1,

    /// <summary>The first word of a sentence.</summary>
    SentenceStart = 2,

    /// <summary>The first word of a line.</summary>
    LineStart = 4,

    /// <summary>Within square brackets: an editor's word.</summary>
    Bracketed = 8,

    /// <summary>An ellipsis stands before the word.</summary>
    AfterEllipsis = 16,

    /// <summary>A function word or another of the commonest words: says nothing by itself.</summary>
    Common = 32,

    /// <summary>The first word after an empty line.</summary>
    ParagraphStart = 64,

    /// <summary>Holds a digit.</summary>
    Number = 128,
}

/// <summary>
/// One text's words in order, without their strings: a 32-bit code of the folded word, where it stands, and its marks.
/// Case, quotation
/// marks, apostrophes, dashes, brackets and white space are folded away; scripts that are written without spaces give a
/// word a character.
/// </summary>
internal sealed class Words(uint[] codes, uint[] stems, int[] starts, int[] ends, WordMarks[] marks)
{
    public static readonly Words Empty = new([], [], [], [], []);

    /// <summary>
    /// Folded words as numbers; equal words are equal, unequal ones are with a chance of 2^-32 a pair.
    /// </summary>
    public uint[] Codes { get; } = codes;

    /// <summary>
    /// As <see cref="Codes"/>, of the word's first letters alone: inflected forms of a word mostly share it.
    /// </summary>
    public uint[] Stems { get; } = stems;

    /// <summary>First code unit of each word in the text.</summary>
    public int[] Starts { get; } = starts;

    /// <summary>First code unit after each word.</summary>
    public int[] Ends { get; } = ends;

    public WordMarks[] Marks { get; } = marks;

    public int Count => Codes.Length;

    /// <summary>True when the word carries the mark.</summary>
    public bool Has(int word, WordMarks mark) => (Marks[word] & mark) != 0;
}
