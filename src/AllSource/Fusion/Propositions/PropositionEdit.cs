using System.Collections.Immutable;
using AllSource.Claims;

namespace AllSource.Fusion.Propositions;

/// <summary>
/// An analyst's judgment on what claims are about: data, applied after like statements were put together and before
/// anything is counted. Only edits that stand are given (an undone one is not among them), in any order; they take
/// effect in the order of <paramref name="At"/>, then <paramref name="Id"/>, each on what those before it left. Claims
/// are pointed at by their place in the text (<see cref="ClaimAnchor.FindIn"/>), so that an edit survives a new
/// reading; one whose claims are there no more changes nothing, and is reported with its id rather than dropped.
/// </summary>
/// <param name="Id">The id of the act, such as "a-abcdefgh23456789".</param>
/// <param name="Author">Who judged so. It stands beside every proposition that the edit made or changed.</param>
/// <param name="At">When.</param>
/// <param name="Why">The reason as the analyst gave it.</param>
public abstract record PropositionEdit(string Id, string Author, DateTimeOffset At, string Why);

/// <summary>
/// The statements to which these claims lead back leave the proposition they are in, each with every claim that leads
/// back to it, and make one proposition of their own. What stays keeps its members. Taking all of them out, or claims
/// of several propositions at once, is no split: such an edit changes nothing.
/// </summary>
/// <param name="Out">The claims to take out; at least one.</param>
/// <param name="Text">Words for the new proposition; null for those of its earliest statement.</param>
public sealed record SplitProposition(
    string Id, ImmutableArray<ClaimAnchor> Out, string? Text, string Author, DateTimeOffset At, string Why)
    : PropositionEdit(Id, Author, At, Why);

/// <summary>
/// The propositions in which the two claims stand are one. Nothing is merged away: every claim keeps its speaker, act,
/// stance and origin. Where <paramref name="IsContrary"/>, the second one's words say the contrary of the first one's,
/// and every side of it is turned. Two claims of one proposition change nothing.
/// </summary>
public sealed record JoinPropositions(
    string Id, ClaimAnchor One, ClaimAnchor Other, bool IsContrary, string Author, DateTimeOffset At, string Why)
    : PropositionEdit(Id, Author, At, Why);

/// <summary>
/// Other words for the proposition in which the claim stands. They change what is shown, never what is in it, its id
/// or its belief; of several the latest counts.
/// </summary>
public sealed record RewordProposition(
    string Id, ClaimAnchor Of, string Text, string Author, DateTimeOffset At, string Why)
    : PropositionEdit(Id, Author, At, Why);
