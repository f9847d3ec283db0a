using System.Collections.Immutable;
using AllSource.Access;

namespace AllSource.Release;

/// <summary>
/// Whom something is told: a name, what it may see, and the ids of the items that it was told before. Whom it pools
/// with is not yet known here, so each audience is judged as if it talked to nobody.
/// </summary>
public sealed record Audience(string Name, Clearance Clearance)
{
    public ImmutableArray<string> ToldBefore { get; init; } = [];
}

/// <summary>When a product is made and from which state of the desk. The clock comes in as a value.</summary>
public sealed record Making(DateTimeOffset At, string DeskVersion);
