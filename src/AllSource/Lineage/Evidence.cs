using System.Globalization;

namespace AllSource.Lineage;

/// <summary>
/// What speaks for borrowing in a chain of runs: how much its equal words tell, how many stand in one run, in how many
/// places its rarest
/// seed stands, how much of it is boilerplate of one author, whether it fills a quotation or whole sentences, and
/// whether both
/// documents bear one title. The probability is logistic in these, fitted on labelled passages.
/// </summary>
internal readonly record struct Evidence(
    double Bits, int Equal, int Longest, int Places, double Boilerplate, int Gaps, bool IsQuotation, bool IsWhole,
        bool HasTitle,
    double Prior)
{
    /// <summary>
    /// The prior log-odds of a set of documents, above those of the ten thousand on which the weights were fitted: the
    /// fewer
    /// there are, the fewer turns of phrase meet by chance.
    /// </summary>
    public static double PriorOf(int documents) => .8 * (Math.Log(1e4) - Math.Log(Math.Max(2, documents)));

    /// <summary>At this probability and above a passage is reported.</summary>
    internal const double ProbabilityMin = .5;

    /// <summary>
    /// A signature or an imprint; but not what somebody else answers to under the same title, and not a long text.
    /// </summary>
    public bool IsFixedPart { get; private init; }

    /// <summary>Beyond this share the passage is the fixed part itself: a signature, an outlet's imprint.</summary>
    private const double BoilerplateMost = .6;
    private const int FixedPartWordsMax = 60;
    private const double FixedPartOdds = 25;
    private const double QuotedBitsMin = 45; // below, a turn of phrase in quotation marks
    private const double BitsMax = 400;

    public double Probability
    {
        get
        {
            var odds = Prior - 10.15 + (.0546 * Math.Min(Bits, BitsMax)) + (.26 * Math.Min(Longest, 12))
                - (1.14 * Math.Log(Math.Clamp(Places - 1, 1, HitCollector.PlacesMax))) - (3.77 * Boilerplate)
                + (!IsQuotation ? 0 : Bits < QuotedBitsMin ? 5 : 7.5) + (IsWhole ? 1 : 0) + (HasTitle ? 6 : 0)
                - (IsFixedPart ? FixedPartOdds : 0);
            return 1 / (1 + Math.Exp(-odds));
        }
    }

    public string Why
    {
        get
        {
            var why = string.Create(
                CultureInfo.InvariantCulture,
                $"{Equal} words in common, {Longest} of them in one run, {Bits:F0} bits, ")
                + string.Create(CultureInfo.InvariantCulture, $"its rarest words in {Places} places");
            if (Gaps > 0) why += string.Create(CultureInfo.InvariantCulture, $", {Gaps} edits");
            if (IsQuotation) why += ", the whole of a quotation";
            if (IsWhole) why += ", whole sentences or lines in both";
            if (HasTitle) why += ", under one title";
            if (Boilerplate > 0)
            {
                why += string.Create(CultureInfo.InvariantCulture,
                    $", {100 * Boilerplate:F0} % of it repeated by one author");
            }

            return Probability >= ProbabilityMin ? why : $"passed over: {why}";
        }
    }

    public static Evidence Of(Prepared x, Prepared y, List<Run> chain, double bits, ReadOnlySpan<SeedHit> hits,
        double prior)
    {
        int equal = 0, longest = 0, places = int.MaxValue, seen = 0, boilerplate = 0;
        foreach (var run in chain)
        {
            equal += run.Length;
            longest = Math.Max(longest, run.Length);
        }

        var (firstA, endA, firstB, endB) = (chain[0].A, chain[^1].EndA, chain[0].B, chain[^1].EndB);
        foreach (ref readonly var hit in hits)
        {
            if (hit.Word < firstA || hit.Word >= endA || hit.OwnWord < firstB || hit.OwnWord >= endB) continue;
            seen++;
            if (hit.IsBoilerplate) boilerplate++;
            else places = Math.Min(places, hit.Places);
        }

        if (places == int.MaxValue) places = HitCollector.PlacesMax;
        var share = seen == 0 ? 0 : boilerplate / (double)seen;
        var isAnswer = x.Title != 0 && x.Title == y.Title && x.Author != y.Author;
        return new(
            bits, equal, longest, places, share, chain.Count - 1,
            FillsQuotation(x.Words, firstA, endA) || FillsQuotation(y.Words, firstB, endB),
            FillsSentences(x.Words, firstA, endA) && FillsSentences(y.Words, firstB, endB),
            x.Title != 0 && x.Title == y.Title, prior)
        {
            IsFixedPart = share > BoilerplateMost && equal <= FixedPartWordsMax && !isAnswer,
        };
    }

    /// <summary>True when the stretch is a quotation but for a few words: its ends may be edited.</summary>
    private static bool FillsQuotation(Words words, int first, int end)
    {
        const int Ends = 4;
        while (first < end && !words.Has(first, WordMarks.Quoted)) first++;
        while (end > first && !words.Has(end - 1, WordMarks.Quoted)) end--;
        if (first == end) return false;
        var (before, after) = (0, 0);
        while (before <= Ends && first - before > 0 && words.Has(first - before - 1, WordMarks.Quoted)) before++;
        while (after <= Ends && end + after < words.Count && words.Has(end + after, WordMarks.Quoted)) after++;
        return before + after <= Ends && 2 * (before + after) <= end - first;
    }

    private static bool FillsSentences(Words words, int first, int end) =>
        words.Has(first, WordMarks.SentenceStart | WordMarks.LineStart)
        && (end == words.Count || words.Has(end, WordMarks.SentenceStart | WordMarks.LineStart));
}
