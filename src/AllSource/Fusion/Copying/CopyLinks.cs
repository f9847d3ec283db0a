using System.Collections.Immutable;
using AllSource.Fusion.Tables;

namespace AllSource.Fusion.Copying;

/// <summary>
/// Inferred habits as people read them: one line a pair, copier first where that can be told. Nobody can tell which of
/// several twins a third copies, so a link to one is a link to each; and twins are linked with one another, in no
/// direction.
/// </summary>
internal static class CopyLinks
{
    private const double ProbabilityMin = .05;

    /// <summary>
    /// Beyond so many twins they are linked to the first of them alone: a thousand echoes would make half a million
    /// lines.
    /// </summary>
    private const int TwinsMax = 20;

    public static ImmutableArray<CopyLink> Of(ClaimTable table, Echoes echoes, CopyGraph? copies)
    {
        var links = new List<CopyLink>();
        var twins = Enumerable.Range(0, table.Sources.Length).Where(s => echoes.VoiceOf[s] >= 0)
            .GroupBy(s => echoes.VoiceOf[s]).Where(g => g.Count() > 1)
            .ToDictionary(g => table.Sources[g.Key], g => g.Select(s => table.Sources[s]).ToList(),
                StringComparer.Ordinal);
        foreach (var (_, names) in twins.OrderBy(t => t.Key, StringComparer.Ordinal))
        {
            for (var i = 0; i < names.Count; i++)
            {
                for (var j = 0; j < Math.Min(i, names.Count > TwinsMax ? 1 : i); j++)
                    links.Add(new(names[i], names[j], 1, .5, 1, table.ClaimsOf(Number(table, names[i])).Length));
            }
        }

        var voices = echoes.Voices.Sources;
        foreach (var pair in (copies?.Habits ?? []).GroupBy(h =>
            (Math.Min(h.Copier, h.Original), Math.Max(h.Copier, h.Original))))
        {
            var h = pair.OrderByDescending(h => h.Probability).ThenBy(h => h.Original).First();
            var exists = pair.Max(x => x.Exists * (x.Direction >= .5 ? 1 : x.Direction * 2));
            if (exists < ProbabilityMin) continue;
            foreach (var copier in All(twins, voices[h.Copier]))
            {
                foreach (var original in All(twins, voices[h.Original]))
                    links.Add(new(copier, original, exists, h.Direction, h.Rate, h.Shared));
            }
        }

        return [.. links.OrderByDescending(l => l.Probability).ThenBy(l => l.Copier, StringComparer.Ordinal)
            .ThenBy(l => l.Original, StringComparer.Ordinal)];
    }

    private static IEnumerable<string> All(Dictionary<string, List<string>> twins, string name) =>
        twins.TryGetValue(name, out var names) && names.Count <= TwinsMax ? names : [name];

    private static int Number(ClaimTable table, string source) =>
        table.Sources.AsSpan().BinarySearch(source, StringComparer.Ordinal);
}
