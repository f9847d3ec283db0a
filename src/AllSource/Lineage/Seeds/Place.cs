namespace AllSource.Lineage.Seeds;

/// <summary>
/// Where a seed stands: a document's number, a word, what stands around it. Twelve bytes, as there are many; the zero
/// value is no place.
/// </summary>
internal readonly struct Place(int document, in Seed seed)
{
    private const int QuotedBit = 1 << 30;
    private const int SparseBit = 1 << 31;
    private const int WordBits = QuotedBit - 1;

    private readonly int _number = document + 1; // 0: no place; below 0: in a slot, not a place but a list
    private readonly int _word = (seed.Word & WordBits)
        | (seed.IsQuoted ? QuotedBit : 0) | (seed.IsSparse ? SparseBit : 0);

    private Place(int number, int word, uint context)
        : this(number - 1, new Seed(0, word, context, false, false))
    {
    }

    public int Document => _number - 1;

    public int Word => _word & WordBits;

    public uint Context { get; } = seed.Context;

    public bool IsQuoted => (_word & QuotedBit) != 0;

    public bool IsSparse => (_word & SparseBit) != 0;

    /// <summary>
    /// Two texts meet in a gram that both have as a sparse one, or that one has between quotation marks.
    /// </summary>
    public bool Meets(in Place other) =>
        ((_word & other._word & SparseBit) | ((_word | other._word) & QuotedBit)) != 0;

    public bool IsEmpty => _number == 0;

    public bool IsList => _number < 0;

    /// <summary>Of a list: where it begins.</summary>
    public int ListAt => ~_number;

    /// <summary>Of a list: how many places it has.</summary>
    public int ListCount => _word;

    /// <summary>Of a list: how many authors repeat the seed.</summary>
    public int ListRepeaters => (int)Context;

    /// <summary>What stands in a slot for a list of places.</summary>
    public static Place OfList(int at, int count, int repeaters) => new(~at, count, (uint)repeaters);
}
