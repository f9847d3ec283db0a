using AllSource.Lineage.Seeds;

namespace AllSource.Lineage.Segments;

/// <summary>
/// What is known of a key of more places than are followed. It stays true until a report comes that is earlier than
/// those it was made of.
/// </summary>
/// <param name="Anchors">The places that are followed, with their reports' rows and what stands around them.</param>
/// <param name="Last">The last of the reports that it was made of; null when it was made of all.</param>
internal sealed record CommonKey(
    KeyFound Known, (Anchor Anchor, ReportRow Row, ushort Context)[] Anchors, ReportRow? Last)
{
    /// <summary>Rows of young reports that are known not to change it.</summary>
    public int YoungSeen { get; set; }
}

/// <summary>
/// Learnt common keys: stock phrases are met in nearly every report, and their first places hardly ever change.
/// Bounded, and forgotten when segments change or a report is taken away.
/// </summary>
internal sealed class CommonKeys(IndexFiles files)
{
    private const int KeysMax = 1 << 16; // some two hundred bytes each

    private readonly Dictionary<uint, CommonKey> _keys = [];
    private readonly List<RowPlace> _young = [];
    private long _state = -1;

    /// <summary>To be called before a report's keys are asked for.</summary>
    public void Begin()
    {
        if (_state == files.State) return;
        _state = files.State;
        _keys.Clear();
    }

    /// <summary>What is known of the key; null when it must be looked up.</summary>
    public CommonKey? Of(uint key)
    {
        if (!_keys.TryGetValue(key, out var known)) return null;
        var rows = files.YoungRows;
        if (known.YoungSeen == rows) return known;
        var before = 0;
        foreach (var table in files.Tables)
        {
            _young.Clear();
            if (known.YoungSeen < before + table.Rows) table.Find(key, _young, Math.Max(0, known.YoungSeen - before));
            foreach (var place in _young)
            {
                if (known.Last is { } last && table.Row(place.Row).CompareTo(last) > 0) continue;
                _keys.Remove(key);
                return null;
            }

            before += table.Rows;
        }

        known.YoungSeen = rows;
        return known;
    }

    public void Keep(uint key, CommonKey known)
    {
        if (_keys.Count == KeysMax) _keys.Clear();
        known.YoungSeen = files.YoungRows;
        _keys[key] = known;
    }
}
