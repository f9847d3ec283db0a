using System.Text;
using AllSource.Documents.Text;

namespace AllSource.Documents.Mail;

/// <summary>One header field: its name, its unfolded value as bytes, and the byte of the file at which it
/// begins.</summary>
internal sealed record MailHeader(string Name, ReadOnlyMemory<byte> Value, int At);

/// <summary>The header of a mail or of one of its parts (RFC 5322, RFC 6532), read leniently: a line that is no field
/// is passed over.</summary>
internal sealed class MailHeaders
{
    private const int BytesMax = 1 << 20; // a header is kilobytes; more is an attack on whoever unfolds it
    private const int FieldsMax = 5_000;

    private static readonly string[] Familiar =
    [
        "from", "to", "cc", "bcc", "date", "subject", "message-id", "received", "return-path", "mime-version",
            "content-type", "reply-to",
        "in-reply-to", "references", "delivered-to", "sender", "dkim-signature", "content-transfer-encoding",
            "x-mailer", "x-originating-ip",
        "user-agent", "list-id", "thread-topic", "thread-index", "x-received", "authentication-results",
            "received-spf", "arc-seal",
        "envelope-to", "delivery-date", "importance", "x-priority", "resent-from", "resent-date", "status",
            "x-gmail-labels", "x-gm-thrid",
        "arc-message-signature", "arc-authentication-results", "content-language", "accept-language", "organization",
            "x-spam-status",
    ];

    private readonly List<MailHeader> _fields;

    private MailHeaders(List<MailHeader> fields, int bodyStart, bool cut)
    {
        _fields = fields;
        BodyStart = bodyStart;
        WasCut = cut;
    }

    public IReadOnlyList<MailHeader> Fields => _fields;

    /// <summary>Where the body begins, in the same count as the bytes that were given.</summary>
    public int BodyStart { get; }

    /// <summary>True when the header went beyond the limits and the rest of it was passed over.</summary>
    public bool WasCut { get; }

    /// <summary>The charset of the part's body, which 8-bit headers are tried with after UTF-8.</summary>
    public string? Charset { get; set; }

    /// <summary>Reads the header at the start of a stretch. <paramref name="at"/> is the file's byte of its
    /// first.</summary>
    public static MailHeaders Read(ReadOnlyMemory<byte> stretch, int at)
    {
        var bytes = stretch.Span;
        var fields = new List<MailHeader>();
        var i = bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? 3 : 0;
        var cut = false;
        while (i < bytes.Length)
        {
            var lineEnd = LineEnd(bytes, i, out var next);
            if (lineEnd == i) return new(fields, next, cut); // the empty line
            var colon = bytes[i..lineEnd].IndexOf((byte)':');
            var begin = i;
            i = next;
            if (fields.Count >= FieldsMax || i > BytesMax)
            {
                cut = true;
                continue;
            }

            if (colon <= 0 || !IsName(bytes.Slice(begin, colon).TrimEnd((byte)' ')))
            {
                // Not a field. After the first lines (an mbox's 'From ', a proxy's note) that means that the body has
                // begun.
                if (fields.Count > 0 && !IsFolded(bytes, begin)) return new(fields, begin, cut);
                continue;
            }

            var end = lineEnd;
            while (i < bytes.Length && bytes[i] is (byte)' ' or (byte)'\t' && !IsBlank(bytes, i))
            {
                end = LineEnd(bytes, i, out next);
                i = next;
            }

            var name = Encoding.ASCII.GetString(bytes.Slice(begin, colon).TrimEnd((byte)' '));
            fields.Add(new(name, Unfolded(bytes[(begin + colon + 1)..end]), at + begin));
        }

        return new(fields, bytes.Length, cut);
    }

    /// <summary>The first field of that name; null when there is none.</summary>
    public MailHeader? First(string name)
    {
        foreach (var field in _fields)
        {
            if (field.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) return field;
        }

        return null;
    }

    /// <summary>The field's value as characters, encoded words left as they are; null when there is none.</summary>
    public string? Raw(string name) => First(name) is { } field ? Characters(field.Value.Span, Charset) : null;

    /// <summary>The field's value as a reader sees it, encoded words decoded.</summary>
    public string? Words(string name) => Raw(name) is { } raw ? EncodedWords.Decode(raw).Trim() is { Length: > 0 } text
        ? text : null : null;

    /// <summary>8-bit header bytes: UTF-8 if they are (RFC 6532), else what the body declares, else
    /// windows-1252.</summary>
    public static string Characters(ReadOnlySpan<byte> bytes, string? declared)
    {
        if (System.Text.Unicode.Utf8.IsValid(bytes)) return Encoding.UTF8.GetString(bytes);
        var charset = Text.Charset.Named(declared) is { Kind: CharsetKind.SingleByte or CharsetKind.MultiByte } named
            ? named
            : Text.Charset.Single("windows-1252");
        return charset.Encoding!.GetString(bytes);
    }

    /// <summary>How many familiar header fields a text begins with. <paramref name="archived"/>: they are those of a
    /// saved web page.</summary>
    public static int CountKnown(string text, out bool archived)
    {
        archived = false;
        var known = new HashSet<string>(StringComparer.Ordinal);
        var strange = 0;
        var first = true;
        foreach (var line in text.EnumerateLines())
        {
            if (line.IsWhiteSpace()) break;
            var wasFirst = first;
            first = false;
            if (line[0] is ' ' or '\t'
                || (wasFirst && (line.StartsWith("From ") || line.StartsWith(">From ")))) continue;
            var colon = line.IndexOf(':');
            if (colon <= 0 || colon > 76 || line[..colon].TrimEnd(' ').IndexOfAnyExceptInRange('!', '~') >= 0)
            {
                if (++strange > 1) break;
                continue;
            }

            var name = line[..colon].TrimEnd(' ').ToString().ToLowerInvariant();
            if (name == "snapshot-content-location"
                || (name == "from" && line.Contains("Saved by", StringComparison.Ordinal))) archived = true;
            if (Familiar.Contains(name)) known.Add(name);
        }

        // A text may well begin with "From: ..." and "Subject: ..." lines of its own; only with an origin or an id is
        // it a mail.
        var typical = known.Contains("from") || known.Contains("message-id") || known.Contains("received")
            || known.Contains("return-path");
        return typical && strange <= 1 ? known.Count : 0;
    }

    /// <summary>A mailbox: a 'From ' line with a date, header fields, and a second such line after an empty
    /// one.</summary>
    public static bool LooksLikeMbox(string text)
    {
        if (!text.StartsWith("From ", StringComparison.Ordinal)) return false;
        var line = text.AsSpan(0, Math.Max(0, text.IndexOf('\n')));
        return line.IndexOf(':') > 0 && line.IndexOfAnyInRange('0', '9') > 0
            && text.AsSpan(line.Length).Contains("\n\nFrom ", StringComparison.Ordinal);
    }

    /// <summary>The end of the line that begins at <paramref name="from"/>, and where the next one begins.</summary>
    public static int LineEnd(ReadOnlySpan<byte> bytes, int from, out int next)
    {
        var length = bytes[from..].IndexOfAny((byte)'\n', (byte)'\r');
        if (length < 0)
        {
            next = bytes.Length;
            return bytes.Length;
        }

        var end = from + length;
        next = end + (bytes[end] == '\r' && end + 1 < bytes.Length && bytes[end + 1] == '\n' ? 2 : 1);
        return end;
    }

    private static bool IsFolded(ReadOnlySpan<byte> bytes, int at) => bytes[at] is (byte)' ' or (byte)'\t';

    /// <summary>A line of white space alone: some programs end the header with it, so it does not continue a
    /// field.</summary>
    private static bool IsBlank(ReadOnlySpan<byte> bytes, int at) =>
        bytes[at..LineEnd(bytes, at, out _)].Trim(" \t"u8).IsEmpty;

    private static bool IsName(ReadOnlySpan<byte> name) =>
        name.Length is > 0 and <= 76 && name.IndexOfAnyExceptInRange((byte)'!', (byte)'~') < 0;

    private static byte[] Unfolded(ReadOnlySpan<byte> value)
    {
        var flat = value.Trim(" \t\r\n"u8).ToArray();
        var to = 0;
        foreach (var b in flat)
        {
            if (b is not ((byte)'\r' or (byte)'\n')) flat[to++] = b == (byte)'\t' ? (byte)' ' : b;
        }

        return flat[..to];
    }
}
