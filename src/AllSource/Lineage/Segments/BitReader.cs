using System.Buffers.Binary;
using System.Numerics;

namespace AllSource.Lineage.Segments;

/// <summary>
/// Reads bit fields, lowest bit first. Reading beyond the end gives zeros and sets <see cref="IsOver"/>: a damaged file
/// must neither throw nor be read outside its bounds.
/// </summary>
internal ref struct BitReader(ReadOnlySpan<byte> bytes)
{
    /// <summary>Bits that one load holds at any place within a byte.</summary>
    private const int LoadBits = 56;

    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private long _at;

    /// <summary>True when more was asked for than there is, or a code was longer than any that is written.</summary>
    public bool IsOver { get; private set; }

    public readonly long Position => _at;

    /// <summary>The next <paramref name="bits"/> (0-32).</summary>
    public uint Read(int bits)
    {
        var value = (uint)(Load() & ((1UL << bits) - 1));
        Skip(bits);
        return value;
    }

    public uint ReadGamma()
    {
        var bits = ReadZeros(31);
        return (1U << bits) | Read(bits);
    }

    public uint ReadRice(int low)
    {
        var quotient = (uint)ReadZeros(uint.MaxValue >> low);
        return (quotient << low) | Read(low);
    }

    public void Skip(long bits)
    {
        _at += bits;
        if (_at <= 8L * _bytes.Length) return;
        IsOver = true;
        _at = 8L * _bytes.Length;
    }

    /// <summary>The number of zeros before the next one, which is read too.</summary>
    private int ReadZeros(uint most)
    {
        var zeros = 0;
        while (!IsOver && zeros <= most)
        {
            var run = BitOperations.TrailingZeroCount(Load());
            if (run < LoadBits)
            {
                Skip(run + 1);
                zeros += run;
                break;
            }

            Skip(LoadBits);
            zeros += LoadBits;
        }

        if (zeros <= most) return zeros;
        IsOver = true;
        return 0;
    }

    private readonly ulong Load()
    {
        var at = (int)(_at >> 3);
        var rest = _bytes[at..];
        if (rest.Length >= 8) return BinaryPrimitives.ReadUInt64LittleEndian(rest) >> (int)(_at & 7);
        var value = 0UL;
        for (var i = rest.Length - 1; i >= 0; i--) value = (value << 8) | rest[i];
        return value >> (int)(_at & 7);
    }
}
