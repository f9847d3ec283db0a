using System.Numerics;
using System.Runtime.InteropServices;

namespace AllSource.Lineage.Segments;

/// <summary>
/// CRC-32C (Castagnoli), in hardware where there is any. It finds damage; it does not keep out forgers.
/// </summary>
internal static class Checksum
{
    public static uint Of(ReadOnlySpan<byte> bytes) => ~Continue(uint.MaxValue, bytes);

    /// <summary>Goes on from a sum not yet inverted; starts with all bits set.</summary>
    public static uint Continue(uint sum, ReadOnlySpan<byte> bytes)
    {
        var words = MemoryMarshal.Cast<byte, ulong>(bytes);
        foreach (var word in words)
        {
            sum = BitOperations.Crc32C(sum, BitConverter.IsLittleEndian ? word : ReverseBytes(word));
        }

        foreach (var one in bytes[(8 * words.Length)..]) sum = BitOperations.Crc32C(sum, one);
        return sum;
    }

    private static ulong ReverseBytes(ulong word) => System.Buffers.Binary.BinaryPrimitives.ReverseEndianness(word);
}
