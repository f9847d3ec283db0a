using System.Globalization;
using System.Text;

namespace AllSource.Documents.Mail;

/// <summary>
/// A structured header value: a word and parameters (RFC 2045), among them those that are continued or carry a charset
/// (RFC 2231).
/// Encoded words in parameters, which the standard forbids and programs write, are decoded too.
/// </summary>
internal sealed class MailParameters
{
    private const int CountMax = 200;

    private readonly Dictionary<string, string> _values = new(StringComparer.OrdinalIgnoreCase);

    private MailParameters(string value) => Value = value;

    /// <summary>The word before the parameters, in lower case: text/plain, attachment.</summary>
    public string Value { get; }

    public string? this[string name] => _values.GetValueOrDefault(name);

    public static MailParameters Read(string? header)
    {
        var parts = Split(header ?? "");
        var result = new MailParameters(parts.Count > 0 ? WithoutComments(parts[0]).Trim().ToLowerInvariant() : "");
        var continued = new SortedDictionary<string, SortedDictionary<int,
            (string Value, bool Encoded)>>(StringComparer.OrdinalIgnoreCase);
        foreach (var part in parts.Skip(1).Take(CountMax))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0) continue;
            var name = part[..equals].Trim();
            var value = Unquoted(part[(equals + 1)..].Trim());
            var star = name.IndexOf('*', StringComparison.Ordinal);
            if (star < 0)
            {
                result._values.TryAdd(name, EncodedWords.Decode(value));
                continue;
            }

            var encoded = name.EndsWith('*');
            var digits = name[(star + 1)..].TrimEnd('*');
            var index = int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 0;
            if (!continued.TryGetValue(name[..star], out var pieces)) continued[name[..star]] = pieces = [];
            pieces.TryAdd(index, (value, encoded));
        }

        foreach (var (name, pieces) in continued) result._values[name] = Joined(pieces.Values);
        return result;
    }

    private static string Joined(IEnumerable<(string Value, bool Encoded)> pieces)
    {
        var bytes = new List<byte>();
        string? charset = null;
        var first = true;
        foreach (var (piece, encoded) in pieces)
        {
            var value = piece;
            if (first && encoded && value.Split('\'', 3) is [var name, _, var rest])
            {
                charset = name;
                value = rest;
            }

            first = false;
            bytes.AddRange(encoded ? Percent(value) : Encoding.UTF8.GetBytes(value));
        }

        return EncodedWords.Characters([.. bytes], string.IsNullOrEmpty(charset) ? null : charset);
    }

    private static List<byte> Percent(string value)
    {
        var bytes = new List<byte>(value.Length);
        for (var i = 0; i < value.Length; i++)
        {
            if (value[i] == '%' && i + 2 < value.Length && char.IsAsciiHexDigit(value[i + 1])
                && char.IsAsciiHexDigit(value[i + 2]))
            {
                bytes.Add(Convert.FromHexString(value.AsSpan(i + 1, 2))[0]);
                i += 2;
            }
            else bytes.AddRange(Encoding.UTF8.GetBytes([value[i]]));
        }

        return bytes;
    }

    /// <summary>Cuts at semicolons outside quotation marks.</summary>
    private static List<string> Split(string text)
    {
        var parts = new List<string>();
        var start = 0;
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\' && quoted) i++;
            else if (text[i] == '"') quoted = !quoted;
            else if (text[i] == ';' && !quoted)
            {
                parts.Add(text[start..i]);
                start = i + 1;
            }
        }

        parts.Add(text[start..]);
        return parts;
    }

    private static string Unquoted(string value)
    {
        if (value.Length < 2 || value[0] != '"') return WithoutComments(value).Trim();
        var plain = new StringBuilder();
        for (var i = 1; i < value.Length && value[i] != '"'; i++)
        {
            // A backslash before anything but a mark is one that Windows wrote into a path.
            if (value[i] == '\\' && i + 1 < value.Length && value[i + 1] is '"' or '\\') i++;
            plain.Append(value[i]);
        }

        return plain.ToString();
    }

    private static string WithoutComments(string value)
    {
        var open = value.IndexOf('(', StringComparison.Ordinal);
        return open >= 0 ? value[..open] : value;
    }
}
