using System.Runtime.CompilerServices;

namespace AllSource.Lineage.Seeds;

/// <summary>
/// Where a seed stands: a document's number, a word, what stands around it. Twelve bytes, as there are many; the zero
/// value is no place.
/// </summary>
internal readonly struct Place
{
    private const int QuotedBit = 1 << 30;
    private const int SparseBit = 1 << 31;
    private const int WordBits = QuotedBit - 1;

    private readonly int _number; // 0: no place; below 0: in a slot, not a place but a list
    private readonly int _word;

    public Place(int document, in Seed seed)
        : this(document, seed.Word, seed.Context, seed.IsQuoted, seed.IsSparse)
    {
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Place(int document, int word, uint context, bool isQuoted, bool isSparse)
    {
        _number = document + 1;
        _word = (word & WordBits) | (Unsafe.BitCast<bool, byte>(isQuoted) * QuotedBit)
            | (Unsafe.BitCast<bool, byte>(isSparse) * SparseBit);
        Context = context;
    }

    private Place(int number, int word, uint context)
    {
        (_number, _word) = (number, word);
        Context = context;
    }

    public int Document => _number - 1;

    public int Word => _word & WordBits;

    public uint Context { get; }

    public bool IsQuoted => (_word & QuotedBit) != 0;

    public bool IsSparse => (_word & SparseBit) != 0;

    /// <summary>
    /// Two texts meet in a gram that both have as a sparse one, or that one has between quotation marks.
    /// </summary>
    public bool Meets(in Place other) =>
        ((_word & other._word & SparseBit) | ((_word | other._word) & QuotedBit)) != 0;

    /// <summary>Bit 0: it is quoted; bit 1: it is sparse.</summary>
    public uint Kinds => (uint)_word >> 30;

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
