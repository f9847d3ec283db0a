using System.Collections.Immutable;
using AllSource.Access;
using AllSource.Kernel;
using AllSource.Reports;

namespace AllSource.Desk;

/// <summary>
/// A file as it lies in the case folder. <paramref name="Name"/> is relative to the folder, with forward slashes.
/// </summary>
public sealed record IncomingFile(string Name, long Length, Func<Stream> Open);

/// <summary>Whether a file was read, is of a kind that is not read yet, or could not be read.</summary>
public enum ReadingState
{
    Read,
    NotYetRead,
    Failed,
}

/// <summary>
/// What came of reading one file: how it was recognised (by content), how sure (0-1) and why, the reports in it, what
/// was noticed, and the questions that a person should answer (zone, date order), asked once a batch.
/// </summary>
public sealed record FileReading(
    string Format,
    double Sureness,
    string Why,
    ReadingState State,
    ImmutableArray<Report> Reports,
    ImmutableArray<Finding> Findings,
    ImmutableArray<string> Questions);

/// <summary>
/// Port: recognises a file by its content and reads it. Never throws for what a file holds; never fetches anything.
/// </summary>
public interface IReportReader
{
    /// <param name="file">The file; its bytes are given apart so that they are read once.</param>
    /// <param name="bytes">All of the file's bytes.</param>
    /// <param name="sidecar">The bytes of NAME.meta.yaml beside it, if there is one.</param>
    FileReading Read(IncomingFile file, ReadOnlyMemory<byte> bytes, ReadOnlyMemory<byte>? sidecar,
        ReadingAnswers answers);

    /// <summary>
    /// Asked before a file's bytes are: the reading of a file that is too long to be read, or null when it may be
    /// read. Opens the file for its first bytes at most.
    /// </summary>
    FileReading? RefuseByLength(IncomingFile file) => null;
}

/// <summary>
/// Port: reads case.yaml. An unknown key, a wrong type or a bad value is a finding with line and column.
/// </summary>
public interface ICaseFileReader
{
    Parsed<CaseFile> Read(string name, ReadOnlyMemory<byte> bytes);
}

/// <summary>What came of putting a report on the shelf.</summary>
public enum Shelved
{
    New,

    /// <summary>The same bytes were read the same way before: nothing is doubled.</summary>
    AlreadyHere,

    /// <summary>
    /// The same bytes, read otherwise (a zone was answered, a reader learnt more): the new reading counts.
    /// </summary>
    ReadAgain,

    /// <summary>It was withdrawn before and stays so.</summary>
    Withdrawn,
}

/// <summary>Port: the desk's reports. Every read takes a clearance; what it does not admit is not there.</summary>
public interface IReportShelf
{
    /// <summary>Adds a report, with its original bytes, to a case. All of it is kept or nothing.</summary>
    Shelved Add(string caseId, Report report, ReadOnlyMemory<byte> original, DateTimeOffset at);

    /// <summary>
    /// All reports of a case that are not withdrawn and that the clearance admits, by id, as last read.
    /// </summary>
    IReadOnlyList<Report> OfCase(string caseId, Clearance clearance);

    /// <summary>
    /// All reports of all cases in which a report stands, itself among them, that the clearance admits; by id.
    /// </summary>
    IReadOnlyList<Report> Beside(ReportId id, Clearance clearance);

    Report? Find(ReportId id, Clearance clearance);

    /// <summary>The original bytes; null when there is no such report or the clearance does not admit it.</summary>
    byte[]? Original(ReportId id, Clearance clearance);

    /// <summary>
    /// Takes a report back: it stays on the shelf as withdrawn, and counts nowhere. False when not there or not
    /// admitted.
    /// </summary>
    bool Withdraw(ReportId id, Withdrawal withdrawal, Clearance clearance);
}

/// <summary>Who took a report back, why and when. It is appended beside the report, which stays.</summary>
public sealed record Withdrawal(string By, string Why, DateTimeOffset At);

/// <summary>
/// Something that left the desk: to whom, what (the released items as JSON), when. Appended, never taken back.
/// </summary>
public sealed record Disclosure(string Audience, string Told, DateTimeOffset At);

/// <summary>Port: the ledger of disclosures.</summary>
public interface IDisclosureShelf
{
    /// <summary>False when this audience was told exactly this before: nothing is doubled.</summary>
    bool Append(Disclosure disclosure);

    /// <summary>What an audience was told, oldest first.</summary>
    IReadOnlyList<Disclosure> To(string audience);
}
