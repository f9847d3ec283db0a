using System.Globalization;
using AllSource.Kernel;
using AllSource.Release;

namespace AllSource.Briefs;

/// <summary>
/// How the brief puts numbers, times and marks into words; one place, so that page and terminal say the same.
/// </summary>
internal static class Wording
{
    public static string Reports(int count) => count == 1 ? "1 report" : Invariant($"{count} reports");

    public static string Origins(int count) => count switch
    {
        0 => "no known origin",
        1 => "1 origin",
        _ => Invariant($"{count} origins"),
    };

    public static string RestsOn(int reports, int origins) => $"{Reports(reports)}, {Origins(origins)}";

    public static string Against(ReleasedRow row) => row.DisputingReports == 0 ? ""
        : RestsOn(row.DisputingReports, row.DisputingOrigins);

    /// <summary>Word and number: "very likely, 87 %"; the number alone where the scale has no word.</summary>
    public static string Likelihood(LikelihoodWord likelihood)
    {
        var snapped = likelihood.Snapped ? " (nearest word)" : "";
        return likelihood.HasWord ? $"{likelihood.Word}{snapped}, {likelihood.Percent}" : likelihood.Percent;
    }

    /// <summary>The reasons of the first judgment, and of another those that differ from the first's.</summary>
    public static IEnumerable<string> Reasons(ReleasedJudgment judgment, ReleasedJudgment first) =>
        judgment.ConfidenceReasons.Select(r => r.Text)
            .Where(text => judgment == first || first.ConfidenceReasons.All(r => r.Text != text))
            .Take(judgment == first ? 3 : 1);

    /// <summary>What of the evidence on the page speaks for and against it.</summary>
    public static string Argument(ReleasedJudgment judgment, IReadOnlyCollection<ReleasedRow> rows)
    {
        var mine = rows.Where(r => r.Fits.Any(f => f.Judgment == judgment.Number)).ToList();
        if (mine.Count == 0) return "";

        // What more deny than report speaks for nothing, whatever it would mean if it were true.
        var denied = mine.Count(IsDenied);
        var fits = mine.Where(r => !IsDenied(r)).SelectMany(r => r.Fits.Where(f => f.Judgment == judgment.Number))
            .Select(f => f.Letters).ToList();
        var (pro, con) = (fits.Count(f => f is "C" or "CC"), fits.Count(f => f is "I" or "II"));
        var told = Invariant($"Of {rows.Count} items of evidence below, {Speak(pro)} for it and {Against(con)} against")
            .Replace("Of 1 items", "Of 1 item", StringComparison.Ordinal);
        return denied == 0 ? $"{told}." : Invariant($"{told}; {denied} {(denied == 1 ? "is" : "are")} denied by more ")
            + "than say so.";

        static bool IsDenied(ReleasedRow row) => row.DisputingOrigins > row.Origins;

        static string Speak(int count) =>
            count switch { 0 => "none speaks", 1 => "1 speaks", _ => Invariant($"{count} speak") };
        static string Against(int count) => count == 0 ? "none" : Invariant($"{count}");
    }

    /// <summary>That there was no room for all rows of evidence: what is not here was not weighed away.</summary>
    public static string LeftOut(int rows) => rows == 1 ? "1 more item of evidence has no room here."
        : Invariant($"{rows} more items of evidence have no room here.");

    public static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    public static string Made(ReleasedBrief brief) =>
        brief.MadeAt.UtcDateTime.ToString("d MMMM yyyy, HH:mm", CultureInfo.InvariantCulture) + " UTC";

    /// <summary>A cell of the matrix as a sign and in words.</summary>
    public static (string Sign, string Words) Fit(string letters) => letters switch
    {
        "CC" => ("++", "speaks strongly for"),
        "C" => ("+", "speaks for"),
        "I" => ("\u2212", "speaks against"),
        "II" => ("\u2212\u2212", "speaks strongly against"),
        _ => ("\u00b7", "tells nothing of"),
    };

    /// <summary>
    /// The verb of a line of the ledger as it stands before the words: "says that ...", "denies: ...", "says, against
    /// this, that ..."; bare where there are none.
    /// </summary>
    public static string Verb(ReleasedLedgerEntry entry)
    {
        if (entry.Words.Length == 0) return entry.Act;
        var runsOn = !entry.IsQuote && (entry.Act is "calls" or "call"
            || Clauses.Any(c => entry.Words.StartsWith(c, StringComparison.Ordinal)));
        return !runsOn ? $"{entry.Act}:" : entry.Act.Contains(',', StringComparison.Ordinal) ? $"{entry.Act},"
            : entry.Act;
    }

    /// <summary>What a verb runs on into without a colon.</summary>
    private static readonly string[] Clauses = ["that ", "whether ", "if ", "how ", "why ", "what ", "which ", "who "];

    public static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
