using System.Collections.Immutable;
using Member = AllSource.Fusion.Propositions.PropositionBuilder.Member;

namespace AllSource.Fusion.Propositions;

/// <summary>
/// Statements that are one proposition, earliest first, before anything in it is counted; with the words that an
/// analyst gave it (null for those of its first statement) and a sentence for every edit that shaped it.
/// </summary>
internal sealed record PropositionGroup(ImmutableArray<Member> Members, string? Text, ImmutableArray<string> Edits)
{
    public static PropositionGroup Of(IEnumerable<Member> members) => new([.. members], null, []);

    /// <summary>
    /// Members in their order with every side told anew against the words of the first: what stood against the old
    /// first statement's words stands for the new one's where that one stood against them too.
    /// </summary>
    /// <param name="ordered">At least one, earliest first.</param>
    public static ImmutableArray<Member> Based(IReadOnlyList<Member> ordered)
    {
        var first = ordered[0];
        var act = PropositionBuilder.SignOf(first.Root.Claim.Said.ActOnContent);
        var turn = act != 0 && first.Sign == -act ? -1 : 1;
        return [.. ordered.Select(m => m with { Sign = m.Sign * turn })];
    }
}
