namespace AllSource.Lineage;

/// <summary>
/// Which reports share passages with which, by number: numbers ascend with the ids, so all that goes by them is in one
/// order.
/// </summary>
internal sealed class SharedText
{
    private readonly string[] _ids;
    private readonly long[] _earliest; // ticks; the first instant that its time can mean, for the undated the last
    private readonly long[] _latest;
    private readonly (int A, int B)[] _pairs; // of each passage
    private readonly Dictionary<(int A, int B), List<Passage>> _passages = [];
    private readonly int[] _besideStarts;
    private readonly int[] _beside;

    public SharedText(IReadOnlyList<Passage> passages, IReadOnlyList<LineageDocument> reports)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var p in passages)
        {
            numbers.TryAdd(p.A, 0);
            numbers.TryAdd(p.B, 0);
        }

        _ids = [.. numbers.Keys];
        Array.Sort(_ids, StringComparer.Ordinal);
        for (var n = 0; n < _ids.Length; n++) numbers[_ids[n]] = n;
        _earliest = new long[_ids.Length];
        _latest = new long[_ids.Length];
        var isKnown = new bool[_ids.Length];
        foreach (var report in reports)
        {
            if (!numbers.TryGetValue(report.Id, out var n) || isKnown[n]) continue;
            isKnown[n] = true;
            _earliest[n] = (report.Published?.Earliest ?? DateTime.MinValue).Ticks;
            _latest[n] = report.Published?.Latest.Ticks ?? long.MaxValue;
        }

        _pairs = new (int, int)[passages.Count];
        for (var p = 0; p < _pairs.Length; p++)
        {
            var pair = _pairs[p] = (numbers[passages[p].A], numbers[passages[p].B]);
            if (!_passages.TryGetValue(pair, out var list)) _passages[pair] = list = [];
            list.Add(passages[p]);
        }

        (_besideStarts, _beside) = Beside();
    }

    public string IdOf(int report) => _ids[report];

    /// <summary>The two reports of a passage.</summary>
    public (int A, int B) PairOf(int passage) => _pairs[passage];

    public bool IsDated(int report) => _latest[report] != long.MaxValue;

    /// <summary>Surely earlier, whatever is unknown of the two times.</summary>
    public bool IsBefore(int one, int other) => IsDated(one) && IsDated(other) && _latest[one] <= _earliest[other];

    /// <summary>The reports that share a passage with this one, ascending.</summary>
    public ReadOnlySpan<int> BesideOf(int report) =>
        _beside.AsSpan(_besideStarts[report].._besideStarts[report + 1]);

    /// <summary>The passages of two reports.</summary>
    public List<Passage> Of(int one, int other) =>
        _passages.TryGetValue(one < other ? (one, other) : (other, one), out var list) ? list : [];

    private (int[] Starts, int[] Beside) Beside()
    {
        var starts = new int[_ids.Length + 1];
        foreach (var (a, b) in _passages.Keys)
        {
            starts[a + 1]++;
            starts[b + 1]++;
        }

        for (var n = 0; n < _ids.Length; n++) starts[n + 1] += starts[n];
        var beside = new int[starts[^1]];
        var next = starts[..^1];
        foreach (var (a, b) in _passages.Keys)
        {
            beside[next[a]++] = b;
            beside[next[b]++] = a;
        }

        for (var n = 0; n < _ids.Length; n++) beside.AsSpan(starts[n]..starts[n + 1]).Sort();
        return (starts, beside);
    }
}
