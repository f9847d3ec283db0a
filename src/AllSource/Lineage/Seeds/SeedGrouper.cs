using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace AllSource.Lineage.Seeds;

/// <summary>
/// Groups the seeds of one part by key and writes the lists of those that stand in several documents, by the rules of
/// <see cref="PlaceLists"/>. One worker's memory: not for two threads.
/// </summary>
internal sealed class SeedGrouper(HeldDocuments documents)
{
    private const int Ahead = 32; // places of which memory is asked for before their turn

    /// <summary>Slots of a part's filter for each of its entries.</summary>
    private const int FilterSlots = 4;

    private byte[] _filter = [];
    private ulong[] _meeting = [];
    private int[] _table = [];
    private int[] _groupOf = [];
    private uint[] _keys = [];
    private int[] _ends = []; // of each group: where its members end
    private int[] _members = [];
    private readonly Dictionary<int, int> _documentsOf = []; // of each author in the list at hand

    /// <summary>Writes the lists to the pool from a place on, and into each seed of them where its list begins.
    /// </summary>
    public void Group(ReadOnlySpan<ulong> all, Place[] places, int[] lists, Place[] pool, int at)
    {
        var entries = Meeting(all);
        var groups = Number(entries);
        var alone = entries.Length; // where members of a group of one go: nobody looks there
        var sum = 0;
        for (var g = 0; g < groups; g++)
        {
            var count = _ends[g];
            _ends[g] = count == 1 ? alone : sum;
            if (count > 1) sum += count;
        }

        for (var e = 0; e < entries.Length; e++) _members[_ends[_groupOf[e]]++] = SeedParts.SeedOf(entries[e]);
        var first = 0;
        for (var g = 0; g < groups; g++)
        {
            if (_ends[g] > alone) continue;
            for (var ahead = first + Ahead; ahead < Math.Min(sum, _ends[g] + Ahead); ahead++)
            {
                Prefetch(places, _members[ahead]);
            }

            at += Write(_members.AsSpan(first.._ends[g]), places, lists, pool, at);
            first = _ends[g];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe void Prefetch(Place[] places, int place)
    {
        if (!Sse.IsSupported) return;
        Sse.Prefetch0(Unsafe.AsPointer(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(places), place)));
    }

    /// <summary>
    /// Leaves out what surely meets nothing, as most does: keys share slots by their lowest bits, and a slot tells
    /// whether any, a sparse or a quoted seed was seen in it, and the first two of them again.
    /// </summary>
    private ReadOnlySpan<ulong> Meeting(ReadOnlySpan<ulong> entries)
    {
        const int any = 1, anyAgain = 2, sparse = 4, sparseAgain = 8, quoted = 16;
        var size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, FilterSlots * entries.Length));
        if (_filter.Length < size) _filter = new byte[size];
        if (_meeting.Length < entries.Length) _meeting = new ulong[size / FilterSlots];
        Array.Clear(_filter, 0, size);
        ref var filter = ref MemoryMarshal.GetArrayDataReference(_filter);
        var mask = (uint)size - 1;
        foreach (var entry in entries)
        {
            ref var slot = ref Unsafe.Add(ref filter, (uint)(entry >> 32) & mask);
            var kinds = (int)entry;
            var seen = any | ((kinds & 2) << 1) | ((kinds & 1) << 4);
            slot = (byte)(slot | seen | ((slot & seen & (any | sparse)) << 1));
        }

        var meeting = _meeting.AsSpan(0, entries.Length);
        var kept = 0;
        foreach (var entry in entries)
        {
            int seen = Unsafe.Add(ref filter, (uint)(entry >> 32) & mask);
            meeting[kept] = entry;
            var meets = ((seen & sparseAgain) != 0) | ((seen & (anyAgain | quoted)) == (anyAgain | quoted));
            kept += Unsafe.BitCast<bool, byte>(meets);
        }

        return meeting[..kept];
    }

    /// <summary>Gives each key a number, and each entry its key's; counts them. How many keys there are.</summary>
    private int Number(ReadOnlySpan<ulong> entries)
    {
        var size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, 2 * entries.Length));
        if (_table.Length < size)
        {
            (_table, _groupOf, _members) = (new int[size], new int[size / 2], new int[(size / 2) + 1]);
            (_keys, _ends) = (new uint[size / 2], new int[size / 2]);
        }

        var table = _table.AsSpan(0, size);
        table.Clear();
        var groups = 0;
        for (var e = 0; e < entries.Length; e++)
        {
            var key = (uint)(entries[e] >> 32);
            var slot = (int)key & (size - 1);
            int group;
            while ((group = table[slot] - 1) >= 0 && _keys[group] != key) slot = (slot + 1) & (size - 1);
            if (group < 0)
            {
                group = groups++;
                table[slot] = groups;
                _keys[group] = key;
                _ends[group] = 0;
            }

            _groupOf[e] = group;
            _ends[group]++;
        }

        return groups;
    }

    /// <summary>How much of the pool the list took: nothing when its seeds meet in no two documents.</summary>
    private int Write(ReadOnlySpan<int> members, Place[] places, int[] lists, Place[] pool, int at)
    {
        var kept = 0;
        var (document, inDocument) = (-1, 0);
        var (anyQuoted, isRepeated) = (false, false);
        var sparse = 0;
        var repeaters = members.Length >= PlaceLists.RepeaterDocuments;
        if (repeaters) _documentsOf.Clear();
        foreach (var member in members)
        {
            ref readonly var place = ref places[member];
            anyQuoted |= place.IsQuoted;
            if (place.IsSparse) sparse++;
            if (place.Document != document)
            {
                (document, inDocument) = (place.Document, 0);
                if (repeaters && !isRepeated) isRepeated = IsRepeater(document);
            }

            if (inDocument++ >= PlaceLists.PlacesInDocumentMax) continue;
            if (kept < PlaceLists.PlacesMax) pool[at + 1 + kept] = place;
            kept++;
        }

        var firstDocument = places[members[0]].Document;
        if (document == firstDocument || (!anyQuoted && sparse < 2)) return 0;
        var shown = kept > PlaceLists.PlacesMax ? PlaceLists.AnchorsMax : kept;
        pool[at] = Place.OfList(shown, kept, isRepeated ? 1 : 0);
        foreach (var member in members)
        {
            ref readonly var place = ref places[member];
            if (place.Document == firstDocument) continue; // nothing before it
            if (anyQuoted || place.IsSparse) lists[member] = at;
        }

        return shown + 1;
    }

    private bool IsRepeater(int document)
    {
        var author = documents.AuthorOf(document);
        if (author == 0) return false;
        ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(_documentsOf, author, out _);
        return ++count == PlaceLists.RepeaterDocuments;
    }
}
