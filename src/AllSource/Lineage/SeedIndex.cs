using System.Numerics;

namespace AllSource.Lineage;

/// <summary>A seed of one text found again in an earlier one.</summary>
internal readonly record struct SeedHit(int Document, int Word, int OwnWord);

/// <summary>
/// Where each seed stands, for the documents inserted so far. A seed keeps its first <see cref="PostingsMax"/> places; those who
/// repeat it later are still found through these.
/// </summary>
internal sealed class SeedIndex
{
    /// <summary>
    /// Places kept for one seed. The attack: ten thousand reports that quote one sentence would make fifty million pairs.
    /// </summary>
    public const int PostingsMax = 32;

    private int[] _heads;
    private Entry[] _entries;
    private int _count;

    public SeedIndex(int expectedSeeds)
    {
        var size = BitOperations.RoundUpToPowerOf2((uint)Math.Clamp(expectedSeeds, 1 << 10, 1 << 28));
        _heads = new int[size];
        _entries = new Entry[Math.Max(1024, expectedSeeds)];
    }

    public int Count => _count;

    /// <summary>Adds the places of this seed in earlier documents, oldest last, then the seed itself unless its list is full.</summary>
    public void FindAndInsert(Seed seed, int document, List<SeedHit> hits)
    {
        ref var head = ref _heads[seed.Key & (ulong)(_heads.Length - 1)];
        var check = (uint)(seed.Key >> 32);
        var places = 0;
        for (var at = head - 1; at >= 0; at = _entries[at].Next - 1)
        {
            ref var entry = ref _entries[at];
            if (entry.Check != check) continue;
            places++;
            if (entry.Document != document) hits.Add(new(entry.Document, entry.Word, seed.Word));
        }

        if (places >= PostingsMax) return;
        if (_count == _entries.Length) Grow();
        _entries[_count] = new(check, head, document, seed.Word);
        _heads[seed.Key & (ulong)(_heads.Length - 1)] = ++_count;
    }

    private void Grow() => Array.Resize(ref _entries, _entries.Length * 2);

    private record struct Entry(uint Check, int Next, int Document, int Word);
}
