using System.Collections.Immutable;
using System.Runtime.InteropServices;
using AllSource.Kernel;

namespace AllSource.Lineage.Segments;

/// <summary>
/// The index as it lies in its folder: segments, the logs, and the manifest that says which of them count. An entry
/// counts once it is in a log; a segment once the manifest names it. So whenever the process is killed, what is there
/// is whole, and files that nothing names are leftovers. What is in memory may be ahead of the manifest, never of the
/// logs that it leads to. One thread acts and searches; what says so may be done beside it.
/// </summary>
internal sealed class IndexFiles : IDisposable
{
    private const string Unfinished = "unfinished-";

    private readonly ISegmentFolder _folder;
    private readonly ulong _seal;
    private readonly List<LiveSegment> _segments = [];
    private readonly List<YoungReports> _tables = [new()];
    private readonly Dictionary<string, int> _claims = new(StringComparer.Ordinal); // under its own lock
    private ActLogs _logs;
    private YoungReports? _spare;
    private int _created;

    private IndexFiles(ISegmentFolder folder, ulong seal, bool allGrams)
    {
        _folder = folder;
        _seal = seal;
        AllGrams = allGrams;
        _logs = new(folder, Checksum64(_segments));
    }

    /// <summary>True when it holds every gram of a report, false for the sparse ones and those quoted.</summary>
    public bool AllGrams { get; private set; }

    /// <summary>By name.</summary>
    public IReadOnlyList<LiveSegment> Segments => _segments;

    /// <summary>
    /// Reports that are in no segment yet, the earlier table first: those that are being written as one, then those
    /// that came since. In an <see cref="IndexedReport"/> they are numbered behind the segments.
    /// </summary>
    public IReadOnlyList<YoungReports> Tables => _tables;

    /// <summary>The table that new reports go into.</summary>
    public YoungReports Young => _tables[^1];

    /// <summary>The table that is being written as a segment; null when none is.</summary>
    public YoungReports? Frozen => _tables.Count > 1 ? _tables[0] : null;

    /// <summary>Rows of the tables so far, those taken away among them.</summary>
    public int YoungRows => _tables.Sum(static t => t.Rows);

    /// <summary>Another number once rows have moved or gone; new young reports leave it as it is.</summary>
    public long State { get; private set; }

    public int Count => _tables.Sum(static t => t.Count) + _segments.Sum(static s => s.Count);

    /// <summary>True when all is in segments, and the manifest is what these segments always give.</summary>
    public bool IsSettled => Frozen is null && Young.IsEmpty && _logs.IsEmpty && _logs.First == Checksum64(_segments);

    /// <summary>Opens what is there, or an empty index; null and the fault when what is there is damaged.</summary>
    /// <param name="allGrams">Of a new index; what is there says it of itself.</param>
    public static IndexFiles? Open(ISegmentFolder folder, ulong seal, bool allGrams, out Finding? fault)
    {
        var files = new IndexFiles(folder, seal, allGrams);
        fault = files.ReadManifest() ?? files._logs.Read(files.Do);
        if (fault is not null)
        {
            files.Dispose();
            return null;
        }

        files.RemoveLeftovers();
        return files;
    }

    /// <summary>Where a report is held, or null.</summary>
    public IndexedReport? PlaceOf(ReportKey key)
    {
        for (var t = _tables.Count - 1; t >= 0; t--)
        {
            if (_tables[t].Find(key) is >= 0 and var young) return new(_segments.Count + t, young);
        }

        for (var s = 0; s < _segments.Count; s++)
        {
            if (_segments[s].Find(key) is >= 0 and var row) return new(s, row);
        }

        return null;
    }

    public ReportRow RowOf(IndexedReport report) => report.Segment < _segments.Count
        ? _segments[report.Segment].Segment.Row(report.Row) : _tables[report.Segment - _segments.Count].Row(report.Row);

    /// <summary>Writes an entry to the log and then does it. Once this returns it outlives the process.</summary>
    public void Apply(LogEntry entry, bool isDurable)
    {
        _logs.Append(entry.ToFrame(), isDurable);
        Do(entry);
    }

    /// <summary>
    /// Sets the young reports apart to be written as a segment, and begins a table and a log for those that come. There
    /// must be none apart already.
    /// </summary>
    /// <returns>Writes them, and may be called beside; gives null when there is nothing to write.</returns>
    public Func<Segment?> Freeze()
    {
        var frozen = Young;
        var gone = frozen.Gone();
        var isNothing = frozen.Count == 0 && frozen.WordCounts.IsEmpty;
        var logs = _logs.Begin();
        _tables.Add(_spare ?? new());
        _spare = null;
        return () =>
        {
            foreach (var log in logs) _folder.Flush(log); // before the one behind it, should the power fail
            return isNothing ? null : Write(to => frozen.Write(to, gone));
        };
    }

    /// <summary>
    /// Puts segments in the place of others, or of the frozen table, for all acts and searches from now on.
    /// </summary>
    /// <param name="endsFrozen">True when what was made is of the frozen table.</param>
    /// <param name="isAwaited">True when the manifest will be written before the next act.</param>
    /// <returns>Writes the manifest, then removes what it no longer names. It may be called beside, each after the one
    /// before it.</returns>
    public Action Exchange(
        IReadOnlyList<LiveSegment> old, IReadOnlyList<LiveSegment> made, bool endsFrozen, bool isAwaited)
    {
        State++;
        _segments.RemoveAll(s => old.Contains(s));
        _segments.AddRange(made);
        _segments.Sort(static (x, y) => string.CompareOrdinal(x.Segment.Name, y.Segment.Name));
        var logs = endsFrozen ? _logs.End() : [];
        var table = endsFrozen ? Frozen : null;
        if (table is not null) _tables.RemoveAt(0);
        // The number of the log follows from the segments, so that a settled index's bytes tell nothing of its past.
        if (isAwaited) _logs.Renumber(Checksum64(_segments));
        var manifest = new Manifest(_seal, _logs.First, AllGrams,
            [.. _segments.Select(static s => new ManifestSegment(s.Segment.Name, [.. s.Gone]))]);
        return () =>
        {
            try
            {
                _folder.Replace(Manifest.FileName, manifest.ToBytes());
            }
            finally
            {
                foreach (var one in old) one.Segment.Dispose();
            }

            foreach (var log in logs) _folder.Remove(log);
            foreach (var one in old) Release(one.Segment.Name);
            table?.Clear();
            _spare ??= table;
        };
    }

    /// <summary>
    /// A new segment, durable but not yet in the manifest; null when the writer gives up. May be called beside.
    /// </summary>
    public Segment? Write(Func<Stream, string?> write)
    {
        var temporary = $"{Unfinished}{Interlocked.Increment(ref _created)}";
        string? name;
        using (var to = _folder.Create(temporary)) name = write(to);
        if (name is null)
        {
            _folder.Remove(temporary);
            return null;
        }

        lock (_claims)
        {
            _folder.Keep(temporary, name);
            Claim(name);
        }

        var segment = Segment.Open(name, _folder.Map(name)!, out var fault);
        segment?.TestBuckets();
        if (segment is not null && segment.Fault is null) return segment;
        throw new IOException($"What was written cannot be read again: {fault ?? segment!.Fault}");
    }

    public void Dispose()
    {
        foreach (var segment in _segments) segment.Segment.Dispose();
    }

    private void Do(LogEntry entry)
    {
        foreach (var key in entry.Removed) Take(key);
        foreach (var put in entry.Put)
        {
            Take(put.Row.Key);
            Young.Put(put.Row, put.Places);
        }

        Young.WordCounts.Add(entry.WordCounts);
    }

    private void Take(ReportKey key)
    {
        if (PlaceOf(key) is not { } place) return;
        if (place.Segment < _segments.Count) _segments[place.Segment].Take(place.Row);
        else _tables[place.Segment - _segments.Count].Remove(key);
        State++;
    }

    /// <summary>
    /// Equal reports give equal files: one name may be made a second time before the first file's turn to go has come.
    /// </summary>
    private void Claim(string name) => CollectionsMarshal.GetValueRefOrAddDefault(_claims, name, out _)++;

    private void Release(string name)
    {
        lock (_claims)
        {
            if (--_claims[name] > 0) return;
            _claims.Remove(name);
            _folder.Remove(name);
        }
    }

    private static ulong Checksum64(List<LiveSegment> segments)
    {
        var sum = 14695981039346656037UL;
        foreach (var segment in segments)
        {
            foreach (var c in segment.Segment.Name) sum = (sum ^ c) * 1099511628211UL;
            foreach (var row in segment.Gone) sum = (sum ^ (uint)row) * 1099511628211UL;
        }

        return sum;
    }

    private Finding? ReadManifest()
    {
        if (_folder.ReadAll(Manifest.FileName) is not { } bytes) return BeginAnew();
        if (Manifest.Read(bytes, out var fault) is not { } manifest) return fault;
        if (manifest.Seal != _seal)
        {
            return new(FindingWeight.Loss, "index-other-key", new(Manifest.FileName, Line: 2),
                "The index was made under another desk key.", "Give the key that it was made with.");
        }

        (_logs, AllGrams) = (new(_folder, manifest.Log), manifest.AllGrams);
        foreach (var named in manifest.Segments)
        {
            if (_folder.Map(named.Name) is not { } map)
            {
                return SegmentFault.At(named.Name, 0, "The manifest names this segment, and it is not there.");
            }

            if (Segment.Open(named.Name, map, out fault) is not { } segment)
            {
                map.Dispose();
                return fault;
            }

            var live = new LiveSegment(segment);
            _segments.Add(live);
            Claim(named.Name);
            foreach (var row in named.Gone)
            {
                if (row >= segment.Rows) return SegmentFault.At(Manifest.FileName, 0, "A row that is gone never was.");
                live.Take(row);
            }
        }

        return null;
    }

    /// <summary>The first manifest stands before the first segment, so that a lost one can be told from none.</summary>
    private Finding? BeginAnew()
    {
        var lost = _folder.Names.FirstOrDefault(static n =>
            n.EndsWith(".segment", StringComparison.Ordinal) || n.EndsWith(".log", StringComparison.Ordinal));
        if (lost is not null) return SegmentFault.At(Manifest.FileName, 0, $"There is {lost} but no manifest.");
        _folder.Replace(Manifest.FileName, new Manifest(_seal, _logs.First, AllGrams, []).ToBytes());
        return null;
    }

    private void RemoveLeftovers()
    {
        foreach (var name in _folder.Names.ToImmutableArray())
        {
            var isOld = (name.EndsWith(".segment", StringComparison.Ordinal)
                && !_segments.Exists(s => s.Segment.Name == name))
                || (name.EndsWith(".log", StringComparison.Ordinal) && !_logs.Has(name));
            if (isOld || name.StartsWith(Unfinished, StringComparison.Ordinal)) _folder.Remove(name);
        }
    }
}
