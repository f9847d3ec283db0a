using AllSource.Lineage.Reading;
using AllSource.Lineage.Seeds;

namespace AllSource.Lineage.Alignment;

/// <summary>
/// Grows seeds of two texts into runs of equal words, and chains runs across small edits: a changed, inserted or
/// dropped word, a bracket, an ellipsis. Work is bounded by the seeds and by a band of <see cref="EditWordsMax"/> words
/// around each end. Chains lie in flat memory that the next pair uses again: most of them are never shown.
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

    /// <summary>Chains looked back at for one that a run goes on.</summary>
    private const int OpenChains = 8;

    private readonly RunChains _chains = new();
    private ulong[] _order = new ulong[64];
    private Run[] _runs = new Run[64];
    private int _runCount;

    /// <summary>
    /// Chains of runs, each ascending on both sides. Hits must all be of these two texts; the chains are good until the
    /// next call.
    /// </summary>
    public RunChains Align(Words first, Words second, ReadOnlySpan<SeedHit> hits)
    {
        var a = new WordRow(first);
        var b = new WordRow(second);
        _chains.Clear();
        Extend(a, b, hits);
        var runs = _runs.AsSpan(0, _runCount);
        if (runs.Length > 1) runs.Sort(static (x, y) => x.A != y.A ? x.A.CompareTo(y.A) : x.B.CompareTo(y.B));
        foreach (ref readonly var run in runs) Join(a, b, run);
        for (var c = 0; c < _chains.Count; c++)
        {
            var run = _chains.FirstOf(c);
            var isAlone = run == _chains.LastOf(c) && run.Length < SeedPicker.GramWords + 1;
            if (isAlone && !a.Has(run.A, WordMarks.Quoted) && !b.Has(run.B, WordMarks.Quoted)) continue;
            RunGrower.Right(a, b, _chains, c);
            RunGrower.Left(a, b, _chains, c);
        }

        return _chains;
    }

    private void Extend(in WordRow a, in WordRow b, ReadOnlySpan<SeedHit> hits)
    {
        if (_order.Length < hits.Length)
        {
            _order = new ulong[2 * hits.Length];
            _runs = new Run[2 * hits.Length];
        }

        var order = _order.AsSpan(0, hits.Length);
        for (var h = 0; h < hits.Length; h++)
        {
            ref readonly var hit = ref hits[h];
            order[h] = ((ulong)(uint)(hit.Word - hit.OwnWord + int.MaxValue) << 32) | (uint)hit.Word;
        }

        if (order.Length > 1) order.Sort();
        _runCount = 0;
        var work = WorkPerWord * ((long)a.Count + b.Count);
        var diagonal = ulong.MaxValue;
        var end = 0;
        foreach (var place in order)
        {
            var word = (int)(uint)place;
            if (place >> 32 == diagonal && word < end) continue;
            var run = RunGrower.Exact(a, b, word, word - ((int)(place >> 32) - int.MaxValue));
            if (run.Length < SeedPicker.GramWords) continue; // another gram under the same key
            if ((work -= run.Length) < 0) break;
            diagonal = place >> 32;
            end = run.EndA;
            _runs[_runCount++] = run;
        }
    }

    private void Join(in WordRow a, in WordRow b, in Run run)
    {
        for (var c = _chains.Count - 1; c >= 0 && c >= _chains.Count - OpenChains; c--)
        {
            var last = _chains.LastOf(c);
            if (run.A >= last.A && run.EndA <= last.EndA && run.B >= last.B && run.EndB <= last.EndB) return;
            var overlap = Math.Max(0, Math.Max(last.EndA - run.A, last.EndB - run.B));
            if (overlap >= run.Length - 1 || run.A < last.A || run.B < last.B) continue;
            var cut = new Run(run.A + overlap, run.B + overlap, run.Length - overlap);
            if (!MayFollow(a, b, last, cut)) continue;
            _chains.Append(c, cut);
            return;
        }

        _chains.Begin(run);
    }

    private static bool MayFollow(in WordRow a, in WordRow b, in Run last, in Run next)
    {
        var gapA = next.A - last.EndA;
        var gapB = next.B - last.EndB;
        if (RunGrower.IsInterrupted(a, b, last, next)) return false;
        var less = Math.Min(last.Length, next.Length);
        var most = Math.Max(EditWordsMax, Math.Min(less, 20));
        var isEdit = Math.Abs(gapA - gapB) <= EditWordsMax;
        if (gapA <= most && gapB <= most && isEdit) return true;
        return (gapA <= EditWordsMax && gapB <= EllipsisWordsMax && a.IsCut(last.EndA, next.A))
            || (gapB <= EditWordsMax && gapA <= EllipsisWordsMax && b.IsCut(last.EndB, next.B));
    }
}
