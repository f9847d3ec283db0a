using System.Collections.Immutable;
using AllSource.Kernel;
using AllSource.Reports;

namespace AllSource.Desk;

/// <summary>What became of one file of a batch. <paramref name="Reports"/> are the ids of the reports in it.</summary>
public sealed record FileOutcome(
    string File,
    string Format,
    double Sureness,
    string Why,
    FileState State,
    ImmutableArray<ReportId> Reports,
    ImmutableArray<Finding> Findings);

public enum FileState
{
    New,
    AlreadyHere,
    ReadAgain,
    Withdrawn,
    NotYetRead,
    Failed,
}

/// <summary>What came of taking a folder in: every file by name, and what a person should answer, asked once.</summary>
public sealed record Batch(ImmutableArray<FileOutcome> Files, ImmutableArray<string> Questions)
{
    public int Count(FileState state) => Files.Count(f => f.State == state);
}

/// <summary>How far a stage of the work is. <paramref name="Total"/> is null where it is not known.</summary>
public sealed record Progress(string Stage, int Done, int? Total);

/// <summary>
/// Takes a folder's files in: recognises, reads and shelves each by itself, so that one bad file loses nothing else and
/// a run that was stopped continues where it was. The order in which the files are given does not matter.
/// </summary>
public sealed class ReceiveReports(IReportReader reader, IReportShelf shelf, TimeProvider clock)
{
    private const string Sidecar = ".meta.yaml";

    private const long SidecarLengthMax = 1 << 20;

    public Batch Receive(
        string caseId, IEnumerable<IncomingFile> files, ReadingAnswers answers, IProgress<Progress>? progress = null,
        CancellationToken stop = default)
    {
        var all = files.OrderBy(f => f.Name, StringComparer.Ordinal).ToList();
        var sidecars = all.Where(IsSidecar).ToDictionary(f => f.Name[..^Sidecar.Length], StringComparer.Ordinal);
        var reports = all.Where(f => !IsSidecar(f)).ToList();
        var names = reports.Select(f => f.Name).ToHashSet(StringComparer.Ordinal);
        var outcomes = new List<FileOutcome>();
        var questions = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var file in reports)
        {
            stop.ThrowIfCancellationRequested();
            outcomes.Add(ReceiveOne(caseId, file, sidecars.GetValueOrDefault(file.Name), answers, questions));
            progress?.Report(new("reading", outcomes.Count, reports.Count));
        }

        outcomes.AddRange(sidecars.Where(s => !names.Contains(s.Key)).Select(s => Failed(s.Value, "sidecar-alone",
            $"there is no file {s.Key} that it could describe.", "Name it after its file, ending included.")));
        return new([.. outcomes.OrderBy(o => o.File, StringComparer.Ordinal)], [.. questions]);
    }

    private FileOutcome ReceiveOne(
        string caseId, IncomingFile file, IncomingFile? sidecar, ReadingAnswers answers, ISet<string> questions)
    {
        if (reader.RefuseByLength(file) is { } refused)
        {
            return new(file.Name, refused.Format, refused.Sureness, refused.Why, StateOf(refused.State, []), [],
                refused.Findings);
        }

        if (sidecar?.Length > SidecarLengthMax)
        {
            return Failed(sidecar, "too-long", "the metadata beside a report has at most 1 MB.", "Shorten it.");
        }

        byte[] bytes;
        byte[]? meta;
        try
        {
            bytes = ReadAll(file, file.Length);
            meta = sidecar is null ? null : ReadAll(sidecar, SidecarLengthMax);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Failed(file, "unreadable", $"it cannot be read ({e.GetType().Name}).",
                "Check its rights and try again.");
        }

        var reading = reader.Read(file, bytes, meta, answers);
        foreach (var question in reading.Questions) questions.Add(question);
        var shelved = reading.Reports.Select(r => shelf.Add(caseId, r, bytes, clock.GetUtcNow())).ToList();
        return new(file.Name, reading.Format, reading.Sureness, reading.Why, StateOf(reading.State, shelved),
            [.. reading.Reports.Select(r => r.Id)], reading.Findings);
    }

    private static FileState StateOf(ReadingState state, IReadOnlyCollection<Shelved> shelved) => state switch
    {
        ReadingState.NotYetRead => FileState.NotYetRead,
        ReadingState.Failed => FileState.Failed,
        _ when shelved.Contains(Shelved.New) => FileState.New,
        _ when shelved.Contains(Shelved.ReadAgain) => FileState.ReadAgain,
        _ when shelved.Contains(Shelved.Withdrawn) => FileState.Withdrawn,
        _ => FileState.AlreadyHere,
    };

    private static byte[] ReadAll(IncomingFile file, long lengthMax)
    {
        using var stream = file.Open();
        using var memory = new MemoryStream();
        var buffer = new byte[81920];
        int read;
        while ((read = stream.Read(buffer)) > 0)
        {
            // The file may have grown since it was listed.
            if (memory.Length + read > lengthMax) throw new IOException("the file grew while it was read");
            memory.Write(buffer, 0, read);
        }

        return memory.ToArray();
    }

    private static FileOutcome Failed(IncomingFile file, string kind, string what, string wayOut) => new(
        file.Name, "unknown", 0, "", FileState.Failed, [],
        [new Finding(FindingWeight.Loss, kind, new(file.Name), what, wayOut)]);

    private static bool IsSidecar(IncomingFile file) => file.Name.EndsWith(Sidecar, StringComparison.Ordinal);
}
