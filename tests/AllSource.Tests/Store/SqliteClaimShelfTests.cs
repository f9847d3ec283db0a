using System.Text;
using AllSource.Access;
using AllSource.Desk;
using AllSource.Store.Sqlite;
using Dapper;

namespace AllSource.Tests.Store;

public sealed class SqliteClaimShelfTests : ClaimShelfConformance, IDisposable
{
    private const string Words = "The gate was left open on Sunday, the guard Ivo Brandt said.";
    private readonly TemporaryFolder _folder = new();
    private readonly SqliteDesk _desk;

    public SqliteClaimShelfTests() => _desk = SqliteDesk.Open(_folder.File("desk.db"));

    protected override IReportShelf Reports => _desk.Reports;

    protected override IClaimShelf Claims => _desk.Claims;

    protected override int Count() => _desk.Read(db => db.ExecuteScalar<int>("SELECT count(*) FROM kept_reading"));

    public void Dispose()
    {
        _desk.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("UPDATE kept_reading SET content = x''")]
    [InlineData("UPDATE kept_reading SET content = substr(content, 1, length(content) - 1)")]
    [InlineData("UPDATE kept_reading SET content = "
        + "CAST(substr(content, 1, 9) || x'FF' || substr(content, 11) AS BLOB)")]
    [InlineData("UPDATE kept_reading SET content = CAST(content || x'00' AS BLOB)")]
    [InlineData("UPDATE kept_reading SET content = zeroblob(1000000)")]
    [InlineData("UPDATE kept_reading SET seal = ''")]
    [InlineData("UPDATE kept_reading SET seal = replace(seal, substr(seal, 1, 1), 'x')")]
    [InlineData("DROP TABLE kept_reading; CREATE TABLE kept_reading (report TEXT PRIMARY KEY, seal, content);"
        + "INSERT INTO kept_reading SELECT id, NULL, NULL FROM report")]
    public void What_is_damaged_is_not_there_and_is_kept_anew(string damage)
    {
        var report = Kept(Words, Label.Clear);
        _desk.Read(db => db.Execute(damage));
        Assert.Null(Found(report));
        Kept(Words, Label.Clear);
        Assert.NotNull(Found(report));
    }

    [Fact]
    public void A_table_that_is_lost_costs_only_time()
    {
        var report = Kept(Words, Label.Clear);
        _desk.Read(db => db.Execute("DROP TABLE kept_reading"));
        Assert.Null(Found(report));
        Claims.Keep([new(report, ReadingOf(report))], "reader 1");
        Assert.Null(Found(report));
    }

    [Fact]
    public void A_desk_that_another_program_writes_keeps_nothing_and_says_nothing()
    {
        var report = Kept(Words, Label.Clear);
        using var other = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={_desk.Path};Pooling=False");
        other.Open();
        using var held = other.BeginTransaction(deferred: false);
        _desk.Read(db => db.DefaultTimeout = 1);
        Claims.Keep([new(report, ReadingOf(report))], "reader 2");
        Assert.NotNull(Found(report));
    }

    [Fact]
    public void Of_what_was_kept_no_byte_stays_in_the_file_after_the_report_is_withdrawn()
    {
        var report = Kept(Words, Label.Clear);
        var content = _desk.Read(db => db.ExecuteScalar<byte[]>("SELECT content FROM kept_reading"))!;
        Reports.Withdraw(report.Id, new("analyst 1", "forged", DateTimeOffset.UnixEpoch), Clearance.DeskOwner);
        _desk.Dispose();
        var file = File.ReadAllBytes(_folder.File("desk.db"));
        Assert.True(file.AsSpan().IndexOf(Encoding.UTF8.GetBytes("Ivo Brandt")) >= 0, "the report stays, withdrawn");
        Assert.True(file.AsSpan().IndexOf(content.AsSpan(4)) < 0, "what was read from it is still in the file");
        Assert.False(File.Exists(_folder.File("desk.db-wal")));
    }
}
