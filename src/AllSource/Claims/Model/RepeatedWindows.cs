namespace AllSource.Claims.Model;

/// <summary>
/// Reads cues and keeps what it read: a log, a chat or an input made to take time has the same line again and again,
/// and a window that is like an earlier one in all that matters has its readings, moved. For one thread.
/// </summary>
internal sealed class RepeatedWindows(ReadingFinder finder, WindowSigns? signs)
{
    /// <summary>What is not repeated is not kept forever.</summary>
    private const int KeptMax = 2000;

    private readonly Dictionary<ulong, CueReadings> _read = [];

    public CueReadings List(TokenRun cue, TokenRun window)
    {
        if (signs is null) return finder.List(cue, window);
        var sign = signs.Of(cue, window);
        if (_read.TryGetValue(sign, out var known)) return Moved(known, cue, cue.First - known.Cue.First);
        if (_read.Count >= KeptMax) _read.Clear();
        return _read[sign] = finder.List(cue, window);
    }

    private static CueReadings Moved(CueReadings known, TokenRun cue, int by) => new(cue, known.Filled,
        [.. known.Readings.Select(r => new SpanReading(Moved(r.Source, by), Moved(r.Content, by), r.Log)
        {
            IsProposed = r.IsProposed,
        })]);

    private static List<TokenRun> Moved(List<TokenRun> runs, int by)
    {
        var moved = new List<TokenRun>(runs.Count);
        foreach (var run in runs) moved.Add(new(run.First + by, run.End + by));
        return moved;
    }
}
