using System.Globalization;
using System.Text;

namespace AllSource.Documents.Text;

/// <summary>
/// Tells a text's encoding from its bytes: a byte order mark, what was declared if it holds, UTF-8 if it is valid,
/// UTF-16 by its
/// zero bytes, and only then a guess, which is named. Looks at bytes alone; the same bytes give the same answer
/// everywhere.
/// </summary>
internal static class CharsetGuess
{
    private const int SampleBytes = 1 << 16;

    /// <param name="declared">What a header or meta tag said; null when nothing did.</param>
    public static Charset Of(ReadOnlySpan<byte> bytes, string? declared = null)
    {
        if (OfMark(bytes) is { } marked) return marked;
        if (OfZeros(bytes) is { } wide) return wide;
        var bad = FirstInvalid(bytes, out var valid, out var invalid);
        var named = Charset.Named(declared);
        if (declared is not null && named is null)
        {
            var sniffed = bad < 0 ? Charset.Utf8 : Legacy(bytes, bad);
            return sniffed with
            {
                Doubt = $"The declared encoding '{Short(declared)}' is not known; read as {sniffed.Name}.",
                FirstBad = Math.Max(bad, 0),
            };
        }

        if (bad < 0)
        {
            // Declared single-byte but every high byte is part of valid UTF-8: chance alone does not do that more than
            // twice.
            return named is null or { Kind: CharsetKind.Utf8 } || valid == 0 ? named is { Kind: CharsetKind.MultiByte }
                ? named : Charset.Utf8
                : named.Kind is CharsetKind.SingleByte && valid > 2
                    ? Charset.Utf8
                        with
                    {
                        Doubt = $"Declared {Short(declared!)}, but every byte is valid UTF-8; read as utf-8.",
                        FirstBad = 0
                    }
                    : named;
        }

        if (named is not null and not { Kind: CharsetKind.Utf8 }) return WithoutAscii(named, declared!, bad);
        return valid > 0 && invalid <= Math.Max(1, valid / 4) ? Mixed(bad, invalid) : Legacy(bytes, bad);
    }

    /// <summary>True when these bytes hold what no text holds: zero bytes outside UTF-16, or many control
    /// characters.</summary>
    public static bool LooksBinary(ReadOnlySpan<byte> bytes)
    {
        if (OfMark(bytes) is not null) return false;
        var sample = bytes[..Math.Min(bytes.Length, SampleBytes)];
        if (OfZeros(sample) is not null) return false;
        var controls = 0;
        var zeros = 0;
        foreach (var b in sample)
        {
            if (b == 0) zeros++;
            else if (b < 32
                && b is not ((byte)'\t' or (byte)'\n' or (byte)'\r' or 0x0C or 0x1B or 0x08 or 0x1A
                or 0x1E)) controls++;
        }

        return zeros * 200 > sample.Length || controls * 50 > sample.Length;
    }

    private static Charset? OfMark(ReadOnlySpan<byte> b) => b switch
    {
        [0xEF, 0xBB, 0xBF, ..] => Checked(b),
        [0xFF, 0xFE, 0, 0, ..] => new("utf-32le", CharsetKind.Utf32LittleEndian, 4),
        [0, 0, 0xFE, 0xFF, ..] => new("utf-32be", CharsetKind.Utf32BigEndian, 4),
        [0xFF, 0xFE, ..] => new("utf-16le", CharsetKind.Utf16LittleEndian, 2),
        [0xFE, 0xFF, ..] => new("utf-16be", CharsetKind.Utf16BigEndian, 2),
        _ => null,
    };

    private static Charset Checked(ReadOnlySpan<byte> bytes)
    {
        var bad = FirstInvalid(bytes[3..], out _, out var invalid);
        return bad < 0 ? Charset.Utf8 with { Preamble = 3 } : Mixed(bad + 3, invalid) with { Preamble = 3 };
    }

    /// <summary>UTF-16 without a mark: nearly every other byte is zero, and nearly none of the rest is.</summary>
    private static Charset? OfZeros(ReadOnlySpan<byte> bytes)
    {
        var sample = bytes[..Math.Min(bytes.Length & ~1, 4096)];
        if (sample.Length < 8) return null;
        int even = 0, odd = 0, half = sample.Length / 2;
        for (var i = 0; i < sample.Length; i++)
        {
            if (sample[i] != 0) continue;
            if ((i & 1) == 0) even++;
            else odd++;
        }

        const string doubt = "No byte order mark; its zero bytes show {0}.";
        if (odd * 10 > half * 6 && even * 20 < half)
        {
            return new("utf-16le", CharsetKind.Utf16LittleEndian, 0, null, Fill(doubt, "utf-16le"), 0);
        }

        return even * 10 > half * 6 && odd * 20 < half
            ? new("utf-16be", CharsetKind.Utf16BigEndian, 0, null, Fill(doubt, "utf-16be"), 0)
            : null;
    }

    private static string Fill(string format, string word) => string.Format(CultureInfo.InvariantCulture, format, word);

    private static Charset WithoutAscii(Charset named, string declared, int bad) =>
        declared.Contains("ascii", StringComparison.OrdinalIgnoreCase)
            ? named with
            {
                Doubt = "Declared us-ascii, but holds bytes above 127; read as windows-1252.",
                FirstBad = bad
            }
            : named;

    private static Charset Mixed(int bad, int count) => Charset.Utf8 with
    {
        Doubt = count == 1 ? "One byte is not UTF-8 like the rest; it is read as windows-1252."
            : string.Create(CultureInfo.InvariantCulture,
                $"{count} bytes are not UTF-8 like the rest; they are read as windows-1252."),
        FirstBad = bad,
    };

    /// <summary>Not UTF-8 and nothing declared: windows-1252 unless the letters stand as another script's do.</summary>
    private static Charset Legacy(ReadOnlySpan<byte> bytes, int bad)
    {
        var sample = bytes[..Math.Min(bytes.Length, SampleBytes)];
        int high = 0, letters = 0;
        foreach (var b in sample)
        {
            if (b >= 0x80) high++;
            else if (char.IsAsciiLetter((char)b)) letters++;
        }

        var name = high * 2 > letters ? NonLatin(sample) ?? "windows-1252" : "windows-1252";
        return Charset.Named(name)!
            with
        { Doubt = $"Not valid UTF-8, and no encoding is declared; read as {name}, a guess.", FirstBad = bad };
    }

    /// <summary>
    /// Where most letters are high bytes, the candidate under which the most frequent letters of its script are the
    /// most frequent
    /// bytes; null when none is convincing.
    /// </summary>
    private static string? NonLatin(ReadOnlySpan<byte> sample)
    {
        (string Name, string Common)[] candidates =
        [
            ("windows-1251", "оеаинтсрвл"), ("koi8-r", "оеаинтсрвл"), ("windows-1253", "αοιετσνηυρ"),
            ("windows-1255", "יוהלאמרתבש"), ("windows-1256", "الينمروتبة"), ("shift_jis", "のにはをたとがてでし"),
            ("gb18030", "的一是不了在有人我他"), ("ks_c_5601-1987", "이는다에의을가한고하"), ("big5", "的一是不了在有人我他"),
        ];
        string? best = null;
        var bestShare = 0.2;
        foreach (var (name, common) in candidates)
        {
            var text = Charset.Named(name)!.Encoding!.GetString(sample);
            int hits = 0, all = 0;
            foreach (var c in text)
            {
                if (c < 0x80) continue;
                all++;
                if (common.Contains(c, StringComparison.Ordinal)) hits++;
                else if (c == '\uFFFD') hits--;
            }

            var share = all == 0 ? 0 : (double)hits / all * (common[0] > 0x2000 ? 3 : 1);
            if (share > bestShare) (best, bestShare) = (name, share);
        }

        return best;
    }

    /// <summary>Index of the first byte that is not UTF-8, or -1; counts multi-byte characters and bytes that belong to
    /// none.</summary>
    private static int FirstInvalid(ReadOnlySpan<byte> bytes, out int valid, out int invalid)
    {
        var first = -1;
        valid = invalid = 0;
        for (var i = 0; i < bytes.Length;)
        {
            if (bytes[i] < 0x80)
            {
                var run = bytes[i..].IndexOfAnyInRange((byte)0x80, (byte)0xFF);
                if (run < 0) break;
                i += run;
            }

            if (Rune.DecodeFromUtf8(bytes[i..], out _, out var used) == System.Buffers.OperationStatus.Done)
            {
                valid++;
                i += used;
                continue;
            }

            if (first < 0) first = i;
            invalid++;
            i++;
        }

        return first;
    }

    private static string Short(string word) => word.Length <= 40 ? word : word[..40];
}
