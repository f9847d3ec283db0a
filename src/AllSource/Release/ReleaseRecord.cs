using System.Collections.Immutable;
using AllSource.Access;

namespace AllSource.Release;

/// <summary>What the gate answered on one item. A null refusal means that it was told.</summary>
public sealed record ItemDecision(string Item, string Kind, string Exposure, Refusal? Refusal, bool WasToldBefore)
{
    public bool IsReleased => Refusal is null;
}

/// <summary>
/// The desk's own record of one passage through the gate: every item, told or refused, with the rule. It names what
/// must not leave, and no reader sees it.
/// </summary>
public sealed record ReleaseRecord(
    string Audience, Clearance Clearance, Label Marking, DateTimeOffset At, ImmutableArray<ItemDecision> Items)
{
    /// <summary>What a reader could still work out of what is told, in sentences for the desk.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    public IEnumerable<Refusal> Refusals => Items.Select(i => i.Refusal).OfType<Refusal>();

    /// <summary>
    /// Ids of what was told, for the ledger of disclosures and the next <see cref="Release.Audience.ToldBefore"/>.
    /// </summary>
    public ImmutableArray<string> Told => [.. Items.Where(i => i.IsReleased).Select(i => i.Item)];
}

/// <summary>The gate's answer: a brief, or a refusal of the whole; and the desk's record in either case.</summary>
public sealed record ReleaseDecision(ReleasedBrief? Brief, Refusal? Refusal, ReleaseRecord Record);
