using System.Collections.Immutable;
using System.Runtime.InteropServices;
using AllSource.Kernel;

namespace AllSource.Lineage;

/// <summary>
/// Marks passages of two reports that an earlier third holds as well, at least as near to each as they are to each
/// other. Such an edge proves no copying between the two.
/// </summary>
public static class CommonSources
{
    /// <summary>Thirds looked at for one passage. The attack: ten thousand reports that share one sentence.</summary>
    private const int ThirdsMax = 12;
    private const double CoveredMin = .9;

    /// <summary>The same passages in the same order, those marked that an earlier third explains.</summary>
    public static ImmutableArray<Passage> Mark(
        IReadOnlyList<Passage> passages, IReadOnlyList<LineageDocument> reports)
    {
        var graph = new SharedText(passages, reports);
        var marked = new Passage[passages.Count];
        for (var p = 0; p < marked.Length; p++)
        {
            var passage = passages[p];
            marked[p] = ThirdOf(graph, passage, p) is not { } third ? passage : passage with
            {
                Edge = EdgeKind.CommonSource,
                CommonSource = third,
                EdgeWhy = $"{third} is earlier and holds it",
            };
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(marked);
    }

    private static string? ThirdOf(SharedText graph, Passage passage, int number)
    {
        if (passage.Edge == EdgeKind.Quotation) return null; // it says itself whom it quotes
        var (a, b) = graph.PairOf(number);
        if (!graph.IsDated(a) || !graph.IsDated(b)) return null;
        var isFewer = graph.BesideOf(a).Length <= graph.BesideOf(b).Length;
        var (few, many) = isFewer ? (a, b) : (b, a);
        var looked = 0;
        var best = -1;
        foreach (var third in graph.BesideOf(few))
        {
            if (third == many || !graph.IsBefore(third, a) || !graph.IsBefore(third, b)) continue;
            if (++looked > ThirdsMax) break;
            var edits = passage.Edits.Length;
            var isHeld = Holds(graph, third, a, passage.ASpan, edits) && Holds(graph, third, b, passage.BSpan, edits);
            if (isHeld && (best < 0 || graph.IsBefore(third, best))) best = third;
        }

        return best < 0 ? null : graph.IdOf(best);
    }

    private static bool Holds(SharedText graph, int third, int one, TextSpan span, int edits)
    {
        foreach (var q in graph.Of(third, one))
        {
            var theirs = third < one ? q.BSpan : q.ASpan;
            if (q.Edits.Length <= edits && theirs.OverlapWith(span) >= CoveredMin * span.Length) return true;
        }

        return false;
    }
}
