using AllSource.Desk;
using AllSource.Desk.Acts;
using AllSource.Store.Sqlite;

namespace AllSource.Tests.Store;

public sealed class SqliteActShelfTests : ActShelfConformance, IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly SqliteDesk _desk;

    public SqliteActShelfTests() => _desk = SqliteDesk.Open(_folder.File("desk.db"));

    protected override IReportShelf Reports => _desk.Reports;

    protected override IActShelf Acts => _desk.Acts;

    public void Dispose()
    {
        _desk.Dispose();
        _folder.Dispose();
    }
}
