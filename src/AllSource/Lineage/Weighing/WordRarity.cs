using AllSource.Lineage.Reading;

namespace AllSource.Lineage.Weighing;

/// <summary>
/// How much a word tells, in bits: the less it is used in the texts at hand, the more. Counts share <see cref="Slots"/>
/// slots by code, so memory
/// does not grow with the texts; a word of a shared slot seems commoner than it is, never rarer.
/// </summary>
internal sealed class WordRarity
{
    private const int Slots = 1 << 18;

    /// <summary>What is assumed before anything is read: a language of a million words' experience.</summary>
    private const double PriorWords = 1e6;
    private const double PriorCommon = 3000;
    private const double PriorOther = 60;
    private const double LeastCommon = 2;
    private const double LeastOther = 5;

    private readonly int[] _counts = new int[Slots];
    private long _total;

    public void Add(Words words)
    {
        foreach (var code in words.Codes) _counts[code & (Slots - 1)]++;
        _total += words.Count;
    }

    public void Remove(Words words)
    {
        foreach (var code in words.Codes) _counts[code & (Slots - 1)]--;
        _total -= words.Count;
    }

    /// <summary>0 to about 14 bits.</summary>
    public double Bits(Words words, int word)
    {
        var prior = words.Has(word, WordMarks.Common) ? PriorCommon : PriorOther;
        var least = words.Has(word, WordMarks.Common) ? LeastCommon
            : LeastOther; // what everybody repeats here tells little, not nothing
        return Math.Max(least, Math.Log2((_total + PriorWords) / (_counts[words.Codes[word] & (Slots - 1)] + prior)));
    }

    /// <summary>Changes the count of one slot: an index on disk keeps counts, not words.</summary>
    public void Add(int slot, long by)
    {
        _counts[slot] = (int)Math.Clamp(_counts[slot] + by, 0, int.MaxValue);
        _total += by;
    }
}
