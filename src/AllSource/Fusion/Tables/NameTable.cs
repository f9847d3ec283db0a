using System.Runtime.CompilerServices;
using System.Text;

namespace AllSource.Fusion.Tables;

/// <summary>
/// Numbers byte strings in the order in which they first come, and keeps each once. The text is UTF-8, already checked.
/// </summary>
internal sealed class NameTable
{
    private byte[] _bytes = new byte[1 << 12];
    private int[] _ends = new int[256];
    private int[] _slots = new int[1024];
    private uint[] _hashes = new uint[256];
    private int _used;

    public int Count { get; private set; }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Of(ReadOnlySpan<byte> name)
    {
        var code = Hash(name);
        var mask = _slots.Length - 1;
        for (var at = (int)(code & (uint)mask); ; at = (at + 1) & mask)
        {
            var found = _slots[at] - 1;
            if (found < 0) return Add(name, code, at);
            if (_hashes[found] == code && Bytes(found).SequenceEqual(name)) return found;
        }
    }

    public string[] ToStrings()
    {
        var names = new string[Count];
        for (var i = 0; i < names.Length; i++) names[i] = Encoding.UTF8.GetString(Bytes(i));
        return names;
    }

    /// <summary>
    /// The framework's hash is keyed anew in each process, so that nobody can write a table whose names all collide;
    /// numbers do not depend on it.
    /// </summary>
    private static uint Hash(ReadOnlySpan<byte> name)
    {
        var hash = default(HashCode);
        hash.AddBytes(name);
        return (uint)hash.ToHashCode();
    }

    private ReadOnlySpan<byte> Bytes(int i)
    {
        var start = i == 0 ? 0 : _ends[i - 1];
        return _bytes.AsSpan(start, _ends[i] - start);
    }

    private int Add(ReadOnlySpan<byte> name, uint code, int at)
    {
        if (_used + name.Length > _bytes.Length)
            Array.Resize(ref _bytes,
                (int)Math.Min(Array.MaxLength, Math.Max((long)_used + name.Length, 2L * _bytes.Length)));
        if (Count == _ends.Length)
        {
            Array.Resize(ref _ends, Count * 2);
            Array.Resize(ref _hashes, Count * 2);
        }

        name.CopyTo(_bytes.AsSpan(_used));
        _used += name.Length;
        (_ends[Count], _hashes[Count]) = (_used, code);
        _slots[at] = ++Count;
        if (Count * 2 > _slots.Length) Grow();
        return Count - 1;
    }

    private void Grow()
    {
        _slots = new int[_slots.Length * 2];
        var mask = _slots.Length - 1;
        for (var i = 0; i < Count; i++)
        {
            var at = (int)(_hashes[i] & (uint)mask);
            while (_slots[at] != 0) at = (at + 1) & mask;
            _slots[at] = i + 1;
        }
    }
}
