using System.Collections.Immutable;

namespace AllSource.Assessments;

/// <summary>One change to the matrix that a person could argue for.</summary>
internal readonly record struct MatrixChange(ChangeKind Kind, int Row, int Hypothesis);

/// <summary>
/// The smallest set of changes (a row taken out, a cell moved by one letter) after which the leading hypothesis no
/// longer leads. Exact: what the changes win for a rival adds up over rows, and within a row a second change never wins
/// more than the first, so taking the greatest win first is the best for every size.
/// </summary>
internal static class FlipSearch
{
    /// <summary>Null when no set of any size does it.</summary>
    public static (ImmutableArray<MatrixChange> Changes, int NewLeading)? Smallest(IReadOnlyList<double> priors,
        IReadOnlyList<ModelRow> rows)
    {
        var scores = MatrixModel.Scores(priors, rows);
        var leading = MatrixModel.Leading(scores);
        (ImmutableArray<MatrixChange> Changes, int NewLeading)? best = null;
        var margin = 0.0;
        for (var rival = 0; rival < scores.Length; rival++)
        {
            if (rival == leading) continue;
            if (Against(rows, leading, rival, scores[leading] - scores[rival]) is not { } found) continue;
            var better = best is null || found.Changes.Length < best.Value.Changes.Length
                || (found.Changes.Length == best.Value.Changes.Length && found.Margin > margin + 1e-12);
            if (!better) continue;
            best = (found.Changes, rival);
            margin = found.Margin;
        }

        return best;
    }

    private static (ImmutableArray<MatrixChange> Changes, double Margin)? Against(
        IReadOnlyList<ModelRow> rows, int leading, int rival, double lead)
    {
        var steps = rows.SelectMany((row, r) => Wins(row, r, leading, rival)).Where(s => s.Win > 1e-12)
            .OrderByDescending(s => s.Win).ThenBy(s => s.Order);
        var taken = new List<(double Win, int Order, int Row, ImmutableArray<MatrixChange> Replaces)>();
        var won = 0.0;
        foreach (var step in steps)
        {
            taken.Add(step);
            won += step.Win;
            if (won <= lead + 1e-12) continue;
            var changes = taken.GroupBy(t => t.Row).OrderBy(g => g.Key).SelectMany(g => g.Last().Replaces)
                .ToImmutableArray();
            return (changes, won - lead);
        }

        return null;
    }

    /// <summary>The best single change in a row, then what the best pair adds to it.</summary>
    private static IEnumerable<(double Win, int Order, int Row, ImmutableArray<MatrixChange> Replaces)> Wins(
        ModelRow row, int r, int leading, int rival)
    {
        var down = Best(row, leading, -1);
        var up = Best(row, rival, +1);
        var whole = MatrixModel.LogWeight(row.Cells[leading], row.LogOdds) - MatrixModel.LogWeight(row.Cells[rival],
            row.LogOdds);
        (double Win, MatrixChange Change)[] singles =
        [
            (whole, new(ChangeKind.RowOut, r, -1)),
            (down.Win, new(down.Kind, r, leading)),
            (up.Win, new(up.Kind, r, rival)),
        ];
        var one = singles.MaxBy(s => s.Win);
        yield return (one.Win, r * 2, r, [one.Change]);
        var pair = down.Win + up.Win - one.Win;
        if (down.Win > 0 && up.Win > 0) yield return (pair, (r * 2) + 1, r, [singles[1].Change, singles[2].Change]);
    }

    /// <summary>The letter step that helps (sign +1) or harms (sign -1) a hypothesis most, and by how much.</summary>
    private static (double Win, ChangeKind Kind) Best(ModelRow row, int hypothesis, int sign)
    {
        var now = MatrixModel.LogWeight(row.Cells[hypothesis], row.LogOdds);
        var best = (Win: 0.0, Kind: ChangeKind.CellUp);
        foreach (var up in (ReadOnlySpan<bool>)[true, false])
        {
            if (row.Cells[hypothesis].Step(up) is not { } next) continue;
            var win = sign * (MatrixModel.LogWeight(next, row.LogOdds) - now);
            if (win > best.Win) best = (win, up ? ChangeKind.CellUp : ChangeKind.CellDown);
        }

        return best;
    }
}
