using AllSource.Lineage.Seeds;

namespace AllSource.Lineage.Segments;

/// <summary>
/// What stands around a seed, in seven bits: which of <see cref="Classes"/> classes the words before and after are of,
/// or that it is quoted, or that it is neither quoted nor sparse. It only spares fetching a text in vain: what passes
/// is tested again on the words themselves, so coarser classes cost time, never a passage.
/// </summary>
internal static class SeedContext
{
    public const int Bits = 7;

    /// <summary>The likeness of two seeds that do not meet: neither is quoted, and not both are sparse.</summary>
    public const int NoMeeting = -1;

    private const int Classes = 11; // 11 times 11 classes, and two codes more, go into seven bits
    private const ushort Quoted = 0;
    private const ushort NotSparse = 1 + (Classes * Classes);

    public static ushort Of(in Seed seed) => seed.IsQuoted ? Quoted : !seed.IsSparse ? NotSparse
        : (ushort)(1 + (ClassOf(seed.Before) * Classes) + ClassOf(seed.After));

    public static bool IsQuoted(ushort context) => context == Quoted;

    /// <summary>
    /// How far a repeat may go on beyond a seed: on no side, on one (1), on both (2). What stands in quotation marks in
    /// one text alone counts as both, as it may be a short quotation; in both texts its neighbours would be met too.
    /// </summary>
    public static int Likeness(in Seed own, ushort other)
    {
        if (IsQuoted(other)) return own.IsQuoted ? 1 : 2;
        if (own.IsQuoted) return 2;
        if (!own.IsSparse || other == NotSparse) return NoMeeting;
        var (before, after) = ((other - 1) / Classes, (other - 1) % Classes);
        return (before == ClassOf(own.Before) ? 1 : 0) + (after == ClassOf(own.After) ? 1 : 0);
    }

    private static int ClassOf(byte word) => (word * Classes) >> 8;
}
