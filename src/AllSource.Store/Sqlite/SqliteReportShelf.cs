using System.Globalization;
using AllSource.Access;
using AllSource.Desk;
using AllSource.Kernel;
using AllSource.Reports;
using Dapper;
using Microsoft.Data.Sqlite;

namespace AllSource.Store.Sqlite;

/// <summary>The reports of a desk in SQLite.</summary>
public sealed class SqliteReportShelf : IReportShelf
{
    private const string Columns =
        "r.id AS Id, r.original AS Original, r.label AS Label, r.text AS Text, r.about AS About";

    // The level is compared in the database; compartments in Label.Admits, which alone decides.
    private const string Admitted =
        "r.label_sealed = 0 AND r.label_level <= @level "
        + "AND NOT EXISTS (SELECT 1 FROM withdrawal w WHERE w.report = r.id)";

    private readonly SqliteDesk _desk;

    internal SqliteReportShelf(SqliteDesk desk) => _desk = desk;

    public bool Add(Report report, ReadOnlyMemory<byte> original, DateTimeOffset at) => _desk.Write((db, within) =>
    {
        db.Execute("INSERT INTO original (hash, length, bytes) VALUES (@hash, @length, @bytes) ON CONFLICT DO NOTHING",
            new { hash = report.Original.Hex, length = original.Length, bytes = original.ToArray() }, within);
        return db.Execute(
            """
            INSERT INTO report (id, original, label_sealed, label_level, label, text, about, taken_in)
            VALUES (@id, @original, @isSealed, @level, @label, @text, @about, @at) ON CONFLICT DO NOTHING
            """,
            new
            {
                id = report.Id.Value,
                original = report.Original.Hex,
                isSealed = report.Label.IsSealed ? 1 : 0,
                level = (int)report.Label.Level,
                label = report.Label.ToString(),
                text = report.Text,
                about = ReportJson.Write(report),
                at = Iso(at),
            }, within) == 1;
    });

    public IReadOnlyList<Report> All(Clearance clearance) => _desk.Read(db =>
    {
        var rows = db.Query<Row>($"SELECT {Columns} FROM report r WHERE {Admitted} ORDER BY r.id", Level(clearance));
        return rows.Select(Rebuild).Where(r => r.Label.Admits(clearance)).ToList();
    });

    public Report? Find(ReportId id, Clearance clearance) => _desk.Read(db => FindIn(db, id, clearance));

    public byte[]? Original(ReportId id, Clearance clearance) => _desk.Read(db =>
        FindIn(db, id, clearance) is { } report
            ? db.QuerySingle<byte[]>("SELECT bytes FROM original WHERE hash = @hash",
                new { hash = report.Original.Hex })
            : null);

    public bool Withdraw(ReportId id, string by, string why, DateTimeOffset at, Clearance clearance) =>
        _desk.Write((db, within) => FindIn(db, id, clearance, within) is not null
            && db.Execute(
                "INSERT INTO withdrawal (report, by, why, at) VALUES (@id, @by, @why, @at) ON CONFLICT DO NOTHING",
                new { id = id.Value, by, why, at = Iso(at) }, within) == 1);

    private static Report? FindIn(SqliteConnection db, ReportId id, Clearance clearance,
        SqliteTransaction? within = null)
    {
        var row = db.QuerySingleOrDefault<Row>($"SELECT {Columns} FROM report r WHERE r.id = @id AND {Admitted}",
            new { id = id.Value, level = (int)clearance.Level }, within);
        return row is not null && Rebuild(row) is { } report && report.Label.Admits(clearance) ? report : null;
    }

    private static object Level(Clearance clearance) => new { level = (int)clearance.Level };

    private static Report Rebuild(Row row)
    {
        var original = ContentHash.TryParse(row.Original)
            ?? throw new DeskException(DeskTrouble.Broken,
                $"The desk holds report {row.Id} with a broken hash. Restore it from a copy.");
        var label = Label.Parse(row.Label, new Locator($"report {row.Id}")).Value ?? Label.Sealed;
        return ReportJson.Read(new ReportId(row.Id), original, label, row.Text, row.About);
    }

    private static string Iso(DateTimeOffset at) => at.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    private sealed class Row
    {
        public string Id { get; init; } = "";

        public string Original { get; init; } = "";

        public string Label { get; init; } = "";

        public string Text { get; init; } = "";

        public string About { get; init; } = "";
    }
}
