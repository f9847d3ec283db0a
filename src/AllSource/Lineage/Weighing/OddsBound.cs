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
    private const double UnknownMost = 10; // a sign that is not listed here is taken to be at most this

    private static readonly string[] OfPlaces = ["rarest", "mean places", "repeated", "repeated mostly"];
    private static readonly string[] OfQuotations =
        ["quotation", "quotation by bits", "quotation exact", "quoted in both"];

    private static readonly string[] OfTitles = ["signature under title"];

    /// <summary>Signs that are seen here; of the rest the best is taken at once.</summary>
    private static readonly string[] Seen =
    [
        "one", "prose to 60", "prose to 120", "prose to 300", "names to 120", "numbers to 60", "run to 12",
        "run to 32", "edited", "starts", "ends", "whole", "title", "one author", "tails", "alone", "title by bits",
        .. OfPlaces, .. OfQuotations, .. OfTitles,
    ];

    private static readonly double LogPlacesMost = Math.Log(PlaceLists.PlacesMax);

    private static readonly Dictionary<string, double> Most = new(StringComparer.Ordinal)
    {
        ["rarest"] = LogPlacesMost,
        ["mean places"] = LogPlacesMost,
        ["repeated"] = 1,
        ["repeated mostly"] = 1,
        ["quotation"] = 1,
        ["quotation by bits"] = 9,
        ["quotation exact"] = 1,
        ["quoted in both"] = 1,
        ["few common"] = 3,
        ["address"] = 1,
        ["author in it"] = 1,
        ["names other"] = 1,
        ["signature"] = 1,
        ["signature under title"] = 1,
        ["odd marks"] = 4,
        ["own fixed part"] = 1,
    };

    private static readonly double[] Prose =
        [WeightOf("prose to 60") / 10, WeightOf("prose to 120") / 10, WeightOf("prose to 300") / 10];

    private static readonly double One = WeightOf("one");
    private static readonly double Names = WeightOf("names to 120") / 10;
    private static readonly double Numbers = WeightOf("numbers to 60") / 10;
    private static readonly double Run12 = WeightOf("run to 12");
    private static readonly double Run32 = WeightOf("run to 32");
    private static readonly double Edited = WeightOf("edited");
    private static readonly double Starts = WeightOf("starts");
    private static readonly double Ends = WeightOf("ends");
    private static readonly double Whole = WeightOf("whole");
    private static readonly double Title = WeightOf("title");
    private static readonly double OneAuthor = WeightOf("one author");
    private static readonly double Tails = WeightOf("tails");
    private static readonly double Alone = WeightOf("alone");
    private static readonly double TitleBits = WeightOf("title by bits") / 10;
    private static readonly double Rarest = WeightOf("rarest");
    private static readonly double MeanPlaces = WeightOf("mean places");
    private static readonly double Repeated = WeightOf("repeated");
    private static readonly double RepeatedMostly = WeightOf("repeated mostly");
    private static readonly double PlacesMost = MostOf(OfPlaces);
    private static readonly double QuotationsMost = MostOf(OfQuotations);
    private static readonly double TitlesMost = MostOf(OfTitles);
    private static readonly double RestMost = MostOf(Signs.Names.Except(Seen));

    /// <summary>False for a chain that <see cref="Evidence"/> surely weighs below a half.</summary>
    public static bool MayReach(
        Prepared x, Prepared y, RunChains chains, int chain, ReadOnlySpan<SeedHit> hits, WordRarity rarity,
        double prior)
    {
        var (first, last) = (chains.FirstOf(chain), chains.LastOf(chain));
        var (equal, longest, bits) = (0, 0, 0.0);
        foreach (var run in chains.Of(chain))
        {
            equal += run.Length;
            longest = Math.Max(longest, run.Length);
            bits += rarity.Bits(x.Words, run.A, run.EndA, SignReader.WordBitsMax);
        }

        var unequal = Math.Max(last.EndA - first.A, last.EndB - first.B) - equal;
        var odds = prior + One + RestMost + PlacesMost + OfBits(bits)
            + (Run12 * Math.Min(longest, 12)) + (Run32 * Math.Clamp(longest - 12, 0, 20))
            + (Edited * unequal / (unequal + equal))
            + OfEnds(x.Words, first.A, last.EndA, y.Words, first.B, last.EndB);
        if (x.Author != 0 && x.Author == y.Author) odds += OneAuthor;
        if (x.Title != 0 && x.Title == y.Title) odds += Title + TitlesMost + (TitleBits * Math.Min(bits, 60));
        if (HasQuoted(x.Words, first.A, last.EndA) || HasQuoted(y.Words, first.B, last.EndB)) odds += QuotationsMost;
        return odds >= -Rounding
            && odds - PlacesMost + OfHits(hits, first.A, last.EndA, first.B, last.EndB, equal) >= -Rounding;
    }

    /// <summary>The most that so many bits give, however they lie in prose, names and numbers.</summary>
    private static double OfBits(double bits)
    {
        var to60 = Prose[0] * Math.Min(bits, 60);
        var to120 = to60 + (Prose[1] * Math.Clamp(bits - 60, 0, 60));
        var to300 = to120 + (Prose[2] * Math.Clamp(bits - 120, 0, 180));
        return Math.Max(Math.Max(0, to60), Math.Max(to120, to300)) + Math.Max(0, Names * Math.Min(bits, 120))
            + Math.Max(0, Numbers * Math.Min(bits, 60));
    }

    private static double OfEnds(Words x, int firstA, int endA, Words y, int firstB, int endB)
    {
        const WordMarks fresh = WordMarks.SentenceStart | WordMarks.LineStart;
        var marksX = x.Marks;
        var marksY = y.Marks;
        var starts = Begins(marksX, firstA, fresh) + Begins(marksY, firstB, fresh);
        var ends = Breaks(marksX, endA, fresh) + Breaks(marksY, endB, fresh);
        var tails = (endA > marksX.Length - SignReader.TailWords ? 1 : 0)
            + (endB > marksY.Length - SignReader.TailWords ? 1 : 0);
        return (Starts * starts) + (Ends * ends) + (Tails * tails) + (starts == 2 && ends == 2 ? Whole : 0)
            + (Alone * (IsParagraph(marksX, firstA, endA) + IsParagraph(marksY, firstB, endB)));
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
        ReadOnlySpan<SeedHit> hits, int firstA, int endA, int firstB, int endB, int equal)
    {
        var signs = default(Signs);
        SignReader.Places(hits, firstA, endA, firstB, endB, ref signs);
        return (Rarest * SignReader.LogOfPlaces(signs.Places)) + (MeanPlaces * signs.MeanLogPlaces)
            + (Repeated * signs.Repeated) + (signs.Repeated > .6 && equal <= 60 ? RepeatedMostly : 0);
    }

    private static double WeightOf(string name)
    {
        var at = Array.IndexOf(Signs.Names, name);
        return at < 0 ? 0 : EvidenceWeights.Of[at];
    }

    private static double MostOf(IEnumerable<string> names) =>
        names.Sum(static n => Math.Max(0, WeightOf(n)) * Most.GetValueOrDefault(n, UnknownMost));
}
