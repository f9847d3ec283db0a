using System.Collections.Immutable;
using System.Globalization;
using AllSource.Fusion.Propositions;
using AllSource.Kernel;

namespace AllSource.Assessments;

/// <summary>
/// Writes the matrix and the hypotheses' findings out of the arithmetic, with every number's reasons.
/// </summary>
internal static class MatrixMaker
{
    public static ImmutableArray<MatrixRow> Rows(IReadOnlyList<Hypothesis> hypotheses, IReadOnlyList<double> priors,
        IReadOnlyList<RowEvidence> rows) =>
        [.. rows.Select(row => Row(hypotheses, priors, row))];

    /// <summary>Leading first; equals by id.</summary>
    public static ImmutableArray<HypothesisFinding> Findings(
        IReadOnlyList<Hypothesis> hypotheses, IReadOnlyList<double> priors, IReadOnlyList<RowEvidence> rows,
            LikelihoodScale scale)
    {
        var posteriors = MatrixModel.Posteriors(priors, rows.Select(r => r.Model));
        return [.. hypotheses.Select((h, i) => Finding(h, i, priors[i], posteriors[i], rows, scale))
            .OrderByDescending(f => f.Posterior).ThenBy(f => f.Id, StringComparer.Ordinal)];
    }

    private static MatrixRow Row(IReadOnlyList<Hypothesis> hypotheses, IReadOnlyList<double> priors, RowEvidence row)
    {
        var model = row.Model;
        var cells = hypotheses.Select((h, i) => new MatrixCell(
            h.Id, row.Cells[i].Letters(), row.Cells[i].Likelihood(), MatrixModel.LogWeight(row.Cells[i],
                model.LogOdds)));
        var (supporting, against) = (Side(row, true), Side(row, false));
        return new(
            row.Id, row.What, row.Assumed is not null, [.. cells], row.Belief, supporting.Reports, supporting.Origins,
            against.Reports, against.Origins, row.Claims, MatrixModel.DiagnosticityBits(priors, row.Cells), row.IsGap,
            Sentence(row, supporting, against))
        {
            BeliefByReports = row.ByReports,
        };
    }

    private static (int Reports, int Origins) Side(RowEvidence row, bool supports)
    {
        var side = row.Witnesses.Where(w => w.Supports == supports).ToList();
        return (side.SelectMany(w => w.Reports).Distinct().Count(), side.Count);
    }

    private static string Sentence(RowEvidence row, (int Reports, int Origins) supporting, (int Reports,
        int Origins) against)
    {
        if (row.Assumed is not null) return "An assumption: no report is behind it.";
        if (row.IsGap) return "No report speaks about it: a gap that weighs nothing.";
        var said = $"{Counted.Of(supporting.Reports, "report")}, {Counted.Of(supporting.Origins, "origin")}";
        if (against.Origins > 0)
        {
            said += $"; against it {Counted.Of(against.Reports, "report")}, "
                + Counted.Of(against.Origins, "origin");
        }

        if (supporting.Origins == 1 && supporting.Reports > 1) said += ". The rest repeat the first and weigh nothing";
        return $"{said}.";
    }

    private static HypothesisFinding Finding(
        Hypothesis hypothesis, int h, double prior, double posterior, IReadOnlyList<RowEvidence> rows,
            LikelihoodScale scale)
    {
        var weights = rows.Select(r => (Row: r, Weight: MatrixModel.LogWeight(r.Cells[h], r.Model.LogOdds)))
            .Where(x => Math.Abs(x.Weight) > .005).OrderByDescending(x => Math.Abs(x.Weight))
            .ThenBy(x => x.Row.Id, StringComparer.Ordinal);
        var reasons = weights.Select(x => string.Create(CultureInfo.InvariantCulture,
            $"{x.Row.Id} ({x.Row.Cells[h].Letters()}, believed {Math.Round(x.Row.Belief.Probability * 100)} %) adds ")
            + string.Create(CultureInfo.InvariantCulture, $"{x.Weight:+0.00;-0.00} to its log-weight."));
        var fits = rows.Where(r => r.Assumed is null && IsBestAlone(r.Cells, h)).SelectMany(r => r.Witnesses.Where(w =>
            w.Supports)).ToList();
        return new(
            hypothesis.Id, hypothesis.Text, prior, posterior, scale.Say(posterior),
            [string.Create(CultureInfo.InvariantCulture,
                $"Prior {Math.Round(prior * 100, 1)} %{(hypothesis.Prior is null ? ": nobody stated one" : "")}."),
                .. reasons])
        {
            ReportsFor = fits.SelectMany(w => w.Reports).Distinct().Count(),
            OriginsFor = fits.Select(w => w.Origin.Id).Distinct().Count(),
        };
    }

    private static bool IsBestAlone(ImmutableArray<Consistency> cells, int h) =>
        cells.Where((_, i) => i != h).All(c => c.Likelihood() < cells[h].Likelihood());
}
