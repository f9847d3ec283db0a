using System.Collections.Immutable;
using AllSource.Kernel;

namespace AllSource.Lineage.Segments;

/// <summary>
/// The index as it lies in its folder: segments, the log, and the manifest that says which of them count. An entry
/// counts once it is in the log; a segment once the manifest names it. So whenever the process is killed, what is there
/// is whole, and files that nothing names are leftovers.
/// </summary>
internal sealed class IndexFiles : IDisposable
{
    private const string Unfinished = "unfinished-";

    private readonly ISegmentFolder _folder;
    private readonly ulong _seal;
    private readonly List<LiveSegment> _segments = [];
    private ulong _log;
    private long _logLength;
    private int _created;

    private IndexFiles(ISegmentFolder folder, ulong seal)
    {
        _folder = folder;
        _seal = seal;
    }

    /// <summary>By name.</summary>
    public IReadOnlyList<LiveSegment> Segments => _segments;

    public YoungReports Young { get; } = new();

    /// <summary>Another number once rows have moved or gone; new young reports leave it as it is.</summary>
    public long State { get; private set; }

    public int Count => Young.Count + _segments.Sum(static s => s.Count);

    private string LogName => new Manifest(_seal, _log, []).LogName;

    /// <summary>Opens what is there, or an empty index; null and the fault when what is there is damaged.</summary>
    public static IndexFiles? Open(ISegmentFolder folder, ulong seal, out Finding? fault)
    {
        var files = new IndexFiles(folder, seal);
        fault = files.ReadManifest() ?? files.ReadLog();
        if (fault is not null)
        {
            files.Dispose();
            return null;
        }

        files.RemoveLeftovers();
        return files;
    }

    /// <summary>Writes an entry to the log and then does it. Once this returns it outlives the process.</summary>
    public void Apply(LogEntry entry, bool isDurable)
    {
        var frame = entry.ToFrame();
        try
        {
            _folder.Append(LogName, frame, isDurable);
        }
        catch (IOException)
        {
            _folder.Cut(LogName, _logLength); // half an entry must not stand before whole ones
            throw;
        }

        _logLength += frame.Length;
        Do(entry);
    }

    /// <summary>Makes a segment of the young reports and begins a new log.</summary>
    public void Settle()
    {
        if (Young.IsEmpty && _logLength == 0) return;
        var isNothing = Young.Count == 0 && Young.WordCounts.IsEmpty;
        var written = isNothing ? null : Write(to => Young.Write(to));
        Replace([], written is null ? [] : [new(written)], isLogDone: true);
        Young.Clear();
    }

    /// <summary>Puts one segment, or several, in the place of others.</summary>
    public void Exchange(IReadOnlyList<LiveSegment> old, IReadOnlyList<LiveSegment> made) =>
        Replace(old, made, isLogDone: _logLength == 0);

    /// <summary>A new segment, durable but not yet in the manifest; null when the writer gives up.</summary>
    public Segment? Write(Func<Stream, string?> write)
    {
        var temporary = $"{Unfinished}{Interlocked.Increment(ref _created)}"; // a merge may write beside
        string? name;
        using (var to = _folder.Create(temporary)) name = write(to);
        if (name is null)
        {
            _folder.Remove(temporary);
            return null;
        }

        _folder.Keep(temporary, name);
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
        if (Young.Remove(key))
        {
            State++;
            return;
        }

        foreach (var segment in _segments)
        {
            if (segment.Find(key) is >= 0 and var row)
            {
                segment.Take(row);
                State++;
                return;
            }
        }
    }

    private void Replace(IReadOnlyList<LiveSegment> old, IReadOnlyList<LiveSegment> made, bool isLogDone)
    {
        State++;
        var oldLog = LogName;
        _segments.RemoveAll(s => old.Contains(s));
        _segments.AddRange(made);
        _segments.Sort(static (x, y) => string.CompareOrdinal(x.Segment.Name, y.Segment.Name));
        // The number of the new log follows from the segments, so that an index's bytes tell nothing of its past.
        if (isLogDone) _log = Checksum64(_segments);
        var manifest = new Manifest(_seal, _log,
            [.. _segments.Select(static s => new ManifestSegment(s.Segment.Name, [.. s.Gone]))]);
        _folder.Replace(Manifest.FileName, manifest.ToBytes());
        if (isLogDone)
        {
            _folder.Remove(oldLog);
            _logLength = 0;
        }

        foreach (var one in old)
        {
            one.Segment.Dispose();
            if (!_segments.Exists(s => s.Segment.Name == one.Segment.Name)) _folder.Remove(one.Segment.Name);
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
        if (_folder.ReadAll(Manifest.FileName) is not { } bytes)
        {
            return BeginAnew();
        }

        if (Manifest.Read(bytes, out var fault) is not { } manifest) return fault;
        if (manifest.Seal != _seal)
        {
            return new(FindingWeight.Loss, "index-other-key", new(Manifest.FileName, Line: 2),
                "The index was made under another desk key.", "Give the key that it was made with.");
        }

        _log = manifest.Log;
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
        _log = Checksum64([]);
        _folder.Replace(Manifest.FileName, new Manifest(_seal, _log, []).ToBytes());
        return null;
    }

    private Finding? ReadLog()
    {
        if (_folder.ReadAll(LogName) is not { } log) return null;
        var entries = LogEntry.ReadAll(LogName, log, out var whole, out var fault);
        if (fault is not null) return fault;
        foreach (var entry in entries) Do(entry);
        if (whole < log.Length) _folder.Cut(LogName, whole);
        _logLength = whole;
        return null;
    }

    private void RemoveLeftovers()
    {
        foreach (var name in _folder.Names.ToImmutableArray())
        {
            var isOld = (name.EndsWith(".segment", StringComparison.Ordinal)
                && !_segments.Exists(s => s.Segment.Name == name))
                || (name.EndsWith(".log", StringComparison.Ordinal) && name != LogName);
            if (isOld || name.StartsWith(Unfinished, StringComparison.Ordinal)) _folder.Remove(name);
        }
    }
}
