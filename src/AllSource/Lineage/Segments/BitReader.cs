using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace AllSource.Lineage.Segments;

/// <summary>
/// Reads bit fields, lowest bit first. Reading beyond the end gives zeros and sets <see cref="IsOver"/>: a damaged file
/// must neither throw nor be read outside its bounds.
/// </summary>
internal ref struct BitReader(ReadOnlySpan<byte> bytes)
{
    /// <summary>Bits that one load holds at any place within a byte.</summary>
    public const int LoadBits = 56;

    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private long _at;

    /// <summary>True when more was asked for than there is, or a code was longer than any that is written.</summary>
    public bool IsOver { get; private set; }

    public readonly long Position => _at;

    /// <summary>The next <see cref="LoadBits"/> in its lowest places, and perhaps more; they stay the next.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly ulong Peek() => Load();

    /// <summary>The next <paramref name="bits"/> (0-32).</summary>
    public uint Read(int bits)
    {
        var value = (uint)(Load() & ((1UL << bits) - 1));
        Skip(bits);
        return value;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint ReadGamma()
    {
        var load = Load();
        var zeros = BitOperations.TrailingZeroCount(load);
        var length = (2 * zeros) + 1;
        if (length > LoadBits || _at + length > 8L * _bytes.Length) return ReadLongGamma();
        _at += length;
        return (1U << zeros) | ((uint)(load >> (zeros + 1)) & ((1U << zeros) - 1));
    }

    /// <param name="low">31 at most.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint ReadRice(int low)
    {
        var load = Load();
        var zeros = BitOperations.TrailingZeroCount(load);
        var length = zeros + 1 + low;
        if (length > LoadBits || (uint)zeros > uint.MaxValue >> low || _at + length > 8L * _bytes.Length)
        {
            return ReadLongRice(low);
        }

        _at += length;
        return ((uint)zeros << low) | ((uint)(load >> (zeros + 1)) & ((1U << low) - 1));
    }

    public void Skip(long bits)
    {
        _at += bits;
        if (_at <= 8L * _bytes.Length) return;
        IsOver = true;
        _at = 8L * _bytes.Length;
    }

    /// <summary>What one load does not hold: few codes, those at the end, and what is damaged.</summary>
    private uint ReadLongGamma()
    {
        var bits = ReadZeros(31);
        return (1U << bits) | Read(bits);
    }

    private uint ReadLongRice(int low)
    {
        var quotient = (uint)ReadZeros(uint.MaxValue >> low);
        return (quotient << low) | Read(low);
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

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly ulong Load()
    {
        var at = (int)(_at >> 3);
        return at + 8 <= _bytes.Length
            ? BinaryPrimitives.ReadUInt64LittleEndian(_bytes.Slice(at, 8)) >> (int)(_at & 7) : LoadLast(at);
    }

    private readonly ulong LoadLast(int at)
    {
        var rest = _bytes[at..];
        var value = 0UL;
        for (var i = rest.Length - 1; i >= 0; i--) value = (value << 8) | rest[i];
        return value >> (int)(_at & 7);
    }
}
