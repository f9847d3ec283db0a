using System.Collections.Immutable;
using System.Globalization;
using AllSource.Kernel;

namespace AllSource.Lineage.Segments;

/// <summary>
/// The logs of acts that are in no segment yet. The manifest names the first; each other one's number follows from the
/// one before it, so that a new log can be begun without a word to the disk, and is found again. There are two while
/// the reports of the first are written as a segment: it lives until a manifest names the second.
/// </summary>
internal sealed class ActLogs(ISegmentFolder folder, ulong first)
{
    private List<ulong> _settling = []; // of the reports that are being written
    private List<ulong> _current = [first]; // the last of them grows
    private long _length;

    /// <summary>The number that a manifest must name: no act that is in no segment is in an earlier log.</summary>
    public ulong First => _settling.Count > 0 ? _settling[0] : _current[0];

    /// <summary>True when no act is in any log.</summary>
    public bool IsEmpty => _settling.Count == 0 && _current.Count == 1 && _length == 0;

    public static string NameOf(ulong number) => string.Create(CultureInfo.InvariantCulture, $"{number:x16}.log");

    /// <summary>The number of the log behind another; never the same.</summary>
    public static ulong After(ulong number) => (number * 0x9E3779B97F4A7C15UL) + 0x632BE59BD9B4E019UL;

    public bool Has(string name) =>
        _settling.Exists(number => NameOf(number) == name) || _current.Exists(number => NameOf(number) == name);

    /// <summary>Does all acts that the logs hold, in their order; the fault when one of them is damaged.</summary>
    public Finding? Read(Action<LogEntry> act)
    {
        var number = _current[0];
        var torn = "";
        if (folder.ReadAll(NameOf(number)) is null && folder.ReadAll(NameOf(After(number))) is not null)
        {
            return SegmentFault.At(NameOf(number), 0, "The manifest names this log; the one behind it is there alone.");
        }

        for (_current.Clear(); folder.ReadAll(NameOf(number)) is { } log; number = After(number))
        {
            var entries = LogEntry.ReadAll(NameOf(number), log, out var whole, out var fault);
            if (fault is not null) return fault;
            if (torn.Length > 0 && entries.Count > 0)
            {
                return SegmentFault.At(torn, 0, "The end of the log is damaged, and there are acts behind it.");
            }

            foreach (var entry in entries) act(entry);
            if (whole < log.Length)
            {
                torn = NameOf(number);
                folder.Cut(torn, whole);
            }

            _current.Add(number);
            _length = whole;
        }

        if (_current.Count == 0) _current.Add(number);
        return null;
    }

    /// <summary>Once this returns the act outlives the process.</summary>
    public void Append(ReadOnlySpan<byte> frame, bool isDurable)
    {
        var name = NameOf(_current[^1]);
        try
        {
            folder.Append(name, frame, isDurable);
        }
        catch (IOException)
        {
            folder.Cut(name, _length); // half an entry must not stand before whole ones
            throw;
        }

        _length += frame.Length;
    }

    /// <summary>From now on acts go to a new log; those so far are to become a segment.</summary>
    /// <returns>The names of the logs that hold them.</returns>
    public ImmutableArray<string> Begin()
    {
        if (_length == 0 && _current.Count == 1) return []; // a log that is named and not there would end the row
        _settling = _current;
        _current = [After(_settling[^1])];
        _length = 0;
        return [.. _settling.Select(NameOf)];
    }

    /// <summary>The acts before <see cref="Begin"/> are in a segment: the next manifest need not name their logs.
    /// </summary>
    /// <returns>The logs to be removed once it is written.</returns>
    public ImmutableArray<string> End()
    {
        ImmutableArray<string> done = [.. _settling.Select(NameOf)];
        _settling = [];
        return done;
    }

    /// <summary>
    /// Gives the empty log another number. Only for a manifest that is on the disk before the next act: an act in a log
    /// that no manifest leads to would be lost.
    /// </summary>
    public void Renumber(ulong number)
    {
        if (IsEmpty) _current[0] = number;
    }
}
