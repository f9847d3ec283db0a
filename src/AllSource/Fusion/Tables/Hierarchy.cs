using System.Collections.Immutable;
using AllSource.Kernel;

namespace AllSource.Fusion.Tables;

/// <summary>
/// Values that contain one another (a city, its state): a forest of nodes with names. Several nodes may bear one name;
/// a value is then whichever of them fits, so its ancestors are those of all.
/// </summary>
public sealed class Hierarchy
{
    private readonly Dictionary<string, ImmutableHashSet<string>> _above;

    private Hierarchy(Dictionary<string, ImmutableHashSet<string>> above) => _above = above;

    /// <summary>Whether the first value holds the second within it.</summary>
    public bool Holds(string wide, string narrow) => _above.TryGetValue(narrow, out var above) && above.Contains(wide);

    /// <summary>How many names lie above a value; 0 for a top or unknown name.</summary>
    public int Depth(string value) => _above.TryGetValue(value, out var above) ? above.Count : 0;

    /// <summary>
    /// Reads lines of comma-separated id, name, parent's id (quotes as in RFC 4180; a name may hold commas when
    /// quoted), the first line a header. A parent that is no id of the file makes a top. A single top above everything
    /// (a root that says nothing) is left out.
    /// </summary>
    /// <param name="lines">In file order, without line ends.</param>
    /// <param name="name">What the place of a finding calls the input.</param>
    public static Parsed<Hierarchy> Read(IEnumerable<string> lines, string name)
    {
        var nodes = new Dictionary<string, (string Name, string Parent, int Line)>(StringComparer.Ordinal);
        var at = 0;
        foreach (var line in lines)
        {
            if (++at == 1 || line.Length == 0) continue;
            if (at > NodesMax) return Bad(name, at, 1, $"there are more than {NodesMax} nodes.");
            var cells = HierarchyLine.Cells(line);
            if (cells.Count < 3) return Bad(name, at, cells.Count + 1,
                "a node needs an id, a name and its parent's id.");
            if (!nodes.TryAdd(cells[0], (cells[1], cells[2], at))) return Bad(name, at, 1,
                $"the id {cells[0]} stands here a second time.");
        }

        if (nodes.Count == 0) return Bad(name, 1, 1, "there is no node in it.");
        return Cycle(nodes) is { } cyclic
            ? Bad(name, nodes[cyclic].Line, 3, $"{cyclic} is above itself: its parents lead back to it.")
            : Parsed<Hierarchy>.Read(new Hierarchy(Above(nodes)));
    }

    /// <summary>
    /// A million names is more than any gazetteer of a desk; a longer file would be an attack on memory.
    /// </summary>
    private const int NodesMax = 1_000_000;

    private static Parsed<Hierarchy> Bad(string name, int line, int column, string what) =>
        Parsed<Hierarchy>.Unread(new Finding(
        FindingWeight.Loss, "hierarchy-unreadable", new(name, line, column), what,
        "A hierarchy is a header and lines of id,name,parent id."));

    /// <summary>A node on a circle, the first in file order; null when there is none.</summary>
    private static string? Cycle(Dictionary<string, (string Name, string Parent, int Line)> nodes)
    {
        var walk = new Dictionary<string, int>(StringComparer.Ordinal);
        var turn = 0;
        foreach (var start in nodes.OrderBy(n => n.Value.Line).Select(n => n.Key))
        {
            turn++;
            for (var id = start; nodes.TryGetValue(id, out var node) && walk.TryAdd(id, turn); id = node.Parent)
            {
                if (walk.TryGetValue(node.Parent, out var seen) && seen == turn) return node.Parent;
            }
        }

        return null;
    }

    private static Dictionary<string,
        ImmutableHashSet<string>> Above(Dictionary<string, (string Name, string Parent, int Line)> nodes)
    {
        var tops = nodes.Where(n => !nodes.ContainsKey(n.Value.Parent)).Select(n => n.Key).ToList();
        var root = tops.Count == 1 ? tops[0] : null;
        var above = new Dictionary<string, ImmutableHashSet<string>.Builder>(StringComparer.Ordinal);
        foreach (var (id, node) in nodes)
        {
            if (id == root) continue;
            if (!above.TryGetValue(node.Name, out var names))
                above[node.Name] = names = ImmutableHashSet.CreateBuilder<string>(StringComparer.Ordinal);
            for (var up = node.Parent; up != root
                && nodes.TryGetValue(up, out var parent); up = parent.Parent) names.Add(parent.Name);
        }

        foreach (var (own, names) in above) names.Remove(own);
        return above.ToDictionary(kv => kv.Key, kv => kv.Value.ToImmutable(), StringComparer.Ordinal);
    }
}
