using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using AllSource.Documents.Text;

namespace AllSource.Documents.Chats;

/// <summary>
/// The head of a message's first line: three numbers of a date, a clock, and where the rest of the line begins.
/// </summary>
internal sealed record WhatsAppHead(
    int First, int Second, int Third, int FirstLength, int ThirdLength, int Hour, int Minute, int? Second60,
        bool? Afternoon,
    int StampStart, int StampEnd, int RestStart);

/// <summary>
/// Finds the lines with which a message begins, in the two shapes that phones write: <c>[DATE, TIME] Name: text</c> and
/// <c>DATE, TIME - Name: text</c>, in any locale's digits, separators and half-day words, with the invisible marks that
/// they carry.
/// </summary>
internal static partial class WhatsAppLines
{
    private const int HeadMax = 64;
    private const int SampleLines = 200;

    /// <summary>How many of the first lines are heads, and how many lines were looked at.</summary>
    public static int CountHeads(string text, out int lines)
    {
        var heads = 0;
        lines = 0;
        foreach (var line in text.EnumerateLines())
        {
            if (lines++ >= SampleLines) break;
            if (Head(line) is not null) heads++;
            else if (lines > 20 && heads == 0) return 0;
        }

        return heads;
    }

    /// <summary>Null when the line does not begin a message.</summary>
    public static WhatsAppHead? Head(ReadOnlySpan<char> line)
    {
        if (line.Length < 10) return null;
        var plain = new StringBuilder(HeadMax);
        var places = new List<int>(HeadMax);
        for (var i = 0; i < line.Length && plain.Length < HeadMax; i++)
        {
            if (WrittenTime.PlainChar(line[i]) is not { } c) continue;
            plain.Append(c);
            places.Add(i);
        }

        if (plain.Length == 0 || (plain[0] != '[' && !char.IsAsciiDigit(plain[0]))) return null;
        var m = HeadPattern().Match(plain.ToString());
        if (!m.Success || (m.Groups["open"].Length > 0) != m.Value.TrimEnd().EndsWith(']')) return null;
        var hour = Number(m.Groups["h"]);
        var minute = Number(m.Groups["m"]);
        if (hour > 24 || minute > 59) return null;
        var half = m.Groups["pre"].Success ? m.Groups["pre"].Value : m.Groups["ap"].Success ? m.Groups["ap"].Value : "";
        var stamp = m.Groups["stamp"];
        var end = m.Index + m.Length;
        return new(Number(m.Groups["a"]), Number(m.Groups["b"]), Number(m.Groups["c"]), m.Groups["a"].Length,
            m.Groups["c"].Length,
            hour, minute, m.Groups["s"].Success ? Number(m.Groups["s"]) : null, half.Length == 0 ? null
                : WrittenTime.HalfOf(half),
            places[stamp.Index], places[stamp.Index + stamp.Length - 1] + 1, end < places.Count ? places[end]
                : RestAfter(line, places[end - 1]));
    }

    private static int RestAfter(ReadOnlySpan<char> line, int last) => Math.Min(line.Length, last + 1);

    private static int Number(Group group) => int.Parse(group.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex("""
        ^(?<open>\[?)
        (?<stamp>(?<a>\d{1,4})(?<x>[./\-])\x20?(?<b>\d{1,2})\k<x>\x20?(?<c>\d{4}|\d{1,2})\.?
        ,?\x20?(?:(?:klo|kl\.|at|um|à|às|a\x20las|alle|godz\.)\x20)?
        (?<pre>(?:午前|午後|上午|下午|凌晨|오전|오후|[ap]m)\x20?)?
        (?<h>\d{1,2})[:.](?<m>\d{2})(?:[:.](?<s>\d{2}))?
        \x20?(?<ap>[AaPp]\.?\x20?[Mm]\.?|ص|م|午前|午後|上午|下午|오전|오후)?)
        (?:\]\x20?|\x20[-\u2013]\x20)
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.IgnoreCase)]
    private static partial Regex HeadPattern();
}
