using AllSource.Kernel;

namespace AllSource.Lineage;

/// <summary>Where a passage begins and ends beyond its words: marks that both texts have there belong to it.</summary>
internal static class SpanEnds
{
    private const int MarksMax = 3;

    /// <summary>
    /// Takes in the marks that stand, the same on both sides, right after the last words (full stop, bracket).
    /// </summary>
    public static (TextSpan A, TextSpan B) Widen(string a, TextSpan inA, string b, TextSpan inB)
    {
        var endA = inA.End;
        var endB = inB.End;
        for (var n = 0; n < MarksMax && endA < a.Length && endB < b.Length; n++)
        {
            if (a[endA] != b[endB] || !IsMark(a[endA])) break;
            endA++;
            endB++;
        }

        return (new(inA.Start, endA), new(inB.Start, endB));
    }

    private static bool IsMark(char c) => c is '.' or '!' or '?' or ',' or ';' or ':' or ')' or '…';
}
