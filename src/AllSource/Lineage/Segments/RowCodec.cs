using System.Numerics;

namespace AllSource.Lineage.Segments;

/// <summary>A place of a key: the report's row and what stands around the seed.</summary>
internal readonly record struct RowPlace(int Row, ushort Context);

/// <summary>Reads the rows of one key's list: alone a plain number, more of them as distances in Rice's code.</summary>
internal struct RowCodec
{
    private readonly int _rowBits;
    private readonly int _low;
    private readonly bool _isAlone;
    private int _last;

    private RowCodec(int many, int rowBits)
    {
        _rowBits = rowBits;
        _isAlone = many == 1;
        _low = LowBits(many, rowBits);
    }

    public static RowCodec Begin(ref BitReader reader, int many, int rowBits, int skippableMin)
    {
        if (many >= skippableMin) reader.ReadGamma(); // its length in bits, for those who read past it
        return new(many, rowBits);
    }

    public RowPlace Next(ref BitReader reader)
    {
        _last = _isAlone ? (int)reader.Read(_rowBits) : (int)((uint)_last + reader.ReadRice(_low));
        return new(_last, (ushort)reader.Read(SeedContext.Bits));
    }

    /// <summary>Rice's parameter: the mean distance of so many rows.</summary>
    public static int LowBits(int many, int rowBits) => Math.Max(0, rowBits - BitOperations.Log2((uint)many) - 1);
}
