namespace AllSource.Lineage.Weighing;

/// <summary>
/// What can be seen of a chain of runs that speaks for or against borrowing; <see cref="SignScale"/> makes the numbers
/// of it that <see cref="Evidence"/> weighs. Words that both texts write with a capital tell of a common subject,
/// running prose tells of common wording: their bits are kept apart.
/// </summary>
internal struct Signs
{
    private const double OwnRepeatedMax = .3;

    /// <summary>Bits of equal words of running prose, of names, and of words with digits.</summary>
    public double ProseBits, NameBits, NumberBits;

    /// <summary>Equal words, the longest run of them, and words of the stretch that are not equal (the fewer side's
    /// are not counted).</summary>
    public int Equal, Longest, Unequal;

    /// <summary>Edits, and those of them that an editor's bracket or ellipsis owns to on one side.</summary>
    public int Edits, OwnedEdits;

    /// <summary>Edits that put a number for a number, or a name for a name: a form filled in anew, not a copy.
    /// </summary>
    public int FilledSlots;

    /// <summary>Places of its rarest seed, and the mean logarithm of the places of all its seeds.</summary>
    public int Places;
    public double MeanLogPlaces;

    /// <summary>
    /// Bits of its seeds that share no word, by how many places each has: what everybody writes tells nothing even
    /// when its words are rare by themselves.
    /// </summary>
    public double SeedBits;

    /// <summary>
    /// How much of it that may be believed, 0 to 1, by the words that were read: where there is little text, that
    /// nobody else has a seed tells little.
    /// </summary>
    public double Experience;

    /// <summary>Share of its seeds that one author repeats.</summary>
    public double Repeated;

    /// <summary>How well it fills a quotation on one side, 0 to 1; and whether it stands in quotation marks on both.
    /// </summary>
    public double Quotation;
    public bool IsQuotedInBoth;

    /// <summary>The earlier has it in quotation marks, and the later has not: it is the later who quotes.</summary>
    public bool IsQuotedEarlier;

    /// <summary>
    /// Other texts that hold as much of what is quoted here: words that one text alone has were quoted from it though
    /// they are common, and of a formula nothing tells whose it is.
    /// </summary>
    public int Rivals;

    /// <summary>Its equal words as a share of the shorter text's.</summary>
    public double Covered;

    /// <summary>On how many of the two sides it begins, and ends, where a sentence or line does.</summary>
    public int Starts, Ends;

    /// <summary>On how many of the two sides it is a paragraph of its own.</summary>
    public int Alone;

    public bool HasTitle, IsSameAuthor;

    /// <summary>In the later it is a paragraph by itself, and something else follows.</summary>
    public bool IsAnswered;

    /// <summary>It holds the name of the earlier's author, and the later is somebody else's: with it a signature is
    /// quoted.</summary>
    public bool HoldsEarlierName;

    /// <summary>It holds the name of the later's author and not the earlier's: he signs, and copies nobody.</summary>
    public bool HoldsLaterName;

    /// <summary>Share of the telling words of the shorter title that the other has.</summary>
    public double TitleShare;

    /// <summary>Share of function words among its equal words: running text has two in five, a list or a signature
    /// hardly any.</summary>
    public double CommonShare;

    /// <summary>On how many sides it reaches into the first words of the document, and into the last.</summary>
    public int Heads, Tails;

    /// <summary>Addresses of mail and the web in it, and whether it holds the name of an author of one of the two.
    /// </summary>
    public int Addresses;
    public bool HasAuthorName;

    /// <summary>One text names the other's author near the stretch.</summary>
    public bool NamesOther;

    /// <summary>Share of its words that close one of the two documents as a signature does, on the side with more; and
    /// whether most of it stands behind a line of dashes, stars or the like near the end.</summary>
    public double SignatureShare;
    public bool IsBehindRule;

    /// <summary>Share of its characters, on the side with fewer, that drawings, tables and addresses are made of.
    /// </summary>
    public double OddShare;

    /// <summary>Bits of the pair's other passages that show by themselves, but signatures and what one author repeats.
    /// </summary>
    public double OtherBits;

    public readonly double Bits => ProseBits + NameBits + NumberBits;

    /// <summary>Bits of the pair's other passages from which titles of like words mean one conversation.</summary>
    private const double OthersMin = 100;
    internal const double LikeTitleMin = .5;

    /// <summary>So much of a stretch closes a text when it is a signature and nothing else.</summary>
    private const double SignedMin = .9;

    /// <summary>
    /// It answers in one conversation: the same title (or a like one, where other passages are shared as well), by
    /// somebody else, or by the same author but not with what he puts under every text.
    /// </summary>
    public readonly bool IsInThread => (HasTitle || (OtherBits >= OthersMin && TitleShare >= LikeTitleMin))
        && !(IsSameAuthor && (Repeated > OwnRepeatedMax || SignatureShare > OwnRepeatedMax))
        && !(HoldsLaterName && SignatureShare > SignedMin);
}
