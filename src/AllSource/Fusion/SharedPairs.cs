namespace AllSource.Fusion;

/// <summary>Which sources claim the same value of the same object, from an inverted index: pairs sorted, with their groups.</summary>
internal sealed class SharedPairs
{
    /// <summary>96 MB of pairs. The largest groups are left out first: everybody agreeing proves least and costs most.</summary>
    public const int PairsMax = 12_000_000;

    private readonly ClaimTable _table;
    private readonly int _groupBits;
    private readonly ulong[] _keys;

    public SharedPairs(ClaimTable table)
    {
        _table = table;
        _groupBits = 1;
        while (1L << _groupBits < table.GroupCount) _groupBits++;
        _keys = Collect(SizeMax());
        Array.Sort(_keys);
        var starts = new List<int>();
        for (var i = 0; i < _keys.Length; i++)
        {
            if (i == 0 || _keys[i] >> _groupBits != _keys[i - 1] >> _groupBits) starts.Add(i);
        }

        starts.Add(_keys.Length);
        Starts = [.. starts];
    }

    public int Count => Starts.Length - 1;

    private int[] Starts { get; }

    public (int A, int B) Sources(int pair)
    {
        var key = _keys[Starts[pair]] >> _groupBits;
        return ((int)(key / (ulong)_table.Sources.Length), (int)(key % (ulong)_table.Sources.Length));
    }

    public int Shared(int pair) => Starts[pair + 1] - Starts[pair];

    /// <summary>Groups that the pair shares, ascending.</summary>
    public void Groups(int pair, Span<int> into)
    {
        for (var k = 0; k < into.Length; k++) into[k] = (int)(_keys[Starts[pair] + k] & ((1UL << _groupBits) - 1));
    }

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

    private ulong[] Collect(int sizeMax)
    {
        var keys = new List<ulong>();
        for (var g = 0; g < _table.GroupCount; g++)
        {
            var (first, end) = (_table.ClaimsOfGroup[g], _table.ClaimsOfGroup[g + 1]);
            if (end - first > sizeMax) continue;
            for (var a = first; a < end; a++)
            {
                for (var b = a + 1; b < end; b++)
                {
                    var pair = ((ulong)_table.SourceOfClaim[a] * (ulong)_table.Sources.Length) + (ulong)_table.SourceOfClaim[b];
                    keys.Add((pair << _groupBits) | (uint)g);
                }
            }
        }

        return [.. keys];
    }
}
