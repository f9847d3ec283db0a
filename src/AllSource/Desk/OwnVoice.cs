using AllSource.Access;
using AllSource.Claims;
using AllSource.Reports;
using AllSource.Sources;

namespace AllSource.Desk;

/// <summary>
/// In a report that is closed to its own source's compartment, "I" outside of anybody else's speech is that source,
/// by its cryptonym: never the true name with which the paper is signed.
/// </summary>
internal static class OwnVoice
{
    private static readonly string[] First = ["i", "me", "we", "us", "myself", "the undersigned"];

    public static ReportReading Of(Report report, ReportReading read)
    {
        if (report.Facts.Source is not { } source
            || !report.Label.Compartments.Contains(Label.CompartmentOf(source.Name))) return read;
        return read with
        {
            Attributions = [.. read.Attributions.Select(a => IsOwn(a, report.Text, read)
                ? a with { Canonical = source.Name, SourceKind = SourceKind.ProtectedPerson } : a)],
        };
    }

    private static bool IsOwn(Attribution said, string text, ReportReading read) => said.Parent is null
        && said.Source.Length == 1 && said.Source[0].End <= text.Length
        && First.Contains(said.Source[0].Of(text).Trim().ToLowerInvariant())
        && !read.Attributions.Any(a => a != said
            && a.Content.Any(c => c.Start <= said.Source[0].Start && said.Source[0].End <= c.End));
}
