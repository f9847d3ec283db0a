using System.Collections.Immutable;
using AllSource.Reports;

namespace AllSource.Exposure;

/// <summary>
/// Who could have told an item, seen by one audience: the smallest honest form of the question. It counts origins in
/// the record. What it cannot do yet: it knows no access events (who was in the room, who held the paper), so that an
/// item whose content alone points to few people is not found; it takes the reading of claims as right, so that a claim
/// put with the wrong row covers a source that it does not cover; it weighs no detail (a date, a figure) apart from the
/// item; and it does not pool what two audiences were told.
/// </summary>
public static class WhoCouldHaveTold
{
    /// <param name="item">The desk's id of the item.</param>
    /// <param name="carriers">Every claim in the record that carries the item, in any order.</param>
    public static ExposureFinding Of(string item, ExposedKind kind, IEnumerable<Carrier> carriers,
        Protection protection)
    {
        var all = carriers.ToList();
        var named = all.Select(c => (Carrier: c, Protected: protection.ProtectedSourceOf(c))).ToList();
        ImmutableArray<string> guarded =
        [
            .. named.Select(c => c.Protected).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)
                .Order(StringComparer.OrdinalIgnoreCase),
        ];
        var outside = named.Where(c => c.Protected is null).Select(c => c.Carrier.Origin).OfType<string>()
            .Distinct(StringComparer.Ordinal).Count();
        ImmutableArray<string> unknowns =
        [
            .. all.Select(c => c.Report).Distinct().Select(protection.Find).OfType<Report>()
                .SelectMany(r => r.KnownUnknowns).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
        ];
        var level = (guarded.Length, outside) switch
        {
            (0, _) => ExposureLevel.None,
            (_, > 0) => ExposureLevel.Covered,
            (1, 0) => ExposureLevel.Identifies,
            _ => ExposureLevel.Narrows,
        };
        return new(item, kind, level, guarded.Length + outside, guarded, outside, unknowns,
            Sentence(level, guarded, outside, unknowns.Length));
    }

    private static string Sentence(ExposureLevel level, ImmutableArray<string> guarded, int outside, int unknowns)
    {
        var who = string.Join(" and ", guarded);
        var said = level switch
        {
            ExposureLevel.None => $"No protected source carries it; {Count(outside)} could have told it.",
            ExposureLevel.Covered =>
                $"{who} carries it, and so {(outside == 1 ? "does" : "do")} {Count(outside)} outside "
                + $"protection: {guarded.Length + outside} could have told it."
                + (outside == 1 ? " The cover is thin: look whether that origin says the same." : ""),
            ExposureLevel.Narrows => $"Only protected sources carry it: to tell it is to tell that one of {who} told.",
            _ => $"{who} alone carries it: to tell it is to tell that {who} told.",
        };
        return unknowns == 0 ? said
            : $"{said} Others who cannot be counted may have known (known unknowns: {unknowns}).";
    }

    private static string Count(int origins) => origins switch
    {
        0 => "no known origin",
        1 => "1 origin",
        _ => $"{origins} origins",
    };
}
