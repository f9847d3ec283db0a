using System.Runtime.InteropServices;
using AllSource.Lineage.Seeds;

namespace AllSource.Lineage.Segments;

/// <summary>
/// The latest reports, which are in no segment yet: in memory, and in the log against being killed. Rows are numbered
/// by arrival; one that is taken away leaves its number empty until the next segment is written. While a thread writes
/// the table, another may search it and take reports away, but puts none in.
/// </summary>
internal sealed class YoungReports
{
    private const int HeadBits = 20;

    private readonly List<ReportRow> _rows = [];
    private readonly List<int> _firstPlaces = [];
    private readonly List<bool> _isGone = [];
    private readonly Dictionary<ReportKey, int> _byKey = [];
    private readonly Dictionary<ulong, List<int>> _byInstance = [];
    private readonly List<Place> _places = [];
    private readonly int[] _heads = new int[1 << HeadBits]; // number of the last place of a chain, from 1; 0 for none

    /// <summary>Changes to the counts of words since the last segment, of all reports.</summary>
    public WordCounts WordCounts { get; } = new();

    public int Count => _byKey.Count;

    /// <summary>Rows numbered so far, those taken away among them.</summary>
    public int Rows => _rows.Count;

    public int Places => _places.Count;

    public bool IsEmpty => _rows.Count == 0 && WordCounts.IsEmpty;

    public ReportRow Row(int row) => _rows[row];

    public void Put(ReportRow row, ReadOnlySpan<SeedPlace> places)
    {
        Remove(row.Key);
        var number = _rows.Count;
        _rows.Add(row);
        _isGone.Add(false);
        _firstPlaces.Add(_places.Count);
        _byKey[row.Key] = number;
        if (row.Instance != 0)
        {
            ref var there = ref CollectionsMarshal.GetValueRefOrAddDefault(_byInstance, row.Instance, out _);
            (there ??= []).Add(number);
        }

        foreach (ref readonly var place in places)
        {
            ref var head = ref _heads[place.Key >> (32 - HeadBits)];
            _places.Add(new(place, number, head));
            head = _places.Count;
        }
    }

    public bool Remove(ReportKey report)
    {
        if (!_byKey.Remove(report, out var row)) return false;
        _isGone[row] = true;
        if (_rows[row].Instance != 0) _byInstance[_rows[row].Instance].Remove(row);
        return true;
    }

    /// <summary>The row of a report, or -1.</summary>
    public int Find(ReportKey report) => _byKey.GetValueOrDefault(report, -1);

    public void FindInstances(ulong instance, List<int> into)
    {
        if (_byInstance.TryGetValue(instance, out var there)) into.AddRange(there);
    }

    /// <summary>Adds a key's places in the rows from one on, by arrival, then place in the report.</summary>
    public void Find(uint key, List<RowPlace> into, int firstRow = 0)
    {
        var from = into.Count;
        var places = CollectionsMarshal.AsSpan(_places);
        for (var next = _heads[key >> (32 - HeadBits)]; next != 0;)
        {
            ref readonly var place = ref places[next - 1];
            if (place.Row < firstRow) break; // a chain goes back in time
            if (place.Seed.Key == key && !_isGone[place.Row]) into.Add(new(place.Row, place.Seed.Context));
            next = place.Next;
        }

        into.Reverse(from, into.Count - from);
    }

    public void Clear()
    {
        _rows.Clear();
        _firstPlaces.Clear();
        _isGone.Clear();
        _byKey.Clear();
        _byInstance.Clear();
        _places.Clear();
        Array.Clear(_heads);
        WordCounts.Clear();
    }

    /// <summary>The rows that were taken away, as they are now.</summary>
    public HashSet<int> Gone() => [.. Enumerable.Range(0, _rows.Count).Where(r => _isGone[r])];

    /// <summary>Writes all as a segment; gives its name.</summary>
    /// <param name="gone">The rows to leave out.</param>
    public string Write(Stream to, HashSet<int> gone)
    {
        int[] order = [.. Enumerable.Range(0, _rows.Count).Where(r => !gone.Contains(r)).OrderBy(r => _rows[r])];
        using var writer = new SegmentWriter(to, [.. order.Select(r => _rows[r])]);
        var sorted = new List<ulong>(_places.Count);
        var numbers = new List<SegmentPosting>(_places.Count);
        for (var row = 0; row < order.Length; row++)
        {
            var from = _firstPlaces[order[row]];
            for (var p = from; p < from + _rows[order[row]].Seeds; p++)
            {
                sorted.Add(((ulong)_places[p].Seed.Key << 32) | (uint)numbers.Count);
                numbers.Add(new(_places[p].Seed.Key, row, _places[p].Seed.Context));
            }
        }

        sorted.Sort();
        var postings = new SegmentPosting[sorted.Count];
        for (var p = 0; p < postings.Length; p++) postings[p] = numbers[(int)(uint)sorted[p]];
        writer.Add(postings);
        return writer.Finish(WordCounts);
    }

    private readonly record struct Place(SeedPlace Seed, int Row, int Next);
}
