namespace AllSource.Lineage.Detailed;

/// <summary>Two sentences that are alike: cosine of tf-isf weights, and Dice of their distinct stems.</summary>
internal readonly record struct SentencePair(int A, int B, float Cosine, float Dice);

/// <summary>
/// Finds the alike sentences of two texts. Weights are term frequency by inverse sentence frequency over both texts
/// together
/// (Sanchez-Perez, Sidorov and Gelbukh, PAN 2014), computed through the inverted lists of the second text.
/// </summary>
internal sealed class SentencePairs
{
    /// <summary>
    /// Sentences in which a stem may stand, and alike pairs, at most. The attack: one sentence without end.
    /// </summary>
    private const int PlacesMax = 1000;
    private const int PairsMax = 50_000;

    private double[] _idfA = [];
    private double[] _idfB = [];
    private int[] _toB = [];
    private int[] _toA = [];
    private double[] _normB = [];
    private double[] _dots = [];
    private int[] _common = [];
    private int[] _sumA = [];
    private int[] _sumB = [];
    private readonly List<int> _stemsA = [];
    private readonly List<int> _stemsB = [];

    /// <summary>Inverse sentence frequencies of the first text's stems in the last comparison.</summary>
    public ReadOnlySpan<double> IdfA => _idfA;

    public ReadOnlySpan<double> IdfB => _idfB;

    /// <summary>For each stem of the first text its number in the second, or -1.</summary>
    public ReadOnlySpan<int> ToB => _toB;

    public ReadOnlySpan<int> ToA => _toA;

    public void Find(SentenceText a, SentenceText b, double cosineMin, double diceMin, List<SentencePair> into)
    {
        into.Clear();
        Weigh(a, b);
        Resize(ref _normB, b.SentenceCount);
        Resize(ref _dots, b.SentenceCount);
        Resize(ref _common, b.SentenceCount);
        for (var s = 0; s < b.SentenceCount; s++) _normB[s] = Norm(b, s, _idfB);
        Array.Clear(_dots, 0, b.SentenceCount);
        Array.Clear(_common, 0, b.SentenceCount);
        for (var s = 0; s < a.SentenceCount && into.Count < PairsMax; s++)
        {
            for (var t = a.TermStarts[s]; t < a.TermStarts[s + 1]; t++)
            {
                var term = a.Terms[t];
                var inB = _toB[term.Stem];
                if (inB < 0 || b.PlaceStarts[inB + 1] - b.PlaceStarts[inB] > PlacesMax) continue;
                var weight = term.Count * _idfA[term.Stem] * _idfA[term.Stem];
                for (var p = b.PlaceStarts[inB]; p < b.PlaceStarts[inB + 1]; p++)
                {
                    var place = b.Places[p];
                    _dots[place.Stem] += weight * place.Count;
                    _common[place.Stem]++;
                }
            }

            var norm = Norm(a, s, _idfA);
            for (var o = 0; o < b.SentenceCount; o++)
            {
                if (_common[o] == 0) continue;
                var cosine = _dots[o] / Math.Max(1e-9, norm * _normB[o]);
                var dice = 2.0 * _common[o] / (a.TermCount(s) + b.TermCount(o));
                if (cosine > cosineMin && dice > diceMin) into.Add(new(s, o, (float)cosine, (float)dice));
                _dots[o] = 0;
                _common[o] = 0;
            }
        }
    }

    /// <summary>
    /// Cosine of two stretches of sentences as a whole, under the weights of the last <see cref="Find"/>, 0 to 1.
    /// </summary>
    public double Likeness(SentenceText a, int firstA, int lastA, SentenceText b, int firstB, int lastB)
    {
        Resize(ref _sumA, a.Vocabulary.Length);
        Resize(ref _sumB, b.Vocabulary.Length);
        Sum(a, firstA, lastA, _sumA, _stemsA);
        Sum(b, firstB, lastB, _sumB, _stemsB);
        double dot = 0, ofA = 0, ofB = 0;
        foreach (var v in _stemsA)
        {
            var squared = _sumA[v] * _idfA[v] * _idfA[v];
            ofA += _sumA[v] * squared;
            if (_toB[v] >= 0) dot += _sumB[_toB[v]] * squared;
        }

        foreach (var v in _stemsB)
        {
            var weight = _sumB[v] * _idfB[v];
            ofB += weight * weight;
            _sumB[v] = 0;
        }

        foreach (var v in _stemsA) _sumA[v] = 0;
        return dot / Math.Max(1e-9, Math.Sqrt(ofA * ofB));
    }

    /// <summary>Counts the stems of a stretch of sentences, and lists them; the counts must be 0 before.</summary>
    private static void Sum(SentenceText text, int first, int last, int[] sums, List<int> stems)
    {
        stems.Clear();
        foreach (ref readonly var term in text.Terms.AsSpan(text.TermStarts[first]..text.TermStarts[last + 1]))
        {
            if (sums[term.Stem] == 0) stems.Add(term.Stem);
            sums[term.Stem] += term.Count;
        }
    }

    private void Weigh(SentenceText a, SentenceText b)
    {
        Resize(ref _idfA, a.Vocabulary.Length);
        Resize(ref _idfB, b.Vocabulary.Length);
        Resize(ref _toB, a.Vocabulary.Length);
        Resize(ref _toA, b.Vocabulary.Length);
        Array.Fill(_toA, -1, 0, b.Vocabulary.Length);
        var all = Math.Log(a.SentenceCount + b.SentenceCount);
        var j = 0;
        for (var i = 0; i < a.Vocabulary.Length; i++)
        {
            while (j < b.Vocabulary.Length && b.Vocabulary[j] < a.Vocabulary[i]) _idfB[j] = Idf(b.SentenceCounts[j++]);
            var isShared = j < b.Vocabulary.Length && b.Vocabulary[j] == a.Vocabulary[i];
            _toB[i] = isShared ? j : -1;
            _idfA[i] = Idf(a.SentenceCounts[i] + (isShared ? b.SentenceCounts[j] : 0));
            if (!isShared) continue;
            _toA[j] = i;
            _idfB[j++] = _idfA[i];
        }

        for (; j < b.Vocabulary.Length; j++) _idfB[j] = Idf(b.SentenceCounts[j]);
        double Idf(int sentences) => all - LogTable.Of(sentences);
    }

    private static double Norm(SentenceText text, int sentence, double[] idf)
    {
        var sum = 0.0;
        for (var t = text.TermStarts[sentence]; t < text.TermStarts[sentence + 1]; t++)
        {
            var weight = text.Terms[t].Count * idf[text.Terms[t].Stem];
            sum += weight * weight;
        }

        return Math.Sqrt(sum);
    }

    private static void Resize<T>(ref T[] array, int size)
    {
        if (array.Length < size) array = new T[size];
    }

    private static class LogTable
    {
        private static readonly double[] Logs =
            [.. Enumerable.Range(0, 4096).Select(static n => Math.Log(Math.Max(1, n)))];

        public static double Of(int n) => n < Logs.Length ? Logs[n] : Math.Log(n);
    }
}
