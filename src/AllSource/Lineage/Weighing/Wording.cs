using System.Runtime.CompilerServices;
using AllSource.Lineage.Alignment;
using AllSource.Lineage.Reading;

namespace AllSource.Lineage.Weighing;

/// <summary>What the equal words of a chain tell: bits of prose, of names, of words with digits.</summary>
internal ref struct Wording(Prepared x, Prepared y, WordRarity rarity)
{
    private readonly ReadOnlySpan<uint> _codes = x.Words.Codes;
    private readonly ReadOnlySpan<WordMarks> _marks = x.Words.Marks;
    private readonly ReadOnlySpan<ulong> _capitalsX = x.Capitals;
    private readonly ReadOnlySpan<ulong> _capitalsY = y.Capitals;

    public double ProseBits { get; private set; }

    public double NameBits { get; private set; }

    public double NumberBits { get; private set; }

    /// <summary>How many of the words are common.</summary>
    public int Common { get; private set; }

    /// <summary>Adds the words of a run.</summary>
    public void Add(in Run run)
    {
        var (prose, names, numbers, common) = (ProseBits, NameBits, NumberBits, Common);
        for (var w = run.A; w < run.EndA; w++)
        {
            var mark = _marks[w];
            var bits = rarity.Bits(_codes[w], mark);
            if ((mark & WordMarks.Number) != 0)
            {
                numbers += Math.Min(SignReader.WordBitsMax, bits);
            }
            else if ((mark & WordMarks.Common) != 0)
            {
                prose += Math.Min(SignReader.WordBitsMax, bits);
            }
            else
            {
                bits = Math.Min(SignReader.WordBitsMax, bits);
                if (IsName(run, w)) names += bits;
                else prose += bits;
            }

            common += (mark & WordMarks.Common) != 0 ? 1 : 0;
        }

        (ProseBits, NameBits, NumberBits, Common) = (prose, names, numbers, common);
    }

    /// <summary>Both texts write it with a capital; as every sentence begins with one, there the next word tells.
    /// </summary>
    private readonly bool IsName(in Run run, int word) =>
        IsCapital(_capitalsX, word) && IsCapital(_capitalsY, run.B + word - run.A)
        && ((_marks[word] & WordMarks.SentenceStart) == 0
            || (word + 1 < run.EndA && IsCapital(_capitalsX, word + 1)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsCapital(ReadOnlySpan<ulong> capitals, int word) => (capitals[word >> 6] >> word & 1) != 0;
}
