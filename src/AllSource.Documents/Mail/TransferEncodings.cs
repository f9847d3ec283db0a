using AllSource.Documents.Text;

namespace AllSource.Documents.Mail;

/// <summary>Undoes Content-Transfer-Encoding (RFC 2045) leniently, and keeps where each byte came from.</summary>
internal static class TransferEncodings
{
    /// <param name="name">The header's value; null and unknown names count as 8bit, and <paramref name="known"/> is
    /// then false.</param>
    public static MappedBytes Decode(ReadOnlyMemory<byte> body, int at, string? name, out bool known)
    {
        known = true;
        switch (name?.Trim().Trim('"').TrimEnd(';', ',').ToLowerInvariant())
        {
            case null or "" or "7bit" or "8bit" or "binary" or "7-bit" or "8-bit":
                return new(body, at);
            case "quoted-printable":
                return QuotedPrintable(new(body, at));
            case "base64":
                return Base64(new(body, at));
            default:
                known = false;
                return new(body, at);
        }
    }

    public static MappedBytes QuotedPrintable(MappedBytes source)
    {
        var bytes = source.Span;
        var sink = new Sink(source, bytes.Length);
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] == '=')
            {
                if (i + 2 < bytes.Length && Hex(bytes[i + 1]) is var high and >= 0
                    && Hex(bytes[i + 2]) is var low and >= 0)
                {
                    sink.Add((byte)((high << 4) | low), i);
                    i += 2;
                    continue;
                }

                if (SoftBreak(bytes, i) is var skip and > 0)
                {
                    i += skip;
                    continue;
                }
            }

            if (bytes[i] is (byte)' ' or (byte)'\t'
                && TrailingBlank(bytes, i)) continue; // added in transport (RFC 2045 6.7 rule 3)
            sink.Add(bytes[i], i);
        }

        return sink.Done();
    }

    /// <summary>Base64; characters outside its alphabet are passed over, and text after padding goes on (joined
    /// encodings occur).</summary>
    public static MappedBytes Base64(MappedBytes source)
    {
        var bytes = source.Span;
        var sink = new Sink(source, (bytes.Length * 3 / 4) + 3);
        int bits = 0, held = 0, begin = 0;
        for (var i = 0; i < bytes.Length; i++)
        {
            var value = Sextet(bytes[i]);
            if (value < 0)
            {
                if (bytes[i] == '=') (bits, held) = (0, 0);
                continue;
            }

            if (held == 0) begin = i;
            bits = (bits << 6) | value;
            held += 6;
            if (held < 8) continue;
            held -= 8;
            sink.Add((byte)(bits >> held), begin);
            bits &= (1 << held) - 1;
            begin = i;
        }

        return sink.Done();
    }

    private static int SoftBreak(ReadOnlySpan<byte> bytes, int at)
    {
        var i = at + 1;
        while (i < bytes.Length && bytes[i] is (byte)' ' or (byte)'\t') i++;
        if (i >= bytes.Length) return i - at;
        if (bytes[i] == '\n') return i - at;
        if (bytes[i] != '\r') return 0;
        return i + 1 < bytes.Length && bytes[i + 1] == '\n' ? i + 1 - at : i - at;
    }

    private static bool TrailingBlank(ReadOnlySpan<byte> bytes, int at)
    {
        // Runs of blanks are looked at from each of their bytes: bounded, or a megabyte of spaces would take a day.
        for (var i = at; i < bytes.Length && i - at < 100; i++)
        {
            if (bytes[i] is (byte)'\r' or (byte)'\n') return true;
            if (bytes[i] is not ((byte)' ' or (byte)'\t')) return false;
        }

        return false;
    }

    private static int Hex(byte b) => b switch
    {
        >= (byte)'0' and <= (byte)'9' => b - '0',
        >= (byte)'A' and <= (byte)'F' => b - 'A' + 10,
        >= (byte)'a' and <= (byte)'f' => b - 'a' + 10,
        _ => -1,
    };

    private static int Sextet(byte b) => b switch
    {
        >= (byte)'A' and <= (byte)'Z' => b - 'A',
        >= (byte)'a' and <= (byte)'z' => b - 'a' + 26,
        >= (byte)'0' and <= (byte)'9' => b - '0' + 52,
        (byte)'+' or (byte)'-' => 62,
        (byte)'/' or (byte)'_' => 63,
        _ => -1,
    };

    private sealed class Sink(MappedBytes source, int capacity)
    {
        private readonly List<byte> _bytes = new(capacity);
        private readonly List<int> _offsets = new(capacity + 1);

        public void Add(byte b, int from)
        {
            _bytes.Add(b);
            _offsets.Add(source.FileOffset(from));
        }

        public MappedBytes Done() => new(_bytes.ToArray(), 0, [.. _offsets, source.FileOffset(source.Length)]);
    }
}
