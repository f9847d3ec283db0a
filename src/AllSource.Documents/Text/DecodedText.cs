using System.Buffers.Binary;
using System.Text;

namespace AllSource.Documents.Text;

/// <summary>
/// Bytes as characters, with line ends as LF and nothing else changed, and where each character stood in the file. Lone
/// surrogates become U+FFFD, so that the text can always be written as UTF-8 again.
/// </summary>
internal sealed class DecodedText
{
    private readonly MappedBytes _bytes;
    private readonly int[]? _starts; // null when character i is byte i + _preamble

    private DecodedText(string text, MappedBytes bytes, int[]? starts, Charset charset)
    {
        Text = text;
        _bytes = bytes;
        _starts = starts;
        Charset = charset;
    }

    public string Text { get; }

    public Charset Charset { get; }

    /// <summary>The file's byte at which a character begins; the text's length gives the end.</summary>
    public int ByteOf(int index) => _bytes.FileOffset(_starts is null ? index + Charset.Preamble : _starts[index]);

    public static DecodedText Of(ReadOnlyMemory<byte> file, string? declared = null) =>
        Of(new MappedBytes(file), declared);

    public static DecodedText Of(MappedBytes bytes, string? declared = null) =>
        Of(bytes, CharsetGuess.Of(bytes.Span, declared));

    public static DecodedText Of(MappedBytes bytes, Charset charset)
    {
        var body = bytes.Span[charset.Preamble..];
        if (charset.Kind is CharsetKind.Utf8 && Ascii.IsValid(body) && !body.Contains((byte)'\r'))
        {
            return new(Encoding.ASCII.GetString(body), bytes, null, charset);
        }

        var sink = new Sink(body.Length, charset.Preamble);
        switch (charset.Kind)
        {
            case CharsetKind.Utf8: Utf8(body, sink); break;
            case CharsetKind.SingleByte: Single(body, charset.Encoding!, sink); break;
            case CharsetKind.MultiByte: Multi(body, charset.Encoding!, sink); break;
            case CharsetKind.Utf16LittleEndian or CharsetKind.Utf16BigEndian:
                Wide(body, charset.Kind is CharsetKind.Utf16BigEndian, sink);
                break;
            default: Wider(body, charset.Kind is CharsetKind.Utf32BigEndian, sink); break;
        }

        return new(sink.Text, bytes, sink.Starts(body.Length + charset.Preamble), charset);
    }

    private static void Utf8(ReadOnlySpan<byte> body, Sink sink)
    {
        Span<char> pair = stackalloc char[2];
        var stray = Charset.Single("windows-1252").Encoding!;
        for (var i = 0; i < body.Length;)
        {
            if (body[i] < 0x80)
            {
                sink.Add((char)body[i], i++);
                continue;
            }

            if (Rune.DecodeFromUtf8(body[i..], out var rune, out var used) == System.Buffers.OperationStatus.Done)
            {
                var units = rune.EncodeToUtf16(pair);
                for (var k = 0; k < units; k++) sink.Add(pair[k], i);
                i += used;
                continue;
            }

            stray.GetChars(body.Slice(i, 1), pair);
            // Undefined in windows-1252 too: the last resort, a replacement character. The original byte stays in the
            // file.
            sink.Add(pair[0] is >= '\u0080' and <= '\u009F' ? '\uFFFD' : pair[0], i++);
        }
    }

    private static void Single(ReadOnlySpan<byte> body, Encoding encoding, Sink sink)
    {
        var all = new byte[256];
        for (var i = 0; i < 256; i++) all[i] = (byte)i;
        var table = encoding.GetChars(all);
        for (var i = 0; i < body.Length; i++) sink.Add(table.Length == 256 ? table[body[i]] : '\uFFFD', i);
    }

    private static void Multi(ReadOnlySpan<byte> body, Encoding encoding, Sink sink)
    {
        var decoder = encoding.GetDecoder();
        Span<char> chars = stackalloc char[16];
        var start = 0;
        for (var i = 0; i < body.Length; i++)
        {
            var made = decoder.GetChars(body.Slice(i, 1), chars, flush: i == body.Length - 1);
            for (var k = 0; k < made; k++) sink.AddUnit(chars[k], start);
            if (made > 0) start = i + 1;
        }
    }

    private static void Wide(ReadOnlySpan<byte> body, bool big, Sink sink)
    {
        for (var i = 0; i + 1 < body.Length; i += 2)
        {
            var unit = big ? BinaryPrimitives.ReadUInt16BigEndian(body[i..])
                : BinaryPrimitives.ReadUInt16LittleEndian(body[i..]);
            sink.AddUnit((char)unit, i);
        }

        if ((body.Length & 1) != 0) sink.AddUnit('\uFFFD', body.Length - 1);
    }

    private static void Wider(ReadOnlySpan<byte> body, bool big, Sink sink)
    {
        Span<char> pair = stackalloc char[2];
        for (var i = 0; i + 3 < body.Length; i += 4)
        {
            var code = big ? BinaryPrimitives.ReadUInt32BigEndian(body[i..])
                : BinaryPrimitives.ReadUInt32LittleEndian(body[i..]);
            var units = (Rune.IsValid(code) ? new Rune(code) : Rune.ReplacementChar).EncodeToUtf16(pair);
            for (var k = 0; k < units; k++) sink.Add(pair[k], i);
        }
    }

    /// <summary>Takes characters with their bytes, makes CR and CRLF one LF, and repairs lone surrogates.</summary>
    private sealed class Sink(int capacity, int preamble)
    {
        private readonly List<int> _starts = new(capacity + 1);
        private readonly StringBuilder _text = new(capacity);
        private bool _afterReturn;
        private bool _highWaits;

        public string Text
        {
            get
            {
                EndPair();
                return _text.ToString();
            }
        }

        public int[] Starts(int end) => [.. _starts, end];

        /// <summary>A character that is known to be whole, or half of a pair that is.</summary>
        public void Add(char c, int at)
        {
            if (c == '\n' && _afterReturn)
            {
                _afterReturn = false;
                return;
            }

            _afterReturn = c == '\r';
            _text.Append(c == '\r' ? '\n' : c);
            _starts.Add(at + preamble);
        }

        /// <summary>A code unit that may be a lone surrogate.</summary>
        public void AddUnit(char c, int at)
        {
            if (_highWaits && !char.IsLowSurrogate(c)) EndPair();
            var lone = char.IsLowSurrogate(c) && !_highWaits;
            _highWaits = char.IsHighSurrogate(c);
            Add(lone ? '\uFFFD' : c, at);
        }

        private void EndPair()
        {
            if (!_highWaits) return;
            _text[^1] = '\uFFFD';
            _highWaits = false;
        }
    }
}
