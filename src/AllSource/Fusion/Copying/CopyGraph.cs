using AllSource.Fusion.Tables;

namespace AllSource.Fusion.Copying;

/// <summary>
/// An inferred habit: a source takes a share of its claims (<paramref name="Rate"/>) from another.
/// <paramref name="Exists"/> is the probability of a link among the explanations that rival for this copier,
/// <paramref name="Direction"/> the probability of this direction given a link, <paramref name="Gain"/> the
/// log-likelihood ratio, <paramref name="Meeting"/> how many times oftener than others the two meet without copying.
/// </summary>
internal readonly record struct CopyHabit(
    int Copier, int Original, double Rate, double Exists, double Direction, int Shared, double Gain, double Meeting)
{
    public double Probability => Exists * Direction;

    /// <summary>
    /// Where the direction is open both edges stand whole: the forest forbids the circle, so nothing is counted twice.
    /// </summary>
    public double Strength => Direction <= 0 ? 0 : Rate * Exists * (Direction >= .5 ? 1 : Direction / (1 - Direction));
}

/// <summary>All inferred habits, by copier, and what they mean claim by claim.</summary>
internal sealed class CopyGraph
{
    private const int HabitsAPart = 512;

    private Coverage _coverage = null!;
    private Func<CopyHabit, int, double> _lift = (_, _) => 1;

    private CopyGraph(ClaimTable table, CopyHabit[] habits)
    {
        Habits = habits;
        Own = new double[table.Sources.Length];
        Array.Fill(Own, 1);
        foreach (var h in habits) Own[h.Copier] -= h.Strength;
        for (var s = 0; s < Own.Length; s++) Own[s] = Math.Max(Own[s], .02);
    }

    public CopyHabit[] Habits { get; }

    /// <summary>Share of its claims that a source sees for itself.</summary>
    public double[] Own { get; }

    /// <summary>Edges between claims of one group, sorted by copier's claim; both ends are claim numbers.</summary>
    public ForestEdge[] Edges { get; private set; } = [];

    /// <summary>How much likelier a claim on an object is for one who reads the original.</summary>
    public double Lift(in CopyHabit h, int o) => _lift(h, o);

    /// <summary>The first edge whose copier's claim is this one or later.</summary>
    public int FirstEdge(int claim)
    {
        var (low, high) = (0, Edges.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Edges[middle].Copier < claim) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    /// <summary>The same habits among the sources of a part of the table.</summary>
    /// <param name="table">The part.</param>
    /// <param name="all">Habits of the whole.</param>
    /// <param name="number">For each source of the part its number in the whole; negative when it is new.</param>
    public CopyGraph Part(ClaimTable table, CopyHabit[] all, int[] number)
    {
        var inPart = new Dictionary<int, int>();
        for (var s = 0; s < number.Length; s++) inPart[number[s]] = s;
        var habits = all.Where(h => inPart.ContainsKey(h.Copier) && inPart.ContainsKey(h.Original))
            .Select(h => h with { Copier = inPart[h.Copier], Original = inPart[h.Original] });
        var part = Of(table, [.. habits], (h, o) =>
            _coverage.Lift(number[h.Copier], number[h.Original], table.ClaimsOn(o), h.Meeting));
        // What a source sees itself depends on all its habits, of which some originals may lie outside the part.
        for (var s = 0; s < number.Length; s++)
        {
            if (number[s] >= 0) part.Own[s] = Own[number[s]];
        }

        for (var k = 0; k < all.Length; k++)
        {
            if (all[k] != Habits[k] && inPart.TryGetValue(all[k].Copier, out var s))
                part.Own[s] = Math.Clamp(part.Own[s] + Habits[k].Strength - all[k].Strength, .02, 1);
        }

        return part;
    }

    public static CopyGraph Of(ClaimTable table, CopyHabit[] habits, Coverage coverage) =>
        Of(table, habits, (h, o) => coverage.Lift(h.Copier, h.Original, table.ClaimsOn(o), h.Meeting), coverage);

    private static CopyGraph Of(ClaimTable table, CopyHabit[] habits, Func<CopyHabit, int, double> lift,
        Coverage? coverage = null)
    {
        var graph = new CopyGraph(table, habits) { _coverage = coverage!, _lift = lift };
        var parts = new List<ForestEdge>[(habits.Length + HabitsAPart - 1) / HabitsAPart];
        Parallel.For(0, parts.Length, part =>
        {
            parts[part] = [];
            foreach (var h in habits.AsSpan()[(part * HabitsAPart)..Math.Min(habits.Length, (part + 1) * HabitsAPart)])
            {
                if (h.Strength < 1e-3) continue;
                foreach (var (mine, theirs) in table.SharedClaims(h.Copier, h.Original))
                {
                    if (table.From.Count > 0 && DeclaredLineage.Saw(table, mine)) continue;
                    if (!table.MayRepeat(mine, theirs)) continue;
                    var o = table.ObjectOfGroup[table.GroupOfClaim[mine]];
                    parts[part].Add(new(mine, theirs, h.Strength * lift(h, o)));
                }
            }
        });
        graph.Edges = ByCopier([.. parts.SelectMany(part => part)], table.ClaimCount);
        return graph;
    }

    /// <summary>Sorted by counting, and those of one claim by their original.</summary>
    private static ForestEdge[] ByCopier(List<ForestEdge> edges, int claims)
    {
        var start = new int[claims + 1];
        foreach (var e in edges) start[e.Copier + 1]++;
        for (var c = 0; c < claims; c++) start[c + 1] += start[c];
        var sorted = new ForestEdge[edges.Count];
        foreach (var e in edges) sorted[start[e.Copier]++] = e;
        for (var i = 1; i < sorted.Length; i++)
        {
            var e = sorted[i];
            var k = i;
            for (; k > 0 && sorted[k - 1].Copier == e.Copier && sorted[k - 1].Original > e.Original; k--)
                sorted[k] = sorted[k - 1];
            sorted[k] = e;
        }

        return sorted;
    }
}
