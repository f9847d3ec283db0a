using System.Globalization;
using System.Text;
using System.Text.Json;
using AllSource.Documents.Text;

namespace AllSource.Documents.Chats;

/// <summary>Characters of a JSON string and the byte at which each began: one more start than characters, for the
/// end.</summary>
internal readonly record struct JsonText(string Text, int[] Starts)
{
    public static JsonText Empty { get; } = new("", [0]);
}

/// <summary>A value of a JSON document with the bytes [Start, End) in which it stands, quotation marks
/// included.</summary>
internal sealed class JsonAt(JsonTokenType kind, int start)
{
    public JsonTokenType Kind { get; } = kind;

    public int Start { get; } = start;

    public int End { get; set; }

    public List<(string Name, JsonAt Value)> Properties { get; } = [];

    public List<JsonAt> Items { get; } = [];

    /// <summary>The first property of that name; null when there is none, or when this is no object.</summary>
    public JsonAt? this[string name]
    {
        get
        {
            foreach (var (key, value) in Properties)
            {
                if (key == name) return value;
            }

            return null;
        }
    }
}

/// <summary>A JSON document with places, in UTF-8. Depth ends at 64: deeper nesting is an attack on recursive
/// readers.</summary>
internal sealed class JsonTree
{
    private const int DepthMax = 64;

    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly int _shift;

    private JsonTree(ReadOnlyMemory<byte> bytes, int shift, JsonAt root)
    {
        _bytes = bytes;
        _shift = shift;
        Root = root;
    }

    public JsonAt Root { get; }

    /// <summary>False when the file is in another encoding than UTF-8: then only the whole file can be named as a
    /// place.</summary>
    public bool HasPlaces => _shift >= 0;

    /// <summary>Null when it is no JSON; <paramref name="fault"/> is then why, with line and column from 1.</summary>
    public static JsonTree? Parse(DecodedText text, ReadOnlyMemory<byte> file,
        out (string What, int Line, int Column) fault)
    {
        var direct = text.Charset is { Kind: CharsetKind.Utf8, Doubt: null };
        var bytes = direct ? file[text.Charset.Preamble..] : Encoding.UTF8.GetBytes(text.Text);
        var reader = new Utf8JsonReader(bytes.Span,
            new JsonReaderOptions
            {
                MaxDepth = DepthMax,
                AllowTrailingCommas = true,
                CommentHandling = JsonCommentHandling.Skip
            });
        fault = default;
        try
        {
            if (reader.Read())
            {
                var root = Value(ref reader);
                if (!reader.Read()) return new(bytes, direct ? text.Charset.Preamble : -1, root);
            }

            fault = ("is not one JSON document", 1, 1);
        }
        catch (JsonException e)
        {
            var deep = e.Message.Contains("depth", StringComparison.OrdinalIgnoreCase);
            fault = (deep ? "is nested more than 64 deep" : "is not JSON from here on", (int)(e.LineNumber ?? 0) + 1,
                (int)(e.BytePositionInLine ?? 0) + 1);
        }

        return null;
    }

    /// <summary>The characters of a string value; empty for anything else.</summary>
    public JsonText String(JsonAt? value) =>
        value is { Kind: JsonTokenType.String } ? Unescape(_bytes.Span, value.Start + 1, value.End - 1)
        : JsonText.Empty;

    /// <summary>A string's or number's characters; null for anything else, and for an empty string.</summary>
    public string? Word(JsonAt? value) => value?.Kind switch
    {
        JsonTokenType.String => String(value).Text is { Length: > 0 } text ? text : null,
        JsonTokenType.Number => Encoding.ASCII.GetString(_bytes.Span[value.Start..value.End]),
        _ => null,
    };

    public int FileOffset(int at, int fileLength) => HasPlaces ? at + _shift : at == 0 ? 0 : fileLength;

    /// <summary>Writes a string's characters into a text, with their bytes.</summary>
    public Kernel.TextSpan Append(TextAssembly assembly, JsonText text, int fileLength)
    {
        if (!HasPlaces) return assembly.AppendEnclosed(text.Text, 0, fileLength);
        return assembly.Append(text.Text, i => text.Starts[i] + _shift, i => text.Starts[i + 1] + _shift);
    }

    private static JsonAt Value(ref Utf8JsonReader reader)
    {
        var node = new JsonAt(reader.TokenType, (int)reader.TokenStartIndex);
        if (node.Kind is JsonTokenType.StartObject)
        {
            while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
            {
                var name = Unescape(reader.ValueSpan, 0, reader.ValueSpan.Length).Text;
                if (!reader.Read()) break;
                node.Properties.Add((name, Value(ref reader)));
            }
        }
        else if (node.Kind is JsonTokenType.StartArray)
        {
            while (reader.Read() && reader.TokenType is not JsonTokenType.EndArray) node.Items.Add(Value(ref reader));
        }

        node.End = (int)reader.BytesConsumed;
        return node;
    }

    /// <summary>Undoes escapes; CR and CRLF become LF, lone surrogates U+FFFD.</summary>
    private static JsonText Unescape(ReadOnlySpan<byte> bytes, int start, int end)
    {
        var text = new StringBuilder(end - start);
        var starts = new List<int>(end - start + 1);
        Span<char> pair = stackalloc char[2];
        for (var i = start; i < end;)
        {
            var from = i;
            if (bytes[i] != '\\' || i + 1 >= end)
            {
                Rune.DecodeFromUtf8(bytes[i..end], out var rune, out var used);
                var units = rune.EncodeToUtf16(pair);
                for (var k = 0; k < units; k++) Add(pair[k], from);
                i += Math.Max(1, used);
                continue;
            }

            var c = bytes[i + 1] switch
            {
                (byte)'n' => '\n',
                (byte)'r' => '\r',
                (byte)'t' => '\t',
                (byte)'b' => '\b',
                (byte)'f' => '\f',
                (byte)'u' => Hex(bytes, i + 2, end),
                _ => (char)bytes[i + 1],
            };
            i += bytes[i + 1] == 'u' ? 6 : 2;
            Add(c, from);
        }

        if (text.Length > 0 && text[^1] == '\r') text[^1] = '\n';
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) i++;
            else if (char.IsSurrogate(text[i])) text[i] = '\uFFFD';
        }

        starts.Add(end);
        return new(text.ToString(), [.. starts]);

        void Add(char c, int from)
        {
            if (c == '\n' && text.Length > 0 && text[^1] == '\r')
            {
                text[^1] = '\n';
                return;
            }

            if (text.Length > 0 && text[^1] == '\r') text[^1] = '\n';
            text.Append(c);
            starts.Add(from);
        }
    }

    private static char Hex(ReadOnlySpan<byte> bytes, int at, int end) =>
        at + 4 <= end
            && ushort.TryParse(bytes.Slice(at, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture,
            out var code)
            ? (char)code
            : '\uFFFD';
}
