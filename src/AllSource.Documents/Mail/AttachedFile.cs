using AllSource.Desk;
using AllSource.Kernel;
using AllSource.Reports;

namespace AllSource.Documents.Mail;

/// <summary>
/// A file that a mail carries: recognised and read as any other, as reports of their own. Only the whole part can be
/// named as the
/// place of what is in them. What is not read is named.
/// </summary>
internal static class AttachedFile
{
    private const int DepthMax = 3; // a mail in a mail in a mail, each encoded anew

    public static void Read(Reading reading, MimePart part, string path)
    {
        var where = reading.AtByte(part.At, path);
        var name = part.FileName is { Length: > 0 and <= 200 } given ? given : path.Length > 0 ? $"part {path}"
            : "body";
        var bytes = TransferEncodings.Decode(part.Body, part.At, part.Headers.Raw("Content-Transfer-Encoding"),
            out _).Span.ToArray();
        if (reading.Depth >= DepthMax)
        {
            reading.Add(FindingWeight.Loss, "mail-depth", where,
                "is attached within more than three files; it is left out.");
            return;
        }

        var inner = ReportReader.Read(new(name, bytes.Length, () => new MemoryStream(bytes)), bytes, null,
            reading.Answers, reading.Depth + 1);
        reading.Add(inner.State is ReadingState.Read ? FindingWeight.Note : FindingWeight.Loss, "attachment", where,
            $"carries '{name}' ({inner.Format}, {bytes.Length} bytes), which is {Came(inner.State)}.");
        if (inner.State is not ReadingState.Read) return;
        foreach (var finding in inner.Findings) reading.Add(finding with { Where = where });
        foreach (var question in inner.Questions) reading.Ask(question);
        foreach (var report in inner.Reports) reading.Reports.Add(Own(reading, part, path, report));
    }

    private static string Came(ReadingState state) => state switch
    {
        ReadingState.Read => "read as a report of its own",
        ReadingState.NotYetRead => "not read yet",
        _ => "not read",
    };

    private static Report Own(Reading reading, MimePart part, string path, Report inner)
    {
        var deeper = inner.Segments.FirstOrDefault()?.Part is { } below ? $"{path}/{below}" : path;
        var line = reading.Lines.LineOf(part.At);
        var sidecar = reading.Sidecar;
        return inner with
        {
            Id = ReportId.Of(reading.Original, deeper, reading.SidecarHash),
            Original = reading.Original,
            Label = sidecar.Label ?? inner.Label,
            Facts = inner.Facts with
            {
                File = reading.File.Name,
                Discipline = sidecar.Discipline ?? inner.Facts.Discipline,
                Source = sidecar.Source is { } source ? new(source) : inner.Facts.Source,
                Received = reading.Zoned(sidecar.Received, where: reading.At()) ?? inner.Facts.Received,
            },
            Segments = [.. inner.Segments.Select(s =>
                s with { ByteStart = part.At, ByteEnd = part.At + part.Body.Length, Exact = false, Line = line,
                Part = deeper })],
        };
    }
}
