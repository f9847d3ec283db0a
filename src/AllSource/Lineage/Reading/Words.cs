using System.Runtime.CompilerServices;

namespace AllSource.Lineage.Reading;

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
/// Case, quotation marks, apostrophes, dashes, brackets and white space are folded away; scripts that are written
/// without spaces give a word a character. The columns are stretches of blocks that many texts share.
/// </summary>
internal sealed class Words
{
    public static readonly Words Empty = new(new WordBlock(0), 0, 0, []);

    private readonly uint[] _codes; // the columns are asked for word by word: no step more than needed lies between
    private readonly int[] _starts;
    private readonly int[] _ends;
    private readonly WordMarks[] _marks;
    private readonly int _first;

    public Words(WordBlock block, int first, int count, uint[] stems)
    {
        (_codes, _starts, _ends, _marks) = (block.Codes, block.Starts, block.Ends, block.Marks);
        _first = first;
        Count = count;
        Stems = stems;
    }

    /// <summary>
    /// Folded words as numbers; equal words are equal, unequal ones are with a chance of 2^-32 a pair.
    /// </summary>
    public ReadOnlySpan<uint> Codes
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(_codes, _first, Count);
    }

    /// <summary>
    /// As <see cref="Codes"/>, of the word's first letters alone: inflected forms of a word mostly share it. Empty
    /// unless asked for.
    /// </summary>
    public uint[] Stems { get; }

    /// <summary>First code unit of each word in the text.</summary>
    public ReadOnlySpan<int> Starts
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(_starts, _first, Count);
    }

    /// <summary>First code unit after each word.</summary>
    public ReadOnlySpan<int> Ends
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(_ends, _first, Count);
    }

    public ReadOnlySpan<WordMarks> Marks
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(_marks, _first, Count);
    }

    public int Count { get; }

    /// <summary>True when the word carries the mark.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Has(int word, WordMarks mark)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)word, (uint)Count, nameof(word));
        return (_marks[_first + word] & mark) != 0;
    }
}

/// <summary>Columns of words that the texts of one reader fill one after another.</summary>
internal sealed class WordBlock(int size)
{
    public uint[] Codes { get; } = GC.AllocateUninitializedArray<uint>(size);

    public int[] Starts { get; } = GC.AllocateUninitializedArray<int>(size);

    public int[] Ends { get; } = GC.AllocateUninitializedArray<int>(size);

    public WordMarks[] Marks { get; } = GC.AllocateUninitializedArray<WordMarks>(size);
}
