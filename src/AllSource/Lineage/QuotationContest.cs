using AllSource.Lineage.Alignment;
using AllSource.Lineage.Weighing;

namespace AllSource.Lineage;

/// <summary>A chain of one pair that is not shown by itself, with what was weighed for it.</summary>
internal sealed record Doubtful(Prepared Earlier, Prepared Later, List<Run> Chain, Evidence Evidence);

/// <summary>
/// The quotations of one text, and the earlier texts that hold their words. How many do is weighed: what one alone has
/// was quoted from it though each of its words is common, and what many have is a formula. Of two to five, which of
/// them was quoted nothing tells, so that none may be likelier than not, though one of them probably was. Such
/// passages are shown together, each with its own probability and with how many they are.
/// </summary>
/// <param name="hearsAll">Counts rivals of what cannot be shown as well.</param>
internal sealed class QuotationContest(Prepared quoting, bool hearsAll = false)
{
    /// <summary>Passages below this probability, were they without rivals, take no part.</summary>
    public const double ProbabilityMin = .1;

    /// <summary>The log-odds of <see cref="ProbabilityMin"/>.</summary>
    public static readonly double OddsMin = Math.Log(ProbabilityMin / (1 - ProbabilityMin));

    private const int TextsMax = 5;
    private const double BitsMin = 40; // fewer are a name or a turn of phrase
    private const double FixedPartMax = .5;
    private const double SureMin = .75; // a passage as likely as this needs no others
    private const double RivalPart = .5; // of the likeliest, that a rival must have
    private const double LessBits = 4; // than the quotation's, that a rival may hold: a small word

    private readonly List<Claim> _claims = [];

    /// <summary>Doubtful passages that are shown, each with the number of texts that contest its quotation, 0 where it
    /// shows by itself.</summary>
    public List<(Doubtful Passage, int Texts)> Won { get; } = [];

    /// <summary>Those that stay hidden.</summary>
    public List<Doubtful> Lost { get; } = [];

    /// <summary>
    /// Places in the list of shown passages whose evidence is another since rivals are known, with the number of texts
    /// that contest the quotation, 0 for none; and whether they are no longer shown.
    /// </summary>
    public List<(int Index, Evidence Evidence, int Texts, bool IsLost)> Changed { get; } = [];

    /// <summary>True for a passage in quotation marks in this text, which rivals may make likelier or not.</summary>
    public bool IsOpenTo(Prepared later, List<Run> chain, Evidence evidence) =>
        ReferenceEquals(later, quoting) && (hearsAll || evidence.Odds >= OddsMin) && IsQuotation(evidence.Signs)
        && later.Words.Has(chain[^1].EndB - 1, Reading.WordMarks.Quoted);

    public void Add(Doubtful passage) => _claims.Add(new(passage, -1));

    /// <summary>A passage of this text that is shown by itself.</summary>
    public void AddShown(Doubtful passage, int index)
    {
        if (ReferenceEquals(passage.Later, quoting)) _claims.Add(new(passage, index));
    }

    /// <summary>Decides all quotations, the likeliest passage first.</summary>
    public void Decide()
    {
        if (_claims.TrueForAll(static c => !IsQuotation(c.Evidence.Signs))) return;
        _claims.Sort(static (x, y) => x.First != y.First ? x.First - y.First : x.Earlier.CompareTo(y.Earlier));
        var open = new List<Claim>();
        var known = _claims.ConvertAll(c => IsQuotation(c.Evidence.Signs) ? c.Amid(RivalsOf(c)) : c);
        foreach (var claim in known)
        {
            if (claim.Index < 0 && claim.Evidence.Odds >= 0) Won.Add((claim.Passage, 0));
            else if (claim.Index < 0 || claim.Evidence.Odds < 0) open.Add(claim);
            else if (claim.IsReweighed) Changed.Add((claim.Index, claim.Evidence, 0, false));
        }

        var shown = known.FindAll(static c => c.Evidence.Odds >= 0);
        open.Sort(static (x, y) =>
        {
            var by = y.Evidence.Odds.CompareTo(x.Evidence.Odds);
            if (by == 0) by = x.First - y.First;
            return by != 0 ? by : x.Earlier.CompareTo(y.Earlier);
        });
        while (open.Count > 0) DecideOf(open[0], open, shown);
    }

    /// <summary>Other texts of which a passage covers most of this one and tells as much.</summary>
    private int RivalsOf(Claim of)
    {
        var texts = new HashSet<Prepared>(ReferenceEqualityComparer.Instance);
        foreach (var c in _claims)
        {
            if (c.First >= of.End) break; // they ascend
            var both = Math.Min(c.End, of.End) - Math.Max(c.First, of.First);
            if (2 * both <= of.End - of.First || c.Evidence.Signs.Bits < of.Evidence.Signs.Bits - LessBits) continue;
            if (!ReferenceEquals(c.Earlier, of.Earlier)) texts.Add(c.Earlier);
        }

        return texts.Count;
    }

    private void DecideOf(Claim likeliest, List<Claim> open, List<Claim> shown)
    {
        var same = open.FindAll(c => AreOne(c, likeliest));
        open.RemoveAll(c => AreOne(c, likeliest));
        var sure = shown.FindAll(c => AreOne(c, likeliest));
        var most = sure.Select(static c => c.Evidence.Probability).Append(likeliest.Evidence.Probability).Max();
        var rivals = same.FindAll(c => c.Evidence.Probability >= RivalPart * most && MayBeOne(c.Evidence));
        var texts = rivals.Concat(sure).Select(static c => c.Earlier).Distinct().Count();
        var sum = rivals.Concat(sure).Sum(static c => c.Evidence.Probability);
        var isContested = most < SureMin && texts is >= 2 and <= TextsMax && sum >= Evidence.ProbabilityMin;
        foreach (var claim in same)
        {
            var wins = isContested && rivals.Contains(claim);
            if (claim.Index >= 0) Changed.Add((claim.Index, claim.Evidence, wins ? texts : 0, !wins));
            else if (wins) Won.Add((claim.Passage, texts));
            else Lost.Add(claim.Passage);
        }

        if (!isContested) return;
        foreach (var claim in sure.Where(static c => c.Index >= 0))
        {
            Changed.RemoveAll(c => c.Index == claim.Index);
            Changed.Add((claim.Index, claim.Evidence, texts, false));
        }

        foreach (var claim in sure.Where(static c => c.Index < 0))
        {
            Won[Won.FindIndex(w => ReferenceEquals(w.Passage, claim.Passage))] = (claim.Passage, texts);
        }
    }

    private static bool IsQuotation(in Signs signs) => signs.Quotation >= .5 && !signs.IsQuotedEarlier;

    /// <summary>Shown as one of several it must tell more than by itself.</summary>
    private static bool MayBeOne(Evidence evidence) => evidence.Probability >= ProbabilityMin
        && evidence.Signs is { Bits: >= BitsMin, Repeated: < FixedPartMax, SignatureShare: < FixedPartMax };

    /// <summary>Two stretches of the text that share more than half of each.</summary>
    private static bool AreOne(Claim one, Claim other)
    {
        var both = Math.Min(one.End, other.End) - Math.Max(one.First, other.First);
        return 2 * both > Math.Max(one.End - one.First, other.End - other.First);
    }

    /// <summary>A passage that may be the origin of a quotation; its place among those shown, or -1.</summary>
    private sealed record Claim(Doubtful Passage, int Index, bool IsReweighed = false)
    {
        public int First => Passage.Chain[0].B;

        public int End => Passage.Chain[^1].EndB;

        public Prepared Earlier => Passage.Earlier;

        public Evidence Evidence => Passage.Evidence;

        public Claim Amid(int rivals)
        {
            var evidence = Evidence.Amid(rivals, Quotations.EndsOwned(Passage.Later, Passage.Chain));
            return ReferenceEquals(evidence, Evidence) ? this : new(Passage with { Evidence = evidence }, Index, true);
        }
    }
}
