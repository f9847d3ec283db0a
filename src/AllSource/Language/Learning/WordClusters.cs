namespace AllSource.Language.Learning;

/// <summary>
/// Puts words that stand among like words into one cluster: exchange of words between a fixed number of clusters so
/// that clusters foretell their followers best (Kneser and Ney 1993; Martin, Liermann and Ney 1998). Deterministic.
/// </summary>
internal sealed class WordClusters
{
    private const int CountMin = 4, Rounds = 5;

    private readonly int _clusters; // and one more, the last, for sentence borders and rare words
    private readonly uint[] _words; // by falling frequency
    private readonly (int Word, int Count)[][] _after, _before;
    private readonly int[] _clusterOf;
    private readonly int[] _pairs; // cluster * (clusters + 1) + following cluster
    private readonly long[] _sums;

    private WordClusters(IReadOnlyList<uint[]> sentences, int clusters)
    {
        _clusters = clusters;
        var counts = new Dictionary<uint, int>();
        foreach (var word in sentences.SelectMany(s => s)) counts[word] = counts.GetValueOrDefault(word) + 1;
        _words = [.. counts.Where(c => c.Value >= CountMin).OrderByDescending(c => c.Value).ThenBy(c => c.Key)
            .Select(c => c.Key)];
        var numbers = _words.Select((w, i) => (w, i)).ToDictionary(p => p.w, p => p.i);
        var pairs = new Dictionary<(int, int), int>();
        foreach (var sentence in sentences)
        {
            var last = _words.Length;
            foreach (var word in sentence.Append(0u))
            {
                var next = numbers.GetValueOrDefault(word, _words.Length);
                pairs[(last, next)] = pairs.GetValueOrDefault((last, next)) + 1;
                last = next;
            }
        }

        _after = Lists(pairs.Select(p => (p.Key.Item1, p.Key.Item2, p.Value)));
        _before = Lists(pairs.Select(p => (p.Key.Item2, p.Key.Item1, p.Value)));
        _clusterOf = [.. Enumerable.Range(0, _words.Length).Select(w => w % clusters), clusters];
        (_pairs, _sums) = (new int[(clusters + 1) * (clusters + 1)], new long[clusters + 1]);
        foreach (var ((a, b), count) in pairs)
        {
            _pairs[(_clusterOf[a] * (clusters + 1)) + _clusterOf[b]] += count;
            _sums[_clusterOf[a]] += count;
        }
    }

    /// <param name="sentences">Hashes of words; 0 stands for no word.</param>
    /// <param name="clusters">At most 254.</param>
    /// <returns>For each word that is not rare its cluster's number, from 1.</returns>
    public static Dictionary<uint, byte> Learn(IReadOnlyList<uint[]> sentences, int clusters)
    {
        var work = new WordClusters(sentences, clusters);
        for (var round = 0; round < Rounds; round++)
        {
            for (var word = 0; word < work._words.Length; word++) work.Exchange(word);
        }

        return work._words.Select((w, i) => (w, i)).ToDictionary(p => p.w, p => (byte)(work._clusterOf[p.i] + 1));
    }

    private (int Word, int Count)[][] Lists(IEnumerable<(int From, int To, int Count)> pairs)
    {
        var lists = new List<(int Word, int Count)>[_words.Length];
        for (var w = 0; w < lists.Length; w++) lists[w] = [];
        foreach (var (from, to, count) in pairs)
        {
            if (from < lists.Length) lists[from].Add((to, count));
        }

        return [.. lists.Select(l => l.OrderBy(p => p.Word).ToArray())];
    }

    private void Exchange(int word)
    {
        var (after, before, self) = (Clustered(_after[word], word), Clustered(_before[word], word), 0);
        foreach (var (next, count) in _after[word]) self += next == word ? count : 0;
        var total = after.Sum(p => (long)p.Count) + self;
        Move(word, after, before, self, total, -1);
        var (best, most) = (-1, double.NegativeInfinity);
        for (var c = 0; c < _clusters; c++)
        {
            var gain = Gain(c, after, before, self, total);
            if (gain > most) (best, most) = (c, gain);
        }

        _clusterOf[word] = best;
        Move(word, after, before, self, total, 1);
    }

    /// <summary>How often each cluster stands beside the word, without the word itself.</summary>
    private List<(int Cluster, int Count)> Clustered((int Word, int Count)[] beside, int word)
    {
        Span<int> counts = stackalloc int[_clusters + 1];
        foreach (var (other, count) in beside) counts[_clusterOf[other]] += other == word ? 0 : count;
        var list = new List<(int, int)>();
        for (var c = 0; c < counts.Length; c++)
        {
            if (counts[c] > 0) list.Add((c, counts[c]));
        }

        return list;
    }

    private void Move(int word, List<(int Cluster, int Count)> after, List<(int Cluster, int Count)> before, int self,
        long total, int sign)
    {
        var (c, width) = (_clusterOf[word], _clusters + 1);
        foreach (var (d, count) in after) _pairs[(c * width) + d] += sign * count;
        foreach (var (d, count) in before) _pairs[(d * width) + c] += sign * count;
        _pairs[(c * width) + c] += sign * self;
        _sums[c] += sign * total;
    }

    private double Gain(int c, List<(int Cluster, int Count)> after, List<(int Cluster, int Count)> before, int self,
        long total)
    {
        var (gain, width, inner) = (0.0, _clusters + 1, self);
        foreach (var (d, count) in after)
        {
            if (d == c) inner += count;
            else gain += Rise(_pairs[(c * width) + d], count);
        }

        foreach (var (d, count) in before)
        {
            if (d == c) inner += count;
            else gain += Rise(_pairs[(d * width) + c], count);
        }

        if (inner > 0) gain += Rise(_pairs[(c * width) + c], inner);
        return gain - (2 * Rise(_sums[c], total));
    }

    private static double Rise(long from, long by) => Entropy(from + by) - Entropy(from);

    private static double Entropy(long n) => n < Known.Length ? Known[n] : n * Math.Log(n);

    private static readonly double[] Known =
        [.. Enumerable.Range(0, 1 << 16).Select(n => n == 0 ? 0.0 : n * Math.Log(n))];
}
