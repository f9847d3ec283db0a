namespace AllSource.Language.Learning;

/// <summary>Gathers the <see cref="Lexicon"/> from a treebank and clusters of words. Deterministic.</summary>
internal static class LexiconTrainer
{
    private const int SureCountMin = 15, ClassCountMin = 4, ClassesMax = 250;

    private const double SureShareMin = 0.995, TagShareMin = 0.04;

    public static Lexicon Train(IReadOnlyList<TreebankSentence> sentences, IReadOnlyDictionary<uint, byte> clusters)
    {
        var counts = new SortedDictionary<uint, SortedDictionary<byte, int>>();
        foreach (var sentence in sentences)
        {
            for (var i = 0; i < sentence.Form.Length; i++)
            {
                var word = WordSigns.WordHash(Treebank.Lower(sentence.Form[i]));
                if (!counts.TryGetValue(word, out var tags)) counts[word] = tags = [];
                tags[sentence.Tag[i]] = tags.GetValueOrDefault(sentence.Tag[i]) + 1;
            }
        }

        var classes = Classes(counts.Values);
        var entries = new Dictionary<uint, LexiconEntry>();
        foreach (var (word, tags) in counts)
        {
            var sum = tags.Values.Sum();
            var (tag, count) = tags.MaxBy(t => (t.Value, -t.Key));
            var sure = count >= SureCountMin && count >= sum * SureShareMin ? tag + 1 : 0;
            var entry = new LexiconEntry((byte)sure, sum < ClassCountMin ? (byte)0
                : classes.GetValueOrDefault(SetOf(tags), (byte)(ClassesMax + 1)), clusters.GetValueOrDefault(word));
            if (entry != default) entries[word] = entry;
        }

        foreach (var (word, cluster) in clusters)
        {
            if (!counts.ContainsKey(word)) entries[word] = new(0, 0, cluster);
        }

        return new(entries);
    }

    /// <summary>Numbers the commonest sets of tags.</summary>
    private static Dictionary<ulong, byte> Classes(IEnumerable<SortedDictionary<byte, int>> words) => words
        .Where(tags => tags.Values.Sum() >= ClassCountMin)
        .GroupBy(SetOf)
        .OrderByDescending(g => g.Count()).ThenBy(g => g.Key)
        .Take(ClassesMax)
        .Select((g, i) => (g.Key, Number: (byte)(i + 1)))
        .ToDictionary(c => c.Key, c => c.Number);

    private static ulong SetOf(SortedDictionary<byte, int> tags)
    {
        var sum = tags.Values.Sum();
        return tags.Where(t => t.Value >= sum * TagShareMin).Aggregate(0UL, (set, t) => set | (1UL << t.Key));
    }
}
