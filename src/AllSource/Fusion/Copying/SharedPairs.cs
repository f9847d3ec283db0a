using AllSource.Fusion.Tables;

namespace AllSource.Fusion.Copying;

/// <summary>
/// Which sources claim the same value of the same object, from an inverted index: pairs sorted, with their groups.
/// </summary>
internal sealed class SharedPairs
{
    /// <summary>
    /// 96 MB of pairs. The largest groups are left out first: everybody agreeing proves least and costs most.
    /// </summary>
    public const int PairsMax = 12_000_000;

    private const int PartsMax = 16;

    private readonly ClaimTable _table;
    private readonly int _groupBits;
    private readonly ulong[] _keys;
    private (int Start, int End)[] _runs;

    /// <param name="sharedMin">Pairs with fewer values in common are left out: no evidence in them could reach the
    /// prior.</param>
    public SharedPairs(ClaimTable table, int sharedMin)
    {
        _table = table;
        _groupBits = 1;
        while (1L << _groupBits < table.GroupCount) _groupBits++;
        _keys = Collect(SizeMax());
        var runs = new List<(int, int)>();
        for (int i = 0, end; i < _keys.Length; i = end)
        {
            for (end = i + 1; end < _keys.Length && _keys[end] >> _groupBits == _keys[i] >> _groupBits;) end++;
            if (end - i >= sharedMin) runs.Add((i, end));
        }

        _runs = [.. runs];
    }

    public int Count => _runs.Length;

    public (int A, int B) Sources(int pair)
    {
        var key = _keys[_runs[pair].Start] >> _groupBits;
        return ((int)(key / (ulong)_table.Sources.Length), (int)(key % (ulong)_table.Sources.Length));
    }

    public int Shared(int pair) => _runs[pair].End - _runs[pair].Start;

    /// <summary>Groups that the pair shares, ascending.</summary>
    public void Groups(int pair, Span<int> into)
    {
        for (var k = 0; k < into.Length; k++) into[k] = (int)(_keys[_runs[pair].Start + k] & ((1UL << _groupBits) - 1));
    }

    /// <summary>Drops for good the pairs that are not to be kept.</summary>
    public void Keep(bool[] kept) => _runs = [.. _runs.Where((_, pair) => kept[pair])];

    private int SizeMax()
    {
        var bySize = new long[513];
        for (var g = 0; g < _table.GroupCount; g++)
        {
            var size = _table.ClaimsOfGroup[g + 1] - _table.ClaimsOfGroup[g];
            if (size < bySize.Length) bySize[size]++;
        }

        long pairs = 0;
        for (var size = 2; size < bySize.Length; size++)
        {
            pairs += bySize[size] * size * (size - 1) / 2;
            if (pairs > PairsMax) return size - 1;
        }

        return bySize.Length - 1;
    }

    /// <summary>Sorted in parts of neighbouring sources, so that the parts need not wait for one another.</summary>
    private ulong[] Collect(int sizeMax)
    {
        var counts = new int[PartsMax + 1];
        var each = (_table.Sources.Length / PartsMax) + 1;
        ForEach(sizeMax, (first, _, _) => counts[(first / each) + 1]++);
        for (var part = 0; part < PartsMax; part++) counts[part + 1] += counts[part];
        var keys = new ulong[counts[PartsMax]];
        var next = counts.AsSpan(0, PartsMax).ToArray();
        ForEach(sizeMax, (first, second, g) =>
        {
            var pair = ((ulong)first * (ulong)_table.Sources.Length) + (ulong)second;
            keys[next[first / each]++] = (pair << _groupBits) | (uint)g;
        });
        Parallel.For(0, PartsMax, part => keys.AsSpan(counts[part]..counts[part + 1]).Sort());
        return keys;
    }

    private void ForEach(int sizeMax, Action<int, int, int> pair)
    {
        for (var g = 0; g < _table.GroupCount; g++)
        {
            var mine = _table.SourceOfClaim.AsSpan(_table.ClaimsOfGroup[g].._table.ClaimsOfGroup[g + 1]);
            if (mine.Length > sizeMax) continue;
            for (var a = 0; a < mine.Length; a++)
            {
                for (var b = a + 1; b < mine.Length; b++) pair(mine[a], mine[b], g);
            }
        }
    }
}
