using System.Runtime.InteropServices;

namespace AllSource.Lineage;

/// <summary>
/// Names as numbers, equal for equal names, from 1; 0 for none. A name is forgotten with the last that bears it.
/// </summary>
internal sealed class NameNumbers
{
    private readonly Dictionary<string, (int Number, int Bearers)> _names = new(StringComparer.Ordinal);
    private int _last;

    public int Take(string? name)
    {
        if (string.IsNullOrEmpty(name)) return 0;
        ref var there = ref CollectionsMarshal.GetValueRefOrAddDefault(_names, name, out var isThere);
        if (!isThere) there.Number = ++_last;
        there.Bearers++;
        return there.Number;
    }

    /// <summary>The number of a name that somebody bears; -1 for a name that nobody bears, 0 for none.</summary>
    public int Of(string? name) =>
        string.IsNullOrEmpty(name) ? 0 : _names.TryGetValue(name, out var there) ? there.Number : -1;

    public void Give(string? name)
    {
        if (string.IsNullOrEmpty(name)) return;
        ref var there = ref CollectionsMarshal.GetValueRefOrNullRef(_names, name);
        if (--there.Bearers == 0) _names.Remove(name);
    }
}
