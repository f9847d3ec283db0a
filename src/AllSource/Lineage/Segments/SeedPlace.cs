namespace AllSource.Lineage.Segments;

/// <summary>
/// A seed as the index holds it: its sealed key and what stands around it (see <see cref="SeedContext"/>). Where in the
/// report it stands is not kept: the report's words, which an alignment needs anyway, tell it.
/// </summary>
internal readonly record struct SeedPlace(uint Key, ushort Context);

/// <summary>One place of a sealed key: the report's row in its segment.</summary>
internal readonly record struct SegmentPosting(uint Key, int Row, ushort Context);
