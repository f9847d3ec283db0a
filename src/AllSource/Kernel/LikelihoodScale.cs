using System.Collections.Immutable;

namespace AllSource.Kernel;

/// <summary>One band of a likelihood scale: a word for probabilities from Low to High, each end in or out.</summary>
public sealed record LikelihoodBand(string Word, double Low, bool LowIncluded, double High, bool HighIncluded)
{
    public bool Holds(double p) =>
        (LowIncluded ? p >= Low : p > Low) && (HighIncluded ? p <= High : p < High);

    /// <summary>0 inside the band, else how far away its nearer end is.</summary>
    public double DistanceTo(double p) => Holds(p) ? 0 : Math.Min(Math.Abs(p - Low), Math.Abs(p - High));
}

/// <summary>
/// The word for a probability, the number beside it, and whether the word was snapped to across a gap of the scale.
/// </summary>
public sealed record LikelihoodWord(string Word, double Probability, bool Snapped)
{
    /// <summary>Null where the scale has no word (outside 1-99 % in ICD 203): the number alone is printed.</summary>
    public bool HasWord => Word.Length > 0;

    public string Percent => Probability is > 0 and < 0.01 ? "under 1 %" : Probability is > 0.99 and < 1 ? "over 99 %"
        : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Math.Round(Probability * 100)} %");
}

/// <summary>
/// Words for likelihood. ICD 203 has shared edges, fixed here once as [1,5) [5,20) [20,45) [45,55] (55,80] (80,95]
/// (95,99]; outside 1-99 % only the number is printed. The PHIA yardstick has gaps on purpose: a probability in a gap
/// takes the nearest band's word and says so. One product uses one scale.
/// </summary>
public sealed class LikelihoodScale
{
    private LikelihoodScale(string name, bool hasGaps, ImmutableArray<LikelihoodBand> bands)
    {
        Name = name;
        HasGaps = hasGaps;
        Bands = bands;
    }

    public static LikelihoodScale Icd203 { get; } = new("ICD 203", false,
    [
        new("almost no chance", .01, true, .05, false),
        new("very unlikely", .05, true, .20, false),
        new("unlikely", .20, true, .45, false),
        new("roughly even chance", .45, true, .55, true),
        new("likely", .55, false, .80, true),
        new("very likely", .80, false, .95, true),
        new("almost certain", .95, false, .99, true),
    ]);

    public static LikelihoodScale Phia { get; } = new("PHIA", true,
    [
        new("remote chance", 0, false, .05, true),
        new("highly unlikely", .10, true, .20, true),
        new("unlikely", .25, true, .35, true),
        new("realistic possibility", .40, true, .50, false),
        new("likely", .55, true, .75, true),
        new("highly likely", .80, true, .90, true),
        new("almost certain", .95, true, 1, false),
    ]);

    public string Name { get; }

    public bool HasGaps { get; }

    public ImmutableArray<LikelihoodBand> Bands { get; }

    /// <param name="probability">0 to 1.</param>
    public LikelihoodWord Say(double probability)
    {
        if (probability is not (>= 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(probability), probability,
            "not in 0..1");
        foreach (var band in Bands)
        {
            if (band.Holds(probability)) return new(band.Word, probability, false);
        }

        if (!HasGaps || probability is 0 or 1) return new("", probability, false);
        var nearest = Bands.MinBy(b => b.DistanceTo(probability))!;
        return new(nearest.Word, probability, true);
    }
}
