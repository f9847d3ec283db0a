using System.Numerics;
using AllSource.Lineage.Alignment;
using AllSource.Lineage.Reading;

namespace AllSource.Lineage.Detailed;

/// <summary>
/// Finds long verbatim blocks of two texts: every common run of at least <see cref="RunWordsMin"/> words, chained
/// across gaps of a few
/// changed words. The second text's grams are sampled every <see cref="GramWords"/> words, the first's are all looked
/// up.
/// </summary>
internal sealed class VerbatimBlocks
{
    internal const int GramWords = 8;
    internal const int RunWordsMin = (2 * GramWords) - 1;

    private int[] _slots = new int[256];
    private readonly List<Run> _runs = [];

    /// <summary>Hashes of all grams of <see cref="GramWords"/> words of a text, by first word.</summary>
    public static uint[] GramsOf(Words words)
    {
        var grams = new uint[Math.Max(0, words.Count - GramWords + 1)];
        for (var g = 0; g < grams.Length; g++)
        {
            var hash = 0UL;
            for (var w = 0; w < GramWords; w++) hash = (hash ^ words.Codes[g + w]) * 0x9FB21C651E98DF25UL;
            grams[g] = (uint)(hash >> 32);
        }

        return grams;
    }

    /// <summary>Runs ascending in the first text; none overlaps another there.</summary>
    public List<Run> Runs(SentenceText a, SentenceText b)
    {
        _runs.Clear();
        var (gramsA, gramsB) = (a.Grams, b.Grams);
        if (gramsA.Length == 0 || gramsB.Length == 0) return _runs;
        var size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(256, gramsB.Length / GramWords * 4));
        if (_slots.Length < size) _slots = new int[size];
        Array.Clear(_slots, 0, size);
        for (var g = 0; g < gramsB.Length; g += GramWords) Insert(gramsB, g, size - 1);
        for (var g = 0; g < gramsA.Length; g++)
        {
            for (var at = gramsA[g] & (size - 1); _slots[at] != 0; at = (at + 1) & (size - 1))
            {
                var inB = _slots[at] - 1;
                if (gramsB[inB] != gramsA[g]) continue;
                var run = Grow(a.Words, b.Words, g, inB, _runs.Count == 0 ? 0 : _runs[^1].EndA);
                if (run.Length < RunWordsMin) continue;
                _runs.Add(run);
                g = run.EndA - 1;
                break;
            }
        }

        return _runs;
    }

    private void Insert(uint[] grams, int gram, int mask)
    {
        var at = (int)(grams[gram] & (uint)mask);
        while (_slots[at] != 0)
        {
            if (grams[_slots[at] - 1] == grams[gram]) return; // one word a million times: one place a gram is enough
            at = (at + 1) & mask;
        }

        _slots[at] = gram + 1;
    }

    private static Run Grow(Words a, Words b, int atA, int atB, int leastA)
    {
        var back = 0;
        while (atA - back > leastA && atB - back > 0 && a.Codes[atA - back - 1] == b.Codes[atB - back - 1]) back++;
        var forth = 0;
        while (atA + forth < a.Count && atB + forth < b.Count && a.Codes[atA + forth] == b.Codes[atB + forth]) forth++;
        return new(atA - back, atB - back, back + forth);
    }

    /// <summary>
    /// Chains runs that follow one another on both sides with at most <paramref name="gapMax"/> words between.
    /// </summary>
    public static List<WordFragment> Chain(List<Run> runs, int gapMax)
    {
        var blocks = new List<WordFragment>();
        var equal = 0;
        foreach (var run in runs)
        {
            if (blocks.Count > 0 && blocks[^1] is var last && run.B >= last.EndB
                && run.A - last.EndA <= gapMax && run.B - last.EndB <= gapMax)
            {
                equal += run.Length;
                blocks[^1] = last with { EndA = run.EndA, EndB = run.EndB, Likeness = equal };
                continue;
            }

            equal = run.Length;
            blocks.Add(new(run.A, run.EndA, run.B, run.EndB, equal, false) { IsVerbatim = true });
        }

        return blocks;
    }
}
