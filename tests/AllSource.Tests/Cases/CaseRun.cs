using AllSource.Access;
using AllSource.App.Cases;
using AllSource.Claims;
using AllSource.Desk;
using AllSource.Documents;
using AllSource.Documents.Json;
using AllSource.Kernel;
using AllSource.Lineage;
using AllSource.Reports;
using AllSource.Store.Sqlite;

namespace AllSource.Tests.Cases;

/// <summary>Runs the main job on files in memory, on a desk of its own, as the executable would.</summary>
internal sealed class CaseRun : IDisposable
{
    private static readonly ClaimReader Reader = new();
    private readonly TemporaryFolder _folder = new();
    private readonly SqliteDesk _desk;

    public CaseRun() => _desk = SqliteDesk.Open(_folder.File("desk.db"));

    /// <summary>Another shelf of what was read than the desk's.</summary>
    public IClaimShelf? Kept { get; set; }

    public Batch? Batch { get; private set; }

    public SqliteDesk Desk => _desk;

    public AssessedCase Assess(CaseFile file, IEnumerable<IncomingFile> files)
    {
        Batch = new ReceiveReports(new ReportReader(), _desk.Reports, TimeProvider.System)
            .Receive("case", files, file.Answers, null, TestContext.Current.CancellationToken);
        return new AssessCase(_desk.Reports, _desk.Acts, new(Reader, Kept ?? _desk.Claims), new PassageFinder()).Assess(
            "case", file, LikelihoodScale.Icd203, Clearance.DeskOwner, null, TestContext.Current.CancellationToken);
    }

    public static AssessedCase Once(CaseFile file, IEnumerable<IncomingFile> files)
    {
        using var run = new CaseRun();
        return run.Assess(file, files);
    }

    public static byte[] Json(AssessedCase assessed)
    {
        using var stream = new MemoryStream();
        AssessmentJson.Write(assessed, stream);
        return stream.ToArray();
    }

    public static IncomingFile InMemory(string name, string text) =>
        InMemory(name, System.Text.Encoding.UTF8.GetBytes(text));

    public static IncomingFile InMemory(string name, byte[] bytes) =>
        new(name, bytes.Length, () => new MemoryStream(bytes, writable: false));

    /// <summary>A folder of the repository as a case: its case.yaml, and its files.</summary>
    public static (CaseFile File, IReadOnlyList<IncomingFile> Files) Folder(string path)
    {
        var folder = CaseFolder.Read(path);
        var file = folder.CaseFile is null ? CaseFile.None
            : new CaseFileReader().Read("case.yaml", File.ReadAllBytes(folder.CaseFile.FullName)).Value!;
        return (file, folder.Files);
    }

    public static ReportId IdOf(AssessedCase assessed, string file) =>
        assessed.Reports.Single(r => r.Facts.File == file).Id;

    public void Dispose()
    {
        _desk.Dispose();
        _folder.Dispose();
    }
}
