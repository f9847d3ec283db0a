using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace AllSource.Lineage;

/// <summary>How far a search is: documents done of all, and passages found so far.</summary>
public sealed record LineageProgress(int Done, int Of, int Passages);

/// <summary>
/// Finds the passages that documents share. The result depends on the documents alone: not on their order, nor on the number of
/// threads. A document is compared with those before it in time (then by id), through seeds; see <see cref="SeedPicker"/>.
/// </summary>
public sealed class PassageFinder
{
    /// <summary>
    /// All against all. Ids must be unique; of two documents with one id the second is passed over. Passages come ordered by ids, then spans.
    /// </summary>
    public ImmutableArray<Passage> Find(
        IReadOnlyList<LineageDocument> documents, IProgress<LineageProgress>? progress, CancellationToken cancel)
    {
        var prepared = Prepare(documents, cancel);
        var rarity = RarityOf(prepared);
        var maker = new PassageMaker(rarity);
        var index = new SeedIndex(prepared.Sum(static p => p.Words.Count) / 2);
        var picker = new SeedPicker();
        var aligner = new LocalAligner();
        var hits = new List<SeedHit>();
        var found = new List<Passage>();
        for (var d = 0; d < prepared.Length; d++)
        {
            cancel.ThrowIfCancellationRequested();
            hits.Clear();
            foreach (var seed in picker.Pick(prepared[d].Words)) index.FindAndInsert(seed, d, hits);
            hits.Sort(static (x, y) => x.Document.CompareTo(y.Document));
            AlignAll(prepared, d, CollectionsMarshal.AsSpan(hits), aligner, maker, found);
            if ((d & 255) == 255) progress?.Report(new(d + 1, prepared.Length, found.Count));
        }

        progress?.Report(new(prepared.Length, prepared.Length, found.Count));
        return Ordered(found);
    }

    /// <summary>Compares only the pairs listed (by id, in either order); pairs that name an unknown id give nothing.</summary>
    public ImmutableArray<Passage> FindPairs(
        IReadOnlyList<LineageDocument> documents, IEnumerable<(string A, string B)> pairs, CancellationToken cancel = default)
    {
        var prepared = Prepare(documents, cancel);
        var byId = prepared.ToDictionary(static p => p.Document.Id, StringComparer.Ordinal);
        var maker = new PassageMaker(RarityOf(prepared));
        var aligner = new LocalAligner();
        var found = new List<Passage>();
        foreach (var (a, b) in pairs.Select(static p => string.CompareOrdinal(p.A, p.B) <= 0 ? p : (p.B, p.A)).Distinct())
        {
            cancel.ThrowIfCancellationRequested();
            if (a == b || !byId.TryGetValue(a, out var first) || !byId.TryGetValue(b, out var second)) continue;
            var hits = PairHits(first.Words, second.Words);
            var chains = aligner.Align(first.Words, second.Words, CollectionsMarshal.AsSpan(hits));
            maker.MakeAll(first, second, chains, found);
        }

        return Ordered(found);
    }

    private static List<SeedHit> PairHits(Words a, Words b)
    {
        var hits = new List<SeedHit>();
        var index = new SeedIndex(a.Count + b.Count);
        var picker = new SeedPicker();
        foreach (var seed in picker.Pick(a)) index.FindAndInsert(seed, 0, hits);
        foreach (var seed in picker.Pick(b)) index.FindAndInsert(seed, 1, hits);
        return hits;
    }

    private static void AlignAll(
        Prepared[] prepared, int own, Span<SeedHit> hits, LocalAligner aligner, PassageMaker maker, List<Passage> found)
    {
        for (int from = 0, to; from < hits.Length; from = to)
        {
            var other = hits[from].Document;
            for (to = from + 1; to < hits.Length && hits[to].Document == other; to++)
            {
            }

            var chains = aligner.Align(prepared[other].Words, prepared[own].Words, hits[from..to]);
            maker.MakeAll(prepared[other], prepared[own], chains, found);
        }
    }

    private static Prepared[] Prepare(IReadOnlyList<LineageDocument> documents, CancellationToken cancel)
    {
        var reader = new WordReader();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var authors = new Dictionary<string, int>(StringComparer.Ordinal);
        var prepared = new List<Prepared>(documents.Count);
        foreach (var document in documents.Order(Comparer<LineageDocument>.Create(Prepared.Compare)))
        {
            cancel.ThrowIfCancellationRequested();
            if (!seen.Add(document.Id)) continue;
            var one = new Prepared(document, reader.Read(document.Text));
            if (document.Author is { Length: > 0 } name)
            {
                ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(authors, name, out var known);
                if (!known) number = authors.Count;
                one.Author = number;
            }

            prepared.Add(one);
        }

        return [.. prepared];
    }

    private static WordRarity RarityOf(Prepared[] prepared)
    {
        var rarity = new WordRarity();
        foreach (var one in prepared) rarity.Add(one.Words);
        return rarity;
    }

    private static ImmutableArray<Passage> Ordered(List<Passage> found)
    {
        found.Sort(static (x, y) =>
        {
            var by = string.CompareOrdinal(x.A, y.A);
            if (by == 0) by = string.CompareOrdinal(x.B, y.B);
            if (by == 0) by = x.ASpan.CompareTo(y.ASpan);
            return by != 0 ? by : x.BSpan.CompareTo(y.BSpan);
        });
        return [.. found];
    }
}
