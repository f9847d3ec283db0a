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

    // The level is compared in the database, compartments in Label.Admits, which alone decides.
    private const string Admitted = "r.label_sealed = 0 AND r.label_level <= @level";

    private readonly SqliteDesk _desk;

    internal SqliteReportShelf(SqliteDesk desk) => _desk = desk;

    public Shelved Add(string caseId, Report report, ReadOnlyMemory<byte> original, DateTimeOffset at) =>
        _desk.Write((db, within) =>
        {
            if (db.ExecuteScalar<bool>(
                "SELECT EXISTS (SELECT 1 FROM withdrawal WHERE report = @id)", new { id = report.Id.Value }, within))
            {
                return Shelved.Withdrawn;
            }

            db.Execute("INSERT INTO case_report (case_id, report) VALUES (@caseId, @id) ON CONFLICT DO NOTHING",
                new { caseId, id = report.Id.Value }, within);
            var about = ReportJson.Write(report);
            var last = db.QuerySingleOrDefault<Row>(
                $"""
                SELECT {Columns}, r.reading AS Reading FROM report r
                WHERE r.id = @id ORDER BY r.reading DESC LIMIT 1
                """, new { id = report.Id.Value }, within);
            if (last is not null && last.Text == report.Text && last.About == about
                && last.Label == report.Label.ToString())
            {
                return Shelved.AlreadyHere;
            }

            SqliteClaimShelf.Forget(db, within, report.Id);
            Append(db, within, report, about, original, (last?.Reading ?? 0) + 1, at);
            return last is null ? Shelved.New : Shelved.ReadAgain;
        });

    public IReadOnlyList<Report> OfCase(string caseId, Clearance clearance) => _desk.Read(db =>
    {
        var rows = db.Query<Row>(
            $"""
            SELECT {Columns} FROM case_report c JOIN standing_report r ON r.id = c.report
            WHERE c.case_id = @caseId AND {Admitted} ORDER BY r.id
            """, new { caseId, level = (int)clearance.Level });
        return rows.Select(Rebuild).Where(r => r.Label.Admits(clearance)).ToList();
    });

    public IReadOnlyList<Report> Beside(ReportId id, Clearance clearance) => _desk.Read(db =>
    {
        var rows = db.Query<Row>(
            $"""
            SELECT DISTINCT {Columns} FROM case_report c JOIN standing_report r ON r.id = c.report
            WHERE c.case_id IN (SELECT case_id FROM case_report WHERE report = @id) AND {Admitted} ORDER BY r.id
            """, new { id = id.Value, level = (int)clearance.Level });
        return rows.Select(Rebuild).Where(r => r.Label.Admits(clearance)).ToList();
    });

    public Report? Find(ReportId id, Clearance clearance) => _desk.Read(db => FindIn(db, id, clearance));

    public byte[]? Original(ReportId id, Clearance clearance) => _desk.Read(db =>
        FindIn(db, id, clearance) is { } report
            ? db.QuerySingle<byte[]>(
                "SELECT bytes FROM original WHERE hash = @hash", new { hash = report.Original.Hex })
            : null);

    public bool Withdraw(ReportId id, Withdrawal withdrawal, Clearance clearance) =>
        _desk.Write((db, within) =>
        {
            if (FindIn(db, id, clearance, within) is null) return false;
            SqliteClaimShelf.Forget(db, within, id);
            return db.Execute(
                "INSERT INTO withdrawal (report, by, why, at) VALUES (@id, @by, @why, @at) ON CONFLICT DO NOTHING",
                new { id = id.Value, by = withdrawal.By, why = withdrawal.Why, at = Iso(withdrawal.At) }, within) == 1;
        });

    private static void Append(
        SqliteConnection db, SqliteTransaction within, Report report, string about, ReadOnlyMemory<byte> original,
        int reading, DateTimeOffset at)
    {
        db.Execute("INSERT INTO original (hash, length, bytes) VALUES (@hash, @length, @bytes) ON CONFLICT DO NOTHING",
            new { hash = report.Original.Hex, length = original.Length, bytes = original.ToArray() }, within);
        db.Execute(
            """
            INSERT INTO report (id, reading, original, label_sealed, label_level, label, text, about, taken_in)
            VALUES (@id, @reading, @original, @isSealed, @level, @label, @text, @about, @at)
            """,
            new
            {
                id = report.Id.Value,
                reading,
                original = report.Original.Hex,
                isSealed = report.Label.IsSealed ? 1 : 0,
                level = (int)report.Label.Level,
                label = report.Label.ToString(),
                text = report.Text,
                about,
                at = Iso(at),
            }, within);
    }

    private static Report? FindIn(SqliteConnection db, ReportId id, Clearance clearance,
        SqliteTransaction? within = null)
    {
        var row = db.QuerySingleOrDefault<Row>(
            $"SELECT {Columns} FROM standing_report r WHERE r.id = @id AND {Admitted}",
            new { id = id.Value, level = (int)clearance.Level }, within);
        return row is not null && Rebuild(row) is { } report && report.Label.Admits(clearance) ? report : null;
    }

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

        public int Reading { get; init; }
    }
}
