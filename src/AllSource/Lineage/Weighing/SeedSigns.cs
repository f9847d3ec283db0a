using AllSource.Lineage.Alignment;
using AllSource.Lineage.Seeds;

namespace AllSource.Lineage.Weighing;

/// <summary>What the seeds of a chain tell by the places that they have in all documents.</summary>
internal static class SeedSigns
{
    /// <summary>A seed of two places tells at most so much; each doubling of its places takes a bit.</summary>
    private const double SeedBitsMax = 10;

    /// <summary>
    /// Words that must have been read for a seed of two places to tell a bit: where there is little text, that nobody
    /// else has it tells little.
    /// </summary>
    private const double WordsPerSeed = 3000;

    /// <summary>Bits beyond which no more are counted, so that a long passage costs no more than a short one.</summary>
    public const double BitsMax = 60;

    private static readonly double[] Logs =
        [.. Enumerable.Range(0, PlaceLists.PlacesMax + 1).Select(static n => Math.Log(n))];

    private static readonly double[] BitsByPlaces = [.. Enumerable.Range(0, 1 << 12).Select(BitsOf)];

    /// <summary>The logarithm of a seed's other places, as it is weighed.</summary>
    public static double LogOfPlaces(int places) => Logs[Math.Clamp(places - 1, 1, PlaceLists.PlacesMax)];

    public static void Read(List<Run> chain, ReadOnlySpan<SeedHit> hits, long wordsRead, ref Signs signs)
    {
        var (firstA, endA, firstB, endB) = (chain[0].A, chain[^1].EndA, chain[0].B, chain[^1].EndB);
        Places(hits, firstA, endA, firstB, endB, ref signs);
        signs.Experience = ExperienceOf(wordsRead);
        foreach (var run in chain) AddBits(run, hits, ref signs);
    }

    /// <summary>How much of the bits of seeds may be believed when so many words were read.</summary>
    public static double ExperienceOf(long wordsRead) =>
        Math.Min(1, Math.Log2(1 + (wordsRead / WordsPerSeed)) / SeedBitsMax);

    /// <summary>Adds the bits of the seeds of one run, as far as they count.</summary>
    public static void AddBits(in Run run, ReadOnlySpan<SeedHit> hits, ref Signs signs)
    {
        if (signs.SeedBits < BitsMax) signs.SeedBits += BitsOf(run, SeedHit.Within(hits, run.B, run.EndB));
    }

    /// <summary>The places of the seeds in two stretches, and how much of them one author repeats.</summary>
    public static void Places(
        ReadOnlySpan<SeedHit> hits, int firstA, int endA, int firstB, int endB, ref Signs signs)
    {
        int places = int.MaxValue, seen = 0, repeated = 0;
        var logs = 0.0;
        foreach (ref readonly var hit in SeedHit.Within(hits, firstB, endB))
        {
            if (hit.Word < firstA || hit.Word >= endA) continue;
            seen++;
            logs += LogOfPlaces(hit.Places);
            if (hit.IsBoilerplate) repeated++;
            else places = Math.Min(places, hit.Places);
        }

        signs.Places = places == int.MaxValue ? PlaceLists.PlacesMax : places;
        signs.MeanLogPlaces = seen == 0 ? 0 : logs / seen;
        signs.Repeated = seen == 0 ? 0 : repeated / (double)seen;
    }

    private static double BitsOf(int places) => Math.Max(0, SeedBitsMax - Math.Log2(Math.Max(1, places - 1)));

    /// <summary>Of one run, seeds that share no word, from its beginning on.</summary>
    private static double BitsOf(Run run, ReadOnlySpan<SeedHit> hits)
    {
        var bits = 0.0;
        var next = run.A;
        foreach (ref readonly var hit in hits)
        {
            if (hit.Word < next || hit.Word + SeedPicker.GramWords > run.EndA) continue;
            if (hit.Word - hit.OwnWord != run.A - run.B) continue;
            bits += (uint)hit.Places < (uint)BitsByPlaces.Length ? BitsByPlaces[hit.Places] : BitsOf(hit.Places);
            if (bits >= BitsMax) break;
            next = hit.Word + SeedPicker.GramWords;
        }

        return bits;
    }
}
