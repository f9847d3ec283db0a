using AllSource.Lineage.Reading;
using AllSource.Lineage.Weighing;

namespace AllSource.Lineage.Detailed;

/// <summary>What the detailed aligner goes by; all were chosen by cross-validation.</summary>
internal sealed record DetailedSettings
{
    public double CosineMin { get; init; } = .30;
    public double DiceMin { get; init; } = .33;
    public int GapMax { get; init; } = 4;
    public int GapMin { get; init; } = 0;
    public double FragmentMin { get; init; } = .34;
    public double SummaryRatio { get; init; } = 2.5;
    public int CharactersMin { get; init; } = 150;
    public int VerbatimWordsMin { get; init; } = 25;
    public int VerbatimGap { get; init; } = 10;
    public double SummaryMargin { get; init; } = .15;
    public double FragmentMinBeside { get; init; } = .5;
    public int SummaryWordsMin { get; init; } = 40;
    public int FitRounds { get; init; } = 1;
    public int FitReach { get; init; } = 4;
    public double FitMiddle { get; init; } = .5;
    public double VerbatimShare { get; init; } = .4;
}

/// <summary>A fragment in words: [StartA, EndA) with [StartB, EndB).</summary>
internal readonly record struct WordFragment(int StartA, int EndA, int StartB, int EndB, double Likeness,
    bool IsSummary)
{
    /// <summary>Word for word, found as such; <see cref="Likeness"/> is then the number of equal words.</summary>
    public bool IsVerbatim { get; init; }
}

/// <summary>
/// Aligns two texts sentence by sentence, for paraphrase, translation and summary as well as plain copies.
/// </summary>
internal sealed class DetailedAligner(DetailedSettings settings)
{
    private readonly SentencePairs _alike = new();
    private readonly EdgeFit _fit = new();
    private readonly VerbatimBlocks _verbatim = new();
    private readonly List<SentencePair> _pairs = [];

    public List<WordFragment> Align(SentenceText a, SentenceText b)
    {
        if (a.SentenceCount == 0 || b.SentenceCount == 0) return [];
        var blocks = VerbatimBlocks.Chain(_verbatim.Runs(a, b), settings.VerbatimGap);
        blocks.RemoveAll(k => k.Likeness < settings.VerbatimWordsMin);
        var fragments = Fragments(a, b);
        var done = new List<WordFragment>();
        var isTaken = new bool[blocks.Count];
        foreach (var fragment in fragments)
        {
            var inside = Enumerable.Range(0, blocks.Count).Where(k => Overlap(blocks[k], fragment)).ToArray();
            var equal = inside.Sum(k => blocks[k].Likeness);
            var less = Math.Min(fragment.EndA - fragment.StartA, fragment.EndB - fragment.StartB);
            if (equal == 0 && blocks.Count > 0 && fragment.Likeness < settings.FragmentMinBeside) continue;
            if (equal < settings.VerbatimShare * less)
            {
                done.Add(fragment);
                foreach (var k in inside) isTaken[k] = true;
            }
        }

        for (var k = 0; k < blocks.Count; k++)
        {
            if (!isTaken[k]) done.Add(blocks[k]);
        }

        done.RemoveAll(f => Characters(a.Words, f.StartA, f.EndA) < settings.CharactersMin
            || Characters(b.Words, f.StartB, f.EndB) < settings.CharactersMin);
        return done;
    }

    private static bool Overlap(WordFragment x, WordFragment y) =>
        x.StartA < y.EndA && y.StartA < x.EndA && x.StartB < y.EndB && y.StartB < x.EndB;

    private List<WordFragment> Fragments(SentenceText a, SentenceText b)
    {
        _alike.Find(a, b, settings.CosineMin, settings.DiceMin, _pairs);
        var pairs = _pairs.ToArray();
        var plain = Resolve(Validated(a, b, pairs, settings.GapMax));
        if (Summary(a, b, plain) is { } summary) return [summary];
        return plain.ConvertAll(f =>
        {
            var fragment = Fitted(a, b, f.Fragment);
            return new WordFragment(
                a.FirstWords[fragment.A], a.FirstWords[fragment.LastA + 1],
                b.FirstWords[fragment.B], b.FirstWords[fragment.LastB + 1], f.Likeness, false);
        });
    }

    /// <summary>
    /// A stretch of one text that tells the whole of the other, shorter: its words are drawn from all over there, not
    /// from the few
    /// sentences that it would render one by one.
    /// </summary>
    private WordFragment? Summary(SentenceText a, SentenceText b, List<(Fragment Fragment, double Likeness)> plain)
    {
        var (first, last, contrast, mass) = _fit.Dense(a, _alike.IdfA, _alike.ToB, settings.SummaryMargin);
        var wordsA = a.FirstWords[last + 1] - a.FirstWords[first];
        Signs = default;
        if (wordsA < settings.SummaryWordsMin || b.Words.Count < settings.SummaryRatio * wordsA) return null;
        var rendered = _fit.ShareWithin(
            a, first, last, _alike.IdfA, _alike.ToB, b, plain.ConvertAll(static f => (f.Fragment.B, f.Fragment.LastB)));
        var within = plain.Where(f => f.Fragment.A <= last && first <= f.Fragment.LastA).ToArray();
        Signs = new(
            contrast, Math.Log(Math.Max(1, mass)), rendered, Math.Log(b.Words.Count / (double)wordsA),
            within.Length == 0 ? 0 : within.Max(static f => f.Likeness), within.Length,
            within.Length == 0 ? 0 : Math.Log(within.Max(f => Length(b, f.Fragment.B, f.Fragment.LastB)
                / (double)Length(a, f.Fragment.A, f.Fragment.LastA))),
            within.Length == 0 ? 0 : within.Sum(f => f.Fragment.LastA - f.Fragment.A + 1) / (double)(last - first + 1));
        if (Signs.Odds < SummarySigns.OddsMin) return null;
        return new(a.FirstWords[first], a.FirstWords[last + 1], 0, b.Words.Count, contrast, true);
    }

    /// <summary>What the last comparison showed of a summary.</summary>
    public SummarySigns Signs { get; private set; }

    private static int Length(SentenceText text, int first, int last) =>
        Characters(text.Words, text.FirstWords[first], text.FirstWords[last + 1]);

    private Fragment Fitted(SentenceText a, SentenceText b, Fragment fragment)
    {
        var (firstA, lastA, firstB, lastB) = (fragment.A, fragment.LastA, fragment.B, fragment.LastB);
        for (var round = 0; round < settings.FitRounds; round++)
        {
            (firstB, lastB) = _fit.Fit(
                b, firstB, lastB, _alike.IdfB, _alike.ToA, a, firstA, lastA, settings.FitReach, settings.FitMiddle);
            (firstA, lastA) = _fit.Fit(
                a, firstA, lastA, _alike.IdfA, _alike.ToB, b, firstB, lastB, settings.FitReach, settings.FitMiddle);
        }

        return new(firstA, lastA, firstB, lastB, fragment.Pairs);
    }

    private static int Characters(Words words, int start, int end) => words.Ends[end - 1] - words.Starts[start];

    private List<(Fragment Fragment, double Likeness)> Validated(SentenceText a, SentenceText b,
        SentencePair[] pairs, int gap)
    {
        var kept = new List<(Fragment, double)>();
        foreach (var fragment in Clusters.Of([.. pairs], gap, gap)) Validate(a, b, fragment, gap, kept);
        return kept;
    }

    private void Validate(SentenceText a, SentenceText b, Fragment fragment, int gap, List<(Fragment, double)> kept)
    {
        var likeness = _alike.Likeness(a, fragment.A, fragment.LastA, b, fragment.B, fragment.LastB);
        if (likeness >= settings.FragmentMin)
        {
            kept.Add((fragment, likeness));
            return;
        }

        if (gap <= settings.GapMin) return;
        var smaller = gap - 1;
        foreach (var part in Clusters.Of([.. fragment.Pairs], smaller, smaller)) Validate(a, b, part, smaller, kept);
    }

    /// <summary>Of fragments that overlap in the first text, the more alike one stays.</summary>
    private static List<(Fragment Fragment,
        double Likeness)> Resolve(List<(Fragment Fragment, double Likeness)> fragments)
    {
        var kept = new List<(Fragment Fragment, double Likeness)>();
        foreach (var one in fragments.OrderByDescending(static f => f.Likeness).ThenBy(static f => f.Fragment.A)
            .ThenBy(static f => f.Fragment.B))
        {
            if (!kept.Exists(k => k.Fragment.A <= one.Fragment.LastA && one.Fragment.A <= k.Fragment.LastA)) kept.Add(
                one);
        }

        return kept;
    }
}
