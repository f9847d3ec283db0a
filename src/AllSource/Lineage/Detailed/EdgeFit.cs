namespace AllSource.Lineage.Detailed;

/// <summary>
/// Fits the ends of a fragment: on each side, a sentence belongs to it when more of its weight is found in the other
/// side's stretch than
/// lies halfway between the fragment's own share and the rest of the text's; the stretch of greatest sum is taken.
/// </summary>
internal sealed class EdgeFit
{
    private double[] _gain = [];
    private int[] _held = [];

    /// <summary>
    /// The sentences of <paramref name="text"/> near [first, last] that fit best to the stretch of <paramref
    /// name="other"/>.
    /// <paramref name="toOther"/> maps stems of the text to the other's, or -1.
    /// </summary>
    public (int First, int Last) Fit(
        SentenceText text, int first, int last, ReadOnlySpan<double> idf, ReadOnlySpan<int> toOther,
        SentenceText other, int otherFirst, int otherLast, int reach, double middle)
    {
        if (_held.Length < other.Vocabulary.Length) _held = new int[other.Vocabulary.Length];
        var held = _held.AsSpan(0, other.Vocabulary.Length);
        held.Clear();
        for (var t =
            other.TermStarts[otherFirst]; t < other.TermStarts[otherLast + 1]; t++) held[other.Terms[t].Stem] = 1;
        if (_gain.Length < text.SentenceCount) _gain = new double[text.SentenceCount];
        double inside = 0, insideAll = 0, outside = 0, outsideAll = 0;
        var from = Math.Max(0, first - reach);
        var to = Math.Min(text.SentenceCount - 1, last + reach);
        for (var s = 0; s < text.SentenceCount; s++)
        {
            var (found, all) = Weight(text, s, idf, toOther, held);
            if (s >= first && s <= last) (inside, insideAll) = (inside + found, insideAll + all);
            else (outside, outsideAll) = (outside + found, outsideAll + all);
        }

        var share = inside / Math.Max(1e-9, insideAll);
        var background = outsideAll > 0 ? outside / outsideAll : 0;
        var bar = background + (middle * (share - background));
        for (var s = from; s <= to; s++)
        {
            var (found, all) = Weight(text, s, idf, toOther, held);
            _gain[s] = found - (bar * all);
        }

        return Best(from, to);
    }

    /// <summary>
    /// The stretch of a text whose words are found in the whole of another more than elsewhere in the text: its
    /// sentences, how much its share
    /// exceeds that of the rest, and the weight of its words.
    /// </summary>
    public (int First, int Last, double Contrast, double Mass) Dense(
        SentenceText text, ReadOnlySpan<double> idf, ReadOnlySpan<int> toOther, double margin)
    {
        if (_gain.Length < text.SentenceCount) _gain = new double[text.SentenceCount];
        double found = 0, all = 0;
        for (var s = 0; s < text.SentenceCount; s++)
        {
            var (f, w) = Weight(text, s, idf, toOther, []);
            (found, all) = (found + f, all + w);
        }

        var bar = (found / Math.Max(1e-9, all)) + margin;
        for (var s = 0; s < text.SentenceCount; s++)
        {
            var (f, w) = Weight(text, s, idf, toOther, []);
            _gain[s] = f - (bar * w);
        }

        var (first, last) = Best(0, text.SentenceCount - 1);
        double inFound = 0, inAll = 0;
        for (var s = first; s <= last; s++)
        {
            var (f, w) = Weight(text, s, idf, toOther, []);
            (inFound, inAll) = (inFound + f, inAll + w);
        }

        var rest = all - inAll > 0 ? (found - inFound) / (all - inAll) : 0;
        return (first, last, (inFound / Math.Max(1e-9, inAll)) - rest, inAll);
    }

    /// <summary>
    /// Of what the other text holds of these sentences' words, the share that stands within the given stretches of it.
    /// </summary>
    public double ShareWithin(
        SentenceText text, int first, int last, ReadOnlySpan<double> idf, ReadOnlySpan<int> toOther,
        SentenceText other, List<(int First, int Last)> stretches)
    {
        if (_held.Length < other.Vocabulary.Length) _held = new int[other.Vocabulary.Length];
        var held = _held.AsSpan(0, other.Vocabulary.Length);
        held.Clear();
        foreach (var (from, to) in stretches)
        {
            for (var t = other.TermStarts[from]; t < other.TermStarts[to + 1]; t++) held[other.Terms[t].Stem] = 1;
        }

        double within = 0, anywhere = 0;
        for (var s = first; s <= last; s++)
        {
            within += Weight(text, s, idf, toOther, held).Found;
            anywhere += Weight(text, s, idf, toOther, []).Found;
        }

        return within / Math.Max(1e-9, anywhere);
    }

    private (int First, int Last) Best(int from, int to)
    {
        double best = double.MinValue, sum = 0;
        var start = from;
        var (first, last) = (from, to);
        for (var s = from; s <= to; s++)
        {
            if (sum <= 0) (sum, start) = (0, s);
            sum += _gain[s];
            if (sum > best) (best, first, last) = (sum, start, s);
        }

        return (first, last);
    }

    private static (double Found, double All) Weight(
        SentenceText text, int sentence, ReadOnlySpan<double> idf, ReadOnlySpan<int> toOther, ReadOnlySpan<int> held)
    {
        double found = 0, all = 0;
        for (var t = text.TermStarts[sentence]; t < text.TermStarts[sentence + 1]; t++)
        {
            var term = text.Terms[t];
            var weight = term.Count * idf[term.Stem];
            all += weight;
            if (toOther[term.Stem] is >= 0 and var there && (held.IsEmpty || held[there] != 0)) found += weight;
        }

        return (found, all);
    }
}
