using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Unicode;
using AllSource.Kernel;

namespace AllSource.Fusion.Tables;

/// <summary>
/// Reads claims as lines of UTF-8: source, tab, object, tab, value; further columns are left alone, a first line that
/// begins with exactly these three words is a header, blank lines are passed over. Under a header's fourth or fifth
/// word from stands the source that the claim was taken from, or the source itself where it saw what it claims; under
/// at, when the claim was made (<see cref="ClaimTimeForm"/>); both are empty where nobody knows. The first line that is
/// not a claim ends the reading with its place: a table that is half read would give beliefs that look whole.
/// </summary>
public static class ClaimTableReader
{
    /// <summary>A line without an end must not eat all memory.</summary>
    public const int LineBytesMax = 1 << 16;

    /// <summary>About 3 GB of arrays; a longer table is a mistake or an attack on memory.</summary>
    public const int ClaimsMax = 60_000_000;

    private const int BlockBytes = 1 << 20;

    private static readonly string[] Columns = ["source", "object", "value"];

    /// <param name="claims">Left open.</param>
    /// <param name="name">What the place of a finding calls the input.</param>
    /// <param name="progress">Told the number of claims read, every 65,536.</param>
    public static Parsed<ClaimTable> Read(Stream claims, string name, Action<long>? progress = null)
    {
        var rows = new Rows(name, progress);
        var buffer = ArrayPool<byte>.Shared.Rent(BlockBytes);
        try
        {
            for (var held = 0; ;)
            {
                var read = claims.ReadAtLeast(buffer.AsSpan(held), buffer.Length - held, false);
                var text = buffer.AsSpan(0, held + read);
                var done = text.Length < buffer.Length;
                var bad = rows.Take(text, done, out var used);
                rows.Number(buffer);
                if (bad is not null) return Parsed<ClaimTable>.Unread(bad);
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
        private readonly List<(int Start, int End)> _found = [];
        private readonly List<(int Row, string? From, ClaimTime At)> _declared = [];
        private int _from = -1;
        private int _at = -1;
        private int[] _sourceOf = new int[1024];
        private int[] _objectOf = new int[1024];
        private int[] _valueOf = new int[1024];
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
                var start = used;
                used += line.Length + (length < 0 ? 0 : 1);
                _line++;
                if (_line == 1 && line.StartsWith("\uFEFF"u8))
                {
                    line = line[3..];
                    start += 3;
                }


                if (line.EndsWith("\r"u8)) line = line[..^1];
                if (Line(line, start) is { } bad) return bad;
            }

            return null;
        }

        /// <summary>
        /// Gives the names found since the last call their numbers. Columns have numbers of their own, so the three
        /// need not wait for one another.
        /// </summary>
        public void Number(byte[] text)
        {
            var first = _count - (_found.Count / 3);
            Parallel.Invoke(
                () => Number(text, 0, _sources, ref _sourceOf, first),
                () => Number(text, 1, _objects, ref _objectOf, first),
                () => Number(text, 2, _values, ref _valueOf, first));
            _found.Clear();
        }

        private void Number(byte[] text, int column, NameTable names, ref int[] numbers, int first)
        {
            if (numbers.Length < _count) Array.Resize(ref numbers, Math.Max(_count, 2 * numbers.Length));
            for (var k = column; k < _found.Count; k += 3)
                numbers[first + (k / 3)] = names.Of(text.AsSpan(_found[k].Start.._found[k].End));
        }

        public Parsed<ClaimTable> Finish()
        {
            if (_count == 0)
            {
                _line = 1;
                return Parsed<ClaimTable>.Unread(Bad(1, "there is no claim in it."));
            }

            var (sources, objects, values) = (_sources.ToStrings(), _objects.ToStrings(), _values.ToStrings());
            var declared = _declared.ConvertAll(d => new ClaimNote(sources[_sourceOf[d.Row]],
                objects[_objectOf[d.Row]], values[_valueOf[d.Row]], d.From, d.At));
            var table = ClaimTable.Of(_sourceOf.AsSpan(0, _count), _objectOf.AsSpan(0, _count),
                _valueOf.AsSpan(0, _count), sources, objects, values);
            table.Declare(declared);
            return Parsed<ClaimTable>.Read(table);
        }

        public Finding Bad(int column, string what) => new(
            FindingWeight.Loss, "claim-unreadable", new(name, Math.Max(_line, 1), column), what,
            "A claim is a line of UTF-8: source, tab, object, tab, value.");

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private Finding? Line(ReadOnlySpan<byte> line, int start)
        {
            if (line.Trim((byte)' ').IsEmpty) return null;
            if (line.Length > LineBytesMax) return Bad(1, "the line is longer than 64 KiB.");
            if (!Utf8.IsValid(line) || line.Contains((byte)0)) return NotText(line);
            Span<Range> parts = stackalloc Range[5];
            var n = 0;
            foreach (var part in line.Split((byte)'\t'))
            {
                parts[n++] = part;
                if (n == parts.Length) break;
            }

            if (n < 3) return Bad(n + 1,
                $"the {Columns[n]} is missing: the line has {n} {(n == 1 ? "column" : "columns")}{Parted(n, line)}.");
            for (var k = 0; k < 3; k++)
            {
                if (line[parts[k]].Trim((byte)' ').IsEmpty) return Bad(k + 1, $"the {Columns[k]} is empty.");
            }

            if (_line == 1 && line[parts[0]].SequenceEqual("source"u8) && line[parts[1]].SequenceEqual("object"u8)
                && line[parts[2]].SequenceEqual("value"u8))
            {
                for (var k = 3; k < n; k++)
                {
                    if (line[parts[k]].SequenceEqual("from"u8)) _from = k;
                    if (line[parts[k]].SequenceEqual("at"u8)) _at = k;
                }

                return null;
            }

            if (_count == ClaimsMax) return Bad(1, $"there are more than {ClaimsMax} claims.");
            if (Declare(line, parts[..n]) is { } bad) return bad;
            foreach (var part in parts[..3])
            {
                var (at, length) = part.GetOffsetAndLength(line.Length);
                _found.Add((start + at, start + at + length));
            }

            _count++;
            if ((_count & 0xFFFF) == 0) progress?.Invoke(_count);
            return null;
        }

        private Finding? Declare(ReadOnlySpan<byte> line, ReadOnlySpan<Range> parts)
        {
            if (_from < 0 && _at < 0) return null;
            var from = Note(line, parts, _from);
            var time = Note(line, parts, _at);
            var at = ClaimTime.Anywhen;
            if (time is not null)
            {
                if (ClaimTimeForm.Of(time) is not { } known) return Bad(_at + 1,
                    "the time is neither a date (2024-03-01) nor a date and time (2024-03-01T10:02Z).");
                at = known;
            }

            if (from is not null || time is not null) _declared.Add((_count, from, at));
            return null;
        }

        private static string? Note(ReadOnlySpan<byte> line, ReadOnlySpan<Range> parts, int column) =>
            column < 0 || column >= parts.Length || line[parts[column]].Trim((byte)' ').IsEmpty
                ? null : Encoding.UTF8.GetString(line[parts[column]]).Trim(' ');

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
