using System.Globalization;
using AllSource.Desk;
using AllSource.Documents.Calls;
using AllSource.Documents.Chats;
using AllSource.Documents.Html;
using AllSource.Documents.Mail;
using AllSource.Documents.Recognition;
using AllSource.Documents.Text;
using AllSource.Kernel;

namespace AllSource.Documents;

/// <summary>
/// Recognises a file by its content and reads it: plain text, Markdown, HTML, mail, call records, chats of WhatsApp and
/// Telegram, and
/// plain arrays of messages in JSON. Other kinds are named, with advice. The same bytes, sidecar and answers give the
/// same reading.
/// <see cref="FileReading.Findings"/> holds all findings; each report repeats those that concern it. No file makes it
/// throw.
/// </summary>
public sealed class ReportReader : IReportReader
{
    /// <summary>No file longer than this is read, whatever its kind, in bytes (64 MB). HTML ends at 16 MB.</summary>
    public static long LengthMax => Recognised.LengthMax(ReadableKind.Text);

    /// <inheritdoc/>
    public FileReading? RefuseByLength(IncomingFile file)
    {
        if (file.Length <= Recognised.LengthMax(ReadableKind.Html)) return null;
        var head = new byte[64 << 10];
        int read;
        try
        {
            using var stream = file.Open();
            read = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null; // whoever asks for the bytes next meets the same, and says so
        }

        var kind = Recogniser.Recognise(file.Name, head.AsMemory(0, read));
        if (kind.Kind is not ReadableKind.None) return file.Length > Recognised.LengthMax(kind.Kind)
            ? TooLong(file, kind) : null;
        return kind.Broken ? Broken(file, kind) : NotYet(file, kind);
    }

    /// <inheritdoc/>
    public FileReading Read(IncomingFile file, ReadOnlyMemory<byte> bytes, ReadOnlyMemory<byte>? sidecar,
        ReadingAnswers answers) =>
        Read(file, bytes, sidecar, answers, 0);

    /// <param name="depth">How many files this one is attached within.</param>
    internal static FileReading Read(
        IncomingFile file, ReadOnlyMemory<byte> bytes, ReadOnlyMemory<byte>? sidecar, ReadingAnswers answers, int depth)
    {
        var kind = Recogniser.Recognise(file.Name, bytes);
        if (kind.Kind is ReadableKind.None) return kind.Broken ? Broken(file, kind) : NotYet(file, kind);
        if (bytes.Length > Recognised.LengthMax(kind.Kind)) return TooLong(file, kind);
        var reading = new Reading(file, bytes, sidecar, answers, depth);
        try
        {
            kind = Dispatch(reading, kind);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // A fault of ours, not of the file: it must cost this file alone, never the batch. Tests demand that it
            // never happens.
            reading.Reports.Clear();
            reading.Fail("reader-fault", new(file.Name),
                $"met a fault of the reader ({e.GetType().Name}); nothing of it was taken in.",
                "Keep the file and report this.");
        }

        if (kind.Kind is ReadableKind.None) return NotYet(file, kind);
        return new(kind.Format, kind.Sureness, kind.Why, reading.Failed ? ReadingState.Failed : ReadingState.Read,
            reading.Failed ? [] : [.. reading.Reports], reading.Findings, reading.Questions);
    }

    private static Recognised Dispatch(Reading reading, Recognised kind)
    {
        switch (kind.Kind)
        {
            case ReadableKind.Text or ReadableKind.Markdown: PlainTextReader.Read(reading, kind.Format); return kind;
            case ReadableKind.Html: HtmlReader.Read(reading); return kind;
            case ReadableKind.Mail: MailReader.Read(reading); return kind;
            case ReadableKind.CallRecords: CallRecordReader.Read(reading); return kind;
            case ReadableKind.WhatsApp: WhatsAppReader.Read(reading); return kind;
            case ReadableKind.Json: return JsonChatReader.Read(reading, kind);
            default: throw new ArgumentOutOfRangeException(nameof(kind), kind.Kind, "not a kind that is read");
        }
    }

    private static FileReading NotYet(IncomingFile file, Recognised kind) => new(
        kind.Format, kind.Sureness, kind.Why, ReadingState.NotYetRead, [],
        [new(FindingWeight.Loss, "not-yet-read", new(file.Name), $"is {kind.Format}, which is not read yet.",
            kind.Advice)], []);

    private static FileReading Broken(IncomingFile file, Recognised kind) => kind.Format == "empty"
        ? Fail(file, kind, new(FindingWeight.Loss, "empty", new(file.Name), "is empty: it has no bytes."))
        : Fail(file, kind,
            new(FindingWeight.Loss, "binary", new(file.Name),
            "holds bytes of no known kind; it is not a text, whatever its name says.",
            "Find out what made it, and save its text beside it."));

    private static FileReading TooLong(IncomingFile file, Recognised kind) => Fail(file, kind, new(
        FindingWeight.Loss, "too-long", new(file.Name), string.Create(CultureInfo.InvariantCulture,
            $"has {file.Length / 1048576.0:0.#} MB; as {kind.Format} it is read up to "
                + $"{Recognised.LengthMax(kind.Kind) >> 20} MB."),
        "Split it into the parts that matter."));

    private static FileReading Fail(IncomingFile file, Recognised kind, Finding finding) =>
        new(kind.Format, kind.Sureness, kind.Why, ReadingState.Failed, [], [finding], []);
}
