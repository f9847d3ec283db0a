using System.Runtime.InteropServices;
using AllSource.Lineage.Seeds;

namespace AllSource.Lineage.Segments;

/// <summary>
/// Which reports are worth the fetching of their texts, from what the index tells of the seeds that they share with one
/// report: how rare each is, how far the repeat may go on beyond it, and whether two of them stand near each other.
/// </summary>
/// <param name="keepAll">Fetches whatever may be more than three words.</param>
internal sealed class CandidateReports(bool keepAll)
{
    /// <summary>
    /// Places up to which one seed is enough: where the word before or behind it may be the same, and where both may or
    /// it stands in quotation marks. Of 200,000 reports of a trial with 30,000, beyond these one in 3,000 had a
    /// passage, and within them one in 9. A seed outside quotation marks with another word on one side is within a run
    /// of five words at most, for the next seed of a longer one would be met as well; it is enough only beside others.
    /// </summary>
    private const int PlacesOfOneSide = 4;
    private const int PlacesOfBothSides = 12;

    /// <summary>
    /// The same for the only seed that is met, where both words may be the same: outside quotation marks, where it is
    /// within a run of seven words at most, and in them.
    /// Of 33,000 reports whose only seed was beyond these or had another word on one side, eight had a passage.
    /// </summary>
    private const int PlacesOfOnly = 4;
    private const int PlacesOfOnlyQuoted = 8;

    /// <summary>The same for two seeds that stand near each other.</summary>
    private const int PlacesOfNear = 8;

    /// <summary>So many near each other are enough, however common each is.</summary>
    private const int NearSeeds = 4;

    private readonly List<Met> _met = [];

    public void Clear() => _met.Clear();

    /// <param name="context">What stands around the seed in that report.</param>
    public void Add(IndexedReport report, in Seed seed, ushort context, KeyFound known)
    {
        var likeness = SeedContext.Likeness(seed, context);
        if (likeness == SeedContext.NoMeeting) return;
        _met.Add(new(report.Packed, seed.Word, Math.Min(known.Places, SearchRules.PlacesMax + 1), likeness,
            seed.IsQuoted || SeedContext.IsQuoted(context), known.IsBoilerplate));
    }

    /// <param name="isOwn">True for a report of the same author: what one merely repeats of his own is not worth it.
    /// </param>
    public List<IndexedReport> Promising(Func<IndexedReport, bool> isOwn)
    {
        var promising = new List<IndexedReport>();
        _met.Sort(static (x, y) => x.Report != y.Report ? x.Report.CompareTo(y.Report) : x.Word.CompareTo(y.Word));
        var met = CollectionsMarshal.AsSpan(_met);
        for (int i = 0, end; i < met.Length; i = end)
        {
            var isAllBoilerplate = true;
            for (end = i; end < met.Length && met[end].Report == met[i].Report; end++)
            {
                isAllBoilerplate &= met[end].IsBoilerplate;
            }

            if (!(keepAll ? MayBeAny(met[i..end]) : IsWorthIt(met[i..end]))) continue;
            var report = IndexedReport.Unpack(met[i].Report);
            var isOwnFixedPart = isAllBoilerplate && end - i < SearchRules.FixedPartSeedsMax && !keepAll
                && isOwn(report);
            if (!isOwnFixedPart) promising.Add(report);
        }

        return promising;
    }

    private static bool MayBeAny(ReadOnlySpan<Met> met)
    {
        if (met.Length > 1) return true;
        return met[0].Likeness > 0;
    }

    private static bool IsWorthIt(ReadOnlySpan<Met> met)
    {
        if (met.Length == 1) return met[0].Places <= MostOfOnly(met[0]);
        var near = 1;
        for (var m = 0; m < met.Length; m++)
        {
            if (met[m].Places <= MostAlone(met[m])) return true;
            if (m == 0) continue;
            var ahead = met[m].Word - met[m - 1].Word;
            if (ahead == 0) continue; // the same words of its own, elsewhere in the other
            near = ahead <= SearchRules.NearWords ? near + 1 : 1;
            var likeness = Math.Max(met[m].Likeness, met[m - 1].Likeness);
            if (near == 1 || likeness == 0) continue;
            var most = likeness == 1 ? PlacesOfNear : SearchRules.PlacesMax;
            if (near >= NearSeeds || Math.Min(met[m].Places, met[m - 1].Places) <= most) return true;
        }

        return false;
    }

    private static int MostOfOnly(in Met met) => met.Likeness < 2 ? MostAlone(met)
        : met.IsQuoted ? PlacesOfOnlyQuoted : PlacesOfOnly;

    private static int MostAlone(in Met met) => met.Likeness switch
    {
        0 => 0,
        1 => met.IsQuoted ? PlacesOfOneSide : 0,
        _ => PlacesOfBothSides,
    };

    private readonly record struct Met(
        ulong Report, int Word, int Places, int Likeness, bool IsQuoted, bool IsBoilerplate);
}
