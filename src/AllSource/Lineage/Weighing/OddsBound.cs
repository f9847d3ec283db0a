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
    private static readonly double Quoted = Of("quotation") + Of("quotation exact");
    private static readonly double QuotedEdits = Of("edits owned to");
    private static readonly double ExactNames = Math.Max(0, Of("exact by names"));
    private static readonly double QuotedNames = Math.Max(0, Of("quotation by names"));
    private static readonly double ShortInBoth = Math.Max(0, Of("short in both"));
    private static readonly double WholeBits = Of("whole by bits");
    private static readonly double Ends = Of("ends");
    private static readonly double Thread = Of("thread") + Of("answered in thread") + Of("names in thread");
    private static readonly double TitleBits = Of("title share by bits");
    private static readonly double OneAuthor = Of("one author");
    private static readonly double Tails = Of("tails");
    private static readonly double Heads = Of("heads");
    private static readonly double SetOff = Of("set off");
    private static readonly double Alone = Of("alone");
    private static readonly double Covered = Of("covered");
    private static readonly double CoveredBits = Of("covered by bits");
    private static readonly double CoveredLong = Of("covered at length");
    private static readonly double[] Prose =
        [Of("prose to 30"), Of("prose to 60"), Of("prose to 120"), Of("prose to 300")];

    private static readonly double ThreadNames = Of("thread by names");
    private static readonly double ThreadProse = Of("thread by prose");
    private static readonly double Others = Of("many others");

    /// <summary>What other passages of a pair can add to the odds of one, when they have so many bits.</summary>
    public static double SupportOf(double bits) => Others * SignScale.OfOthers(bits);

    /// <summary>True when other passages of the two may make one conversation of them.</summary>
    public static bool MayAnswer(Prepared x, Prepared y) =>
        !x.HasTitleOf(y) && x.TitleShareWith(y) >= Signs.LikeTitleMin;

    /// <summary>
    /// The most that the odds of a chain can be by itself: where they are below 0, <see cref="Evidence"/> surely weighs
    /// it below a half unless others support it. What costs more is looked at only while the odds are not below.
    /// </summary>
    /// <param name="bits">The bits of its words.</param>
    /// <param name="mayAnswer">Other passages may make one conversation of the two.</param>
    public static double Of(
        Prepared x, Prepared y, RunChains chains, int chain, ReadOnlySpan<SeedHit> hits, WordRarity rarity,
        double prior, out double bits, bool mayAnswer = false)
    {
        var (first, last) = (chains.FirstOf(chain), chains.LastOf(chain));
        var (equal, longest, seeds) = (0, 0, 0);
        foreach (var run in chains.Of(chain))
        {
            equal += run.Length;
            longest = Math.Max(longest, run.Length);
            seeds += run.Length / SeedPicker.GramWords;
        }

        bits = 0;
        if (!SignReader.MayTell(x, y, equal, first)) return double.NegativeInfinity;
        var wording = new Wording(x, y, rarity);
        foreach (var run in chains.Of(chain)) wording.Add(run);
        bits = wording.ProseBits + wording.NameBits + wording.NumberBits;
        var (hasTitle, isOneAuthor) = (x.HasTitleOf(y), x.Author != 0 && x.Author == y.Author);
        var covered = equal / (double)Math.Min(x.Words.Count, y.Words.Count);
        var odds = prior + Rounding + One + OfProse(wording.ProseBits) + (hasTitle || mayAnswer ? OfThread(wording) : 0)
            + (Run6 * Math.Min(longest, 6)) + (Run12 * Math.Clamp(longest - 6, 0, 6))
            + (BitsByWord * Math.Min(bits / equal, 12)) + (isOneAuthor ? OneAuthor : 0)
            + (covered * (Covered + (CoveredBits * Math.Min(bits, 90) / 10)
                + (CoveredLong * Math.Clamp(bits - 90, 0, SignScale.LongBits - 90) / 10)))
            + OfEnds(x.Words, first.A, last.EndA, y.Words, first.B, last.EndB);
        var isQuoted = HasQuoted(x.Words, first.A, last.EndA) || HasQuoted(y.Words, first.B, last.EndB);
        var quoted = isQuoted ? OfQuotation(1, first == last, wording.NameBits, bits) : 0;
        var titles = hasTitle ? 0 : TitleBits * Math.Min(bits, 60) / 10;
        var most = odds + titles + quoted + (Seeds * Math.Min(seeds, 2));
        if (most < 0) return most;
        odds += OfHits(hits, chains, chain, rarity, bits, equal <= 60, hasTitle, isOneAuthor);
        if (odds + titles + quoted < 0) return odds + titles + quoted;
        if (isQuoted)
        {
            var filled = Math.Max(Quotations.Filled(x, first.A, last.EndA), Quotations.Filled(y, first.B, last.EndB));
            quoted = OfQuotation(filled, first == last, wording.NameBits, bits);
        }

        odds += quoted;
        return titles == 0 || odds + titles < 0 ? odds + titles : odds + (titles * x.TitleShareWith(y));
    }

    private static double OfQuotation(double filled, bool isWhole, double names, double bits) =>
        ShortInBoth + (filled * (Quoted + (isWhole ? 0 : QuotedEdits) + (QuotedNames * Math.Min(names, 60) / 10)))
            + (filled >= 1 ? ExactNames * Math.Min(names, 90) / 10 : 0)
            + (filled >= 1 ? WholeBits * Math.Clamp(bits - 30, 0, 45) / 10 : 0)
            - QuotationContest.OddsMin; // one of several texts that may be quoted is shown below a half

    private static double OfProse(double bits) => ((Prose[0] * Math.Clamp(bits, 0, 30))
        + (Prose[1] * Math.Clamp(bits - 30, 0, 30)) + (Prose[2] * Math.Clamp(bits - 60, 0, 60))
        + (Prose[3] * Math.Clamp(bits - 120, 0, 180))) / 10;

    private static double OfThread(in Wording of) => Thread + ((ThreadNames * Math.Min(of.NameBits, 60))
        + (ThreadProse * Math.Min(of.ProseBits + of.NumberBits, 60))) / 10;

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
        ReadOnlySpan<SeedHit> hits, RunChains chains, int chain, WordRarity rarity, double bits, bool isShort,
        bool hasTitle, bool isOneAuthor)
    {
        var signs = default(Signs);
        var (first, last) = (chains.FirstOf(chain), chains.LastOf(chain));
        SeedSigns.Places(hits, first.A, last.EndA, first.B, last.EndB, ref signs);
        foreach (var run in chains.Of(chain)) SeedSigns.AddBits(run, hits, ref signs);
        var isFixedPart = isOneAuthor && signs.Repeated > .6 && isShort && !hasTitle;
        return (signs.MeanLogPlaces * MeanOfShort * Math.Max(0, 1 - (bits / 150))) + (isFixedPart ? FixedPart : 0)
            + (Seeds * Math.Min(2, signs.SeedBits * SeedSigns.ExperienceOf(rarity.Words) / 10));
    }

    private static double Of(string name) => EvidenceWeights.Of[Array.IndexOf(SignScale.Names, name)];
}
