using AllSource.Kernel;

namespace AllSource.Fusion.Tables;

/// <summary>What turned out to be true of some objects of a table.</summary>
public sealed class TableOutcomes
{
    /// <summary>An object whose truth is not known, and one whose truth nobody claimed.</summary>
    internal const int Open = -1, Unclaimed = -2;

    /// <summary>More outcomes than a desk will ever resolve; a longer file would be an attack on memory.</summary>
    private const int OutcomesMax = 10_000_000;

    private readonly Dictionary<string, string> _truth = new(StringComparer.Ordinal);

    private TableOutcomes()
    {
    }

    /// <summary>How many objects have an outcome.</summary>
    public int Count => _truth.Count;

    /// <summary>
    /// Reads lines of object, tab, value; further columns are left alone, a first line of exactly these two words is a
    /// header, blank lines are passed over.
    /// </summary>
    /// <param name="lines">In file order, without line ends.</param>
    /// <param name="name">What the place of a finding calls the input.</param>
    public static Parsed<TableOutcomes> Read(IEnumerable<string> lines, string name)
    {
        var outcomes = new TableOutcomes();
        var at = 0;
        foreach (var line in lines)
        {
            at++;
            if (string.IsNullOrWhiteSpace(line)) continue;
            var cells = line.TrimStart('\uFEFF').Split('\t');
            if (at == 1 && cells is ["object", "value", ..]) continue;
            if (cells.Length < 2) return Bad(name, at, 2, "the value is missing: the line has 1 column.");
            if (cells[0].Length == 0) return Bad(name, at, 1, "the object is empty.");
            if (cells[1].Length == 0) return Bad(name, at, 2, "the value is empty.");
            if (outcomes.Count == OutcomesMax) return Bad(name, at, 1, $"there are more than {OutcomesMax} outcomes.");
            if (!outcomes._truth.TryAdd(cells[0], cells[1]) && outcomes._truth[cells[0]] != cells[1])
                return Bad(name, at, 2, "the same object turned out differently on an earlier line.");
        }

        return outcomes.Count == 0
            ? Bad(name, 1, 1, "there is no outcome in it.") : Parsed<TableOutcomes>.Read(outcomes);
    }

    internal static TableOutcomes Of(IEnumerable<KeyValuePair<string, string>> truth)
    {
        var outcomes = new TableOutcomes();
        foreach (var (name, value) in truth) outcomes._truth[name] = value;
        return outcomes;
    }

    /// <summary>For each object of a table the group that is true, or <see cref="Open"/>, or
    /// <see cref="Unclaimed"/>.</summary>
    internal int[] In(ClaimTable table)
    {
        var known = new int[table.Objects.Length];
        for (var o = 0; o < known.Length; o++)
        {
            known[o] = Open;
            if (!_truth.TryGetValue(table.Objects[o], out var value)) continue;
            known[o] = Unclaimed;
            for (var g = table.GroupsOfObject[o]; g < table.GroupsOfObject[o + 1]; g++)
            {
                var claimed = table.Values[table.ValueOfGroup[g]];
                if (claimed == value || (ValueForm.Of(value) is { } form && form == ValueForm.Of(claimed)))
                    known[o] = g;
            }
        }

        return known;
    }

    private static Parsed<TableOutcomes> Bad(string name, int line, int column, string what) =>
        Parsed<TableOutcomes>.Unread(new Finding(FindingWeight.Loss, "outcome-unreadable", new(name, line, column),
            what, "An outcome is a line of UTF-8: object, tab, value."));
}
