using System.Collections.Immutable;

namespace AllSource.Access;

/// <summary>
/// What a person or an audience holds: the highest TLP they may see, and the compartments they are read into.
/// <c>label.Admits(clearance)</c> is the only question to ask of it.
/// </summary>
public sealed record Clearance(Tlp Level, ImmutableSortedSet<string> Compartments)
{
    /// <summary>Sees what is for everybody, and nothing else.</summary>
    public static Clearance Public { get; } = new(Tlp.Clear, []);

    /// <summary>
    /// The owner of a desk of one: read into every compartment. A sealed label refuses even this one.
    /// </summary>
    public static Clearance DeskOwner { get; } = new(Tlp.Red, []) { HoldsAllCompartments = true };

    public bool HoldsAllCompartments { get; private init; }

    public static Clearance Of(Tlp level, params ReadOnlySpan<string> compartments) =>
        new(level, ImmutableSortedSet.CreateRange(StringComparer.Ordinal, compartments.ToArray()));

    public bool Equals(Clearance? other) => other is not null && Level == other.Level
        && HoldsAllCompartments == other.HoldsAllCompartments && Compartments.SetEquals(other.Compartments);

    public override int GetHashCode() => HashCode.Combine(Level, HoldsAllCompartments, Compartments.Count);
}
