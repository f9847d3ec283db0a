using System.Runtime.Intrinsics;
using AllSource.Lineage.Reading;

namespace AllSource.Lineage.Alignment;

/// <summary>Grows runs: word for word, and over small edits and ellipses beyond their ends.</summary>
internal static class RunGrower
{
    private const int Edit = LocalAligner.EditWordsMax;
    private const int LanesMask = (1 << (Edit + 1)) - 1; // lanes of eight words that a band of the edit's width has

    /// <summary>The longest run of equal words around two that are compared.</summary>
    public static Run Exact(in WordRow a, in WordRow b, int atA, int atB)
    {
        var back = 0;
        var backMax = Math.Min(atA, atB);
        while (back < backMax && a.Codes[atA - back - 1] == b.Codes[atB - back - 1]) back++;
        var forth = a.Codes[atA..].CommonPrefixLength(b.Codes[atB..]);
        return new(atA - back, atB - back, back + forth);
    }

    public static void Right(in WordRow a, in WordRow b, RunChains chains, int chain)
    {
        while (true)
        {
            var last = chains.LastOf(chain);
            if (!FindNext(a, b, last.EndA, last.EndB, 1, out var next) || IsInterrupted(a, b, last, next)) return;
            chains.Append(chain, next);
        }
    }

    public static void Left(in WordRow a, in WordRow b, RunChains chains, int chain)
    {
        while (true)
        {
            var first = chains.FirstOf(chain);
            if (!FindNext(a, b, first.A - 1, first.B - 1, -1, out var next)
                || IsInterrupted(a, b, next, first)) return;
            chains.Prepend(chain, next);
        }
    }

    /// <summary>
    /// True when whole lines stand between the runs on one side only, or a paragraph of its own on one: an answer
    /// between the lines, not an edit.
    /// </summary>
    public static bool IsInterrupted(in WordRow a, in WordRow b, in Run last, in Run next) =>
        (next.B == last.EndB && a.IsWholeLines(last.EndA, next.A))
            || (next.A == last.EndA && b.IsWholeLines(last.EndB, next.B))
            || a.IsWholeParagraph(last.EndA, next.A) != b.IsWholeParagraph(last.EndB, next.B);

    /// <summary>
    /// The nearest run beyond a small edit, going right (step 1) or left (-1) from the first unequal pair of words.
    /// </summary>
    private static bool FindNext(in WordRow a, in WordRow b, int fromA, int fromB, int step, out Run run)
    {
        run = default;
        var outsideA = step > 0 ? fromA >= a.Count : fromA < 0;
        var outsideB = step > 0 ? fromB >= b.Count : fromB < 0;
        if (outsideA || outsideB) return false;
        var equal = EqualWords(a.Codes, b.Codes, fromA, fromB, step);
        for (var skip = 1; equal != 0 && skip <= 2 * Edit; skip++)
        {
            for (var inA = Math.Max(0, skip - Edit); inA <= Math.Min(skip, Edit); inA++)
            {
                if ((equal >> ((8 * inA) + skip - inA) & 1) == 0) continue;
                if (IsRun(a, b, fromA + (step * inA), fromB + (step * (skip - inA)), step, skip, out run)) return true;
            }
        }

        return CutNear(a, fromA, step) ? BeyondCut(a, b, fromA, fromB, step, cutInA: true, out run)
            : CutNear(b, fromB, step) && BeyondCut(a, b, fromA, fromB, step, cutInA: false, out run);
    }

    /// <summary>
    /// Bit 8 i + j is set when the word i steps on in the first text is the word j steps on in the second, for all of a
    /// band but the pair where it begins.
    /// </summary>
    private static ulong EqualWords(
        ReadOnlySpan<uint> a, ReadOnlySpan<uint> b, int fromA, int fromB, int step)
    {
        const int Lanes = 8;
        Vector256<uint> near;
        var there = LanesMask;
        if (step > 0 && fromB + Lanes <= b.Length)
        {
            near = Vector256.LoadUnsafe(in b[fromB]);
        }
        else if (step < 0 && fromB >= Lanes - 1)
        {
            near = Vector256.Shuffle(Vector256.LoadUnsafe(in b[fromB - Lanes + 1]),
                Vector256.Create(7u, 6, 5, 4, 3, 2, 1, 0));
        }
        else
        {
            Span<uint> few = stackalloc uint[Lanes];
            few.Clear();
            there = 0;
            for (var lane = 0; lane <= Edit; lane++)
            {
                var at = fromB + (step * lane);
                if (at < 0 || at >= b.Length) break;
                few[lane] = b[at];
                there |= 1 << lane;
            }

            near = Vector256.LoadUnsafe(in few[0]);
        }

        var equal = 0UL;
        for (var inA = 0; inA <= Edit; inA++)
        {
            var at = fromA + (step * inA);
            if ((uint)at >= (uint)a.Length) break;
            var same = Vector256.Equals(near, Vector256.Create(a[at])).ExtractMostSignificantBits();
            equal |= (ulong)(same & (uint)there) << (8 * inA);
        }

        return equal & ~1UL;
    }

    private static bool CutNear(in WordRow words, int from, int step) =>
        step > 0 ? words.IsCut(from, from) : words.IsCut(from + 1, from + 1);

    /// <summary>
    /// An ellipsis stands for many words: the run begins right behind it on its side, and somewhere on the other.
    /// </summary>
    private static bool BeyondCut(
        in WordRow a, in WordRow b, int fromA, int fromB, int step, bool cutInA, out Run run)
    {
        for (var left = 0; left <= LocalAligner.EllipsisWordsMax; left++)
        {
            var atA = cutInA ? fromA : fromA + (step * left);
            var atB = cutInA ? fromB + (step * left) : fromB;
            if (IsRun(a, b, atA, atB, step, 2, out run)) return true;
        }

        run = default;
        return false;
    }

    /// <summary>
    /// The run that begins here, when it is long or telling enough for what was skipped, or fills a quotation to its
    /// end.
    /// </summary>
    private static bool IsRun(in WordRow a, in WordRow b, int atA, int atB, int step, int skip, out Run run)
    {
        var length = 0;
        var telling = 0;
        while ((uint)atA < (uint)a.Codes.Length && (uint)atB < (uint)b.Codes.Length && a.Codes[atA] == b.Codes[atB])
        {
            if (!a.Has(atA, WordMarks.Common)) telling++;
            length++;
            atA += step;
            atB += step;
        }

        run = step > 0 ? new(atA - length, atB - length, length) : new(atA + 1, atB + 1, length);
        if (length == 0) return false;
        return length + telling >= 3 + (skip / 2)
            || ((telling > 0 || length > 1) && (a.EndsQuotation(atA, step) || b.EndsQuotation(atB, step)));
    }
}
