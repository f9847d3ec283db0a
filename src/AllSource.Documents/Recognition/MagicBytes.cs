using System.Text;

namespace AllSource.Documents.Recognition;

/// <summary>Kinds of file that begin with fixed bytes: named, with advice, and not read yet.</summary>
internal static class MagicBytes
{
    private const string Keep = "Put what it says into a text beside it.";
    private const string Picture = "Put a readout into a text beside it.";
    private const string Sound = "Put a transcript into a text beside it.";
    private const string Film = "Put a readout into a text beside it.";
    private const string Unpack = "Unpack it into the case folder.";
    private const string Text = "Save it as text, and put that beside it.";

    private static readonly (int At, byte[] Magic, string Format, string Advice)[] Table =
    [
        (0, "%PDF-"u8.ToArray(), "pdf", "Save its text beside it (pdftotext)."),
        (0, "{\\rtf"u8.ToArray(), "rtf", Text),
        (0, "!BDN"u8.ToArray(), "pst",
            "Convert it with readpst (Debian package pst-utils)."),
        (0, [0x89, .. "PNG\r\n"u8], "png", Picture),
        (0, [0xFF, 0xD8, 0xFF], "jpeg", Picture),
        (0, "GIF87a"u8.ToArray(), "gif", Picture),
        (0, "GIF89a"u8.ToArray(), "gif", Picture),
        (0, [.. "II*"u8, 0], "tiff", Picture),
        (0, [.. "MM"u8, 0, .. "*"u8], "tiff", Picture),
        (0, [0, 0, 1, 0], "icon", Picture),
        (8, "WEBP"u8.ToArray(), "webp", Picture),
        (8, "WAVE"u8.ToArray(), "wav", Sound),
        (8, "AVI "u8.ToArray(), "avi", Film),
        (0, "OggS"u8.ToArray(), "ogg", Sound),
        (0, "fLaC"u8.ToArray(), "flac", Sound),
        (0, "ID3"u8.ToArray(), "mp3", Sound),
        (0, "#!AMR"u8.ToArray(), "amr", Sound),
        (0, [0x1A, 0x45, 0xDF, 0xA3], "matroska", Film),
        (0, [0x1F, 0x8B], "gzip", Unpack),
        (0, "BZh"u8.ToArray(), "bzip2", Unpack),
        (0, [0xFD, .. "7zXZ"u8, 0], "xz", Unpack),
        (0, [.. "7z"u8, 0xBC, 0xAF, 0x27, 0x1C], "7z", Unpack),
        (0, [.. "Rar!"u8, 0x1A, 0x07], "rar", Unpack),
        (0, [0x28, 0xB5, 0x2F, 0xFD], "zstd", Unpack),
        (257, "ustar"u8.ToArray(), "tar", Unpack),
        (0, "SQLite format 3\0"u8.ToArray(), "sqlite",
            "Export the messages or rows in them as text or JSON."),
        (0, "WARC/"u8.ToArray(), "warc", "Save the pages in them as HTML."),
        (0, [0x7F, .. "ELF"u8], "program", Keep),
        (0, "MZ"u8.ToArray(), "program", Keep),
        (0, "%!PS"u8.ToArray(), "postscript", Text),
        (0, "-----BEGIN PGP MESSAGE"u8.ToArray(), "pgp", "It is encrypted; decrypt it and put the text beside it."),
    ];

    private static readonly (string Mark, string Format, string Advice)[] InsideZip =
    [
        ("word/", "docx", Text),
            ("xl/", "xlsx", "Save the sheet as CSV or text beside it."),
        ("ppt/", "pptx", Text), ("mimetypeapplication/vnd.oasis.opendocument.text", "odt", Text),
        ("mimetypeapplication/vnd.oasis.opendocument", "opendocument", Text),
            ("mimetypeapplication/epub", "epub", Text),
        ("datapackage.json", "wacz", "Save the pages in them as HTML."),
        ("_chat.txt", "whatsapp-zip", "Unpack it: the chat in it is then read."),
    ];

    /// <summary>Null when the file does not begin as any of these.</summary>
    public static Recognised? Find(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith("PK\u0003\u0004"u8) || head.StartsWith("PK\u0005\u0006"u8)) return Zip(head);
        if (head.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])) return Compound(
            head);
        if (head.Length > 12 && head[4..8].SequenceEqual("ftyp"u8)) return Boxes(head);
        if (head is [(byte)'B', (byte)'M', _, _, _, _, 0, 0, 0, 0, ..]) return Named("bmp", Picture);
        if (head is [0xFF, 0xFB or 0xF3 or 0xF2, ..]) return Named("mp3", Sound, 0.8);
        foreach (var (at, magic, format, advice) in Table)
        {
            if (head.Length < at + magic.Length || !head.Slice(at, magic.Length).SequenceEqual(magic)) continue;
            if (at == 8 && !head.StartsWith("RIFF"u8)) continue;
            // "MZ" and "BZh" are also how a text may begin: only with bytes that no text holds.
            if (magic.Length <= 3 && !head[..Math.Min(head.Length, 512)].ContainsAnyInRange((byte)0, (byte)8)) continue;
            return Named(format, advice);
        }

        return null;
    }

    private static Recognised Zip(ReadOnlySpan<byte> head)
    {
        var inside = Encoding.Latin1.GetString(head);
        foreach (var (mark, format, advice) in InsideZip)
        {
            if (inside.Contains(mark, StringComparison.Ordinal)) return Named(format, advice);
        }

        return Named("zip", Unpack);
    }

    /// <summary>Microsoft's compound file: mail, old Word, old Excel. The directory's names tell which.</summary>
    private static Recognised Compound(ReadOnlySpan<byte> head)
    {
        var names = Encoding.Unicode.GetString(head[..(head.Length & ~1)]);
        if (names.Contains("__substg1.0_", StringComparison.Ordinal)
            || names.Contains("__nameid_version", StringComparison.Ordinal))
        {
            return Named("msg", "Save it as .eml.");
        }

        if (names.Contains("WordDocument", StringComparison.Ordinal)) return Named("doc", Text);
        return names.Contains("Workbook", StringComparison.Ordinal)
            ? Named("xls", "Save the sheet as CSV or text beside it.")
            : Named("office", Text, 0.8);
    }

    private static Recognised Boxes(ReadOnlySpan<byte> head)
    {
        return Encoding.Latin1.GetString(head[8..12]) switch
        {
            "heic" or "heix" or "mif1" or "msf1" or "avif" => Named("heic", Picture),
            "M4A " or "M4B " => Named("m4a", Sound),
            _ => Named("mp4", Film),
        };
    }

    private static Recognised Named(string format, string advice, double sureness = 0.99) =>
        new(ReadableKind.None, format, sureness, $"It begins with the bytes of {format}.", advice);
}
