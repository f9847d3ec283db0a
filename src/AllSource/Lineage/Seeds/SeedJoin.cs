using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;
using AllSource.Lineage.Reading;

namespace AllSource.Lineage.Seeds;

/// <summary>
/// The seeds of many documents met with one another at once, by parts of the keys that fit into the processor's cache:
/// what <see cref="SeedIndex"/> would show of each, when all of them had come, without a look-up each. Documents are
/// numbered in the order of time. What it holds does not depend on the number of threads.
/// </summary>
internal sealed class SeedJoin
{
    private const int PartSeeds = 1 << 13;
    private const int PartBitsMax = 14;

    private readonly int[] _first; // of each document, in the columns; the end of the last one
    private readonly int[] _counts;
    private readonly Place[] _places;
    private readonly int[] _lists; // of each seed: where its list begins in the pool, 0 for none
    private readonly Place[] _pool;

    private SeedJoin(HeldDocuments documents)
    {
        _first = new int[documents.Numbers + 1];
        _counts = new int[documents.Numbers];
        for (var d = 0; d < documents.Numbers; d++)
        {
            var grams = Math.Max(0, documents[d].Words.Count - SeedPicker.GramWords + 1);
            _first[d + 1] = checked(_first[d] + grams);
        }

        ArgumentOutOfRangeException.ThrowIfGreaterThan(_first[^1], SeedParts.SeedsMax, nameof(documents));

        _places = GC.AllocateUninitializedArray<Place>(_first[^1]);
        _lists = new int[_first[^1]];
        _pool = GC.AllocateUninitializedArray<Place>(1 + _first[^1] + (_first[^1] / 2)); // a list of two has a head
    }

    /// <summary>The seeds of a document, and where each one's list begins (<see cref="ListAt"/>).</summary>
    public ReadOnlySpan<Place> SeedsOf(int document) => _places.AsSpan(_first[document], _counts[document]);

    public ReadOnlySpan<int> ListsOf(int document) => _lists.AsSpan(_first[document], _counts[document]);

    /// <summary>The head of a list tells how many places the seed has in all, and whether one author repeats it.
    /// </summary>
    public ref readonly Place HeadOf(int list) => ref _pool[list];

    /// <summary>The places of a list that are followed, ascending by document and word.</summary>
    public ReadOnlySpan<Place> ListAt(int list) => _pool.AsSpan(list + 1, _pool[list].ListAt);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public unsafe void Prefetch(int list)
    {
        if (list == 0 || !Sse.IsSupported) return;
        Sse.Prefetch0(Unsafe.AsPointer(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_pool), list)));
    }

    public static SeedJoin Of(HeldDocuments documents, bool sparseOnly, ParallelOptions threads)
    {
        var join = new SeedJoin(documents);
        var keys = GC.AllocateUninitializedArray<uint>(join._places.Length);
        DocumentBlocks.ForEach(documents.Numbers, threads, () => new SeedPicker(sparseOnly), (d, picker) =>
        {
            join._counts[d] = picker.Pick(documents[d].Words, new Columns(keys, join._places, join._first[d], d));
        });
        var partBits = Math.Clamp(BitOperations.Log2((uint)Math.Max(1, keys.Length / PartSeeds)) + 1, 1, PartBitsMax);
        var parts = new SeedParts(keys, join._places, join._first, join._counts, partBits, threads);
        Parallel.For(0, parts.Count, threads, () => new SeedGrouper(documents), (part, _, grouper) =>
        {
            // a list of n places takes n + 1 of the pool, so that of n seeds' lists of two and more 3 n / 2 suffice
            var room = 1 + parts.FirstOf(part) + (parts.FirstOf(part) / 2);
            grouper.Group(parts[part], join._places, join._lists, join._pool, room);
            return grouper;
        }, static _ => { });
        return join;
    }

    private readonly struct Columns(uint[] keys, Place[] places, int first, int document) : ISeedColumns
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Put(int at, uint key, int word, uint context, bool isQuoted, bool isSparse)
        {
            keys[first + at] = key;
            places[first + at] = new(document, word, context, isQuoted, isSparse);
        }
    }
}
