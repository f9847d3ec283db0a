using AllSource.Lineage.Alignment;
using AllSource.Lineage.Weighing;

namespace AllSource.Lineage;

/// <summary>A chain of one pair that is not shown by itself, with what was weighed for it.</summary>
internal sealed record Doubtful(Prepared Earlier, Prepared Later, List<Run> Chain, Evidence Evidence);

/// <summary>
/// The quotations of one text of which several earlier texts hold the words: which of them was quoted nothing tells,
/// so that none may be likelier than not, though one of them probably was. Such passages are shown together, each
/// with its own probability and with how many they are. Words that many texts hold are a formula, and stay hidden.
/// </summary>
internal sealed class QuotationContest(Prepared quoting)
{
    /// <summary>Passages below this probability take no part.</summary>
    public const double ProbabilityMin = .1;

    /// <summary>The log-odds of <see cref="ProbabilityMin"/>.</summary>
    public static readonly double OddsMin = Math.Log(ProbabilityMin / (1 - ProbabilityMin));

    private const int TextsMax = 5;
    private const double BitsMin = 40; // fewer are a name or a turn of phrase
    private const double FixedPartMax = .5;
    private const double SureMin = .75; // a passage as likely as this needs no others
    private const double RivalPart = .5; // of the likeliest, that a rival must have

    private readonly List<(int First, int End, double Probability, int Index)> _shown = [];
    private readonly List<Doubtful> _doubtful = [];

    /// <summary>Doubtful passages that are shown, each with the number of texts that contest its quotation.</summary>
    public List<(Doubtful Passage, int Texts)> Won { get; } = [];

    /// <summary>Those that stay hidden.</summary>
    public List<Doubtful> Lost { get; } = [];

    /// <summary>Places in the list of shown passages, with the number of texts that contest their quotation.</summary>
    public List<(int Index, int Texts)> Joined { get; } = [];

    /// <summary>True for a passage in quotation marks in this text, which may be one of several.</summary>
    public bool IsOpenTo(Prepared later, List<Run> chain, Evidence evidence) =>
        ReferenceEquals(later, quoting) && evidence.Signs.Quotation >= .5 && evidence.Odds >= OddsMin
        && evidence.Signs is { Bits: >= BitsMin, Repeated: < FixedPartMax, SignatureShare: < FixedPartMax }
        && later.Words.Has(chain[^1].EndB - 1, Reading.WordMarks.Quoted)
        && !evidence.Signs.IsQuotedEarlier;

    public void Add(Doubtful passage) => _doubtful.Add(passage);

    /// <summary>A passage of this text that is shown by itself.</summary>
    public void AddShown(Prepared later, List<Run> chain, Evidence evidence, int index)
    {
        if (ReferenceEquals(later, quoting))
        {
            _shown.Add((chain[0].B, chain[^1].EndB, evidence.Probability, index));
        }
    }

    /// <summary>Decides all quotations, the likeliest passage first.</summary>
    public void Decide()
    {
        if (_doubtful.Count == 0) return;
        _doubtful.Sort(static (x, y) =>
        {
            var by = y.Evidence.Odds.CompareTo(x.Evidence.Odds);
            if (by == 0) by = x.Chain[0].B - y.Chain[0].B;
            return by != 0 ? by : x.Earlier.CompareTo(y.Earlier);
        });
        while (_doubtful.Count > 0) DecideOf(_doubtful[0].Chain[0].B, _doubtful[0].Chain[^1].EndB);
    }

    private void DecideOf(int first, int end)
    {
        var same = _doubtful.FindAll(d => AreOne(d.Chain[0].B, d.Chain[^1].EndB, first, end));
        _doubtful.RemoveAll(d => AreOne(d.Chain[0].B, d.Chain[^1].EndB, first, end));
        var shown = _shown.FindAll(s => AreOne(s.First, s.End, first, end));
        var likeliest = shown.Select(static s => s.Probability).Append(same[0].Evidence.Probability).Max();
        var rivals = same.FindAll(d => d.Evidence.Probability >= RivalPart * likeliest);
        var texts = rivals.Select(static d => d.Earlier.Document.Id).Distinct(StringComparer.Ordinal).Count()
            + shown.Count;
        var sum = rivals.Sum(static d => d.Evidence.Probability) + shown.Sum(static s => s.Probability);
        if (likeliest >= SureMin || texts is < 2 or > TextsMax || sum < Evidence.ProbabilityMin)
        {
            Lost.AddRange(same);
            return;
        }

        Won.AddRange(rivals.Select(d => (d, texts)));
        Joined.AddRange(shown.Select(s => (s.Index, texts)));
        Lost.AddRange(same.Except(rivals));
    }

    /// <summary>Two stretches of the text that share more than half of each.</summary>
    private static bool AreOne(int first, int end, int otherFirst, int otherEnd)
    {
        var both = Math.Min(end, otherEnd) - Math.Max(first, otherFirst);
        return 2 * both > Math.Max(end - first, otherEnd - otherFirst);
    }
}
