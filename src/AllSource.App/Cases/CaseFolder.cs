using AllSource.Desk;
using AllSource.Documents;
using AllSource.Kernel;

namespace AllSource.App.Cases;

/// <summary>
/// What lies in a case folder: case.yaml apart, the report files, and what was passed over, each with its reason.
/// </summary>
internal sealed record CaseFolder(
    string Path, FileInfo? CaseFile, IReadOnlyList<IncomingFile> Files, IReadOnlyList<Finding> PassedOver)
{
    public const string CaseFileName = "case.yaml";

    /// <summary>Analysts' own matrices, which lie beside case.yaml and are no reports.</summary>
    public IReadOnlyList<FileInfo> Matrices { get; private init; } = [];

    // A folder that holds itself through a link, or a disk given by mistake, must end.
    private const int FilesMax = 100_000;
    private const int DepthMax = 32;

    /// <summary>The id of a case that case.yaml does not name: the folder's own name.</summary>
    public string Name => new DirectoryInfo(Path).Name;

    /// <summary>
    /// Lists a folder. Hidden files, links and the folders given to pass over are named, not followed.
    /// </summary>
    public static CaseFolder Read(string path, params IReadOnlyList<string> passOver)
    {
        var files = new List<IncomingFile>();
        var matrices = new List<FileInfo>();
        var findings = new List<Finding>();
        var root = new DirectoryInfo(path);
        var skip = passOver.Select(System.IO.Path.GetFullPath).ToHashSet(StringComparer.Ordinal);
        Walk(root, "", 0);
        var caseFile = new FileInfo(System.IO.Path.Combine(path, CaseFileName));
        return new(path, caseFile.Exists ? caseFile : null, files, findings)
        {
            Matrices = matrices,
        };

        void Walk(DirectoryInfo folder, string prefix, int depth)
        {
            foreach (var entry in Entries(folder, prefix, findings))
            {
                var name = prefix + entry.Name;
                if (skip.Contains(entry.FullName)) continue;
                if (Reason(entry, depth, files.Count) is { } reason) findings.Add(Note(name, reason));
                else if (entry is DirectoryInfo inner) Walk(inner, name + "/", depth + 1);
                else if (prefix.Length == 0 && MatrixFileReader.AnalystOf(name) is not null)
                    matrices.Add((FileInfo)entry);
                else if (name != CaseFileName) files.Add(Incoming((FileInfo)entry, name));
            }
        }
    }

    private static IEnumerable<FileSystemInfo> Entries(DirectoryInfo folder, string prefix, List<Finding> findings)
    {
        try
        {
            return folder.EnumerateFileSystemInfos().OrderBy(e => e.Name, StringComparer.Ordinal).ToList();
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            findings.Add(new(FindingWeight.Loss, "unreadable", new(prefix.TrimEnd('/')),
                "this folder cannot be listed.", "Check its rights and run again."));
            return [];
        }
    }

    private static string? Reason(FileSystemInfo entry, int depth, int count) =>
        entry.LinkTarget is not null ? "is a link, and links are not followed."
        : entry.Name.StartsWith('.') ? "is hidden, and hidden files are not read."
        : depth >= DepthMax ? $"lies deeper than {DepthMax} folders."
        : count >= FilesMax ? $"is past the {FilesMax} files that one case may have."
        : null;

    private static IncomingFile Incoming(FileInfo file, string name) => new(name, file.Length, file.OpenRead);

    private static Finding Note(string name, string what) => new(FindingWeight.Note, "passed-over", new(name), what);
}
