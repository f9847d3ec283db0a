using AllSource.Access;
using AllSource.Claims;
using AllSource.Desk;
using AllSource.Kernel;
using AllSource.Reports;
using Dapper;
using Microsoft.Data.Sqlite;

namespace AllSource.Store.Sqlite;

/// <summary>What was read from the reports of a desk, in the desk's own SQLite file.</summary>
public sealed class SqliteClaimShelf : IClaimShelf
{
    // The report must stand, and be open to the reader, now. The level is compared in the database, compartments in
    // Label.Admits, which alone decides.
    private const string Select =
        """
        SELECT k.seal AS Seal, k.content AS Content, r.label AS Label
        FROM kept_reading k JOIN standing_report r ON r.id = k.report
        WHERE k.report = @id AND r.label_sealed = 0 AND r.label_level <= @level
        """;

    private readonly SqliteDesk _desk;

    internal SqliteClaimShelf(SqliteDesk desk) => _desk = desk;

    public IReadOnlyDictionary<ReportId, ReportReading> Of(
        IReadOnlyCollection<Report> reports, string reader, Clearance clearance)
    {
        var kept = new Dictionary<ReportId, ReportReading>();
        try
        {
            foreach (var report in reports)
            {
                var row = _desk.Read(db => db.QuerySingleOrDefault<Row>(
                    Select, new { id = report.Id.Value, level = (int)clearance.Level }));
                if (row is null || !LabelOf(row, report).Admits(clearance)) continue;
                if (KeptReading.Read(report, reader, row.Seal, row.Content) is { } reading) kept[report.Id] = reading;
            }
        }
        catch (DeskException)
        {
            // The reports themselves were read: what is damaged, or held by another program, is this. It is read anew.
        }

        return kept;
    }

    public void Keep(IReadOnlyCollection<ReadReport> read, string reader)
    {
        var rows = new List<object>();
        foreach (var (report, reading) in read)
        {
            if (KeptReading.Write(reading) is not { } content) continue;
            rows.Add(new { id = report.Id.Value, seal = KeptReading.Seal(report, reader, content), content });
        }

        try
        {
            // A report that was withdrawn while it was read is not kept.
            _desk.Write((db, within) => db.Execute(
                """
                INSERT OR REPLACE INTO kept_reading (report, seal, content)
                SELECT r.id, @seal, @content FROM standing_report r WHERE r.id = @id AND r.label_sealed = 0
                """, rows, within));
        }
        catch (DeskException)
        {
            // Nothing is lost but the time of the next reading: what was read is in hand.
        }
    }

    /// <summary>Deletes what was kept of a report, as a part of the write that makes it out of date.</summary>
    internal static void Forget(SqliteConnection db, SqliteTransaction within, ReportId id) =>
        db.Execute("DELETE FROM kept_reading WHERE report = @id", new { id = id.Value }, within);

    private static Label LabelOf(Row row, Report report) =>
        Label.Parse(row.Label, new Locator($"report {report.Id}")).Value ?? Label.Sealed;

    private sealed class Row
    {
        public string Seal { get; init; } = "";

        public byte[] Content { get; init; } = [];

        public string Label { get; init; } = "";
    }
}
