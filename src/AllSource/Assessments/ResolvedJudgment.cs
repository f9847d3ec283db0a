using System.Collections.Immutable;
using AllSource.Fusion.Copying;
using AllSource.Fusion.Grades;

namespace AllSource.Assessments;

/// <summary>What somebody said of a judgment before it was resolved: a probability (0-1) under a name.</summary>
public sealed record SaidProbability(string By, double Probability);

/// <summary>
/// A judgment of which it is known whether it came true. <paramref name="About"/> is the id of the hypothesis or
/// proposition, <paramref name="Said"/> what the desk and each analyst said of it, <paramref name="Sources"/> those who
/// spoke for it (by name).
/// </summary>
public sealed record ResolvedJudgment(
    string Desk, string Case, string About, string Topic, bool CameTrue, ImmutableArray<SaidProbability> Said,
    ImmutableArray<string> Sources, DateTimeOffset At)
{
    /// <summary>The name under which the desk's own number stands.</summary>
    public const string TheDesk = "the desk";

    /// <summary>The name of that number as it was worked out, where outcomes had straightened it.</summary>
    public const string BeforeCalibration = "the desk, before calibration";

    /// <summary>Those who spoke against it (by name).</summary>
    public ImmutableArray<string> Against { get; init; } = [];

    /// <summary>
    /// What the desk had worked out, before any outcome straightened it; null where that is not kept.
    /// </summary>
    public double? WorkedOut => Of(BeforeCalibration) ?? Of(TheDesk);

    public string Judgment => $"{Desk}/{Case}/{About}";

    private double? Of(string by) => Said.FirstOrDefault(s => s.By == by)?.Probability;
}

/// <summary>One desk, topic, analyst or source, and how its judgments fared.</summary>
public sealed record OutcomeGroup(string Name, Calibration Calibration);

public sealed record OutcomeDimension(string Name, ImmutableArray<OutcomeGroup> Groups);

/// <summary>
/// How well the desk's resolved judgments fared: all together by what the desk said, and by desk, topic, analyst (each
/// by what that analyst said) and source. Of a judgment resolved twice the later one counts.
/// </summary>
public sealed record OutcomeReport(int Judgments, Calibration All, ImmutableArray<OutcomeDimension> By)
{
    public static OutcomeReport Of(IEnumerable<ResolvedJudgment> resolved)
    {
        var latest = Latest(resolved);
        return new(latest.Count, Outcomes.Score([.. latest.SelectMany(r => ByTheDesk(r, ""))]),
        [
            Dimension("desk", latest.SelectMany(r => ByTheDesk(r, r.Desk))),
            Dimension("topic", latest.SelectMany(r => ByTheDesk(r, r.Topic))),
            Dimension("analyst", latest.SelectMany(r => r.Said.Where(s => s.By != ResolvedJudgment.BeforeCalibration)
                .Select(s =>
                new Outcome(r.Judgment, s.Probability, r.CameTrue, s.By)))),
            Dimension("source", latest.SelectMany(r => r.Sources.SelectMany(s => ByTheDesk(r, s)))),
        ]);
    }

    /// <summary>By name, ascending.</summary>
    public static ImmutableArray<TrackRecord> TrackRecords(IEnumerable<ResolvedJudgment> resolved) =>
    [
        .. Words(resolved).GroupBy(w => w.Source, StringComparer.OrdinalIgnoreCase)
            .Select(g => new TrackRecord(g.Key, g.Count(w => w.SpokeFor == w.CameTrue),
                g.Count(w => w.SpokeFor != w.CameTrue)))
            .OrderBy(t => t.Source, StringComparer.Ordinal),
    ];

    /// <summary>Who spoke for and against what was resolved, and how it came out.</summary>
    public static IEnumerable<ResolvedWord> Words(IEnumerable<ResolvedJudgment> resolved) => Latest(resolved)
        .SelectMany(r => r.Sources.Select(s => new ResolvedWord(s, r.Judgment, true, r.CameTrue))
            .Concat(r.Against.Select(s => new ResolvedWord(s, r.Judgment, false, r.CameTrue))));

    internal static List<ResolvedJudgment> Latest(IEnumerable<ResolvedJudgment> resolved) =>
        [.. resolved.OrderBy(r => r.At).GroupBy(r => r.Judgment, StringComparer.Ordinal).Select(g => g.Last())
            .OrderBy(r => r.Judgment, StringComparer.Ordinal)];

    private static OutcomeDimension Dimension(string name, IEnumerable<Outcome> outcomes) => new(name,
        [.. Outcomes.ByGroup([.. outcomes]).Select(g => new OutcomeGroup(g.Group, g.Calibration))]);

    private static IEnumerable<Outcome> ByTheDesk(ResolvedJudgment r, string group) =>
        r.Said.Where(s => s.By == ResolvedJudgment.TheDesk).Take(1)
            .Select(s => new Outcome(r.Judgment, s.Probability, r.CameTrue, group));
}
