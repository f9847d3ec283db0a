using System.Numerics;

namespace AllSource.Lineage.Segments;

/// <summary>
/// Writes bit fields, lowest bit first, into memory that grows. The counterpart of <see cref="BitReader"/>.
/// </summary>
internal sealed class BitWriter
{
    private byte[] _bytes = new byte[4096];
    private ulong _pending;
    private int _pendingBits;
    private int _length;

    /// <summary>What was written up to the last <see cref="Align"/>.</summary>
    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, _length);

    public void Clear() => (_length, _pending, _pendingBits) = (0, 0, 0);

    /// <summary>The lowest <paramref name="bits"/> (0-32) of a value.</summary>
    public void Write(uint value, int bits)
    {
        _pending |= (ulong)(value & (uint)((1UL << bits) - 1)) << _pendingBits;
        _pendingBits += bits;
        while (_pendingBits >= 8) Shift();
    }

    /// <summary>Elias' gamma code of a number from 1.</summary>
    public void WriteGamma(uint value)
    {
        var bits = BitOperations.Log2(value);
        Zeros(bits);
        Write(1, 1);
        Write(value, bits);
    }

    /// <summary>Rice's code: the quotient by 2^<paramref name="low"/> in unary, then the rest.</summary>
    public void WriteRice(uint value, int low)
    {
        Zeros(value >> low);
        Write(1, 1);
        Write(value, low);
    }

    public void Align()
    {
        if (_pendingBits > 0) Shift();
        (_pending, _pendingBits) = (0, 0);
    }

    private void Zeros(long count)
    {
        for (; count > 24; count -= 24) Write(0, 24);
        Write(0, (int)count);
    }

    private void Shift()
    {
        Ensure(1);
        _bytes[_length++] = (byte)_pending;
        _pending >>= 8;
        _pendingBits -= 8;
    }

    private void Ensure(int more)
    {
        if (_length + more > _bytes.Length) Array.Resize(ref _bytes, 2 * (_length + more));
    }
}
