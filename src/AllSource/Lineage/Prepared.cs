using System.Runtime.InteropServices;

namespace AllSource.Lineage;

/// <summary>A document with its words and its author's number.</summary>
internal sealed class Prepared(LineageDocument document, Words words)
{
    public LineageDocument Document { get; } = document;

    public Words Words { get; } = words;

    /// <summary>The author as a number, equal for equal names; 0 for nobody known.</summary>
    public int Author { get; private set; }

    /// <summary>The title as a number, equal for titles equal but for "Re:" and the like; 0 for none.</summary>
    public int Title { get; private set; }

    /// <summary>
    /// The documents in the one order that all results are made in: known times first, earliest first, then by id; of
    /// one id the first.
    /// </summary>
    public static Prepared[] Of(IReadOnlyList<LineageDocument> documents, ParallelOptions threads)
    {
        var order = Enumerable.Range(0, documents.Count).ToArray();
        var times = documents.Select(Earliest).ToArray();
        Array.Sort(order, (x, y) =>
        {
            var byTime = times[x].CompareTo(times[y]);
            return byTime != 0 ? byTime : string.CompareOrdinal(documents[x].Id, documents[y].Id);
        });
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var chosen = order.Where(d => seen.Add(documents[d].Id)).ToArray();
        var prepared = new Prepared[chosen.Length];
        Parallel.For(0, (chosen.Length + 31) / 32, threads, static () => new WordReader(), (block, _, reader) =>
        {
            for (var d = block * 32; d < Math.Min(chosen.Length, (block + 1) * 32); d++)
            {
                prepared[d] = new(documents[chosen[d]], reader.Read(documents[chosen[d]].Text));
            }

            return reader;
        }, static _ => { });
        Number(prepared, static d => Persons.KeyOf(d.Author), static (p, n) => p.Author = n);
        Number(prepared, static d => Bare(d.Title), static (p, n) => p.Title = n);
        return prepared;
    }

    private static void Number(Prepared[] prepared, Func<LineageDocument, string?> name, Action<Prepared, int> give)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var one in prepared)
        {
            if (name(one.Document) is not { Length: > 0 } known) continue;
            ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(numbers, known, out var isThere);
            if (!isThere) number = numbers.Count;
            give(one, number);
        }
    }

    private static string? Bare(string? title)
    {
        var bare = title.AsSpan().Trim();
        for (var colon = bare.IndexOf(':'); colon is >= 0 and <= 4; colon = bare.IndexOf(':')) bare =
            bare[(colon + 1)..].Trim();
        return bare.Length < 4 ? null : bare.ToString().ToLowerInvariant();
    }

    private static DateTime Earliest(LineageDocument document) => document.Published?.Earliest ?? DateTime.MaxValue;
}
