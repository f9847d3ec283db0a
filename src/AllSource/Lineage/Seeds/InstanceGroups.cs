namespace AllSource.Lineage.Seeds;

/// <summary>
/// Documents of the same words are one node with instances: the first of them in time stand in the index, so that a
/// pair of copies is still compared with everything; the rest are told as copies of the first alone.
/// </summary>
internal sealed class InstanceGroups(HeldDocuments documents)
{
    /// <summary>
    /// Copies of one text that are compared with all others. The attack: a hundred thousand identical reports.
    /// </summary>
    private const int ComparedMax = 4;

    private readonly Dictionary<ulong, int> _singles = [];
    private readonly Dictionary<ulong, List<int>> _groups = [];

    /// <summary>
    /// Takes a document in. <c>IsCompared</c>: it goes into the index; <c>Displaced</c>: this one goes out, or -1.
    /// </summary>
    public (bool IsCompared, int Displaced) Add(int number)
    {
        if (KeyOf(number) is not { } key) return (true, -1);
        if (!_groups.TryGetValue(key, out var group))
        {
            if (_singles.TryAdd(key, number)) return (true, -1);
            if (!IsSame(_singles[key], number)) return (true, -1);
            group = _groups[key] = [_singles[key]];
        }
        else if (!IsSame(group[0], number))
        {
            return (true, -1);
        }

        var at = PlaceOf(group, number);
        group.Insert(at, number);
        return (at < ComparedMax, at < ComparedMax && group.Count > ComparedMax ? group[ComparedMax] : -1);
    }

    /// <summary>
    /// Takes a document out. <c>WasCompared</c>: it goes out of the index; <c>Promoted</c>: this one goes in, or -1.
    /// </summary>
    public (bool WasCompared, int Promoted) Remove(int number)
    {
        if (KeyOf(number) is not { } key) return (true, -1);
        if (!_groups.TryGetValue(key, out var group))
        {
            if (_singles.TryGetValue(key, out var single) && single == number) _singles.Remove(key);
            return (true, -1);
        }

        var at = group.IndexOf(number);
        if (at < 0) return (true, -1);
        group.RemoveAt(at);
        _singles[key] = group[0];
        if (group.Count == 1) _groups.Remove(key);
        var isPromoting = at < ComparedMax && group.Count >= ComparedMax;
        return (at < ComparedMax, isPromoting ? group[ComparedMax - 1] : -1);
    }

    /// <summary>The first of the documents with the same words; itself when there is none before.</summary>
    public int FirstOf(int number) =>
        KeyOf(number) is { } key && _groups.TryGetValue(key, out var group) && IsSame(group[0], number)
            ? group[0] : number;

    /// <summary>Each document that is not compared, with the first of its group; in no order.</summary>
    public IEnumerable<(int Instance, int First)> Collapsed() =>
        _groups.Values.SelectMany(static g => g.Skip(ComparedMax).Select(n => (n, g[0])));

    private ulong? KeyOf(int number) => documents[number].WordsKey;

    private bool IsSame(int one, int other) =>
        documents[one].Words.Codes.SequenceEqual(documents[other].Words.Codes);

    private int PlaceOf(List<int> group, int number)
    {
        var (from, to) = (0, group.Count);
        while (from < to)
        {
            var middle = (from + to) >>> 1;
            if (documents.IsBefore(group[middle], number)) from = middle + 1;
            else to = middle;
        }

        return from;
    }
}
