namespace AllSource.Lineage.Alignment;

/// <summary>Chains of runs as linked nodes in one array. Each chain is ascending on both sides.</summary>
internal sealed class RunChains
{
    private (int First, int Last)[] _ends = new (int, int)[16];
    private (Run Run, int Next)[] _nodes = new (Run, int)[32];
    private int _used;

    public int Count { get; private set; }

    public void Clear()
    {
        Count = 0;
        _used = 0;
    }

    public Run FirstOf(int chain) => _nodes[_ends[chain].First].Run;

    public Run LastOf(int chain) => _nodes[_ends[chain].Last].Run;

    public void Begin(in Run run)
    {
        if (Count == _ends.Length) Array.Resize(ref _ends, 2 * Count);
        var node = Take(run, -1);
        _ends[Count++] = (node, node);
    }

    public void Append(int chain, in Run run)
    {
        var node = Take(run, -1);
        _nodes[_ends[chain].Last].Next = node;
        _ends[chain].Last = node;
    }

    public void Prepend(int chain, in Run run) => _ends[chain].First = Take(run, _ends[chain].First);

    public Enumerator Of(int chain) => new(this, _ends[chain].First);

    /// <summary>A chain as a list of its own.</summary>
    public List<Run> ToList(int chain)
    {
        var list = new List<Run>();
        foreach (var run in Of(chain)) list.Add(run);
        return list;
    }

    private int Take(in Run run, int next)
    {
        if (_used == _nodes.Length) Array.Resize(ref _nodes, 2 * _used);
        _nodes[_used] = (run, next);
        return _used++;
    }

    public struct Enumerator(RunChains chains, int first)
    {
        private int _next = first;

        public Run Current { get; private set; }

        public readonly Enumerator GetEnumerator() => this;

        public bool MoveNext()
        {
            if (_next < 0) return false;
            (Current, _next) = chains._nodes[_next];
            return true;
        }
    }
}
