using AllSource.Claims;
using AllSource.Kernel;

namespace AllSource.Fusion.Propositions;

/// <summary>
/// "Officials told the outlet that the minister had said" is one voice: where two claims of one report say the same
/// words on the same side, the outer one counts, because it alone is there to vouch for both. Somebody who confirms is
/// a voice of its own.
/// </summary>
internal static class OneVoice
{
    /// <summary>
    /// The share of the shorter content that must stand in the other for the two to be the same words.
    /// </summary>
    private const double SameWordsMin = .8;

    public static List<PropositionClaim> Of(
        IReadOnlyList<PropositionClaim> all, IReadOnlyDictionary<ClaimId, Claim> claims) =>
        [.. all.Select(inner => inner.Counts && all.Any(outer => Holds(outer, inner, claims))
            ? inner with { Counts = false,
                Why = $"{inner.Why}; it stands in the words of another claim here: one voice" }
            : inner)];

    private static bool Holds(
        PropositionClaim outer, PropositionClaim inner, IReadOnlyDictionary<ClaimId, Claim> claims)
    {
        if (outer.Report != inner.Report || outer.Claim == inner.Claim || !outer.Counts || outer.Stance != inner.Stance)
        {
            return false;
        }

        var (around, within) = (claims[outer.Claim].Said, claims[inner.Claim].Said);
        if (around.Act == Act.Affirm || within.Act == Act.Affirm) return false;
        var (longer, shorter) = (Length(around), Length(within));
        var shared = around.Content.Sum(a => within.Content.Sum(a.OverlapWith));
        if (shared == 0 || shared < SameWordsMin * Math.Min(longer, shorter)) return false;
        return longer != shorter ? longer > shorter : First(around).CompareTo(First(within)) > 0;
    }

    private static int Length(Attribution said) => said.Content.Sum(c => c.Length);

    private static TextSpan First(Attribution said) => said.Cue.Concat(said.Content).FirstOrDefault();
}
