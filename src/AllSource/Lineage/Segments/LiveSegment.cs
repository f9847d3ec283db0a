namespace AllSource.Lineage.Segments;

/// <summary>A segment and those of its rows that are gone: withdrawn, or put anew into a later one.</summary>
internal sealed class LiveSegment(Segment segment)
{
    private readonly SortedSet<int> _gone = [];
    private RowPlace[] _places = new RowPlace[64];

    public Segment Segment { get; } = segment;

    /// <summary>Ascending.</summary>
    public IReadOnlyCollection<int> Gone => _gone;

    public int Count => Segment.Rows - _gone.Count;

    public bool IsGone(int row) => _gone.Count > 0 && _gone.Contains(row);

    public void Take(int row) => _gone.Add(row);

    /// <summary>The row of a report that is not gone, or -1.</summary>
    public int Find(ReportKey report) => Segment.Find(report) is >= 0 and var row && !IsGone(row) ? row : -1;

    public void FindInstances(ulong instance, List<int> into)
    {
        var from = into.Count;
        Segment.FindInstances(instance, into);
        for (var k = into.Count - 1; k >= from; k--) if (IsGone(into[k])) into.RemoveAt(k);
    }

    /// <summary>
    /// A key's places in reports that are not gone, from the earliest report on, at least <paramref name="least"/> of
    /// them where there are so many. The memory is used again.
    /// </summary>
    /// <param name="count">All of them.</param>
    public ReadOnlySpan<RowPlace> Find(uint key, int least, out int count)
    {
        if (_places.Length < least) _places = new RowPlace[2 * least];
        count = Segment.Find(key, _places.AsSpan(0, _gone.Count > 0 ? _places.Length : least));
        if (_gone.Count == 0 || count == 0) return _places.AsSpan(0, Math.Min(count, least));
        if (count > _places.Length)
        {
            _places = new RowPlace[count]; // which are gone must be counted, so all are read
            Segment.Find(key, _places);
        }

        var kept = 0;
        for (var p = 0; p < count; p++) if (!_gone.Contains(_places[p].Row)) _places[kept++] = _places[p];
        count = kept;
        return _places.AsSpan(0, kept);
    }
}
