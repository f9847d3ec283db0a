using System.Collections.Immutable;

namespace AllSource.Fusion;

/// <summary>
/// Inferred habits as people read them: one line a pair, copier first where that can be told. Sources that say the same of the same
/// objects throughout are twins: nobody can tell which of them a third copies, so a link to one is a link to each.
/// </summary>
internal static class CopyLinks
{
    private const double ProbabilityMin = .05;

    public static ImmutableArray<CopyLink> Of(ClaimTable table, CopyGraph? copies)
    {
        if (copies is null) return [];
        var twins = Twins(table, copies.Habits);
        var sums = new Dictionary<(int, int), double>();
        foreach (var h in copies.Habits)
        {
            var key = (h.Copier, twins[h.Original]);
            sums[key] = sums.GetValueOrDefault(key) + h.Exists;
        }

        var links = new List<CopyLink>();
        foreach (var pair in copies.Habits.GroupBy(h => (Math.Min(h.Copier, h.Original), Math.Max(h.Copier, h.Original))))
        {
            var likelier = pair.OrderByDescending(h => h.Probability).ThenBy(h => h.Original).First();
            var exists = Math.Min(1, pair.Max(h => sums[(h.Copier, twins[h.Original])] * (h.Direction >= .5 ? 1 : h.Direction * 2)));
            if (exists < ProbabilityMin) continue;
            links.Add(new(
                table.Sources[likelier.Copier], table.Sources[likelier.Original], exists, likelier.Direction, likelier.Rate,
                likelier.Shared));
        }

        return [.. links.OrderByDescending(l => l.Probability).ThenBy(l => l.Copier, StringComparer.Ordinal)
            .ThenBy(l => l.Original, StringComparer.Ordinal)];
    }

    /// <summary>For each source the first of its twins, itself where it has none.</summary>
    private static int[] Twins(ClaimTable table, CopyHabit[] habits)
    {
        var first = new int[table.Sources.Length];
        for (var s = 0; s < first.Length; s++) first[s] = s;
        foreach (var h in habits.OrderBy(h => h.Copier).ThenBy(h => h.Original))
        {
            if (h.Original > h.Copier || h.Shared != table.ClaimsOf(h.Copier).Length) continue;
            if (h.Shared == table.ClaimsOf(h.Original).Length) first[h.Copier] = Math.Min(first[h.Copier], first[h.Original]);
        }

        return first;
    }
}
