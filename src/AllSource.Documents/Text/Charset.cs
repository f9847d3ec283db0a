using System.Text;

namespace AllSource.Documents.Text;

/// <summary>How a run of bytes is turned into characters.</summary>
internal enum CharsetKind
{
    /// <summary>UTF-8; bytes that are none are read as windows-1252 one by one.</summary>
    Utf8,
    Utf16LittleEndian,
    Utf16BigEndian,
    Utf32LittleEndian,
    Utf32BigEndian,
    SingleByte,
    MultiByte,
}

/// <summary>
/// A character encoding that was declared, proven or guessed. <paramref name="Doubt"/> is null where nothing was
/// guessed, else
/// the sentence that names the guess; <paramref name="FirstBad"/> is the first byte that the declared or expected
/// encoding does
/// not allow. <paramref name="Preamble"/> counts the bytes of a byte order mark.
/// </summary>
internal sealed record Charset(
    string Name, CharsetKind Kind, int Preamble = 0, Encoding? Encoding = null, string? Doubt = null,
        long? FirstBad = null)
{
    public static Charset Utf8 { get; } = new("utf-8", CharsetKind.Utf8);

    static Charset() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The charset of a name as mail and web pages write it; null when nobody knows the name.</summary>
    public static Charset? Named(string? name)
    {
        var word = name?.Trim().Trim('"', '\'').ToLowerInvariant() ?? "";
        if (word.Length is 0 or > 40) return null;
        switch (word)
        {
            case "utf-8" or "utf8" or "unicode-1-1-utf-8":
                return Utf8;
            case "us-ascii" or "ascii" or "iso-8859-1" or "iso8859-1" or "latin1" or "iso_8859-1" or "cp1252"
                or "windows-1252":
                // Web and mail write these three names for one practice: WHATWG reads all of them as windows-1252.
                return Single("windows-1252");
            case "utf-16" or "utf-16le" or "unicode":
                return new("utf-16le", CharsetKind.Utf16LittleEndian);
            case "utf-16be":
                return new("utf-16be", CharsetKind.Utf16BigEndian);
            case "utf-7":
                return null; // an encoding in which markup hides: refused everywhere since CVE-class attacks on it
        }

        try
        {
            var encoding = Encoding.GetEncoding(Alias(word), EncoderFallback.ReplacementFallback,
                new DecoderReplacementFallback("\uFFFD"));
            if (encoding.CodePage == 65000) return null;
            return new(encoding.WebName, encoding.IsSingleByte ? CharsetKind.SingleByte
                : CharsetKind.MultiByte, 0, encoding);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    public static Charset Single(string name) => new(name, CharsetKind.SingleByte, 0, Encoding.GetEncoding(name));

    private static string Alias(string word) => word switch
    {
        "gbk" or "gb2312" or "gb_2312-80" or "x-gbk" => "gb18030",
        "ks_c_5601-1987" or "euc-kr" or "cp949" => "ks_c_5601-1987",
        "sjis" or "x-sjis" or "ms_kanji" or "cp932" => "shift_jis",
        "iso-8859-8-i" => "iso-8859-8",
        _ when word.StartsWith("cp12", StringComparison.Ordinal) => $"windows-{word[2..]}",
        _ => word,
    };
}
