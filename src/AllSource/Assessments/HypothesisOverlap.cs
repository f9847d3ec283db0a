using System.Collections.Immutable;
using AllSource.Lineage.Origins;

namespace AllSource.Assessments;

/// <summary>
/// Finds hypotheses that can hold together because one says all that the other says: probabilities over them would not
/// add up to one. Only words are looked at; two that say the contrary, or give other numbers, do not overlap.
/// </summary>
public static class HypothesisOverlap
{
    /// <summary>The share of the shorter one's words, by weight, that the longer one must have.</summary>
    private const double SameWordsMin = .9;

    /// <summary>Pairs by place in the list, the earlier first.</summary>
    public static ImmutableArray<(int Earlier, int Later)> Find(IReadOnlyList<string> texts)
    {
        var said = texts.Select(Statement.Of).ToList();
        return
        [
            .. from later in Enumerable.Range(0, texts.Count)
               from earlier in Enumerable.Range(0, later)
               where Overlap(said[earlier], said[later])
               select (earlier, later),
        ];
    }

    private static bool Overlap(Statement a, Statement b)
    {
        if (a.Words.IsEmpty || b.Words.IsEmpty) return false;
        return Statement.Containment(a, b) >= SameWordsMin && Statement.RivalUnit(a, b) is null
            && Statement.Shared(a, b).All(s => s.A.Turned == s.B.Turned)
            && IsDenying(a) == IsDenying(b);
    }

    private static bool IsDenying(Statement s) => s.Words.Any(w => w.Negated);
}
