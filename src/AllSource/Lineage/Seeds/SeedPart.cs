using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace AllSource.Lineage.Seeds;

/// <summary>
/// A part of the index: an open-addressed table from keys to places. A seed that stands once, as most do, stands in its
/// slot; sixteen bytes a slot, four in a cache line.
/// </summary>
internal sealed class SeedPart(HeldDocuments documents)
{
    private const int FirstSlots = 64;

    private readonly PlaceLists _lists = new(documents);
    private Slot[] _slots = new Slot[FirstSlots];
    private int _used;

    private struct Slot
    {
        public uint Key;
        public Place Place;
    }

    /// <summary>Keys that stand anywhere.</summary>
    public int Count => _used;

    /// <summary>Asks for the cache line of a key, so that it is there when the key's turn comes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public unsafe void Prefetch(uint key)
    {
        if (!Sse.IsSupported) return;
        ref var slot = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_slots), (int)key & (_slots.Length - 1));
        Sse.Prefetch0(Unsafe.AsPointer(ref slot));
    }

    /// <summary>
    /// The places of a key that are followed, how many it has, and whether one author repeats it; none when it stands
    /// nowhere. Good until the part changes.
    /// </summary>
    public ReadOnlySpan<Place> Find(uint key, out int count, out bool isRepeated)
    {
        ref var slot = ref _slots[SlotOf(key)];
        isRepeated = false;
        if (!slot.Place.IsList)
        {
            count = slot.Place.IsEmpty ? 0 : 1;
            return MemoryMarshal.CreateReadOnlySpan(ref slot.Place, count);
        }

        count = slot.Place.ListCount;
        isRepeated = slot.Place.ListRepeaters > 0;
        return _lists.Shown(slot.Place);
    }

    public void Add(uint key, in Place place)
    {
        ref var slot = ref _slots[SlotOf(key)];
        if (slot.Place.IsEmpty)
        {
            slot.Key = key;
            slot.Place = place;
            if (++_used * 4 > _slots.Length * 3) Grow();
        }
        else
        {
            slot.Place = slot.Place.IsList ? _lists.Add(slot.Place, place) : _lists.Of(slot.Place, place);
        }
    }

    /// <summary>Takes all places of a key in one document out.</summary>
    public void Remove(uint key, int document)
    {
        var at = SlotOf(key);
        ref var slot = ref _slots[at];
        if (slot.Place.IsList) slot.Place = _lists.Without(slot.Place, document);
        else if (!slot.Place.IsEmpty && slot.Place.Document == document) slot.Place = default;
        else return;
        if (slot.Place.IsEmpty) Close(at);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int SlotOf(uint key)
    {
        var slots = _slots;
        var mask = slots.Length - 1;
        var at = (int)key & mask;
        while (slots[at].Key != key && !slots[at].Place.IsEmpty) at = (at + 1) & mask;
        return at;
    }

    /// <summary>Moves what follows an emptied slot up, so that every key is still found from its own slot on.</summary>
    private void Close(int empty)
    {
        _used--;
        _slots[empty] = default;
        var mask = _slots.Length - 1;
        for (var at = (empty + 1) & mask; !_slots[at].Place.IsEmpty; at = (at + 1) & mask)
        {
            var home = (int)_slots[at].Key & mask;
            if (((at - home) & mask) < ((at - empty) & mask)) continue;
            _slots[empty] = _slots[at];
            _slots[at] = default;
            empty = at;
        }
    }

    private void Grow()
    {
        var old = _slots;
        _slots = new Slot[2 * old.Length];
        foreach (ref var slot in old.AsSpan())
        {
            if (!slot.Place.IsEmpty) _slots[SlotOf(slot.Key)] = slot;
        }
    }
}
