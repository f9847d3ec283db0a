using System.Globalization;
using AllSource.Lineage.Segments;

namespace AllSource.Store.Segments;

/// <summary>
/// The ids that were taken out of an index, so that the same files, named again, do not bring them back unseen. Kept
/// beside the index as keyed hashes, one a line: of the withdrawn reports themselves nothing stays, not even their ids.
/// </summary>
public sealed class WithdrawnIds
{
    private const int LineMax = 32; // hexadecimal digits of a key
    private readonly string _file;
    private readonly DeskSeal _seal;
    private readonly SortedSet<string> _keys = new(StringComparer.Ordinal);

    /// <param name="folder">The index's folder; the ids lie beside it, in a file named so with ".withdrawn".</param>
    /// <exception cref="IOException">The file is there and cannot be read. A line that is no key is passed over.
    /// </exception>
    public WithdrawnIds(string folder, DeskSeal seal)
    {
        _file = $"{folder.TrimEnd('/', '\\')}.withdrawn";
        _seal = seal;
        if (!File.Exists(_file)) return;
        foreach (var line in File.ReadLines(_file))
        {
            if (line.Length == LineMax && UInt128.TryParse(line, NumberStyles.HexNumber, CultureInfo.InvariantCulture,
                out _)) _keys.Add(line);
        }
    }

    public bool Has(string id) => _keys.Contains(KeyOf(id));

    /// <summary>Adds ids; they are on disk when it returns.</summary>
    public void Add(IEnumerable<string> ids)
    {
        _keys.UnionWith(ids.Select(KeyOf));
        Save();
    }

    /// <summary>Takes ids off; the rest is on disk when it returns.</summary>
    public void Remove(IReadOnlyCollection<string> ids)
    {
        if (ids.Count == 0) return;
        _keys.ExceptWith(ids.Select(KeyOf));
        Save();
    }

    private string KeyOf(string id) => _seal.KeyOf(id).ToString();

    /// <summary>Whole or not at all: a new file takes the place of the old one.</summary>
    private void Save()
    {
        var fresh = $"{_file}.new";
        using (var file = new FileStream(fresh, FileMode.Create, FileAccess.Write))
        {
            using var writer = new StreamWriter(file, leaveOpen: true) { NewLine = "\n" };
            foreach (var key in _keys) writer.WriteLine(key);
            writer.Flush();
            file.Flush(flushToDisk: true);
        }

        File.Move(fresh, _file, overwrite: true);
    }
}
