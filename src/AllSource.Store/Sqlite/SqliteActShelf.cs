using System.Globalization;
using AllSource.Access;
using AllSource.Desk.Acts;
using AllSource.Kernel;
using Dapper;
using Microsoft.Data.Sqlite;

namespace AllSource.Store.Sqlite;

/// <summary>The journal of analysts' acts in SQLite.</summary>
public sealed class SqliteActShelf : IActShelf
{
    // One row for every report that an act speaks of, with the label that the report bears now; none where it does not
    // stand. The level is compared in the database, compartments in Label.Admits, which alone decides.
    private const string Select =
        """
        SELECT a.id AS Id, a.case_id AS CaseId, a.label AS Label, a.content AS Content, a.by AS By, a.why AS Why,
               a.at AS At, u.by AS UndoneBy, u.why AS UndoneWhy, u.at AS UndoneAt,
               s.report AS Report, r.label AS ReportLabel
        FROM act a
        LEFT JOIN act_undone u ON u.act = a.id
        LEFT JOIN act_report s ON s.act = a.id
        LEFT JOIN standing_report r ON r.id = s.report AND r.label_sealed = 0
        WHERE a.label_sealed = 0 AND a.label_level <= @level
        """;

    private readonly SqliteDesk _desk;

    internal SqliteActShelf(SqliteDesk desk) => _desk = desk;

    public bool Append(AnalystAct act) => _desk.Write((db, within) =>
    {
        var isNew = db.Execute(
            """
            INSERT INTO act (id, case_id, kind, label_sealed, label_level, label, content, by, why, at)
            VALUES (@id, @caseId, @kind, @isSealed, @level, @label, @content, @by, @why, @at) ON CONFLICT DO NOTHING
            """,
            new
            {
                id = act.Id.Value,
                caseId = act.CaseId,
                kind = act.Content.Kind,
                isSealed = act.Label.IsSealed ? 1 : 0,
                level = (int)act.Label.Level,
                label = act.Label.ToString(),
                content = ActJson.Write(act.Content),
                by = act.By,
                why = act.Why,
                at = Iso(act.At),
            }, within) == 1;
        if (!isNew) return false;
        foreach (var report in act.Content.Reports)
        {
            db.Execute("INSERT INTO act_report (act, report) VALUES (@act, @report)",
                new { act = act.Id.Value, report = report.Value }, within);
        }

        return true;
    });

    public IReadOnlyList<AnalystAct> OfCase(string caseId, Clearance clearance) => _desk.Read(db => Admitted(
        db.Query<Row>($"{Select} AND a.case_id = @caseId ORDER BY a.at, a.id",
            new { caseId, level = (int)clearance.Level }),
        clearance));

    public IReadOnlyList<AnalystAct> OfAll(Clearance clearance) => _desk.Read(db => Admitted(
        db.Query<Row>($"{Select} ORDER BY a.at, a.id", new { level = (int)clearance.Level }), clearance));

    public AnalystAct? Find(ActId id, Clearance clearance) => _desk.Read(db => FindIn(db, id, clearance));

    public bool Undo(ActId id, Undoing undoing, Clearance clearance) => _desk.Write((db, within) =>
        FindIn(db, id, clearance, within) is not null
        && db.Execute("INSERT INTO act_undone (act, by, why, at) VALUES (@id, @by, @why, @at) ON CONFLICT DO NOTHING",
            new { id = id.Value, by = undoing.By, why = undoing.Why, at = Iso(undoing.At) }, within) == 1);

    private static AnalystAct? FindIn(
        SqliteConnection db, ActId id, Clearance clearance, SqliteTransaction? within = null) => Admitted(
        db.Query<Row>($"{Select} AND a.id = @id", new { id = id.Value, level = (int)clearance.Level }, within),
        clearance).SingleOrDefault();

    private static List<AnalystAct> Admitted(IEnumerable<Row> rows, Clearance clearance) =>
    [
        .. rows.GroupBy(r => r.Id)
            .Where(g => LabelOf(g.First().Label).Admits(clearance)
                && g.All(r => r.Report is null || (r.ReportLabel is { } label && LabelOf(label).Admits(clearance))))
            .Select(g => Rebuild(g.First())),
    ];

    private static AnalystAct Rebuild(Row row)
    {
        var content = ActJson.Read(row.Content) ?? throw new DeskException(DeskTrouble.Broken,
            $"The desk holds act {row.Id} that cannot be read. Restore it from a copy.");
        return new(new(row.Id), row.CaseId, content, LabelOf(row.Label), row.By, Time(row.At), row.Why)
        {
            Undone = row is { UndoneBy: { } by, UndoneWhy: { } why, UndoneAt: { } at } ? new(by, why, Time(at)) : null,
        };
    }

    private static Label LabelOf(string text) => Label.Parse(text, new Locator("act")).Value ?? Label.Sealed;

    private static string Iso(DateTimeOffset at) => at.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    private static DateTimeOffset Time(string iso) => DateTimeOffset.Parse(iso, CultureInfo.InvariantCulture);

    private sealed class Row
    {
        public string Id { get; init; } = "";

        public string CaseId { get; init; } = "";

        public string Label { get; init; } = "";

        public string Content { get; init; } = "";

        public string By { get; init; } = "";

        public string Why { get; init; } = "";

        public string At { get; init; } = "";

        public string? UndoneBy { get; init; }

        public string? UndoneWhy { get; init; }

        public string? UndoneAt { get; init; }

        public string? Report { get; init; }

        public string? ReportLabel { get; init; }
    }
}
