using AllSource.Lineage.Alignment;
using AllSource.Lineage.Reading;
using AllSource.Lineage.Seeds;

namespace AllSource.Lineage.Weighing;

/// <summary>
/// What the odds of a chain are at most, from what costs little to see: its runs, its words' rarity, where it lies, and
/// the places of its seeds. Of every other sign the best is taken. So a chain that is turned away here would not have
/// been shown, and most are turned away before anything is made of them.
/// </summary>
internal static class OddsBound
{
    private const double Rounding = 1e-6;
    private static readonly double One = Of("one") + Of("names other");
    private static readonly double Seeds = Of("seeds to 20");
    private static readonly double Run6 = Of("run to 6");
    private static readonly double Run12 = Of("run to 12");
    private static readonly double BitsByWord = Of("bits by word");
    private static readonly double MeanOfShort = Of("mean places of short");
    private static readonly double FixedPart = Of("own fixed part");
    private static readonly double Quoted = Of("quotation") + Of("quotation exact") + Of("edits owned to")
        + Of("quotation unique") + Math.Max(0, Of("short in both"));

    private static readonly double QuotedNames =
        Math.Max(0, Of("exact by names")) + Math.Max(0, Of("quotation by names"));

    private static readonly double QuotedRun = Of("quotation by run");
    private static readonly double QuotedSeeds = Of("quotation by seeds");
    private static readonly double Ends = Of("ends");
    private static readonly double Thread = Of("thread");
    private static readonly double TitleBits = Of("title share by bits");
    private static readonly double OneAuthor = Of("one author");
    private static readonly double Tails = Of("tails");
    private static readonly double Heads = Of("heads");
    private static readonly double SetOff = Of("set off");
    private static readonly double Alone = Of("alone");
    private static readonly double Covered = Of("covered");
    private static readonly double CoveredBits = Of("covered by bits");
    private static readonly double CoveredLong = Of("covered at length");
    private static readonly BitSteps Free = BitSteps.Of(inThread: false);
    private static readonly BitSteps InThread = BitSteps.Of(inThread: true);

    /// <summary>What other passages of a pair can add to the odds of one.</summary>
    public static double SupportMost { get; } = 30 * Of("many others");

    /// <summary>False for a chain that <see cref="Evidence"/> surely weighs below a half.</summary>
    public static bool MayReach(
        Prepared x, Prepared y, RunChains chains, int chain, ReadOnlySpan<SeedHit> hits, WordRarity rarity,
        double prior)
    {
        var (first, last) = (chains.FirstOf(chain), chains.LastOf(chain));
        var (equal, longest, seeds, bits) = (0, 0, 0, 0.0);
        foreach (var run in chains.Of(chain))
        {
            equal += run.Length;
            longest = Math.Max(longest, run.Length);
            seeds += run.Length / SeedPicker.GramWords;
            bits += rarity.Bits(x.Words, run.A, run.EndA, SignReader.WordBitsMax);
        }

        var (hasTitle, isOneAuthor) = (x.Title != 0 && x.Title == y.Title, x.Author != 0 && x.Author == y.Author);
        var covered = equal / (double)Math.Min(x.Words.Count, y.Words.Count);
        var odds = prior + One + (hasTitle ? Thread + InThread.Most(bits) : Free.Most(bits))
            + (Seeds * Math.Min(seeds, 2)) + (Run6 * Math.Min(longest, 6)) + (Run12 * Math.Clamp(longest - 6, 0, 6))
            + (BitsByWord * Math.Min(bits / equal, 12)) + (isOneAuthor ? OneAuthor : 0)
            + (covered * (Covered + (CoveredBits * Math.Min(bits, 90) / 10)
                + (CoveredLong * Math.Clamp(bits - 90, 0, SignScale.LongBits - 90) / 10)))
            + OfEnds(x.Words, first.A, last.EndA, y.Words, first.B, last.EndB);
        if (HasQuoted(x.Words, first.A, last.EndA) || HasQuoted(y.Words, first.B, last.EndB))
        {
            odds += Quoted + (QuotedNames * Math.Min(bits, 90) / 10) + (QuotedSeeds * Math.Min(seeds, 3))
                + (QuotedRun * Math.Min(longest, 6));
        }

        var titles = hasTitle ? 0 : TitleBits * Math.Min(bits, 60) / 10;
        if (odds + titles < -Rounding) return false;
        odds += OfHits(hits, first.A, last.EndA, first.B, last.EndB, bits, equal <= 60, hasTitle, isOneAuthor);
        if (odds + titles < -Rounding) return false;
        return titles == 0 || odds + (titles * x.Frame.TitleShareWith(y.Frame)) >= -Rounding;
    }

    private static double OfEnds(Words x, int firstA, int endA, Words y, int firstB, int endB)
    {
        const WordMarks fresh = WordMarks.SentenceStart | WordMarks.LineStart;
        const int near = SignReader.EndWords;
        var marksX = x.Marks;
        var marksY = y.Marks;
        var ends = Breaks(marksX, endA, fresh) + Breaks(marksY, endB, fresh);
        var tails = (endA > marksX.Length - near ? 1 : 0) + (endB > marksY.Length - near ? 1 : 0);
        var heads = (firstA < near ? 1 : 0) + (firstB < near ? 1 : 0);
        var alone = IsParagraph(marksX, firstA, endA) + IsParagraph(marksY, firstB, endB);
        return (Ends * ends) + (Tails * tails) + (Heads * heads) + (alone == 2 ? Alone : alone == 1 ? SetOff : 0);
    }

    private static int IsParagraph(ReadOnlySpan<WordMarks> marks, int first, int end) =>
        (first == 0 ? 1 : Begins(marks, first, WordMarks.ParagraphStart))
        & Breaks(marks, end, WordMarks.ParagraphStart);

    private static int Begins(ReadOnlySpan<WordMarks> marks, int word, WordMarks mark) =>
        (marks[word] & mark) != 0 ? 1 : 0;

    private static int Breaks(ReadOnlySpan<WordMarks> marks, int end, WordMarks mark) =>
        end == marks.Length ? 1 : Begins(marks, end, mark);

    private static bool HasQuoted(Words words, int first, int end)
    {
        foreach (var mark in words.Marks[first..end]) if ((mark & WordMarks.Quoted) != 0) return true;
        return false;
    }

    private static double OfHits(
        ReadOnlySpan<SeedHit> hits, int firstA, int endA, int firstB, int endB, double bits, bool isShort,
        bool hasTitle, bool isOneAuthor)
    {
        var signs = default(Signs);
        SeedSigns.Places(hits, firstA, endA, firstB, endB, ref signs);
        var isFixedPart = isOneAuthor && signs.Repeated > .6 && isShort && !hasTitle;
        return (signs.MeanLogPlaces * MeanOfShort * Math.Max(0, 1 - (bits / 150))) + (isFixedPart ? FixedPart : 0);
    }

    private static double Of(string name) => EvidenceWeights.Of[Array.IndexOf(SignScale.Names, name)];

    /// <summary>The most that so many bits give, however they lie in prose, names and numbers: the steepest steps
    /// first.</summary>
    private sealed class BitSteps
    {
        private readonly (double Slope, double Length)[] _steps;

        private BitSteps(IEnumerable<(double Slope, double Length)> steps) =>
            _steps = [.. steps.Where(static s => s.Slope > 0).OrderByDescending(static s => s.Slope)];

        public static BitSteps Of(bool inThread)
        {
            var prose = inThread ? OddsBound.Of("thread by prose") : 0;
            var names = inThread ? OddsBound.Of("thread by names") : 0;
            return new(
            [
                (OddsBound.Of("prose to 30") + prose, 30), (OddsBound.Of("prose to 60") + prose, 30),
                (OddsBound.Of("prose to 120"), 60), (OddsBound.Of("prose to 300"), 180),
                (names, 60), (prose, 60),
            ]);
        }

        public double Most(double bits)
        {
            var most = 0.0;
            foreach (var (slope, length) in _steps)
            {
                var part = Math.Min(bits, length);
                most += slope * part / 10;
                bits -= part;
                if (bits <= 0) break;
            }

            return most;
        }
    }
}
