using AllSource.Lineage.Seeds;

namespace AllSource.Lineage.Weighing;

/// <summary>
/// What can be seen of a chain of runs that speaks for or against borrowing; each a number that <see cref="Evidence"/>
/// weighs. Words that both texts write with a capital tell of a common subject, running prose tells of common wording:
/// their bits are kept apart.
/// </summary>
internal struct Signs
{
    /// <summary>Bits of equal words of running prose, of names, and of words with digits.</summary>
    public double ProseBits, NameBits, NumberBits;

    /// <summary>Equal words, the longest run of them, and words of the stretch that are not equal (the fewer side's
    /// are not counted).</summary>
    public int Equal, Longest, Unequal;

    /// <summary>Places of its rarest seed, and the mean logarithm of the places of all its seeds.</summary>
    public int Places;
    public double MeanLogPlaces;

    /// <summary>Share of its seeds that one author repeats.</summary>
    public double Repeated;

    /// <summary>How well it fills a quotation on one side, 0 to 1; and whether it stands in quotation marks on both.
    /// </summary>
    public double Quotation;
    public bool IsQuotedInBoth;

    /// <summary>On how many of the two sides it begins, and ends, where a sentence or line does.</summary>
    public int Starts, Ends;

    /// <summary>On how many of the two sides it is a paragraph of its own.</summary>
    public int Alone;

    public bool HasTitle, IsSameAuthor;

    /// <summary>Share of function words among its equal words: running text has two in five, a list or a signature
    /// hardly any.</summary>
    public double CommonShare;

    /// <summary>On how many sides it reaches into the last words of the document.</summary>
    public int Tails;

    /// <summary>Addresses of mail and the web in it, and whether it holds the name of an author of one of the two.
    /// </summary>
    public int Addresses;
    public bool HasAuthorName;

    /// <summary>One text names the other's author near the stretch.</summary>
    public bool NamesOther;

    /// <summary>It ends one of the two documents and holds the name or the address of that document's author: a
    /// signature.</summary>
    public bool IsSigned;

    /// <summary>Share of its characters, on the side with fewer, that drawings, tables and addresses are made of.
    /// </summary>
    public double OddShare;

    public readonly double Bits => ProseBits + NameBits + NumberBits;

    /// <summary>
    /// Somebody else writes under the same title: names and numbers that both have are then the other's, as they are
    /// in a list or a table that is answered row by row, and no mere common subject.
    /// </summary>
    private readonly bool IsAnswer => HasTitle && !IsSameAuthor;

    /// <summary>The names of what <see cref="Fill"/> writes, in its order.</summary>
    public static readonly string[] Names =
    [
        "one", "prose to 60", "prose to 120", "prose to 300", "names to 120", "numbers to 60", "run to 12",
        "run to 32", "rarest", "mean places", "repeated", "repeated mostly", "edited", "quotation",
        "quotation by bits", "quotation exact", "quoted in both", "starts", "ends", "whole", "title", "one author",
        "few common", "tails", "address", "author in it", "names other", "alone", "title by bits", "signature",
        "signature under title", "odd marks", "own fixed part",
    ];

    /// <summary>The numbers that are weighed: <see cref="Names"/> tells which.</summary>
    public readonly void Fill(Span<double> into)
    {
        var k = 0;
        into[k++] = 1;
        var prose = IsAnswer ? Bits : ProseBits;
        into[k++] = Math.Min(prose, 60) / 10;
        into[k++] = Math.Clamp(prose - 60, 0, 60) / 10;
        into[k++] = Math.Clamp(prose - 120, 0, 180) / 10;
        into[k++] = IsAnswer ? 0 : Math.Min(NameBits, 120) / 10;
        into[k++] = IsAnswer ? 0 : Math.Min(NumberBits, 60) / 10;
        into[k++] = Math.Min(Longest, 12);
        into[k++] = Math.Clamp(Longest - 12, 0, 20);
        into[k++] = Math.Log(Math.Clamp(Places - 1, 1, PlaceLists.PlacesMax));
        into[k++] = MeanLogPlaces;
        into[k++] = Repeated;
        into[k++] = Repeated > .6 && Equal <= 60 ? 1 : 0;
        into[k++] = Unequal / (double)(Unequal + Equal);
        into[k++] = Quotation;
        into[k++] = Quotation * Math.Min(Bits, 90) / 10;
        into[k++] = Quotation >= 1 ? 1 : 0;
        into[k++] = IsQuotedInBoth ? 1 : 0;
        into[k++] = Starts;
        into[k++] = Ends;
        into[k++] = Starts == 2 && Ends == 2 ? 1 : 0;
        into[k++] = HasTitle ? 1 : 0;
        into[k++] = IsSameAuthor ? 1 : 0;
        into[k++] = Math.Max(0, .3 - CommonShare) * 10;
        into[k++] = Tails;
        into[k++] = Math.Min(1, 8.0 * Addresses / Equal);
        into[k++] = HasAuthorName ? 1 : 0;
        into[k++] = NamesOther ? 1 : 0;
        into[k++] = Alone;
        into[k++] = HasTitle ? Math.Min(Bits, 60) / 10 : 0;
        into[k++] = IsSigned && !HasTitle ? 1 : 0;
        into[k++] = IsSigned && HasTitle ? 1 : 0;
        into[k++] = Math.Min(OddShare, .4) * 10;
        into[k] = IsSameAuthor && !HasTitle && Repeated > .6 && Equal <= 60 ? 1 : 0;
    }
}
