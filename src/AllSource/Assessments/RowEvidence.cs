using System.Collections.Immutable;
using AllSource.Fusion;
using AllSource.Fusion.Propositions;

namespace AllSource.Assessments;

/// <summary>
/// What the reports say of one row: claims, witnesses, belief. An assumption has a stated belief and no claims. Beliefs
/// without some voices are worked out again, never scaled.
/// </summary>
internal sealed class RowEvidence
{
    private readonly GradeAccuracy _accuracy;
    private readonly Func<IEnumerable<PropositionClaim>, ImmutableArray<Witness>> _count;
    private readonly Dictionary<string, double> _without = new(StringComparer.Ordinal);

    private ModelRow? _model;

    private RowEvidence(
        string id, string what, ImmutableArray<Consistency> cells, ImmutableArray<PropositionClaim> claims,
            double? assumed,
        GradeAccuracy accuracy, Func<IEnumerable<PropositionClaim>, ImmutableArray<Witness>> count)
    {
        (Id, What, Cells, Claims, Assumed, _accuracy, _count) = (id, what, cells, claims, assumed, accuracy, count);
        Witnesses = count(claims);
        Belief = assumed is { } p
            ? new(p, 0, 0, 0, [new("Assumed, by no report", LogOddsOf(p))], false) : WitnessBelief.Of(Witnesses,
                accuracy);
    }

    public string Id { get; }

    public string What { get; }

    public ImmutableArray<Consistency> Cells { get; }

    public ImmutableArray<PropositionClaim> Claims { get; }

    public double? Assumed { get; }

    public ImmutableArray<Witness> Witnesses { get; }

    public Belief Belief { get; }

    public bool IsGap => Assumed is null && Witnesses.IsEmpty;

    public ModelRow Model => _model ??= new(Id, Cells, LogOddsOf(Belief.Probability));

    public double ByReports => Assumed ?? WitnessBelief.ByReports(Witnesses, _accuracy);

    public static RowEvidence Of(
        EvidenceRow row, IReadOnlyList<Hypothesis> hypotheses, IEnumerable<RowMatch> matches, PropositionMaker maker,
        GradeAccuracy accuracy)
    {
        var claims = maker.WithoutWithdrawn([.. matches.SelectMany(m => maker.Led(m.Root, m.Sign, m.Why))]);
        return new(row.Id, row.What, CellsOf(row.Cells, hypotheses), [.. claims], null, accuracy, maker.WitnessesOf);
    }

    public static RowEvidence Of(Assumption assumption, IReadOnlyList<Hypothesis> hypotheses,
        GradeAccuracy accuracy) => new(
        assumption.Id, assumption.What, CellsOf(assumption.Cells, hypotheses), [], Math.Clamp(assumption.Belief, .01,
            .99), accuracy,
        _ => []);

    /// <summary>
    /// The row as it would be had these witnesses said nothing. <paramref name="key"/> names the set, to work it out
    /// once.
    /// </summary>
    public ModelRow Without(Func<PropositionClaim, bool> silenced, string key)
    {
        if (Assumed is not null) return Model;
        if (!_without.TryGetValue(key, out var logOdds))
        {
            var left = WitnessBelief.Of(_count(Claims.Where(c => !silenced(c))), _accuracy);
            _without[key] = logOdds = LogOddsOf(left.Probability);
        }

        return new(Id, Cells, logOdds);
    }

    private static ImmutableArray<Consistency> CellsOf(
        ImmutableSortedDictionary<string, Consistency> cells, IReadOnlyList<Hypothesis> hypotheses) =>
        [.. hypotheses.Select(h => cells.GetValueOrDefault(h.Id, Consistency.Neutral))];

    private static double LogOddsOf(double p) => Math.Log(p / (1 - p));
}
