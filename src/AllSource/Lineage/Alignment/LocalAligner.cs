using AllSource.Lineage.Reading;
using AllSource.Lineage.Seeds;

namespace AllSource.Lineage.Alignment;

/// <summary>Words A.. and B.. that are the same, one by one.</summary>
internal readonly record struct Run(int A, int B, int Length)
{
    public int EndA => A + Length;

    public int EndB => B + Length;
}

/// <summary>
/// Grows seeds of two texts into runs of equal words, and chains runs across small edits: a changed, inserted or
/// dropped word, a
/// bracket, an ellipsis. Work is bounded by the seeds and by a band of <see cref="EditWordsMax"/> words around each
/// end.
/// </summary>
internal sealed class LocalAligner
{
    /// <summary>The most words on one side of an edit between two runs.</summary>
    public const int EditWordsMax = 6;

    /// <summary>The most words that an ellipsis may stand for.</summary>
    public const int EllipsisWordsMax = 30;

    /// <summary>
    /// Words compared for one pair, by the words that it has. The attack: a text that repeats itself on every diagonal.
    /// </summary>
    private const int WorkPerWord = 16;

    private readonly List<ulong> _order = [];
    private readonly List<Run> _runs = [];
    private readonly List<List<Run>> _chains = [];

    /// <summary>
    /// Chains of runs, each ascending on both sides. Hits must all be of these two texts; the lists are used again.
    /// </summary>
    public List<List<Run>> Align(Words a, Words b, ReadOnlySpan<SeedHit> hits)
    {
        _runs.Clear();
        _chains.Clear();
        Extend(a, b, hits);
        _runs.Sort(static (x, y) => x.A != y.A ? x.A.CompareTo(y.A) : x.B.CompareTo(y.B));
        foreach (var run in _runs) Join(a, b, run);
        foreach (var chain in _chains)
        {
            if (chain.Count == 1 && chain[0].Length < SeedPicker.GramWords + 1 && !a.Has(chain[0].A, WordMarks.Quoted)
                && !b.Has(chain[0].B, WordMarks.Quoted))
            {
                continue; // three words alone: not worth looking around
            }

            GrowRight(a, b, chain);
            GrowLeft(a, b, chain);
        }

        return _chains;
    }

    private void Extend(Words a, Words b, ReadOnlySpan<SeedHit> hits)
    {
        _order.Clear();
        foreach (ref readonly var hit in hits)
        {
            _order.Add(((ulong)(uint)(hit.Word - hit.OwnWord + int.MaxValue) << 32) | (uint)hit.Word);
        }

        _order.Sort();
        var work = WorkPerWord * ((long)a.Count + b.Count);
        var diagonal = ulong.MaxValue;
        var end = 0;
        foreach (var place in _order)
        {
            var word = (int)(uint)place;
            if (place >> 32 == diagonal && word < end) continue;
            var run = Exact(a, b, word, word - ((int)(place >> 32) - int.MaxValue));
            if (run.Length < SeedPicker.GramWords) continue; // another gram under the same key
            if ((work -= run.Length) < 0) break;
            diagonal = place >> 32;
            end = run.EndA;
            _runs.Add(run);
        }
    }

    private static Run Exact(Words a, Words b, int atA, int atB)
    {
        var back = 0;
        while (atA - back > 0 && atB - back > 0 && a.Codes[atA - back - 1] == b.Codes[atB - back - 1]) back++;
        var forth = 0;
        while (atA + forth < a.Count && atB + forth < b.Count && a.Codes[atA + forth] == b.Codes[atB + forth]) forth++;
        return new(atA - back, atB - back, back + forth);
    }

    private void Join(Words a, Words b, Run run)
    {
        for (var c = _chains.Count - 1; c >= 0 && c >= _chains.Count - 8; c--)
        {
            var chain = _chains[c];
            var last = chain[^1];
            if (run.A >= last.A && run.EndA <= last.EndA && run.B >= last.B && run.EndB <= last.EndB) return;
            var overlap = Math.Max(0, Math.Max(last.EndA - run.A, last.EndB - run.B));
            if (overlap >= run.Length - 1 || run.A < last.A || run.B < last.B) continue;
            var cut = new Run(run.A + overlap, run.B + overlap, run.Length - overlap);
            if (!MayFollow(a, b, last, cut)) continue;
            chain.Add(cut);
            return;
        }

        _chains.Add([run]);
    }

    private static bool MayFollow(Words a, Words b, Run last, Run next)
    {
        var gapA = next.A - last.EndA;
        var gapB = next.B - last.EndB;
        if (IsInterrupted(a, b, last, next)) return false;
        var less = Math.Min(last.Length, next.Length);
        var most = Math.Max(EditWordsMax, Math.Min(less, 20));
        var isEdit = Math.Abs(gapA - gapB) <= EditWordsMax;
        if (gapA <= most && gapB <= most && isEdit) return true;
        return (gapA <= EditWordsMax && gapB <= EllipsisWordsMax && IsCut(a, last.EndA, next.A))
            || (gapB <= EditWordsMax && gapA <= EllipsisWordsMax && IsCut(b, last.EndB, next.B));
    }

    /// <summary>
    /// True when an ellipsis or a bracket stands in [from, to] of the text: the writer says that something is left out.
    /// </summary>
    private static bool IsCut(Words words, int from, int to)
    {
        for (var w = from; w <= to && w < words.Count; w++)
        {
            if (words.Has(w, WordMarks.AfterEllipsis)) return true;
        }

        return false;
    }

    /// <summary>
    /// True when whole lines stand between the runs on one side only: an answer between the lines, not an edit.
    /// </summary>
    private static bool IsInterrupted(Words a, Words b, Run last, Run next) =>
        (next.B == last.EndB && IsWholeLines(a, last.EndA, next.A))
            || (next.A == last.EndA && IsWholeLines(b, last.EndB, next.B));

    private static bool IsWholeLines(Words words, int from, int to) =>
        from < to && words.Has(from, WordMarks.LineStart) && words.Has(to, WordMarks.LineStart);

    private static void GrowRight(Words a, Words b, List<Run> chain)
    {
        while (true)
        {
            var last = chain[^1];
            if (FindNext(a, b, last.EndA, last.EndB, 1) is not { } next || IsInterrupted(a, b, last, next)) return;
            chain.Add(next);
        }
    }

    private static void GrowLeft(Words a, Words b, List<Run> chain)
    {
        while (true)
        {
            var first = chain[0];
            if (FindNext(a, b, first.A - 1, first.B - 1, -1) is not { } next
                || IsInterrupted(a, b, next, first)) return;
            chain.Insert(0, next);
        }
    }

    /// <summary>
    /// The nearest run beyond a small edit, going right (step 1) or left (-1) from the first unequal pair of words.
    /// </summary>
    private static Run? FindNext(Words a, Words b, int fromA, int fromB, int step)
    {
        var outsideA = step > 0 ? fromA >= a.Count : fromA < 0;
        var outsideB = step > 0 ? fromB >= b.Count : fromB < 0;
        if (outsideA || outsideB) return null;
        for (var skip = 1; skip <= 2 * EditWordsMax; skip++)
        {
            for (var inA = Math.Max(0, skip - EditWordsMax); inA <= Math.Min(skip, EditWordsMax); inA++)
            {
                if (RunAt(a, b, fromA + (step * inA), fromB + (step * (skip - inA)), step, skip) is { } run) return run;
            }
        }

        return CutNear(a, fromA, step) ? BeyondCut(a, b, fromA, fromB, step, cutInA: true)
            : CutNear(b, fromB, step) ? BeyondCut(a, b, fromA, fromB, step, cutInA: false)
            : null;
    }

    private static bool CutNear(Words words, int from, int step) =>
        step > 0 ? IsCut(words, from, from) : IsCut(words, from + 1, from + 1);

    /// <summary>
    /// An ellipsis stands for many words: the run begins right behind it on its side, and somewhere on the other.
    /// </summary>
    private static Run? BeyondCut(Words a, Words b, int fromA, int fromB, int step, bool cutInA)
    {
        for (var left = 0; left <= EllipsisWordsMax; left++)
        {
            var atA = cutInA ? fromA : fromA + (step * left);
            var atB = cutInA ? fromB + (step * left) : fromB;
            if (RunAt(a, b, atA, atB, step, 2) is { } run) return run;
        }

        return null;
    }

    /// <summary>
    /// The run that begins here, when it is long or telling enough for what was skipped, or fills a quotation to its
    /// end.
    /// </summary>
    private static Run? RunAt(Words a, Words b, int atA, int atB, int step, int skip)
    {
        var length = 0;
        var telling = 0;
        while (atA >= 0 && atB >= 0 && atA < a.Count && atB < b.Count && a.Codes[atA] == b.Codes[atB])
        {
            if (!a.Has(atA, WordMarks.Common)) telling++;
            length++;
            atA += step;
            atB += step;
        }

        if (length == 0) return null;
        var fills = telling > 0 && (EndsQuotation(a, atA, step) || EndsQuotation(b, atB, step));
        if (length + telling < 3 + (skip / 2) && !fills) return null;
        return step > 0 ? new(atA - length, atB - length, length) : new(atA + 1, atB + 1, length);
    }

    /// <summary>
    /// True when the word before this one, in the direction of the step, was the last of a quotation.
    /// </summary>
    private static bool EndsQuotation(Words words, int at, int step) =>
        words.Has(at - step, WordMarks.Quoted) && (at < 0 || at >= words.Count || !words.Has(at, WordMarks.Quoted));
}
