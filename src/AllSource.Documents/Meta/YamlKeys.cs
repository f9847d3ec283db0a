using System.Globalization;
using AllSource.Kernel;

namespace AllSource.Documents.Meta;

/// <summary>
/// A YAML mapping read by keys that are known beforehand. Whatever is not as expected becomes a finding with line and
/// column: an
/// unknown key with the nearest known one, a key written twice, a value of the wrong type.
/// </summary>
internal sealed class YamlKeys
{
    private readonly Dictionary<string, YamlNode> _values = new(StringComparer.Ordinal);
    private readonly string _file;
    private readonly List<Finding> _findings;

    public YamlKeys(YamlMap map, string file, List<Finding> findings, params ReadOnlySpan<string> known)
    {
        _file = file;
        _findings = findings;
        Map = map;
        foreach (var (key, value) in map.Entries)
        {
            var name = key.Text ?? "";
            if (known.IndexOf(name) < 0) Add("unknown-key", key, UnknownWhat(name), Advice(name, known));
            else if (!_values.TryAdd(name, value)) Add("key-twice", key,
                $"'{name}' stands here a second time; the first is used.");
        }
    }

    public YamlMap Map { get; }

    public YamlNode? Node(string key) => _values.TryGetValue(key, out var node)
        && node is not YamlScalar { Text: null } ? node : null;

    /// <summary>A text; null when absent or empty, and with a finding when it is a list or a mapping.</summary>
    public string? Text(string key)
    {
        if (Node(key) is not { } node) return null;
        if (node is YamlScalar { Text: { } text }) return text.Trim() is { Length: > 0 } trimmed ? trimmed : null;
        Add("wrong-type", node, $"'{key}' must be a text, not {Kind(node)}.");
        return null;
    }

    /// <summary>The items of a list; empty when absent, and with a finding when it is something else.</summary>
    public IReadOnlyList<YamlNode> List(string key)
    {
        if (Node(key) is not { } node) return [];
        if (node is YamlList list) return list.Items;
        Add("wrong-type", node, $"'{key}' must be a list, not {Kind(node)}.", "Begin each item with a dash.");
        return [];
    }

    /// <summary>A list of texts; what in it is no text is a finding.</summary>
    public IEnumerable<string> Texts(string key)
    {
        foreach (var item in List(key))
        {
            if (item is YamlScalar { Text: { } text }) yield return text.Trim();
            else Add("wrong-type", item, $"an item of '{key}' must be a text, not {Kind(item)}.");
        }
    }

    public YamlKeys? Mapping(string key, params ReadOnlySpan<string> known)
    {
        if (Node(key) is not { } node) return null;
        if (node is YamlMap map) return new(map, _file, _findings, known);
        Add("wrong-type", node, $"'{key}' must be a mapping, not {Kind(node)}.");
        return null;
    }

    /// <summary>A mapping within this file, its faults into the same findings.</summary>
    public YamlKeys Inner(YamlMap map, params ReadOnlySpan<string> known) => new(map, _file, _findings, known);

    /// <summary>A number from 0 to 1, both excluded.</summary>
    public double? Share(string key)
    {
        if (Text(key) is not { } text) return null;
        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var p)
            && p is > 0 and < 1) return p;
        Bad(key, "is not a number between 0 and 1.");
        return null;
    }

    public Locator Place(string key) => Place(_values.GetValueOrDefault(key) ?? Map);

    public Locator Place(YamlNode node) => new(_file, node.Line, node.Column);

    /// <summary>A value that is of the right type, yet not one that can be used. Its text is not repeated: it may be a
    /// name.</summary>
    public void Bad(string key, string what, string? wayOut = null) =>
        Add("bad-value", _values.GetValueOrDefault(key) ?? Map, $"'{key}' {what}", wayOut);

    public void Add(string kind, YamlNode at, string what, string? wayOut = null) =>
        _findings.Add(new(FindingWeight.Loss, kind, Place(at), what, wayOut));

    /// <summary>The known word that differs from this one in the fewest letters, if in few enough.</summary>
    public static string? Nearest(string word, params ReadOnlySpan<string> known)
    {
        string? best = null;
        var least = (word.Length < 4 ? 1 : Math.Max(2, word.Length / 3)) + 1;
        foreach (var candidate in known)
        {
            var distance = Distance(word.ToLowerInvariant(), candidate);
            if (distance < least) (best, least) = (candidate, distance);
        }

        return best;
    }

    private static string UnknownWhat(string name) =>
        name.Length is > 0 and <= 30 && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-')
            ? $"'{name}' is not a key that is known here; it is left out."
            : "This key is not known here; it is left out.";

    private static string Advice(string name, ReadOnlySpan<string> known) =>
        name.Length <= 30 && Nearest(name, known) is { } near ? $"Did you mean '{near}'?"
            : $"Known are: {string.Join(", ", known!)}.";

    private static string Kind(YamlNode node) => node switch
    {
        YamlList => "a list",
        YamlMap => "a mapping",
        _ => "a text",
    };

    /// <summary>Levenshtein distance with swapped neighbours as one change (optimal string alignment).</summary>
    private static int Distance(string a, string b)
    {
        var table = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++) table[i, 0] = i;
        for (var j = 0; j <= b.Length; j++) table[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                var best = Math.Min(table[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1),
                    Math.Min(table[i - 1, j], table[i, j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) best =
                    Math.Min(best, table[i - 2, j - 2] + 1);
                table[i, j] = best;
            }
        }

        return table[a.Length, b.Length];
    }
}
