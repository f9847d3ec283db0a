namespace AllSource.Fusion.Tables;

/// <summary>
/// Which values claimed of one object lie within which others: pairs of groups, the wide one and the narrow one.
/// </summary>
internal sealed class Nesting
{
    private Nesting(int[] starts, (int Wide, int Narrow)[] pairs, double[] depth) =>
        (Starts, Pairs, Depth) = (starts, pairs, depth);

    /// <summary>First pair of each object, with one entry more at the end.</summary>
    public int[] Starts { get; }

    public (int Wide, int Narrow)[] Pairs { get; }

    /// <summary>Over how many wider names a general claim of a value spreads, at least 1.</summary>
    public double[] Depth { get; }

    public ReadOnlySpan<(int Wide, int Narrow)> Of(int o) => Pairs.AsSpan(Starts[o]..Starts[o + 1]);

    public static Nesting Of(ClaimTable table, Hierarchy hierarchy)
    {
        var starts = new int[table.Objects.Length + 1];
        var pairs = new List<(int, int)>();
        var depth = new double[table.GroupCount];
        for (var o = 0; o < table.Objects.Length; o++)
        {
            starts[o] = pairs.Count;
            for (var narrow = table.GroupsOfObject[o]; narrow < table.GroupsOfObject[o + 1]; narrow++)
            {
                depth[narrow] = Math.Max(1, hierarchy.Depth(table.Values[table.ValueOfGroup[narrow]]));
                for (var wide = table.GroupsOfObject[o]; wide < table.GroupsOfObject[o + 1]; wide++)
                {
                    if (hierarchy.Holds(table.Values[table.ValueOfGroup[wide]],
                        table.Values[table.ValueOfGroup[narrow]]))
                        pairs.Add((wide, narrow));
                }
            }
        }

        starts[^1] = pairs.Count;
        return new(starts, [.. pairs], depth);
    }
}
