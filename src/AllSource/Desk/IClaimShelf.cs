using AllSource.Access;
using AllSource.Claims;
using AllSource.Reports;

namespace AllSource.Desk;

/// <summary>A report as it was given to the reader, and what the reader found in it.</summary>
public sealed record ReadReport(Report Report, ReportReading Reading);

/// <summary>
/// Port: what was read from the desk's reports, kept beside them so that nobody waits for it twice. Nothing in it is a
/// fact: all of it may be thrown away, and is then read anew to the same claims. It is the reports' text in another
/// form: it is there for whom the report is there, and goes when the report is withdrawn or read otherwise.
/// </summary>
public interface IClaimShelf
{
    /// <summary>
    /// What was kept of reports, by report. One is missing where the desk does not hold it, holds it as withdrawn or
    /// not for this clearance; where anything in it, or the reader, is another than when it was kept; and where what
    /// was kept is damaged or cannot be had now. Never throws for what was kept.
    /// </summary>
    /// <param name="reports">As they are read now.</param>
    /// <param name="reader">Who would read them: <see cref="ClaimReader.Version"/>.</param>
    IReadOnlyDictionary<ReportId, ReportReading> Of(
        IReadOnlyCollection<Report> reports, string reader, Clearance clearance);

    /// <summary>
    /// Keeps what was read, in place of what was kept of the same reports before. A report that does not stand any
    /// more is passed over. A desk that cannot be written now keeps nothing, and that is no failure.
    /// </summary>
    /// <param name="reader">Who read them: <see cref="ClaimReader.Version"/>.</param>
    void Keep(IReadOnlyCollection<ReadReport> read, string reader);
}
