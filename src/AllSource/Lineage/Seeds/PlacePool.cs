using System.Numerics;

namespace AllSource.Lineage.Seeds;

/// <summary>Blocks of places in one array, their sizes powers of two; freed blocks are used again.</summary>
internal sealed class PlacePool
{
    private const int LeastBits = 2;

    private readonly int[] _free = NewFree(); // first free block by the bits of its size, -1 for none
    private Place[] _places = new Place[64];
    private int _used;

    /// <summary>The places that the block of so many has room for.</summary>
    public static int RoomFor(int count) => 1 << BitsOf(count);

    public Span<Place> this[int at, int count] => _places.AsSpan(at, count);

    public ref readonly Place FirstOf(int at) => ref _places[at];

    public int Take(int count)
    {
        var bits = BitsOf(count);
        var at = _free[bits];
        if (at >= 0)
        {
            _free[bits] = _places[at].ListAt;
            return at;
        }

        at = _used;
        _used += 1 << bits;
        if (_used > _places.Length) Array.Resize(ref _places, Math.Max(_used, _places.Length + (_places.Length / 2)));
        return at;
    }

    public void Give(int at, int count)
    {
        var bits = BitsOf(count);
        _places.AsSpan(at, 1 << bits).Clear(); // nothing of a withdrawn document stays behind
        _places[at] = Place.OfList(_free[bits], 0, 0);
        _free[bits] = at;
    }

    private static int BitsOf(int count) => Math.Max(LeastBits, 32 - BitOperations.LeadingZeroCount((uint)count - 1));

    private static int[] NewFree()
    {
        var free = new int[31];
        Array.Fill(free, -1);
        return free;
    }
}
