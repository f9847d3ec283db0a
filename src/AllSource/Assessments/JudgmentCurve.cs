using System.Collections.Immutable;
using System.Globalization;
using AllSource.Fusion;
using AllSource.Fusion.Models;
using AllSource.Kernel;

namespace AllSource.Assessments;

/// <summary>
/// What a worked-out probability of this desk has been worth, by the judgments that were resolved in other cases: the
/// curve of the table door (<see cref="BeliefCurve"/>), fitted to the number that the desk worked out for each. A
/// case's own outcomes never speak of it, so that no curve is fitted to what it straightens (cross-fitting by case).
/// With few outcomes nothing is straightened, and the assessment says that it is uncalibrated.
/// </summary>
internal sealed class JudgmentCurve
{
    /// <summary>Fewer outcomes tell less of a desk than the curve's own prior does.</summary>
    public const int OutcomesMin = 20;

    private readonly BeliefCurve? _curve;

    private JudgmentCurve(int outcomes, BeliefCurve? curve) => (Outcomes, _curve) = (outcomes, curve);

    /// <summary>How many judgments of other cases were resolved of which the worked-out number is known.</summary>
    public int Outcomes { get; }

    public bool IsFitted => _curve is not null;

    public static JudgmentCurve Of(IEnumerable<ResolvedJudgment> elsewhere)
    {
        var seen = OutcomeReport.Latest(elsewhere).Where(r => r.WorkedOut is not null)
            .Select(r => (Said: r.WorkedOut!.Value, r.CameTrue))
            .Select(r => (Math.Max(r.Said, 1 - r.Said), r.Said >= .5 == r.CameTrue)).ToList();
        return new(seen.Count, seen.Count < OutcomesMin ? null : BeliefCurve.Fit(seen));
    }

    public double Straighten(double probability)
    {
        if (_curve is null) return probability;
        Span<double> both = [probability, 1 - probability];
        _curve.Apply(both);
        return both[0];
    }

    /// <summary>Straightens hypotheses; which of them leads stays.</summary>
    public ImmutableArray<HypothesisFinding> Straighten(
        ImmutableArray<HypothesisFinding> findings, LikelihoodScale scale)
    {
        if (_curve is null || findings.IsEmpty) return findings;
        double[] values = [.. findings.Select(f => f.Posterior)];
        _curve.Apply(values);
        return [.. findings.Select((f, i) => f with
        {
            Posterior = values[i],
            WorkedOut = f.Posterior,
            Likelihood = scale.Say(values[i]),
            Reasons = [f.Reasons[0], Reason(f.Posterior, values[i]), .. f.Reasons.Skip(1)],
        })];
    }

    public Sensitivity Straighten(Sensitivity sensitivity)
    {
        if (_curve is null) return sensitivity;
        return sensitivity with
        {
            Cases = [.. sensitivity.Cases.Select(c => c with { Posteriors = Straighten(c.Posteriors) })],
        };
    }

    /// <summary>A sentence of what was worked out and what it has been worth.</summary>
    public string Reason(double workedOut, double straightened) => string.Create(CultureInfo.InvariantCulture,
        $"Worked out as {workedOut:0 %}; by {Outcomes} judgments resolved elsewhere that is worth {straightened:0 %}.");

    /// <summary>Whether numbers are calibrated, and by what.</summary>
    public string Sentence => IsFitted
        ? $"Probabilities are calibrated by {Outcomes} judgments resolved in other cases."
        : $"Probabilities are uncalibrated: {Outcomes} judgments of other cases are resolved, "
            + $"{OutcomesMin} are needed.";

    private ImmutableArray<HypothesisShare> Straighten(ImmutableArray<HypothesisShare> shares)
    {
        if (shares.IsEmpty) return shares;
        double[] values = [.. shares.Select(s => s.Posterior)];
        _curve!.Apply(values);
        return [.. shares.Select((s, i) => s with { Posterior = values[i] })];
    }
}
