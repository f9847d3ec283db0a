namespace AllSource.Lineage.Weighing;

/// <summary>The numbers made of <see cref="Signs"/> that <see cref="EvidenceWeights"/> weighs.</summary>
internal static class SignScale
{
    /// <summary>A passage of more bits is long.</summary>
    public const double LongBits = 490;

    /// <summary>
    /// Each number that is weighed: its name, and which way it may speak, + for borrowing only, - against it only, ? as
    /// the labels say. What is known beforehand need not be learnt from few examples, and holds for texts of other
    /// kinds.
    /// </summary>
    private static readonly (string Name, char Way)[] All =
    [
        ("one", '?'), ("prose to 30", '+'), ("prose to 60", '+'), ("prose to 120", '+'), ("prose to 300", '+'),
        ("seeds to 20", '+'), ("run to 6", '+'), ("run to 12", '+'), ("bits by word", '+'),
        ("mean places of short", '-'), ("own fixed part", '-'), ("edits owned to", '+'), ("slots by words", '-'),
        ("quotation", '+'), ("quotation exact", '+'), ("exact by names", '?'), ("exact by repeated", '-'),
        ("quoted earlier", '-'), ("short in both", '-'), ("quotation by names", '?'),
        ("quotation not owned to", '-'), ("whole by bits", '+'), ("whole by rarest", '-'), ("ends", '+'),
        ("thread", '+'), ("thread by prose", '+'), ("thread by names", '+'), ("answered in thread", '+'),
        ("names in thread", '+'), ("title share by bits", '+'), ("one author", '?'),
        ("few common", '-'), ("tails", '?'), ("heads", '?'), ("address", '-'), ("author in it", '-'),
        ("names other", '+'), ("set off", '+'), ("alone", '?'), ("signature", '-'), ("signature in thread", '-'),
        ("signed behind rule", '-'), ("behind rule", '-'), ("odd marks", '-'), ("many others", '+'), ("covered", '+'),
        ("covered by bits", '+'), ("covered at length", '+'),
    ];

    /// <summary>The names of what <see cref="Fill"/> writes, in its order.</summary>
    public static readonly string[] Names = [.. All.Select(static s => s.Name)];

    public static readonly char[] Ways = [.. All.Select(static s => s.Way)];

    /// <summary>The numbers that are weighed: <see cref="Names"/> tells which.</summary>
    public static void Fill(in Signs s, Span<double> into)
    {
        var isFree = !s.IsInThread;
        into[0] = 1;
        var k = 1;
        k = Wording(s, into, k);
        k = Places(s, isFree, into, k);
        k = Quotation(s, into, k);
        k = Frames(s, isFree, into, k);
        Surroundings(s, isFree, into, k);
    }

    private static int Wording(in Signs s, Span<double> into, int k)
    {
        into[k++] = Part(s.ProseBits, 0, 30);
        into[k++] = Part(s.ProseBits, 30, 60);
        into[k++] = Part(s.ProseBits, 60, 120);
        into[k++] = Part(s.ProseBits, 120, 300);
        into[k++] = Part(s.SeedBits * s.Experience, 0, 20);
        into[k++] = Math.Min(s.Longest, 6);
        into[k++] = Math.Clamp(s.Longest - 6, 0, 6);
        into[k++] = Math.Min(s.Bits / s.Equal, 12);
        return k;
    }

    private static int Places(in Signs s, bool isFree, Span<double> into, int k)
    {
        into[k++] = s.MeanLogPlaces * Math.Max(0, 1 - (s.Bits / 150));
        into[k++] = s.IsSameAuthor && !s.HasTitle && s.Repeated > .6 && s.Equal <= 60 ? 1 : 0;
        into[k++] = s.Quotation * s.OwnedEdits / Math.Max(1, s.Edits);
        into[k++] = 10.0 * Math.Min(s.FilledSlots, 6) / s.Equal;
        return k;
    }

    private static int Quotation(in Signs s, Span<double> into, int k)
    {
        var isExact = s.Quotation >= 1;
        var isWhole = isExact && s.Edits == s.OwnedEdits; // nothing in it but what the other has, or is owned to
        into[k++] = s.Quotation;
        into[k++] = isExact ? 1 : 0;
        into[k++] = isExact ? Part(s.NameBits, 0, 90) : 0;
        into[k++] = isExact ? s.Repeated : 0;
        into[k++] = s.IsQuotedEarlier ? s.Quotation : 0;
        into[k++] = s.IsQuotedInBoth && s.Places > 2 ? Math.Clamp((13 - s.Equal) / 6.0, 0, 1) : 0;
        into[k++] = s.Quotation * Part(s.NameBits, 0, 60);
        into[k++] = s.Quotation * Math.Min(s.Edits - s.OwnedEdits, 3);
        into[k++] = isWhole ? Part(s.Bits, 30, 75) : 0;
        into[k++] = isWhole ? SeedSigns.LogOfPlaces(s.Places) : 0;
        return k;
    }

    private static int Frames(in Signs s, bool isFree, Span<double> into, int k)
    {
        into[k++] = s.Ends;
        into[k++] = isFree ? 0 : 1;
        into[k++] = isFree ? 0 : Part(s.ProseBits + s.NumberBits, 0, 60);
        into[k++] = isFree ? 0 : Part(s.NameBits, 0, 60);
        into[k++] = !isFree && s.IsAnswered ? 1 : 0;
        into[k++] = !isFree && s.HoldsEarlierName ? 1 : 0;
        into[k++] = s.HasTitle ? 0 : s.TitleShare * Part(s.Bits, 0, 60);
        into[k++] = s.IsSameAuthor ? 1 : 0;
        into[k++] = isFree ? Math.Max(0, .3 - s.CommonShare) * 10 : 0;
        into[k++] = s.Tails;
        into[k++] = s.Heads;
        into[k++] = isFree ? Math.Min(1, 8.0 * s.Addresses / s.Equal) : 0;
        into[k++] = s.HasAuthorName && isFree ? 1 : 0;
        into[k++] = s.NamesOther ? 1 : 0;
        into[k++] = s.Alone == 1 ? 1 : 0;
        into[k++] = s.Alone == 2 ? 1 : 0;
        return k;
    }

    private static void Surroundings(in Signs s, bool isFree, Span<double> into, int k)
    {
        into[k++] = isFree ? s.SignatureShare : 0;
        into[k++] = isFree || s.HoldsEarlierName ? 0 : s.SignatureShare;
        into[k++] = s.IsBehindRule && isFree ? SignedShare(s) : 0;
        into[k++] = s.IsBehindRule && isFree ? 1 : 0;
        into[k++] = isFree ? Math.Min(s.OddShare, .4) * 10 * (1 - s.Quotation) : 0;
        into[k++] = OfOthers(s.OtherBits);
        into[k++] = s.Covered;
        into[k++] = s.Covered * Part(s.Bits, 0, 90);
        into[k] = s.Covered * Part(s.Bits, 90, LongBits);
    }

    /// <summary>Of the bits of other passages of the two.</summary>
    public static double OfOthers(double bits) => Part(bits, 100, 400);

    private static double SignedShare(in Signs s) => s.Addresses > 0 || s.HasAuthorName ? 1 : s.SignatureShare;

    private static double Part(double bits, double from, double to) => Math.Clamp(bits - from, 0, to - from) / 10;
}
