using AllSource.Claims;

namespace AllSource.Fusion.Propositions;

/// <summary>
/// "Officials told the outlet that the minister had said" is one voice: where a claim and the claim in whose words it stands speak
/// of the same proposition on the same side, the outer one counts, because it alone is there to vouch for both.
/// </summary>
internal static class OneVoice
{
    public static List<PropositionClaim> Of(
        IReadOnlyList<PropositionClaim> all, IReadOnlyDictionary<ClaimId, Claim> claims) =>
        [.. all.Select(inner => inner.Counts && all.Any(outer => Holds(outer, inner, claims))
            ? inner with { Counts = false, Why = $"{inner.Why}; it stands in the words of another claim here: one voice" }
            : inner)];

    private static bool Holds(
        PropositionClaim outer, PropositionClaim inner, IReadOnlyDictionary<ClaimId, Claim> claims)
    {
        if (outer.Report != inner.Report || outer.Claim == inner.Claim || !outer.Counts || outer.Stance != inner.Stance)
        {
            return false;
        }

        var (around, within) = (claims[outer.Claim].Said, claims[inner.Claim].Said);
        return !within.Cue.IsEmpty && within.Cue.All(cue => around.Content.Any(content => content.Contains(cue)))
            && !around.Cue.Any(cue => within.Content.Any(content => content.Contains(cue)));
    }
}
