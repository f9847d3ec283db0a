using AllSource.Sources;

namespace AllSource.Fusion.Propositions;

/// <summary>
/// Belief from witnesses. F carries no weight: the first ungraded witness of a side says nothing by itself. That
/// further independent ones agree with it is evidence whoever they are (there are many ways to be wrong and one to be
/// right), at the weight of D.
/// </summary>
internal static class WitnessBelief
{
    /// <summary>
    /// How likely a doubt is misread as speaking against the thing doubted: to doubt is less than to deny.
    /// </summary>
    private const double DoubtReading = .3;

    /// <summary>
    /// How likely a claim is put to the wrong proposition or with the wrong sign: our own error, apart from the
    /// source's.
    /// </summary>
    private const double ReadingError = .05;

    public static Belief Of(IReadOnlyList<Witness> witnesses, GradeAccuracy accuracy) =>
        BeliefEngine.Fuse(.5, Voices(witnesses, accuracy), accuracy);

    /// <summary>What the belief would be if every report were a witness: shown to warn, never used.</summary>
    public static double ByReports(IReadOnlyList<Witness> witnesses, GradeAccuracy accuracy)
    {
        var voices = Voices(witnesses, accuracy).SelectMany((v, i) => Enumerable.Range(0, v.Reports)
            .Select(r => v with
            {
                Origin = $"{i}/{r}",
                Reports = 1,
                Grade = v.Grade == Reliability.F ? Reliability.D
                : v.Grade
            })).ToList();
        return BeliefEngine.Fuse(.5, voices, accuracy).Probability;
    }

    private static List<OriginVoice> Voices(IReadOnlyList<Witness> witnesses, GradeAccuracy accuracy)
    {
        var voices = new List<OriginVoice>();
        var ungraded = new HashSet<bool>();
        foreach (var w in witnesses)
        {
            var speaker = w.Origin.IsNamed ? w.Origin.Voice : null;
            var isUnknown = w.Grade == Reliability.F && accuracy.RecordOf(speaker) is null;
            var grade = isUnknown && !ungraded.Add(w.Supports) ? Reliability.D : w.Grade;
            var error = w.IsDoubt ? DoubtReading : ReadingError;
            voices.Add(new(w.Origin.Words, grade, w.Supports, w.Reports.Length, w.Independence, error, speaker));
        }

        // Two origins may read alike; the engine takes equal names for one origin.
        return [.. voices.Select((v, i) => voices.Take(i).Any(u => u.Origin == v.Origin && u.Supports == v.Supports)
            ? v with { Origin = $"{v.Origin} ({i + 1})" } : v)];
    }

    /// <summary>Probability that at least two of a side's witnesses are two.</summary>
    public static double TwoIndependent(IEnumerable<Witness> side)
    {
        var same = side.Skip(1).Aggregate(1.0, (p, w) => p * (1 - w.Independence));
        return side.Count() < 2 ? 0 : 1 - same;
    }
}
