using AllSource.Access;
using AllSource.Desk;
using AllSource.Store;
using AllSource.Store.Sqlite;
using Microsoft.Data.Sqlite;

namespace AllSource.Tests.Store;

public sealed class SqliteReportShelfTests : ReportShelfConformance, IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly SqliteDesk _desk;

    public SqliteReportShelfTests() => _desk = SqliteDesk.Open(_folder.File("desk.db"));

    protected override IReportShelf Shelf => _desk.Reports;

    public void Dispose()
    {
        _desk.Dispose();
        _folder.Dispose();
    }
}

public sealed class SqliteDeskTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_desk_of_a_newer_version_is_left_alone()
    {
        var path = _folder.File("desk.db");
        SqliteDesk.Open(path).Dispose();
        Execute(path, "PRAGMA user_version = 999");
        var trouble = Assert.Throws<DeskException>(() => SqliteDesk.Open(path));
        Assert.Equal(DeskTrouble.Newer, trouble.Trouble);
        Assert.Contains("999", trouble.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_program_s_database_is_not_turned_into_a_desk()
    {
        var path = _folder.File("other.db");
        Execute(path, "CREATE TABLE bookmark (url TEXT)");
        Assert.Equal(DeskTrouble.Broken, Assert.Throws<DeskException>(() => SqliteDesk.Open(path)).Trouble);
        Execute(path, "INSERT INTO bookmark VALUES ('still mine')");
    }

    [Fact]
    public void A_file_that_is_no_database_is_said_to_be_none()
    {
        var path = _folder.File("desk.db");
        File.WriteAllText(path, new string('x', 5000));
        Assert.Equal(DeskTrouble.Broken, Assert.Throws<DeskException>(() => SqliteDesk.Open(path)).Trouble);
    }

    [Fact]
    public void A_folder_that_does_not_exist_gets_a_sentence() => Assert.Equal(
        DeskTrouble.NoRoom, Assert.Throws<DeskException>(() => SqliteDesk.Open(_folder.File("no/such/desk.db")))
            .Trouble);

    [Fact]
    public void A_full_disk_loses_nothing_that_was_taken_in()
    {
        var path = _folder.File("desk.db");
        using var desk = SqliteDesk.Open(path);
        var pages = desk.Read(db => Dapper.SqlMapper.ExecuteScalar<int>(db, "PRAGMA page_count"));
        desk.Read(db => Dapper.SqlMapper.Execute(db, $"PRAGMA max_page_count = {pages + 8}"));
        var large = Large();
        var trouble = Assert.Throws<DeskException>(() =>
            desk.Reports.Add("case", large.Report, large.Bytes, DateTimeOffset.UnixEpoch));
        Assert.Equal(DeskTrouble.NoRoom, trouble.Trouble);
        Assert.Empty(desk.Reports.OfCase("case", Clearance.DeskOwner));
        desk.Read(db => Dapper.SqlMapper.Execute(db, "PRAGMA max_page_count = 1000000"));
        Assert.Equal(Shelved.New, desk.Reports.Add("case", large.Report, large.Bytes, DateTimeOffset.UnixEpoch));
    }

    [Fact]
    public void Telling_the_same_again_is_one_disclosure()
    {
        using var desk = SqliteDesk.Open(_folder.File("desk.db"));
        var told = new Disclosure("editors", "[\"a\"]", DateTimeOffset.UnixEpoch);
        Assert.True(desk.Disclosures.Append(told));
        Assert.False(desk.Disclosures.Append(told with { At = told.At.AddDays(1) }));
        Assert.Equal([told], desk.Disclosures.To("editors"));
        Assert.Empty(desk.Disclosures.To("lawyers"));
    }

    private static (Reports.Report Report, byte[] Bytes) Large()
    {
        var bytes = new byte[200_000];
        var hash = AllSource.Kernel.ContentHash.Of(bytes);
        return (new(Reports.ReportId.Of(hash, null, default), hash, new("big.txt", "text"), Label.Clear, "big"),
            bytes);
    }

    private static void Execute(string path, string sql)
    {
        using var db = new SqliteConnection($"Data Source={path};Pooling=False");
        db.Open();
        using var command = db.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
