using System.Collections.Immutable;
using AllSource.Kernel;

namespace AllSource.Lineage.Segments;

/// <summary>What came of inserting a report.</summary>
public enum Inserted
{
    New,

    /// <summary>It is held with the same words, time and author: nothing is doubled.</summary>
    AlreadyHere,

    /// <summary>Its id is held with other words, time or author: withdraw that first. Nothing was changed.</summary>
    IdTaken,
}

/// <summary>What came of taking a report back.</summary>
/// <param name="WasHere">False when it was not held; nothing was changed.</param>
/// <param name="Findings">What could not be put right because a text was missing.</param>
public sealed record WithdrawnReport(bool WasHere, ImmutableArray<Finding> Findings);

/// <summary>The passages that one report shares with all others held.</summary>
/// <param name="Findings">Damage met on the way, and reports whose texts were not given: then there may be more
/// passages than these.</param>
public sealed record HeldPassages(ImmutableArray<Passage> Passages, ImmutableArray<Finding> Findings);

/// <summary>What the index takes up: reports, places of seeds and bytes of the segments.</summary>
public sealed record IndexExtent(int Reports, int Segments, long Places, long SegmentBytes);
