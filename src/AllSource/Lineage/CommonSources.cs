using System.Collections.Immutable;
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
        var byId = new Dictionary<string, LineageDocument>(StringComparer.Ordinal);
        foreach (var report in reports) byId.TryAdd(report.Id, report);
        return [.. Marked(passages, id => byId[id])];
    }

    private static IEnumerable<Passage> Marked(
        IReadOnlyList<Passage> passages, Func<string, LineageDocument> documents)
    {
        var byPair = new Dictionary<(string, string), List<Passage>>();
        var ofDocument = new Dictionary<string, SortedSet<string>>(StringComparer.Ordinal);
        foreach (var p in passages)
        {
            if (!byPair.TryGetValue((p.A, p.B), out var list)) byPair[(p.A, p.B)] = list = [];
            list.Add(p);
            Know(p.A, p.B);
            Know(p.B, p.A);
        }

        return passages.Select(p => ThirdOf(p) is not { } third ? p : p with
        {
            Edge = EdgeKind.CommonSource,
            CommonSource = third,
            EdgeWhy = $"{third} is earlier and holds it",
        });

        void Know(string one, string other)
        {
            if (!ofDocument.TryGetValue(one, out var set)) ofDocument[one] = set = new(StringComparer.Ordinal);
            set.Add(other);
        }

        string? ThirdOf(Passage p)
        {
            if (p.Edge == EdgeKind.Quotation) return null; // it says itself whom it quotes
            if (documents(p.A).Published is not { } timeA || documents(p.B).Published is not { } timeB) return null;
            var (few, many) = ofDocument[p.A].Count <= ofDocument[p.B].Count ? (p.A, p.B) : (p.B, p.A);
            var looked = 0;
            string? best = null;
            foreach (var third in ofDocument[few])
            {
                if (third == many || documents(third).Published is not { } time) continue;
                if (!time.IsSurelyBefore(timeA) || !time.IsSurelyBefore(timeB)) continue;
                if (++looked > ThirdsMax) break;
                var edits = p.Edits.Length;
                if (!Holds(third, p.A, p.ASpan, edits) || !Holds(third, p.B, p.BSpan, edits)) continue;
                if (best is null || time.IsSurelyBefore(documents(best).Published!)) best = third;
            }

            return best;
        }

        bool Holds(string third, string one, TextSpan span, int edits)
        {
            var isFirst = string.CompareOrdinal(third, one) < 0;
            if (!byPair.TryGetValue(isFirst ? (third, one) : (one, third), out var list)) return false;
            return list.Exists(q => q.Edits.Length <= edits
                && (isFirst ? q.BSpan : q.ASpan).OverlapWith(span) >= CoveredMin * span.Length);
        }
    }
}
