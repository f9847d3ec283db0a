using System.Collections.Immutable;
using AllSource.Sources;

namespace AllSource.Fusion;

/// <summary>
/// How often a source of a grade is right on a yes-or-no question: a starting point as data, shrunken hard toward
/// knowing nothing (.5), and moved by outcomes. Grades are words, not measurements: in graded field reports the letters
/// separate far less than their names say, so A starts at .90 and not at "completely". F is absent: it carries no
/// weight.
/// </summary>
public sealed class GradeAccuracy
{
    /// <summary>How many resolved outcomes it takes to count as much as the starting point.</summary>
    public const double PriorOutcomes = 20;

    private static readonly (Reliability Grade, double Accuracy)[] Start =
    [
        (Reliability.A, .90), (Reliability.B, .80), (Reliability.C, .70), (Reliability.D, .60), (Reliability.E, .52),
    ];

    private readonly ImmutableSortedDictionary<Reliability, double> _accuracy;

    private GradeAccuracy(ImmutableSortedDictionary<Reliability, double> accuracy, bool learnt)
    {
        _accuracy = accuracy;
        IsLearnt = learnt;
    }

    public static GradeAccuracy Default { get; } =
        new(Start.ToImmutableSortedDictionary(row => row.Grade, row => row.Accuracy), false);

    /// <summary>True where outcomes have moved the starting points.</summary>
    public bool IsLearnt { get; }

    /// <summary>Probability in [.5, 1) that a source of this grade is right; exactly .5 for F.</summary>
    public double Of(Reliability grade) => _accuracy.GetValueOrDefault(grade, .5);

    /// <summary>
    /// The table after outcomes: a Beta posterior mean a grade, never under .5 (that a source is wrong more often than
    /// not is a reason not to listen, never a reason to believe the contrary) and never over .98.
    /// </summary>
    public GradeAccuracy WithOutcomes(IEnumerable<(Reliability Grade, int Right, int Wrong)> outcomes)
    {
        var table = _accuracy;
        foreach (var (grade, right, wrong) in outcomes)
        {
            if (right < 0 || wrong < 0) throw new ArgumentOutOfRangeException(nameof(outcomes),
                "an outcome count is negative");
            if (!table.TryGetValue(grade, out var start) || right + wrong == 0) continue;
            var mean = ((start * PriorOutcomes) + right) / (PriorOutcomes + right + wrong);
            table = table.SetItem(grade, Math.Clamp(mean, .5, .98));
        }

        return new(table, true);
    }
}
