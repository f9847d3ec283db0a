using System.Text;
using AllSource.Documents.Text;

namespace AllSource.Documents.Mail;

/// <summary>
/// Encoded words of RFC 2047, read leniently: spaces inside, missing padding, inside quotation marks, a language after
/// the charset
/// (RFC 2231), a character cut in two by neighbouring words of one charset. What is no encoded word stays as it is.
/// </summary>
internal static class EncodedWords
{
    /// <summary>
    /// 75 by the standard; far beyond it a word without end would be looked for again from every beginning.
    /// </summary>
    private const int LengthMax = 2_000;

    public static string Decode(string text)
    {
        if (!text.Contains("=?", StringComparison.Ordinal)) return text;
        var result = new StringBuilder();
        var bytes = new List<byte>(); // of neighbouring words in one charset, decoded together
        string? charset = null;
        var i = 0;
        while (i < text.Length)
        {
            if (Word(text, i) is { } word)
            {
                if (charset is not null && !charset.Equals(word.Charset, StringComparison.OrdinalIgnoreCase)) Flush();
                charset = word.Charset;
                bytes.AddRange(word.Bytes);
                i = word.End;
                var next = i;
                while (next < text.Length && text[next] == ' ') next++;
                if (next < text.Length && Word(text, next) is not null) i =
                    next; // white space between two words is not text
                else Flush();
                continue;
            }

            result.Append(text[i++]);
        }

        return result.ToString();

        void Flush()
        {
            if (charset is not null) result.Append(Characters([.. bytes], charset));
            bytes.Clear();
            charset = null;
        }
    }

    /// <summary>Bytes in a named charset; an unknown name is guessed.</summary>
    public static string Characters(byte[] bytes, string? charset)
    {
        var text = DecodedText.Of(new MappedBytes(bytes), charset).Text;
        return text.Replace('\n', ' ');
    }

    private static (string Charset, byte[] Bytes, int End)? Word(string text, int at)
    {
        if (at + 7 >= text.Length || text[at] != '=' || text[at + 1] != '?') return null;
        var first = text.IndexOf('?', at + 2);
        if (first < 0 || first - at > 60 || first + 2 >= text.Length || text[first + 2] != '?') return null;
        var charset = text[(at + 2)..first];
        if (charset.Length == 0 || charset.Contains(' ', StringComparison.Ordinal)) return null;
        var star = charset.IndexOf('*', StringComparison.Ordinal);
        if (star > 0) charset = charset[..star];
        var kind = char.ToUpperInvariant(text[first + 1]);
        // In Q, "?=" may also be an unencoded '?' before an encoded character ("=?utf-8?Q?what?=21?="): the last
        // plausible end wins.
        var end = text.IndexOf(
            "?=", first + 3, Math.Min(LengthMax, text.Length - first - 3), StringComparison.Ordinal);
        if (end < 0 || kind is not ('B' or 'Q')) return null;
        while (kind == 'Q' && end + 4 <= text.Length && char.IsAsciiHexDigit(text[end + 2])
            && char.IsAsciiHexDigit(text[end + 3])
            && text.IndexOf("?=", end + 2, StringComparison.Ordinal) is var later and > 0 && later - first < 100
            && !text.AsSpan(end + 2, later - end - 2).Contains("=?", StringComparison.Ordinal))
        {
            end = later;
        }

        var body = text.AsSpan(first + 3, end - first - 3);
        return (charset, kind == 'B' ? Base64(body) : Quoted(body), end + 2);
    }

    private static byte[] Base64(ReadOnlySpan<char> body) =>
        TransferEncodings.Base64(new MappedBytes(Encoding.Latin1.GetBytes(body.ToString()))).Span.ToArray();

    private static byte[] Quoted(ReadOnlySpan<char> body)
    {
        var bytes = new List<byte>(body.Length);
        for (var i = 0; i < body.Length; i++)
        {
            var c = body[i];
            if (c == '=' && i + 2 < body.Length && char.IsAsciiHexDigit(body[i + 1])
                && char.IsAsciiHexDigit(body[i + 2]))
            {
                bytes.Add(Convert.FromHexString(body.Slice(i + 1, 2))[0]);
                i += 2;
            }
            else if (c == '_') bytes.Add((byte)' ');
            else if (c < 0x80) bytes.Add((byte)c);
            else bytes.AddRange(Encoding.UTF8.GetBytes([c]));
        }

        return [.. bytes];
    }
}
