using AllSource.Lineage.Reading;

namespace AllSource.Lineage.Weighing;

/// <summary>
/// How much a word tells, in bits: the less it is used in the texts at hand, the more. Counts share <see cref="Slots"/>
/// slots by code, so memory does not grow with the texts; a word of a shared slot seems commoner than it is, never
/// rarer. Where little has been read, what <see cref="OrdinaryWords"/> says of English stands for it.
/// </summary>
internal sealed class WordRarity
{
    private const int Slots = 1 << 18;

    /// <summary>What is assumed before anything is read: a language of a million words' experience.</summary>
    private const double PriorWords = 1e6;
    private const double PriorCommon = 3000;
    private const double PriorOther = 60;
    private const double LeastCommon = 2;
    private const double LeastOther = 5; // what everybody repeats here tells little, not nothing

    private static readonly double[] LogsOfCommon = Logs(PriorCommon);
    private static readonly double[] LogsOfOther = Logs(PriorOther);

    private static readonly int[] Ordinary = CountsOfOrdinary();

    private readonly int[] _counts = (int[])Ordinary.Clone();
    private long _total;
    private double _logTotal = Math.Log2(PriorWords);

    /// <summary>The words counted so far.</summary>
    public long Words => _total;

    public void Add(Words words)
    {
        foreach (var code in words.Codes) _counts[code & (Slots - 1)]++;
        Total(words.Count);
    }

    public void Remove(Words words)
    {
        foreach (var code in words.Codes) _counts[code & (Slots - 1)]--;
        Total(-words.Count);
    }

    /// <summary>Changes the count of one slot: an index on disk keeps counts, not words.</summary>
    public void Add(int slot, long by)
    {
        _counts[slot] = (int)Math.Clamp(_counts[slot] + by, Ordinary[slot], int.MaxValue);
        Total(by);
    }

    /// <summary>0 to about 14 bits.</summary>
    public double Bits(uint code, WordMarks marks)
    {
        var count = _counts[code & (Slots - 1)];
        return (marks & WordMarks.Common) != 0
            ? Math.Max(LeastCommon, _logTotal - LogOf(LogsOfCommon, count, PriorCommon))
            : Math.Max(LeastOther, _logTotal - LogOf(LogsOfOther, count, PriorOther));
    }

    private static double LogOf(double[] known, int count, double prior) =>
        (uint)count < (uint)known.Length ? known[count] : Math.Log2(count + prior);

    /// <summary>What every word is assumed to be used is counted apart.</summary>
    private static int[] CountsOfOrdinary()
    {
        var counts = new int[Slots];
        foreach (var (code, uses) in OrdinaryWords.All) counts[code & (Slots - 1)] += uses - (int)PriorOther;
        return counts;
    }

    private void Total(long by)
    {
        _total += by;
        _logTotal = Math.Log2(_total + PriorWords);
    }

    private static double[] Logs(double prior)
    {
        var logs = new double[1 << 16]; // no word of a desk's texts but the commonest is used oftener
        for (var count = 0; count < logs.Length; count++) logs[count] = Math.Log2(count + prior);
        return logs;
    }
}
