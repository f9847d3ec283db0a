namespace AllSource.Language.Learning;

/// <summary>Numbers features in the order in which they are first added. Open addressing; 0 is stored as 1.</summary>
internal sealed class FeatureRows
{
    private uint[] _keys = new uint[1 << 16];
    private int[] _row = new int[1 << 16];
    private int _count;

    public int Count => _count;

    public int Find(uint feature)
    {
        var key = Math.Max(feature, 1u);
        var mask = _keys.Length - 1;
        for (var slot = (int)(key & (uint)mask); ; slot = (slot + 1) & mask)
        {
            var found = _keys[slot];
            if (found == key) return _row[slot];
            if (found == 0) return -1;
        }
    }

    public int FindOrAdd(uint feature)
    {
        var key = Math.Max(feature, 1u);
        var mask = _keys.Length - 1;
        var slot = (int)(key & (uint)mask);
        for (; _keys[slot] != 0; slot = (slot + 1) & mask)
        {
            if (_keys[slot] == key) return _row[slot];
        }

        (_keys[slot], _row[slot]) = (key, _count++);
        if (_count * 2 > _keys.Length) Grow();
        return _count - 1;
    }

    /// <summary>All features with their numbers, in no particular order.</summary>
    public IEnumerable<(uint Feature, int Row)> All()
    {
        for (var slot = 0; slot < _keys.Length; slot++)
        {
            if (_keys[slot] != 0) yield return (_keys[slot], _row[slot]);
        }
    }

    private void Grow()
    {
        var (keys, rows) = (_keys, _row);
        (_keys, _row) = (new uint[keys.Length * 2], new int[keys.Length * 2]);
        var mask = _keys.Length - 1;
        for (var i = 0; i < keys.Length; i++)
        {
            if (keys[i] == 0) continue;
            var slot = (int)(keys[i] & (uint)mask);
            while (_keys[slot] != 0) slot = (slot + 1) & mask;
            (_keys[slot], _row[slot]) = (keys[i], rows[i]);
        }
    }
}
