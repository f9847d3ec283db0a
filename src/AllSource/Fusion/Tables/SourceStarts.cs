using System.Globalization;
using AllSource.Kernel;
using AllSource.Sources;

namespace AllSource.Fusion.Tables;

/// <summary>
/// What sources are thought to be worth before their claims in a table are weighed: a grade, as a starting point that
/// outcomes resolved elsewhere have moved, worth so many claims (<see cref="GradeAccuracy"/>). The desk's propositions
/// start from the same numbers. F, and a source that is not named, start from what the table's sources are worth in
/// the mean.
/// </summary>
public sealed class SourceStarts
{
    /// <summary>More sources than any register holds; a longer file would be an attack on memory.</summary>
    private const int SourcesMax = 1_000_000;

    private readonly Dictionary<string, SourceStart> _starts = new(StringComparer.Ordinal);

    private SourceStarts()
    {
    }

    /// <summary>How many sources have a start of their own.</summary>
    public int Count => _starts.Count;

    /// <summary>
    /// Reads lines of source, tab, grade (A to F), and optionally tab, times right, tab, times wrong in what was
    /// resolved elsewhere; further columns are left alone, a first line of source and grade is a header, blank lines
    /// are passed over.
    /// </summary>
    /// <param name="lines">In file order, without line ends.</param>
    /// <param name="name">What the place of a finding calls the input.</param>
    public static Parsed<SourceStarts> Read(IEnumerable<string> lines, string name)
    {
        var starts = new SourceStarts();
        var named = new HashSet<string>(StringComparer.Ordinal);
        var at = 0;
        foreach (var line in lines)
        {
            at++;
            if (string.IsNullOrWhiteSpace(line)) continue;
            var cells = line.TrimStart('\uFEFF').Split('\t');
            if (at == 1 && cells is ["source", "grade", ..]) continue;
            if (cells.Length < 2) return Bad(name, at, 2, "the grade is missing: the line has 1 column.");
            if (cells[0].Length == 0) return Bad(name, at, 1, "the source is empty.");
            if (cells[1] is not [>= 'A' and <= 'F'] || !Enum.TryParse<Reliability>(cells[1], out var grade))
                return Bad(name, at, 2, "the grade is none of A, B, C, D, E and F.");
            if (!TryCount(cells, 2, out var right)) return Bad(name, at, 3, "how often it was right is no count.");
            if (!TryCount(cells, 3, out var wrong)) return Bad(name, at, 4, "how often it was wrong is no count.");
            if (!named.Add(cells[0])) return Bad(name, at, 1, "the same source has a grade on an earlier line.");
            if (named.Count > SourcesMax) return Bad(name, at, 1, $"there are more than {SourcesMax} sources.");
            if (Of(grade, right, wrong) is { } start) starts._starts[cells[0]] = start;
        }

        return named.Count == 0
            ? Bad(name, 1, 1, "there is no grade in it.") : Parsed<SourceStarts>.Read(starts);
    }

    /// <param name="grades">The grade of each source by name.</param>
    internal static SourceStarts Of(IEnumerable<KeyValuePair<string, SourceStart>> grades)
    {
        var starts = new SourceStarts();
        foreach (var (name, start) in grades) starts._starts[name] = start;
        return starts;
    }

    /// <summary>For each source of a table its start, of no claims where it has none.</summary>
    internal SourceStart[] In(ClaimTable table) => [.. table.Sources.Select(s => _starts.GetValueOrDefault(s))];

    /// <returns>Null where grade and record say nothing.</returns>
    private static SourceStart? Of(Reliability grade, int right, int wrong)
    {
        if (grade == Reliability.F && right + wrong == 0) return null;
        var claims = GradeAccuracy.PriorOutcomes + right + wrong;
        return new(((GradeAccuracy.Default.Of(grade) * GradeAccuracy.PriorOutcomes) + right) / claims, claims);
    }

    private static bool TryCount(string[] cells, int column, out int count)
    {
        count = 0;
        return cells.Length <= column || string.IsNullOrWhiteSpace(cells[column])
            || int.TryParse(cells[column], NumberStyles.None, CultureInfo.InvariantCulture, out count);
    }

    private static Parsed<SourceStarts> Bad(string name, int line, int column, string what) =>
        Parsed<SourceStarts>.Unread(new Finding(FindingWeight.Loss, "grade-unreadable", new(name, line, column),
            what, "A grade is a line of UTF-8: source, tab, a letter from A to F, and optionally two counts."));
}

/// <summary>An accuracy (0-1) and how many claims it is worth; 0 claims say nothing.</summary>
internal readonly record struct SourceStart(double Accuracy, double Claims);
