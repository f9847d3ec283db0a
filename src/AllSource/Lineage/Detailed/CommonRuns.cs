using AllSource.Lineage.Reading;
using AllSource.Lineage.Seeds;

namespace AllSource.Lineage.Detailed;

/// <summary>
/// All runs of equal words, of <see cref="RunWordsMin"/> or more, that two texts have in common, as hits for the local
/// aligner: what is too short for sentences to be compared. One worker's memory: not for two threads.
/// </summary>
internal sealed class CommonRuns
{
    /// <summary>The shortest run that is always found: its words hold one whole gram of the second text's sample.
    /// </summary>
    public const int RunWordsMin = (2 * GramWords) - 1;

    private const int GramWords = 4;

    /// <summary>Places of one gram looked at. The attack: one word a million times.</summary>
    private const int PlacesMax = 16;

    /// <summary>Words compared for one pair, by the words that it has. The attack is the same.</summary>
    private const int WorkPerWord = 16;

    private readonly Dictionary<uint, int> _heads = [];
    private readonly HashSet<(int A, int B)> _known = [];
    private readonly List<SeedHit> _hits = [];
    private int[] _next = [];

    /// <summary>Hits in the order of the second text's words; in each run one every few words.</summary>
    public SeedHit[] Hits(Words a, Words b)
    {
        _heads.Clear();
        _known.Clear();
        _hits.Clear();
        if (a.Count < RunWordsMin || b.Count < RunWordsMin) return [];
        if (_next.Length < b.Count) _next = new int[b.Count];
        for (var w = (b.Count - GramWords) / GramWords * GramWords; w >= 0; w -= GramWords)
        {
            var gram = GramOf(b, w);
            _next[w] = _heads.GetValueOrDefault(gram, -1);
            _heads[gram] = w;
        }

        var work = WorkPerWord * ((long)a.Count + b.Count);
        for (var w = 0; w + GramWords <= a.Count && work > 0; w++)
        {
            if (!_heads.TryGetValue(GramOf(a, w), out var place)) continue;
            for (var looked = 0; place >= 0 && looked < PlacesMax && work > 0; looked++, place = _next[place])
            {
                work -= Meet(a, b, w, place);
            }
        }

        _hits.Sort(static (x, y) => x.OwnWord != y.OwnWord ? x.OwnWord - y.OwnWord : x.Word - y.Word);
        return [.. _hits];
    }

    /// <summary>Takes the run about two equal words, if it is long enough and new; gives the words compared.</summary>
    private int Meet(Words a, Words b, int atA, int atB)
    {
        var (back, forth) = (0, 0);
        while (atA - back > 0 && atB - back > 0 && a.Codes[atA - back - 1] == b.Codes[atB - back - 1]) back++;
        while (atA + forth < a.Count && atB + forth < b.Count && a.Codes[atA + forth] == b.Codes[atB + forth]) forth++;
        var (first, own, length) = (atA - back, atB - back, back + forth);
        if (length < RunWordsMin || !_known.Add((first, own))) return length + 1;
        for (var w = 0; w + SeedPicker.GramWords <= length; w += SeedPicker.GramWords)
        {
            _hits.Add(new(0, first + w, own + w, 2, false));
        }

        return length + 1;
    }

    private static uint GramOf(Words words, int first)
    {
        var hash = 0UL;
        for (var w = 0; w < GramWords; w++) hash = (hash ^ words.Codes[first + w]) * 0x9FB21C651E98DF25UL;
        return (uint)(hash >> 32);
    }
}
