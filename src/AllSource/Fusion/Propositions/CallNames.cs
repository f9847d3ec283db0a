using AllSource.Kernel;
using AllSource.Reports;

namespace AllSource.Fusion.Propositions;

/// <summary>
/// Says a row of call records in words: what the same report says of the two numbers in its preface and title (whose
/// line it is), and that one rang the other. A row of digits meets no statement. A call that nobody answered rang all
/// the same.
/// </summary>
internal static class CallNames
{
    /// <summary>People shorten a number to its last digits; fewer than four would meet years and times.</summary>
    private const int TailDigits = 4;

    /// <summary>Null when this is no row of call records.</summary>
    public static string? Of(Report report, IReadOnlyList<TextSpan> spans)
    {
        if (report.Calls.Length == 0 || spans.Count == 0) return null;
        var call = report.Calls.FirstOrDefault(c => c.Row.Overlaps(spans[0]));
        return call is null ? null : $"{NameOf(report, call.From)} rang {NameOf(report, call.To)}";
    }

    private static string NameOf(Report report, string number)
    {
        if (number.Length < TailDigits) return number;
        var tail = number[^TailDigits..];
        var title = (report.Facts.Title ?? "").Split([';', ',']).SelectMany(part => part.Split(" and "))
            .FirstOrDefault(part => part.Contains(tail, StringComparison.Ordinal));
        var preface = report.Text.Split('\n').FirstOrDefault(line => line.Contains(number, StringComparison.Ordinal)
            && !report.Calls.Any(c => c.Row.End <= report.Text.Length && c.Row.Of(report.Text).Trim() == line.Trim()));
        if (title is null && preface is null) return number;
        return $"{title?.Replace(tail, "", StringComparison.Ordinal)} "
            + preface?.Replace(number, "", StringComparison.Ordinal).Replace(
                "Subscriber", "", StringComparison.Ordinal);
    }
}
