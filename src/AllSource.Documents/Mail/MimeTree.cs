using AllSource.Kernel;

namespace AllSource.Documents.Mail;

/// <summary>One part of a mail: its header, its place, and the parts within. Paths are those of IMAP: 1, 2,
/// 2.1.</summary>
internal sealed record MimePart(
    string Path, MailHeaders Headers, MailParameters Type, MailParameters Disposition, ReadOnlyMemory<byte> Body,
        int At, List<MimePart> Parts)
{
    public string? FileName => Disposition["filename"] ?? Type["name"];

    public bool IsAttachment => Disposition.Value == "attachment"
        || (FileName is not null && Disposition.Value != "inline"
        && !Type.Value.StartsWith("multipart/", StringComparison.Ordinal) && Type.Value != "message/rfc822");

    public bool IsMultipart => Type.Value.StartsWith("multipart/", StringComparison.Ordinal) && Parts.Count > 0;
}

/// <summary>Cuts a mail into its parts (RFC 2046), leniently: a missing end, a missing boundary and stray lines are
/// lived with.</summary>
internal sealed class MimeTree(Reading reading)
{
    private const int PartsMax = 1_000; // a mail with 10,000 parts, each of which costs a reader its overhead
    private const int DepthMax = 16;    // multipart within multipart within ...; every level reads its bytes again
    private const int BoundaryMax = 200;

    private int _parts;
    private int _beyond;

    public MimePart Read(ReadOnlyMemory<byte> mail, int at)
    {
        var root = Part(mail, at, "", 0, "text/plain");
        if (_beyond > 0)
        {
            reading.Add(FindingWeight.Loss, "mail-parts", reading.AtByte(at),
                $"has more than 1,000 parts; {_beyond} beyond them are left out.");
        }

        return root;
    }

    private MimePart Part(ReadOnlyMemory<byte> stretch, int at, string path, int depth, string usual)
    {
        var headers = MailHeaders.Read(stretch, at);
        if (headers.WasCut) reading.Add(FindingWeight.Doubt, "mail-header-long", reading.AtByte(at),
            "has a header beyond a megabyte or 5,000 fields; the rest of it was passed over.");
        var type = MailParameters.Read(headers.Raw("Content-Type") is { Length: > 0 } declared ? declared : usual);
        headers.Charset = type["charset"];
        var disposition = MailParameters.Read(headers.Raw("Content-Disposition"));
        var body = stretch[headers.BodyStart..];
        var part = new MimePart(path, headers, type, disposition, body, at + headers.BodyStart, []);
        if (!type.Value.StartsWith("multipart/", StringComparison.Ordinal)) return part;
        if (type["boundary"] is not { Length: > 0 and <= BoundaryMax } boundary)
        {
            reading.Add(FindingWeight.Doubt, "mail-boundary", reading.AtByte(at),
                "says that it has parts and not what stands between them; read as one text.");
            return part;
        }

        if (depth >= DepthMax)
        {
            reading.Add(FindingWeight.Loss, "mail-depth", reading.AtByte(at),
                "has parts nested more than 16 deep; the innermost are left out.");
            return part;
        }

        var inner = type.Value == "multipart/digest" ? "message/rfc822" : "text/plain";
        foreach (var (start, end) in Cut(body.Span, boundary))
        {
            if (++_parts > PartsMax)
            {
                _beyond++;
                continue;
            }

            part.Parts.Add(
                Part(body[start..end], part.At + start, $"{(path.Length > 0 ? path + "." : "")}{part.Parts.Count + 1}",
                depth + 1, inner));
        }

        if (part.Parts.Count == 0) reading.Add(FindingWeight.Doubt, "mail-boundary", reading.AtByte(at),
            "says that it has parts, and none was found; read as one text.");
        return part;
    }

    /// <summary>The stretches between boundary lines, without the line end that belongs to the boundary.</summary>
    private static List<(int Start, int End)> Cut(ReadOnlySpan<byte> body, string boundary)
    {
        var mark = System.Text.Encoding.Latin1.GetBytes("--" + boundary);
        var stretches = new List<(int, int)>();
        var open = -1;
        for (var i = 0; i < body.Length;)
        {
            var next = body[i..].IndexOf(mark);
            if (next < 0) break;
            var at = i + next;
            i = at + mark.Length;
            // Before its line's end is looked for: a boundary of dashes in a megabyte of dashes would look a million
            // times.
            if (at > 0 && body[at - 1] is not ((byte)'\n' or (byte)'\r')) continue;
            var lineEnd = MailHeaders.LineEnd(body, at, out var after);
            var rest = body[(at + mark.Length)..lineEnd].Trim(" \t"u8);
            var closes = rest.SequenceEqual("--"u8);
            if (!rest.IsEmpty && !closes) continue; // a longer boundary that begins alike
            if (open >= 0) stretches.Add((open, Math.Max(open, WithoutBreak(body, at))));
            open = closes ? -1 : after;
            i = after;
            if (closes) break;
        }

        if (open >= 0 && open < body.Length) stretches.Add((open, body.Length));
        return stretches;
    }

    private static int WithoutBreak(ReadOnlySpan<byte> body, int at)
    {
        if (at > 0 && body[at - 1] == '\n') at--;
        return at > 0 && body[at - 1] == '\r' ? at - 1 : at;
    }
}
