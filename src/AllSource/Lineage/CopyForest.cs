using System.Collections.Immutable;
using AllSource.Kernel;

namespace AllSource.Lineage;

/// <summary>
/// Who repeats whom, as passages alone tell it: an original, its copiers, theirs. A text stands under the nearest texts
/// that it repeats: one who copied the wire that copied the statement stands under the wire alone, though it shares
/// words with both; unless it shares more with the statement than the wire could have given it. No text
/// stands under a later one, nor under what derives from a later one. Ids are in ordinal order throughout.
/// </summary>
public sealed class CopyForest
{
    /// <summary>
    /// Short like phrases meet by chance: a passage that is not very likely borrowed says nothing about lineage.
    /// </summary>
    internal const double BorrowedMin = .75;

    /// <summary>A text between stands for the farther one when it gives at least this part of that one.</summary>
    private const double CoversMin = .9;

    private readonly Dictionary<string, ImmutableArray<string>> _copiers;

    /// <param name="published">When a text was published, by its id; null where unknown.</param>
    public CopyForest(IReadOnlyCollection<Passage> passages, Func<string, ReportedTime?> published)
    {
        passages = [.. passages.Where(static p => p.Probability >= BorrowedMin)];
        var doubtful = InCircles(passages, published);
        doubtful.UnionWith(AgainstDates(passages, doubtful, published));
        var originals = passages.Where(p => p.Copier is not null && !doubtful.Contains((p.A, p.B)))
            .GroupBy(static p => p.Copier!, StringComparer.Ordinal).ToDictionary(
                static g => g.Key,
                static g => g.GroupBy(OriginalOf, StringComparer.Ordinal)
                    .ToDictionary(static o => o.Key, static o => o.Sum(CharactersOf), StringComparer.Ordinal),
                StringComparer.Ordinal);
        _copiers = originals.SelectMany(c => Nearest(c.Value).Select(o => (Original: o, Copier: c.Key)))
            .GroupBy(static e => e.Original, StringComparer.Ordinal).ToDictionary(
                static g => g.Key, static g => Sorted(g.Select(static e => e.Copier)), StringComparer.Ordinal);
        var copiers = _copiers.Values.SelectMany(static c => c).ToHashSet(StringComparer.Ordinal);
        Roots = Sorted(_copiers.Keys.Where(id => !copiers.Contains(id)));
        Undirected =
        [
            .. passages.Where(p => p.Copier is null || doubtful.Contains((p.A, p.B))).Select(static p => (p.A, p.B))
                .Distinct(),
        ];

        IEnumerable<string> Nearest(Dictionary<string, int> those) => those.Keys.Where(o => !those.Any(between =>
            Repeats(between.Key, o) && !Repeats(o, between.Key) && between.Value >= CoversMin * those[o]));
        bool Repeats(string copier, string original) =>
            originals.TryGetValue(copier, out var known) && known.ContainsKey(original);
    }

    /// <summary>Texts that others repeat and that repeat none.</summary>
    public ImmutableArray<string> Roots { get; }

    /// <summary>Pairs that share a passage of which nothing tells who was first.</summary>
    public ImmutableArray<(string A, string B)> Undirected { get; }

    /// <summary>The text that the passage's copier repeats. The passage must be directed.</summary>
    public static string OriginalOf(Passage passage) => passage.Copier == passage.A ? passage.B : passage.A;

    /// <summary>Those that repeat this text with no other known text between.</summary>
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

    private static int CharactersOf(Passage passage) =>
        passage.Copier == passage.A ? passage.ASpan.Length : passage.BSpan.Length;

    /// <summary>
    /// Pairs whose direction closes a circle and that no dates vouch for: nobody derives from himself, so they tell
    /// nothing. Dates alone never make a circle.
    /// </summary>
    private static HashSet<(string A, string B)> InCircles(
        IEnumerable<Passage> passages, Func<string, ReportedTime?> published)
    {
        var edges = passages.Where(static p => p.Copier is not null)
            .Select(static p => (Copier: p.Copier!, Original: OriginalOf(p))).Distinct().ToList();
        for (var left = -1; left != edges.Count;)
        {
            left = edges.Count;
            var (copiers, originals) = (edges.Select(static e => e.Copier).ToHashSet(StringComparer.Ordinal),
                edges.Select(static e => e.Original).ToHashSet(StringComparer.Ordinal));
            edges.RemoveAll(e => !copiers.Contains(e.Original) || !originals.Contains(e.Copier));
        }

        return
        [
            .. edges.Where(e => !IsDated(e.Copier, e.Original)).Select(static e =>
                string.CompareOrdinal(e.Copier, e.Original) < 0 ? (e.Copier, e.Original) : (e.Original, e.Copier)),
        ];

        bool IsDated(string copier, string original) => published(original) is { } first
            && published(copier) is { } then && first.IsSurelyBefore(then);
    }

    /// <summary>Pairs whose direction would make a text derive, perhaps over others, from a later one.</summary>
    private static HashSet<(string A, string B)> AgainstDates(
        IEnumerable<Passage> passages, HashSet<(string A, string B)> doubtful, Func<string, ReportedTime?> published)
    {
        var steps = passages.Where(p => p.Copier is not null && !doubtful.Contains((p.A, p.B)))
            .Select(static p => (Copier: p.Copier!, Original: OriginalOf(p))).Distinct().ToList();
        return
        [
            .. Descent.Against(steps, published).Select(static e =>
                string.CompareOrdinal(e.Copier, e.Original) < 0 ? (e.Copier, e.Original) : (e.Original, e.Copier)),
        ];
    }

    private static ImmutableArray<string> Sorted(IEnumerable<string> ids) =>
        [.. ids.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
