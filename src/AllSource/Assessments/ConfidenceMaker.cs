using System.Collections.Immutable;
using AllSource.Fusion.Propositions;
using AllSource.Sources;

namespace AllSource.Assessments;

/// <summary>What a confidence is judged from; none of it counts reports, so copies cannot raise it.</summary>
internal sealed record ConfidenceGround(
    int Assumptions, int Origins, int Proven, int SingleOriginRows, int SpokenRows, int GapRows, int DisputedRows,
        bool OneSourceFlips,
    int? FlipSize);

/// <summary>
/// Confidence on three factors (JP 2-0, ICD 203 practice): key assumptions, credibility and diversity of sourcing,
/// strength of argument. The level is the lowest of the three: a strong argument does not make up for poor sources, nor
/// many sources for gaps.
/// </summary>
internal static class ConfidenceMaker
{
    private const int ManyAssumptions = 3;

    public static Confidence Of(ConfidenceGround ground)
    {
        var (assumed, assumedWhy) = Assumptions(ground);
        var (sourced, sourcedWhy) = Sourcing(ground);
        var (argued, arguedWhy) = Argument(ground);
        var level = new[] { assumed, sourced, argued }.Min();
        return new(level, assumedWhy, sourcedWhy, arguedWhy)
        {
            Sentence = $"Confidence is {Word(level)}: {Clause(assumedWhy)}; {Clause(sourcedWhy)}; {Clause(arguedWhy)}.",
        };
    }

    /// <summary>The ground of a row-less judgment on one proposition.</summary>
    public static ConfidenceGround GroundOf(Proposition proposition, ImmutableArray<Witness> witnesses)
    {
        var supporting = witnesses.Count(w => w.Supports);
        return new(
            0, supporting, witnesses.Count(w => w.Supports && IsProven(w)), supporting == 1 ? 1 : 0, 1, 0,
            proposition.Denials > 0 || proposition.Rivals.Length > 0 ? 1 : 0, supporting <= 1, null);
    }

    public static ConfidenceGround GroundOf(IReadOnlyList<RowEvidence> rows, Sensitivity sensitivity)
    {
        var spoken = rows.Where(r => r.Assumed is null && !r.IsGap).ToList();
        var witnesses = spoken.SelectMany(r => r.Witnesses).DistinctBy(w => w.Origin.Id).ToList();
        return new(
            rows.Count(r => r.Assumed is not null),
            witnesses.DistinctBy(w => w.Origin.Voice.ToLowerInvariant()).Count(),
            witnesses.Where(IsProven).DistinctBy(w => w.Origin.Voice.ToLowerInvariant()).Count(),
            spoken.Count(r => r.Witnesses.Count(w => w.Supports) == 1), spoken.Count, rows.Count(r => r.IsGap),
            spoken.Count(r => r.Witnesses.Any(w => w.Supports) && r.Witnesses.Any(w => !w.Supports)),
            sensitivity.Cases.Any(c => c is { Kind: ChangeKind.SourceOut, Flips: true }),
            sensitivity.Flips.Select(f => f.Changes.Length).Where(n => n > 0).Cast<int?>().Min());
    }

    public static string Word(ConfidenceLevel level) => level switch
    {
        ConfidenceLevel.Low => "low",
        ConfidenceLevel.Moderate => "moderate",
        ConfidenceLevel.High => "high",
        _ => throw new ArgumentOutOfRangeException(nameof(level), level, "not a level"),
    };

    private static bool IsProven(Witness w) => w.Grade <= Reliability.B;

    private static (ConfidenceLevel, string) Assumptions(ConfidenceGround g) => g.Assumptions switch
    {
        0 => (ConfidenceLevel.High, "It leans on no assumption"),
        < ManyAssumptions => (ConfidenceLevel.Moderate,
            $"It leans on {Counted.Of(g.Assumptions, "assumption")}"),
        _ => (ConfidenceLevel.Low, $"It leans on {g.Assumptions} assumptions"),
    };

    private static (ConfidenceLevel, string) Sourcing(ConfidenceGround g)
    {
        var told = $"{Counted.Of(g.Origins, "independent origin")}, {g.Proven} of proven reliability";
        if (g.Origins < 2 || g.OneSourceFlips) return (ConfidenceLevel.Low, g.Origins < 2
            ? $"{told}: nothing corroborates it"
            : $"{told}, and the outcome hangs on one source");
        var thin = g.SpokenRows > 0 && g.SingleOriginRows * 2 > g.SpokenRows;
        if (g.Proven >= 3 && !thin) return (ConfidenceLevel.High, $"{told}; most points have more than one");
        return (ConfidenceLevel.Moderate, thin ? $"{told}; most points rest on one origin each"
            : $"{told}; partly corroborated");
    }

    private static (ConfidenceLevel, string) Argument(ConfidenceGround g)
    {
        var told = new List<string>();
        var points = Counted.Of(g.GapRows + g.SpokenRows, "point");
        if (g.GapRows > 0) told.Add($"{g.GapRows} of {points} without any report");
        if (g.DisputedRows > 0) told.Add($"{Counted.Of(g.DisputedRows, "point")} disputed");
        if (g.FlipSize is { } size) told.Add($"{Counted.Of(size, "change")} would overturn it");
        var gaps = g.GapRows * 3 > g.GapRows + g.SpokenRows;
        var disputes = g.DisputedRows * 2 > Math.Max(1, g.SpokenRows);
        var level = g.SpokenRows == 0 || gaps || g.FlipSize is 1 ? ConfidenceLevel.Low
            : disputes || g.GapRows > 0 || g.FlipSize is 2 ? ConfidenceLevel.Moderate : ConfidenceLevel.High;
        return (level, told.Count == 0 ? "No gap and no dispute was found in the argument"
            : $"In the argument: {string.Join(", ", told)}");
    }

    private static string Clause(string sentence) => char.ToLowerInvariant(sentence[0]) + sentence[1..];
}
