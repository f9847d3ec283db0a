using System.Globalization;
using AllSource.Kernel;
using AllSource.Store.Schema;
using Dapper;
using Microsoft.Data.Sqlite;

namespace AllSource.Store.Sqlite;

/// <summary>
/// A desk in one SQLite file: opens it, brings its schema up to date, and turns the database's troubles into
/// <see cref="DeskException"/>. Every write is one transaction, so a desk that was killed in the middle opens whole.
/// </summary>
public sealed class SqliteDesk : IDisposable
{
    // 'ALSC': tells a desk from any other SQLite file, so that nobody's database is migrated by mistake.
    private const int ApplicationId = 0x414C5343;
    private readonly SqliteConnection _connection;

    private SqliteDesk(SqliteConnection connection, string path)
    {
        _connection = connection;
        Path = path;
        Reports = new SqliteReportShelf(this);
        Disclosures = new SqliteDisclosureShelf(this);
        Acts = new SqliteActShelf(this);
        Claims = new SqliteClaimShelf(this);
    }

    public string Path { get; }

    public SqliteReportShelf Reports { get; }

    public SqliteDisclosureShelf Disclosures { get; }

    public SqliteActShelf Acts { get; }

    public SqliteClaimShelf Claims { get; }

    /// <summary>Opens the desk at a path, or makes it there.</summary>
    /// <exception cref="DeskException">Busy, newer than this program, no desk or damaged, or no room.</exception>
    public static SqliteDesk Open(string path)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = SqliteOpenMode.ReadWriteCreate,
            Pooling = false,
            DefaultTimeout = 10,
        }.ToString());
        var desk = new SqliteDesk(connection, path);
        try
        {
            desk.Guarded(() =>
            {
                connection.Open();
                // What is deleted is overwritten, not left in pages that are free.
                connection.Execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON;"
                    + "PRAGMA secure_delete = ON;");
                desk.Migrate();
            });
            return desk;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public int SchemaVersion => _connection.ExecuteScalar<int>("PRAGMA user_version");

    /// <summary>
    /// Reads every page and checks that the database is whole, and that every original still has its hash.
    /// </summary>
    public bool IsWhole() => Read(db =>
        db.ExecuteScalar<string>("PRAGMA integrity_check") == "ok"
        && db.Query<(string Hash, byte[] Bytes)>("SELECT hash, bytes FROM original", buffered: false)
            .All(row => ContentHash.Of(row.Bytes).Hex == row.Hash));

    public void Dispose() => _connection.Dispose();

    /// <summary>Runs a read.</summary>
    internal T Read<T>(Func<SqliteConnection, T> read) => Guarded(() => read(_connection));

    /// <summary>Runs a write as one transaction: all of it or nothing.</summary>
    internal T Write<T>(Func<SqliteConnection, SqliteTransaction, T> write) => Guarded(() =>
    {
        using var transaction = _connection.BeginTransaction(deferred: false);
        var result = write(_connection, transaction);
        transaction.Commit();
        return result;
    });

    private void Migrate()
    {
        var version = SchemaVersion;
        var application = _connection.ExecuteScalar<int>("PRAGMA application_id");
        var tables = _connection.ExecuteScalar<int>("SELECT count(*) FROM sqlite_schema");
        if (application != ApplicationId && tables > 0)
        {
            throw new DeskException(DeskTrouble.Broken,
                $"{Path} is an SQLite database but no AllSource desk. Name another path with --desk.");
        }

        if (version > Migrations.Latest)
        {
            throw new DeskException(DeskTrouble.Newer, string.Create(CultureInfo.InvariantCulture,
                $"{Path} is a desk of schema {version}; this program knows {Migrations.Latest}. Use a newer one."));
        }

        foreach (var step in Migrations.All.Where(s => s.Number > version))
        {
            using var transaction = _connection.BeginTransaction(deferred: false);

            // Another process may have migrated between our look and our lock.
            if (SchemaVersion < step.Number)
            {
                _connection.Execute(step.Sql, transaction: transaction);
                _connection.Execute(string.Create(CultureInfo.InvariantCulture,
                    $"PRAGMA user_version = {step.Number}; PRAGMA application_id = {ApplicationId};"),
                        transaction: transaction);
            }

            transaction.Commit();
        }
    }

    private void Guarded(Action act) => Guarded(() =>
    {
        act();
        return true;
    });

    private T Guarded<T>(Func<T> act)
    {
        try
        {
            return act();
        }
        catch (SqliteException e)
        {
            throw e.SqliteErrorCode switch
            {
                SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED => new DeskException(DeskTrouble.Busy,
                    $"{Path} is in use by another program. Try again when it is done.", e),
                SQLitePCL.raw.SQLITE_CORRUPT or SQLitePCL.raw.SQLITE_NOTADB => new DeskException(DeskTrouble.Broken,
                    $"{Path} is no desk, or is damaged. Restore it from a copy, or name another path with --desk.", e),
                SQLitePCL.raw.SQLITE_FULL or SQLitePCL.raw.SQLITE_IOERR => new DeskException(DeskTrouble.NoRoom,
                    $"{Path}: the disk is full or fails. What was taken in is kept: make room, run again.", e),
                SQLitePCL.raw.SQLITE_CANTOPEN or SQLitePCL.raw.SQLITE_READONLY or SQLitePCL.raw.SQLITE_PERM =>
                    new DeskException(DeskTrouble.NoRoom,
                        $"{Path} cannot be written. Check its folder, or name another path with --desk.", e),
                _ => new DeskException(DeskTrouble.Broken,
                    $"{Path}: the database failed with code {e.SqliteErrorCode}.", e),
            };
        }
    }
}
