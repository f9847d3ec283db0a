namespace AllSource.Lineage;

/// <summary>
/// Sorts numbers by bits 32 to 55, keeping the order of equal ones: two counting passes of twelve bits.
/// </summary>
internal static class RadixSort
{
    private const int DigitBits = 12;
    private const int Digits = 1 << DigitBits;
    private const int FewMax = 2048; // below, a comparison sort costs less than clearing two tables

    public static void ByHighHalf(Span<ulong> numbers)
    {
        if (numbers.Length <= FewMax)
        {
            numbers.Sort(); // the low half is the order that must be kept
            return;
        }

        var other = new ulong[numbers.Length];
        var counts = new int[Digits];
        Pass(numbers, other, counts, 32);
        Pass(other, numbers, counts, 32 + DigitBits);
    }

    private static void Pass(ReadOnlySpan<ulong> from, Span<ulong> to, int[] counts, int shift)
    {
        Array.Clear(counts);
        foreach (var number in from) counts[(int)(number >> shift) & (Digits - 1)]++;
        var sum = 0;
        for (var d = 0; d < Digits; d++) (counts[d], sum) = (sum, sum + counts[d]);
        foreach (var number in from) to[counts[(int)(number >> shift) & (Digits - 1)]++] = number;
    }
}
