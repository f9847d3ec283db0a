using System.Globalization;
using AllSource.Kernel.Pages;

namespace AllSource.App.Cli;

/// <summary>The pairs of texts that are to be compared, from a file: two ids a line, tab between.</summary>
internal static class LineagePairs
{
    private const int ProblemsMax = 20; // a file of another set's ids: a million lines of the same sentence

    /// <summary>
    /// Pairs of ids; further columns are left alone. A line that is no pair, or names an id that no text has, becomes a
    /// problem of the input with its place, and the rest is compared.
    /// </summary>
    public static List<(string A, string B)> Read(FileInfo file, LineageInput input)
    {
        var known = input.Documents.Select(static d => d.Id).ToHashSet(StringComparer.Ordinal);
        var pairs = new List<(string, string)>();
        var bad = 0;
        try
        {
            var number = 0;
            foreach (var line in File.ReadLines(file.FullName))
            {
                number++;
                if (line.Length == 0) continue;
                var why = Problem(line, known, out var pair);
                if (why is null) pairs.Add(pair);
                else if (++bad <= ProblemsMax) input.Problems.Add($"{file}, line {number}: {why} It was left out.");
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new VerbException(ExitCodes.Usage, $"cannot read {file}: {e.Message}");
        }

        if (bad > ProblemsMax)
        {
            input.Problems.Add(string.Create(CultureInfo.InvariantCulture,
                $"{file}: {bad - ProblemsMax} more lines were left out for such reasons."));
        }

        return pairs;
    }

    private static string? Problem(string line, HashSet<string> known, out (string A, string B) pair)
    {
        var cells = line.Split('\t');
        pair = cells.Length < 2 ? ("", "") : (cells[0], cells[1]);
        if (cells.Length < 2) return "one column only. A pair is two ids with a tab between.";
        var unknown = new[] { pair.A, pair.B }.Where(id => !known.Contains(id)).Distinct(StringComparer.Ordinal)
            .Select(static id => $"'{OutsideText.Clean(id)}'").ToArray();
        return unknown.Length == 0 ? null : $"no text has the id {string.Join(" or ", unknown)}.";
    }
}
