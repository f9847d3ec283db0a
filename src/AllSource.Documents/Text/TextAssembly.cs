using System.Collections.Immutable;
using System.Text;
using AllSource.Kernel;
using AllSource.Reports;

namespace AllSource.Documents.Text;

/// <summary>Where the lines of a file begin, to tell the line of a byte.</summary>
internal sealed class LineIndex
{
    private readonly List<int> _starts = [0];

    private LineIndex()
    {
    }

    /// <summary>Lines of bytes in an encoding that keeps ASCII: LF, CRLF and lone CR end a line.</summary>
    public static LineIndex Of(ReadOnlySpan<byte> bytes)
    {
        var index = new LineIndex();
        for (var i = 0; i < bytes.Length; i++)
        {
            var next = bytes[i..].IndexOfAny((byte)'\n', (byte)'\r');
            if (next < 0) break;
            i += next;
            if (bytes[i] == '\r' && i + 1 < bytes.Length && bytes[i + 1] == '\n') i++;
            index._starts.Add(i + 1);
        }

        return index;
    }

    /// <summary>Lines of a text in any encoding.</summary>
    public static LineIndex Of(DecodedText text)
    {
        var index = new LineIndex();
        for (var i = text.Text.IndexOf('\n'); i >= 0; i = text.Text.IndexOf('\n', i + 1)) index._starts.Add(
            text.ByteOf(i + 1));
        return index;
    }

    /// <summary>The line, from 1, in which a byte of the file stands.</summary>
    public int LineOf(long at)
    {
        var found = _starts.BinarySearch((int)Math.Min(at, int.MaxValue));
        return found >= 0 ? found + 1 : ~found;
    }
}

/// <summary>
/// Puts a report's text together from stretches of the file and from the reader's own separators, and keeps for each
/// stretch where
/// it came from. A stretch counts as exact only when the file's bytes there, read as UTF-8, are the text letter for
/// letter.
/// </summary>
internal sealed class TextAssembly(ReadOnlyMemory<byte> file, LineIndex lines, string? part = null)
{
    /// <summary>An exact run shorter than this, among inexact ones, is not worth a segment of its own.</summary>
    private const int ExactRunMin = 24;

    private readonly StringBuilder _text = new();
    private readonly List<TextSegment> _segments = [];
    private readonly byte[] _utf8 = new byte[4];

    public int Length => _text.Length;

    public string Text => _text.ToString();

    public ImmutableArray<TextSegment> Segments => [.. _segments];

    /// <summary>Text that is the reader's own (a separator, a word that makes a row readable): no segment covers
    /// it.</summary>
    public TextSpan AppendOwn(string text)
    {
        _text.Append(text);
        return new(_text.Length - text.Length, _text.Length);
    }

    /// <summary>Text that stands somewhere within [from, to) of the file, behind markup or an encoding.</summary>
    public TextSpan AppendEnclosed(string text, int from, int to, int? row = null)
    {
        var span = AppendOwn(text);
        if (text.Length > 0)
        {
            _segments.Add(new(span, from, to, IsExact(text, from, to), lines.LineOf(from), row, part));
        }

        return span;
    }

    /// <summary>A stretch of a decoded text, line by line.</summary>
    public TextSpan Append(DecodedText source, int from, int to, int? row = null)
    {
        var begin = _text.Length;
        while (from < to)
        {
            var end = source.Text.IndexOf('\n', from, to - from);
            if (end < 0)
            {
                AppendLine(source, from, to, row);
                break;
            }

            if (IsExact(source.Text.AsSpan(from, end + 1 - from), source.ByteOf(from), source.ByteOf(end + 1)))
            {
                AppendEnclosed(source.Text[from..(end + 1)], source.ByteOf(from), source.ByteOf(end + 1), row);
            }
            else
            {
                AppendLine(source, from, end, row);
                AppendEnclosed("\n", source.ByteOf(end), source.ByteOf(end + 1), row);
            }

            from = end + 1;
        }

        return new(begin, _text.Length);
    }

    /// <summary>Characters with the bytes that each came from, cut into exact runs and the rest.</summary>
    public TextSpan Append(ReadOnlySpan<char> text, Func<int, int> startOf, Func<int, int> endOf, int? row = null)
    {
        var begin = _text.Length;
        var pending = 0;
        var i = 0;
        while (i < text.Length)
        {
            var run = ExactRun(text, i, startOf, endOf, out var exactEnd);
            if (run < ExactRunMin && !(run == text.Length - i && i == pending))
            {
                i += Math.Max(1, run);
                continue;
            }

            if (i > pending) AppendEnclosed(text[pending..i].ToString(), startOf(pending), endOf(i - 1), row);
            AppendEnclosed(text.Slice(i, run).ToString(), startOf(i), exactEnd, row);
            i += run;
            pending = i;
        }

        if (pending < text.Length) AppendEnclosed(text[pending..].ToString(), startOf(pending), endOf(text.Length - 1),
            row);
        return new(begin, _text.Length);
    }

    private void AppendLine(DecodedText source, int from, int to, int? row)
    {
        if (to <= from) return;
        var line = source.Text.AsSpan(from, to - from);
        if (IsExact(line, source.ByteOf(from), source.ByteOf(to)))
        {
            AppendEnclosed(line.ToString(), source.ByteOf(from), source.ByteOf(to), row);
            return;
        }

        Append(line, k => source.ByteOf(from + k), k => source.ByteOf(from + k + 1), row);
    }

    /// <summary>How many characters from <paramref name="at"/> on are in the file as UTF-8, one directly after the
    /// other.</summary>
    private int ExactRun(ReadOnlySpan<char> text, int at, Func<int, int> startOf, Func<int, int> endOf,
        out int expected)
    {
        var i = at;
        expected = startOf(at);
        while (i < text.Length && startOf(i) == expected)
        {
            if (Rune.DecodeFromUtf16(text[i..], out var rune,
                out var units) != System.Buffers.OperationStatus.Done) break;
            var bytes = rune.EncodeToUtf8(_utf8);
            if (endOf(i + units - 1) < expected + bytes || expected + bytes > file.Length) break;
            if (!file.Span.Slice(expected, bytes).SequenceEqual(_utf8.AsSpan(0, bytes))) break;
            expected += bytes;
            i += units;
        }

        return i - at;
    }

    private bool IsExact(ReadOnlySpan<char> text, int from, int to)
    {
        if (to - from < text.Length || to > file.Length || to - from > text.Length * 3) return false;
        var there = file.Span[from..to];
        if (there.Length == text.Length)
        {
            return System.Text.Ascii.Equals(there, text);
        }

        Span<byte> small = stackalloc byte[512];
        var room = to - from <= small.Length ? small : new byte[to - from];
        return Encoding.UTF8.TryGetBytes(text, room, out var written) && room[..written].SequenceEqual(there);
    }
}
