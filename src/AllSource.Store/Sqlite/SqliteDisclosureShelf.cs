using System.Globalization;
using AllSource.Desk;
using AllSource.Kernel;
using Dapper;

namespace AllSource.Store.Sqlite;

/// <summary>The ledger of disclosures in SQLite: who was told what, appended.</summary>
public sealed class SqliteDisclosureShelf : IDisclosureShelf
{
    private readonly SqliteDesk _desk;

    internal SqliteDisclosureShelf(SqliteDesk desk) => _desk = desk;

    public bool Append(Disclosure disclosure) => _desk.Write((db, within) => db.Execute(
        "INSERT INTO disclosure (id, audience, told, at) VALUES (@id, @audience, @told, @at) ON CONFLICT DO NOTHING",
        new
        {
            id = FactId.From("d", disclosure.Audience, disclosure.Told),
            audience = disclosure.Audience,
            told = disclosure.Told,
            at = disclosure.At.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
        }, within) == 1);

    public IReadOnlyList<Disclosure> To(string audience) => _desk.Read(db => db
        .Query<(string Told, string At)>("SELECT told, at FROM disclosure WHERE audience = @audience ORDER BY at, id",
            new { audience })
        .Select(row => new Disclosure(audience, row.Told, DateTimeOffset.Parse(row.At, CultureInfo.InvariantCulture)))
        .ToList());
}
