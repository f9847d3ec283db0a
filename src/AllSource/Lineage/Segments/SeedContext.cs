using AllSource.Lineage.Seeds;

namespace AllSource.Lineage.Segments;

/// <summary>
/// What stands around a seed, in seven bits: which of <see cref="Classes"/> classes the words before and after are of,
/// or that it is quoted. It only spares fetching a text in vain: what passes is tested again on the words themselves,
/// so coarser classes cost time, never a passage.
/// </summary>
internal static class SeedContext
{
    public const int Bits = 7;

    private const int Classes = 11; // 11 times 11 classes, and one code for quoted, go into seven bits
    private const ushort Quoted = 0;

    public static ushort Of(in Seed seed) =>
        seed.IsQuoted ? Quoted : (ushort)(1 + (ClassOf(seed.Before) * Classes) + ClassOf(seed.After));

    /// <summary>True when a repeat may go on beyond the seed, or either side stands in quotation marks.</summary>
    public static bool MayGoOn(ushort own, ushort other) =>
        own == Quoted || other == Quoted || (own - 1) / Classes == (other - 1) / Classes
        || (own - 1) % Classes == (other - 1) % Classes;

    private static int ClassOf(byte word) => (word * Classes) >> 8;
}
