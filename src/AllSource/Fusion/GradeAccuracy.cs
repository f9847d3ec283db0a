using System.Collections.Immutable;
using AllSource.Fusion.Grades;
using AllSource.Sources;

namespace AllSource.Fusion;

/// <summary>
/// How often a source is right on a yes-or-no question: its grade is a starting point, shrunken hard toward knowing
/// nothing (.5), and moved by what is known of its own record. Grades are words, not measurements: in graded field
/// reports the letters separate far less than their names say, so A starts at .90 and not at "completely". F starts
/// from nothing: without a record it carries no weight.
/// </summary>
public sealed class GradeAccuracy
{
    /// <summary>How many resolved outcomes it takes to count as much as the starting point.</summary>
    public const double PriorOutcomes = 20;

    private const double Most = .98;

    private static readonly (Reliability Grade, double Accuracy)[] Start =
    [
        (Reliability.A, .90), (Reliability.B, .80), (Reliability.C, .70), (Reliability.D, .60), (Reliability.E, .52),
    ];

    private static readonly ImmutableSortedDictionary<Reliability, double> ByGrade =
        Start.ToImmutableSortedDictionary(row => row.Grade, row => row.Accuracy);

    private readonly ImmutableDictionary<string, TrackRecord> _records;

    private GradeAccuracy(ImmutableDictionary<string, TrackRecord> records) => _records = records;

    /// <summary>Grades alone.</summary>
    public static GradeAccuracy Default { get; } =
        new(ImmutableDictionary.Create<string, TrackRecord>(StringComparer.OrdinalIgnoreCase));

    /// <summary>
    /// With sources' own records. They must not hold the outcome of anything that the belief is about, else an outcome
    /// would speak for itself.
    /// </summary>
    /// <param name="records">At most one a source, by any of its names.</param>
    /// <param name="register">Who is whose alias.</param>
    public static GradeAccuracy Learnt(IEnumerable<TrackRecord> records, SourceRegister register)
    {
        var byName = Default._records.ToBuilder();
        foreach (var record in records.Where(r => r.Right + r.Wrong > 0))
        {
            if (record.Right < 0 || record.Wrong < 0)
            {
                throw new ArgumentOutOfRangeException(nameof(records), record, "an outcome count is negative");
            }

            byName[record.Source] = record;
            if (register.Find(record.Source) is not { } source) continue;
            foreach (var name in source.Aliases.Prepend(source.Id.Name)) byName[name] = record;
        }

        return new(byName.ToImmutable());
    }

    /// <summary>
    /// Probability in [.5, 1) that a source of this grade without a record is right; exactly .5 for F.
    /// </summary>
    public double Of(Reliability grade) => ByGrade.GetValueOrDefault(grade, .5);

    /// <summary>
    /// The posterior mean of a Beta prior around the grade after the source's record, never under .5 (that a source is
    /// wrong more often than not is a reason not to listen, never a reason to believe the contrary) and never over .98.
    /// </summary>
    public double Of(Reliability grade, string? speaker) => RecordOf(speaker) is not { } record ? Of(grade)
        : Math.Clamp(((Of(grade) * PriorOutcomes) + record.Right) / (PriorOutcomes + record.Right + record.Wrong), .5,
            Most);

    /// <summary>What is known of a source's earlier word; null where nothing is.</summary>
    public TrackRecord? RecordOf(string? speaker) =>
        speaker is { Length: > 0 } ? _records.GetValueOrDefault(speaker) : null;
}
