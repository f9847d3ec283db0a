using System.Globalization;
using System.Runtime.CompilerServices;

namespace AllSource.Lineage.Weighing;

/// <summary>
/// What speaks for borrowing in a chain of runs, weighed: the probability is logistic in the <see cref="Signs"/>, with
/// weights fitted on labelled passages.
/// </summary>
internal sealed class Evidence(Signs signs, double prior, double rivalOdds = 0)
{
    // What rivals tell, in log-odds: by hand from the shares of gold passages among the candidates of reuters-edits
    // (docs/measurements/lineage.md); a fit on passages alone sees too few that nobody borrowed.
    private const double Alone = 1.6;
    private const double Doubling = 1.5; // as the texts that hold it double beyond two, up to eight
    private const double DoublingsMax = 3;
    private const double AloneBitsMin = 40; // fewer are a name or a turn of phrase
    private const double FixedPartMax = .5;

    /// <summary>At this probability and above a passage is reported.</summary>
    internal const double ProbabilityMin = .5;

    private const int WhyCharacters = 512;

    /// <summary>
    /// The prior log-odds of a set of documents, above those of the ten thousand on which the weights were fitted: the
    /// fewer there are, the fewer turns of phrase meet by chance. Less than the square law of chance would have it,
    /// as small desks are gathered about one subject.
    /// </summary>
    public static double PriorOf(int documents) => .3 * (Math.Log(1e4) - Math.Log(Math.Max(2, documents)));

    private readonly Signs _signs = signs;

    public ref readonly Signs Signs => ref _signs;

    public double Odds { get; } = OddsOf(signs, prior) + rivalOdds;

    public double Probability => 1 / (1 + Math.Exp(-Odds));

    public string Why
    {
        get
        {
            ref readonly var s = ref Signs;
            var why = new DefaultInterpolatedStringHandler(
                0, 0, CultureInfo.InvariantCulture, stackalloc char[WhyCharacters]); // a string once, not one a clause
            if (Odds < 0) why.AppendLiteral("passed over: ");
            why.AppendFormatted(s.Equal);
            why.AppendLiteral(" words in common, ");
            why.AppendFormatted(s.Longest);
            why.AppendLiteral(" of them in one run, ");
            why.AppendFormatted(s.Bits, "F0");
            why.AppendLiteral(" bits, its rarest words in ");
            why.AppendFormatted(s.Places);
            why.AppendLiteral(" places");
            if (s.Unequal > 0)
            {
                why.AppendLiteral(", ");
                why.AppendFormatted(s.Unequal);
                why.AppendLiteral(" words edited");
            }

            if (s.Quotation >= .5) why.AppendLiteral(", the whole of a quotation");
            if (s.Rivals > 0)
            {
                why.AppendLiteral(", which ");
                why.AppendFormatted(s.Rivals);
                why.AppendLiteral(s.Rivals == 1 ? " other text holds as well" : " other texts hold as well");
            }

            if (s.IsQuotedInBoth) why.AppendLiteral(", in quotation marks in both");
            if (s is { Starts: 2, Ends: 2 }) why.AppendLiteral(", whole sentences or lines in both");
            if (s.HasTitle) why.AppendLiteral(", under one title");
            if (s.NamesOther) why.AppendLiteral(", one names the other's author");
            if (s.NameBits + s.NumberBits > 2 * s.ProseBits) why.AppendLiteral(", mostly names and numbers");
            if (s.SignatureShare > .5) why.AppendLiteral(", at the end of a text with its author's name or address");
            if (s.OwnedEdits > 0) why.AppendLiteral(", changes marked by brackets or ellipses");
            if (s.OtherBits > 40) why.AppendLiteral(", beside other passages of the two");
            if (s.Repeated > 0)
            {
                why.AppendLiteral(", ");
                why.AppendFormatted(100 * s.Repeated, "F0");
                why.AppendLiteral(" % of it repeated by one author");
            }

            return why.ToStringAndClear();
        }
    }

    /// <summary>The same beside passages of so many bits.</summary>
    public Evidence Beside(double otherBits) =>
        otherBits.Equals(_signs.OtherBits) ? this : new(_signs with { OtherBits = otherBits }, prior, rivalOdds);

    /// <summary>
    /// The same where so many other texts hold what is quoted. What a single text has was quoted from it though each
    /// of its words is common; of what many have nothing tells whose it is. Of a long stretch that is told without.
    /// </summary>
    /// <param name="isWhole">The quotation ends with it, and owns to its edits.</param>
    public Evidence Amid(int rivals, bool isWhole)
    {
        var s = _signs with { Rivals = rivals };
        var isOwn = isWhole && !s.IsQuotedInBoth && s is { Bits: >= AloneBitsMin, Repeated: < FixedPartMax }
            && s.SignatureShare < FixedPartMax;
        var alone = isOwn && rivals == 0 ? Alone * Math.Clamp((120 - s.Bits) / 40, 0, 1) : 0;
        var many = Doubling * (Math.Clamp(Math.Log2(1 + rivals), 1, DoublingsMax) - 1)
            * Math.Clamp(1.4 - (s.Bits / 150), 0, 1);
        return rivals == 0 && alone == 0 ? this : new(s, prior, alone - many);
    }

    private static double OddsOf(in Signs of, double prior)
    {
        Span<double> signs = stackalloc double[SignScale.Names.Length];
        SignScale.Fill(of, signs);
        var odds = prior;
        for (var k = 0; k < signs.Length; k++) odds += EvidenceWeights.Of[k] * signs[k];
        return odds;
    }
}
