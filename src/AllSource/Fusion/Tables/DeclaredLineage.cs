namespace AllSource.Fusion.Tables;

/// <summary>
/// What a table says itself of where its claims come from. That is hard evidence: a claim that was taken from a claim
/// in the table, or from the same outsider as another, adds nothing; one that its source saw for itself is no echo,
/// however little else is known of the source.
/// </summary>
internal static class DeclaredLineage
{
    public static bool Saw(ClaimTable table, int c) =>
        table.From.TryGetValue(c, out var from) && from == table.Sources[table.SourceOfClaim[c]];

    /// <summary>Whether a claim has a weight of its own beside the others of its group.</summary>
    public static bool Counts(ClaimTable table, int c)
    {
        if (!table.From.TryGetValue(c, out var from) || Saw(table, c)) return true;
        var g = table.GroupOfClaim[c];
        var (at, first) = (c, c);
        for (var steps = 0; steps < table.ClaimsOfGroup[g + 1] - table.ClaimsOfGroup[g]; steps++)
        {
            var s = table.Sources.AsSpan().BinarySearch(table.From[at], StringComparer.Ordinal);
            var next = s < 0 ? -1 : table.ClaimIn(g, s);
            if (next < 0) return at == c && Enumerable.Range(table.ClaimsOfGroup[g], c - table.ClaimsOfGroup[g])
                .All(d => table.From.GetValueOrDefault(d) != from);
            // Two that name one another: somebody must have begun it.
            if (next == c) return first == c;
            if (!table.From.ContainsKey(next) || Saw(table, next)) return false;
            (at, first) = (next, Math.Min(first, next));
        }

        return false;
    }
}
