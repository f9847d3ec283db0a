namespace AllSource.Lineage.Seeds;

/// <summary>
/// Seeds put into parts by the highest bits of their keys: in each part all those of its keys, in the documents' order.
/// An entry is the key in the high half, below it the seed's number, and its <see cref="Place.Kinds"/> in two bits.
/// </summary>
internal sealed class SeedParts
{
    /// <summary>An entry has thirty bits for the number: more seeds would need sixteen gigabytes of places.</summary>
    public const int SeedsMax = 1 << 30;

    private readonly int[] _starts;
    private readonly ulong[] _entries;

    /// <param name="first">Of each document its first seed; the seeds of a document lie one after another.</param>
    /// <param name="counts">Of each document how many seeds it has.</param>
    public SeedParts(
        uint[] keys, Place[] places, int[] first, int[] counts, int partBits, ParallelOptions threads)
    {
        Count = 1 << partBits;
        var shares = Math.Max(1, threads.MaxDegreeOfParallelism);
        var bounds = Bounds(first, shares);
        var shift = 32 - partBits;
        var cursors = new int[shares][];
        Parallel.For(0, shares, threads, share =>
        {
            var mine = cursors[share] = new int[Count];
            for (var d = bounds[share]; d < bounds[share + 1]; d++)
            {
                foreach (var key in keys.AsSpan(first[d], counts[d])) mine[key >> shift]++;
            }
        });
        _starts = new int[Count + 1];
        var sum = 0;
        for (var part = 0; part < Count; part++)
        {
            _starts[part] = sum;
            foreach (var of in cursors) (of[part], sum) = (sum, sum + of[part]);
        }

        _starts[Count] = sum;
        _entries = GC.AllocateUninitializedArray<ulong>(sum);
        Parallel.For(0, shares, threads, share =>
        {
            var mine = cursors[share];
            for (var d = bounds[share]; d < bounds[share + 1]; d++)
            {
                for (var s = first[d]; s < first[d] + counts[d]; s++)
                {
                    _entries[mine[keys[s] >> shift]++] = ((ulong)keys[s] << 32) | ((uint)s << 2) | places[s].Kinds;
                }
            }
        });
    }

    public int Count { get; }

    /// <summary>The number of an entry's seed.</summary>
    public static int SeedOf(ulong entry) => (int)((uint)entry >> 2);

    /// <summary>The entries of a part.</summary>
    public ReadOnlySpan<ulong> this[int part] => _entries.AsSpan(_starts[part].._starts[part + 1]);

    /// <summary>How many entries stand in the parts before.</summary>
    public int FirstOf(int part) => _starts[part];

    /// <summary>Documents cut into shares of about as many seeds.</summary>
    private static int[] Bounds(int[] first, int shares)
    {
        var bounds = new int[shares + 1];
        bounds[shares] = first.Length - 1;
        for (var share = 1; share < shares; share++)
        {
            var at = Array.BinarySearch(first, 0, first.Length - 1, (int)((long)first[^1] * share / shares));
            bounds[share] = Math.Max(bounds[share - 1], at < 0 ? Math.Min(~at, first.Length - 1) : at);
        }

        return bounds;
    }
}
