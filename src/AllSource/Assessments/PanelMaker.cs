using System.Collections.Immutable;
using System.Globalization;
using AllSource.Fusion.Propositions;

namespace AllSource.Assessments;

/// <summary>Puts several analysts' matrices side by side and pools them.</summary>
internal sealed class PanelMaker(
    IReadOnlyList<Hypothesis> hypotheses, IReadOnlyList<double> priors, IReadOnlyList<RowEvidence> rows)
{
    /// <summary>The matrix of case.yaml, where it says anything.</summary>
    public const string Desk = "the desk";

    private sealed record Judge(
        string Name, ImmutableArray<string> With, ImmutableArray<ImmutableArray<Consistency>> Cells, double[] Prior,
        double[] Posterior);

    /// <summary>Null when no analyst gave a matrix of his own, or nothing competes.</summary>
    public Panel? Make(IEnumerable<AnalystMatrix> matrices)
    {
        var analysts = matrices.OrderBy(m => m.Analyst, StringComparer.Ordinal).ToList();
        if (analysts.Count == 0 || hypotheses.Count < 2) return null;
        var judges = analysts.Select(Of).ToList();
        if (rows.Any(r => r.Assumed is null && r.Cells.Any(c => c != Consistency.Neutral)))
            judges.Insert(0, Of(Desk, [], [.. rows.Select(r => r.Cells)], [.. priors]));
        var heard = Groups(judges);
        var shared = Shared(heard.Select(g => g[0]).ToList());
        var exponent = Pooling.Exponent(heard.Count, shared);
        var pooled = Pooling.Pool([.. heard.Select(Mean)], exponent);
        var leading = hypotheses[MatrixModel.Leading(pooled)].Id;
        return new(
            [.. judges.Select(j => new PanelMember(j.Name, Shares(j.Posterior), Leading(j.Posterior), j.With))],
            Disagreements(judges), heard.Count, shared, exponent, Shares(pooled), leading,
            Sentence(judges, heard.Count, exponent, leading, pooled.Max()));
    }

    /// <summary>Analysts who see another hypothesis lead than the judgments do.</summary>
    public static IEnumerable<Dissent> Dissents(Panel? panel, string? leading) => panel is null || leading is null ? []
        : panel.Members.Where(m => m.Leading != leading && m.Analyst != Desk).Select(m => new Dissent(
            m.Analyst, leading,
            $"By this analyst's own matrix {m.Leading} leads with {Percent(Of(m, m.Leading))}.", Of(m, leading)));

    private static double Of(PanelMember member, string hypothesis) =>
        member.Posteriors.First(p => p.Hypothesis == hypothesis).Posterior;

    private Judge Of(AnalystMatrix matrix)
    {
        var cells = rows.Select(row => matrix.Cells.TryGetValue(row.Id, out var own)
            ? [.. hypotheses.Select(h => own.GetValueOrDefault(h.Id, Consistency.Neutral))]
            : row.Assumed is null ? [.. hypotheses.Select(_ => Consistency.Neutral)] : row.Cells);
        var own = MatrixModel.Priors([.. hypotheses.Select((h, i) => h with
        {
            Prior = matrix.Priors.Count == 0 ? priors[i]
                : matrix.Priors.TryGetValue(h.Id, out var p) ? p : null,
        })]);
        return Of(matrix.Analyst, matrix.With, [.. cells], own);
    }

    private Judge Of(string name, ImmutableArray<string> with, ImmutableArray<ImmutableArray<Consistency>> cells,
        double[] prior) => new(name, with, cells, prior,
        MatrixModel.Posteriors(prior, rows.Select((r, i) => r.Model with { Cells = cells[i] })));

    /// <summary>Who worked together, or agrees in every cell, is one judge.</summary>
    private static List<List<Judge>> Groups(List<Judge> judges)
    {
        var groups = new List<List<Judge>>();
        foreach (var judge in judges)
        {
            var kin = groups.Where(g => g.Any(other => IsOne(judge, other))).ToList();
            groups.RemoveAll(kin.Contains);
            groups.Add([.. kin.SelectMany(g => g), judge]);
        }

        return [.. groups.OrderBy(g => judges.IndexOf(g[0]))];
    }

    private static bool IsOne(Judge a, Judge b) => a.With.Contains(b.Name, StringComparer.OrdinalIgnoreCase)
        || b.With.Contains(a.Name, StringComparer.OrdinalIgnoreCase)
        || a.Cells.Zip(b.Cells).All(pair => pair.First.AsSpan().SequenceEqual(pair.Second.AsSpan()));

    private static (IReadOnlyList<double>, IReadOnlyList<double>) Mean(List<Judge> judges) =>
        judges.Count == 1 ? (judges[0].Prior, judges[0].Posterior)
        : (Pooling.Pool([.. judges.Select(j => (Even(j), (IReadOnlyList<double>)j.Prior))], 1),
            Pooling.Pool([.. judges.Select(j => (Even(j), (IReadOnlyList<double>)j.Posterior))], 1));

    private static IReadOnlyList<double> Even(Judge judge) =>
        [.. judge.Prior.Select(_ => 1.0 / judge.Prior.Length)];

    /// <summary>The mean share, by evidence, of rows that two judges both use among those that either uses.</summary>
    private double Shared(List<Judge> judges)
    {
        var shares = new List<double>();
        for (var a = 0; a < judges.Count; a++)
        {
            for (var b = a + 1; b < judges.Count; b++)
            {
                var (both, either) = (0.0, 0.0);
                for (var r = 0; r < rows.Count; r++)
                {
                    var weight = Math.Abs(Math.Tanh(rows[r].Model.LogOdds / 2));
                    var (first, second) = (Uses(judges[a].Cells[r]), Uses(judges[b].Cells[r]));
                    if (first && second) both += weight;
                    if (first || second) either += weight;
                }

                shares.Add(either > 0 ? both / either : 1);
            }
        }

        return shares.Count == 0 ? 1 : shares.Average();
    }

    private static bool Uses(ImmutableArray<Consistency> cells) => cells.Any(c => c != cells[0]);

    private ImmutableArray<PanelDisagreement> Disagreements(List<Judge> judges) =>
    [
        .. from r in Enumerable.Range(0, rows.Count)
           from h in Enumerable.Range(0, hypotheses.Count)
           let cells = judges.Select(j => j.Cells[r][h]).ToList()
           where cells.Min() != cells.Max()
           let weights = cells.Select(c => MatrixModel.LogWeight(c, rows[r].Model.LogOdds)).ToList()
           orderby weights.Max() - weights.Min() descending, r, h
           select new PanelDisagreement(
               rows[r].Id, hypotheses[h].Id,
               [.. judges.Select((j, i) => new PanelCell(j.Name, cells[i].Letters()))],
               cells.Max() - cells.Min(), weights.Max() - weights.Min()),
    ];

    private ImmutableArray<HypothesisShare> Shares(double[] posteriors) =>
        [.. hypotheses.Select((h, i) => new HypothesisShare(h.Id, posteriors[i]))
            .OrderBy(s => s.Hypothesis, StringComparer.Ordinal)];

    private string Leading(double[] posteriors) => hypotheses[MatrixModel.Leading(posteriors)].Id;

    private string Sentence(List<Judge> judges, int heard, double exponent, string leading, double share)
    {
        var others = judges.Where(j => Leading(j.Posterior) != leading).Select(j => j.Name).ToList();
        var agreed = others.Count == 0 ? "all see it lead" : $"{string.Join(", ", others)} see another lead";
        var judged = $"{(judges.Count == 1 ? "1 matrix" : $"{judges.Count} matrices")}, "
            + Counted.Of(heard, "independent judge");
        return string.Create(CultureInfo.InvariantCulture,
            $"{judged}: pooled, {leading} leads with {Percent(share)} (exponent {exponent:0.00}); {agreed}.");
    }

    private static string Percent(double p) => string.Create(CultureInfo.InvariantCulture, $"{Math.Round(p * 100)} %");
}
