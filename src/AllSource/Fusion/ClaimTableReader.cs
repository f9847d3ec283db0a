using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text.Unicode;
using AllSource.Kernel;

namespace AllSource.Fusion;

/// <summary>
/// Reads claims as lines of UTF-8: source, tab, object, tab, value; further columns are left alone, a first line of
/// exactly these three words is a header, blank lines are passed over. The first line that is not a claim ends the
/// reading with its place: a table that is half read would give beliefs that look whole.
/// </summary>
public static class ClaimTableReader
{
    /// <summary>A line without an end must not eat all memory.</summary>
    public const int LineBytesMax = 1 << 16;

    /// <summary>About 3 GB of arrays; a longer table is a mistake or an attack on memory.</summary>
    public const int ClaimsMax = 60_000_000;

    private static readonly string[] Columns = ["source", "object", "value"];

    /// <param name="claims">Left open.</param>
    /// <param name="name">What the place of a finding calls the input.</param>
    /// <param name="progress">Told the number of claims read, every 65,536.</param>
    public static Parsed<ClaimTable> Read(Stream claims, string name, Action<long>? progress = null)
    {
        var rows = new Rows(name, progress);
        var buffer = ArrayPool<byte>.Shared.Rent(1 << 18);
        try
        {
            var held = 0;
            while (true)
            {
                var read = claims.Read(buffer.AsSpan(held));
                var text = buffer.AsSpan(0, held + read);
                var done = read == 0;
                int used;
                if (rows.Take(text, done, out used) is { } bad) return Parsed<ClaimTable>.Unread(bad);
                if (done) break;
                held = text.Length - used;
                if (held > LineBytesMax) return Parsed<ClaimTable>.Unread(
                    rows.Bad(1, "the line is longer than 64 KiB."));
                text[used..].CopyTo(buffer);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        return rows.Finish();
    }

    private sealed class Rows(string name, Action<long>? progress)
    {
        private readonly NameTable _sources = new();
        private readonly NameTable _objects = new();
        private readonly NameTable _values = new();
        private (int, int, int)[] _rows = new (int, int, int)[1024];
        private int _count;
        private int _line;

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public Finding? Take(ReadOnlySpan<byte> text, bool last, out int used)
        {
            used = 0;
            while (used < text.Length)
            {
                var length = text[used..].IndexOf((byte)'\n');
                if (length < 0 && !last) return null;
                var line = length < 0 ? text[used..] : text.Slice(used, length);
                used += line.Length + (length < 0 ? 0 : 1);
                _line++;
                if (_line == 1 && line.StartsWith("\uFEFF"u8)) line = line[3..];
                if (line.EndsWith("\r"u8)) line = line[..^1];
                if (Line(line) is { } bad) return bad;
            }

            return null;
        }

        public Parsed<ClaimTable> Finish()
        {
            if (_count == 0)
            {
                _line = 1;
                return Parsed<ClaimTable>.Unread(Bad(1, "there is no claim in it."));
            }

            return Parsed<ClaimTable>.Read(
                ClaimTable.Of(_rows.AsSpan(0, _count), _sources.ToStrings(), _objects.ToStrings(),
                    _values.ToStrings()));
        }

        public Finding Bad(int column, string what) => new(
            FindingWeight.Loss, "claim-unreadable", new(name, Math.Max(_line, 1), column), what,
            "A claim is a line of UTF-8: source, tab, object, tab, value.");

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private Finding? Line(ReadOnlySpan<byte> line)
        {
            if (line.Trim((byte)' ').IsEmpty) return null;
            if (line.Length > LineBytesMax) return Bad(1, "the line is longer than 64 KiB.");
            if (!Utf8.IsValid(line) || line.Contains((byte)0)) return NotText(line);
            Span<Range> parts = stackalloc Range[3];
            var n = 0;
            foreach (var part in line.Split((byte)'\t'))
            {
                parts[n++] = part;
                if (n == 3) break;
            }

            if (n < 3) return Bad(n + 1,
                $"the {Columns[n]} is missing: the line has {n} {(n == 1 ? "column" : "columns")}{Parted(n, line)}.");
            for (var k = 0; k < 3; k++)
            {
                if (line[parts[k]].Trim((byte)' ').IsEmpty) return Bad(k + 1, $"the {Columns[k]} is empty.");
            }

            if (_line == 1 && line[parts[0]].SequenceEqual("source"u8) && line[parts[1]].SequenceEqual("object"u8)
                && line[parts[2]].SequenceEqual("value"u8)) return null;
            if (_count == ClaimsMax) return Bad(1, $"there are more than {ClaimsMax} claims.");
            if (_count == _rows.Length) Array.Resize(ref _rows, _count * 2);
            _rows[_count++] = (_sources.Of(line[parts[0]]), _objects.Of(line[parts[1]]), _values.Of(line[parts[2]]));
            if ((_count & 0xFFFF) == 0) progress?.Invoke(_count);
            return null;
        }

        /// <summary>A spreadsheet's separators, taken for tabs, are the commonest mistake.</summary>
        private static string Parted(int columns, ReadOnlySpan<byte> line) =>
            columns > 1 ? "" : line.Count((byte)',') >= 2 ? ", parted by commas and not by tabs"
                : line.Count((byte)';') >= 2 ? ", parted by semicolons and not by tabs" : "";

        private Finding NotText(ReadOnlySpan<byte> line)
        {
            var column = 1;
            foreach (var part in line.Split((byte)'\t'))
            {
                if (!Utf8.IsValid(line[part]) || line[part].Contains((byte)0)) break;
                column++;
            }

            return Bad(column, line.Contains((byte)0)
                ? "there is a zero byte: this looks like UTF-16 or a binary file." : "the bytes are not UTF-8.");
        }
    }
}
