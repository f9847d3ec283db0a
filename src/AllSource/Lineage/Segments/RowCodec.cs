using System.Numerics;

namespace AllSource.Lineage.Segments;

/// <summary>A place of a key: the report's row and what stands around the seed.</summary>
internal readonly record struct RowPlace(int Row, ushort Context);

/// <summary>Reads the places of a key that has several: rows as distances in Rice's code.</summary>
internal struct RowCodec(int many, int rowBits)
{
    private readonly int _low = LowBits(many, rowBits);
    private int _last;

    public RowPlace Next(ref BitReader reader)
    {
        _last = (int)((uint)_last + reader.ReadRice(_low));
        return new(_last, (ushort)reader.Read(SeedContext.Bits));
    }

    /// <summary>Rice's parameter: the mean distance of so many rows.</summary>
    public static int LowBits(int many, int rowBits) => Math.Max(0, rowBits - BitOperations.Log2((uint)many) - 1);
}
