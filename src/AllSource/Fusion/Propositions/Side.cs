using AllSource.Claims;
using AllSource.Lineage.Origins;

namespace AllSource.Fusion.Propositions;

/// <summary>
/// On which side of another a statement stands by its words: 1 with it, -1 against it, 0 neither, and why not with it.
/// What denies a part of the other, or leaves it open, never speaks for it.
/// </summary>
internal static class Side
{
    private const double OpposedShare = .5;

    /// <summary>"No guard slept": what is denied is a good part of what they share.</summary>
    private const double DeniedShare = .4;

    private const double OpenShare = .5;

    /// <summary>With the act of who says it: a denial of what is denied affirms it.</summary>
    public static (int Sign, string Why) Of(
        Act act, Statement said, Statement other, (double Shared, double Opposed, double Open, int Words) common,
        StatementIndex index)
    {
        var sign = PropositionBuilder.SignOf(act);
        if (sign > 0 && common.Open > common.Shared * OpenShare) return (0, "; one of the two leaves it open");
        var (turn, why) = Turn(said, other, common, index);
        return (sign * turn, why);
    }

    private static (int Turn, string Why) Turn(
        Statement said, Statement other, (double Shared, double Opposed, double Open, int Words) common,
        StatementIndex index)
    {
        if (Statement.AreOpposed(said, other)) return (-1, "; one says the contrary of the other");
        var both = Statement.Shared(said, other).Any(s => s.A.Negated && s.B.Negated);
        if (!both && common.Opposed > common.Shared * OpposedShare) return (-1, "; one of the two negates it");
        var denied = Statement.Shared(said, other).Where(s => Statement.AreContrary(s.A, s.B))
            .Sum(s => index.Weight(s.A));
        return denied <= 0 ? (1, "") : denied >= common.Shared * DeniedShare ? (-1, "; one of the two negates it")
            : (0, "; one of the two denies a part of it");
    }
}
