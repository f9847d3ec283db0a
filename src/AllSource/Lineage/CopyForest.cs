using System.Collections.Immutable;

namespace AllSource.Lineage;

/// <summary>
/// Who repeats whom, as passages alone tell it: an original, its copiers, theirs. A text that repeats two others stands
/// under both. Ids are in ordinal order throughout.
/// </summary>
public sealed class CopyForest
{
    private readonly Dictionary<string, ImmutableArray<string>> _copiers;

    public CopyForest(IReadOnlyCollection<Passage> passages)
    {
        var directed = passages.Where(static p => p.Copier is not null).ToList();
        _copiers = directed.GroupBy(OriginalOf, StringComparer.Ordinal).ToDictionary(
            static g => g.Key, static g => Sorted(g.Select(static p => p.Copier!)), StringComparer.Ordinal);
        var copiers = _copiers.Values.SelectMany(static c => c).ToHashSet(StringComparer.Ordinal);
        var roots = Sorted(_copiers.Keys.Where(id => !copiers.Contains(id))).ToList();
        var reached = roots.SelectMany(Under).ToHashSet(StringComparer.Ordinal);

        // A circle has no root: it is entered at its first id.
        foreach (var id in Sorted(_copiers.Keys))
        {
            if (!reached.Contains(id)) Enter(id);
        }

        Roots = [.. roots];
        Undirected = [.. passages.Where(static p => p.Copier is null).Select(static p => (p.A, p.B)).Distinct()];

        void Enter(string id)
        {
            roots.Add(id);
            reached.UnionWith(Under(id));
        }
    }

    /// <summary>Texts that others repeat and that repeat none; then the first of each circle.</summary>
    public ImmutableArray<string> Roots { get; }

    /// <summary>Pairs that share a passage of which nothing tells who was first.</summary>
    public ImmutableArray<(string A, string B)> Undirected { get; }

    /// <summary>The text that the passage's copier repeats. The passage must be directed.</summary>
    public static string OriginalOf(Passage passage) => passage.Copier == passage.A ? passage.B : passage.A;

    /// <summary>Those that repeat this text directly.</summary>
    public ImmutableArray<string> CopiersOf(string id) =>
        _copiers.TryGetValue(id, out var copiers) ? copiers : [];

    /// <summary>This text and all that derive from it, each once, nearest first.</summary>
    public ImmutableArray<string> Under(string root)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { root };
        var order = new List<string> { root };
        for (var next = 0; next < order.Count; next++) order.AddRange(CopiersOf(order[next]).Where(seen.Add));
        return [.. order];
    }

    private static ImmutableArray<string> Sorted(IEnumerable<string> ids) =>
        [.. ids.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
