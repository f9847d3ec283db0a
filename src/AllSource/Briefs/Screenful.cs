using System.Text;
using AllSource.Kernel.Pages;

namespace AllSource.Briefs;

/// <summary>Lines of at most 80 columns; wide East Asian characters take two, marks that combine take none.</summary>
internal sealed class Screenful
{
    private const int Columns80 = 80;

    private readonly List<string> _lines = [];

    public void Title(string title) => _lines.Add(title);

    /// <summary>Left and right on one line; the left gives way.</summary>
    public void Ends(string left, string right)
    {
        var end = OutsideText.Clean(right);
        var start = Cut(OutsideText.Clean(left), Columns80 - Width(end) - 2);
        _lines.Add(start + new string(' ', Math.Max(2, Columns80 - Width(start) - Width(end))) + end);
    }

    /// <summary>A text and columns of figures at the right edge.</summary>
    public void Columns(string head, string text, string figures)
    {
        var room = Columns80 - figures.Length - 1;
        var start = head + Cut(OutsideText.Clean(text), room - head.Length);
        _lines.Add($"{start}{new string(' ', Math.Max(0, room - Width(start)))} {figures}".TrimEnd());
    }

    /// <summary>A text over at most so many lines, the second and later set in under the first.</summary>
    public void Wrapped(string head, string text, int linesMax)
    {
        var rest = OutsideText.Clean(text);
        var room = Columns80 - head.Length;
        for (var line = 1; rest.Length > 0; line++)
        {
            var start = line == 1 ? head : new string(' ', head.Length);
            if (line == linesMax || Width(rest) <= room)
            {
                _lines.Add(start + Cut(rest, room));
                return;
            }

            var cut = Fitting(rest, room);
            var blank = rest.LastIndexOf(' ', Math.Min(cut, rest.Length - 1));
            if (blank > 0) cut = blank;
            _lines.Add(start + rest[..cut].TrimEnd());
            rest = rest[cut..].TrimStart();
        }
    }

    public void WriteTo(TextWriter writer, int linesMax)
    {
        foreach (var line in _lines.Take(linesMax))
        {
            writer.Write(line);
            writer.Write('\n');
        }
    }

    private static string Cut(string text, int room)
    {
        if (Width(text) <= room) return text;
        var fits = text[..Fitting(text, room - 1)];
        var blank = fits.LastIndexOf(' ');
        return (blank > fits.Length * 2 / 3 ? fits[..blank] : fits).TrimEnd() + "\u2026";
    }

    /// <summary>How many characters fit into the room; at least one, so that it always goes on.</summary>
    private static int Fitting(string text, int room)
    {
        var (at, width) = (0, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            width += Width(rune);
            if (width > room && at > 0) break;
            at += rune.Utf16SequenceLength;
        }

        return at;
    }

    private static int Width(string text) => text.EnumerateRunes().Sum(Width);

    private static int Width(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.EnclosingMark
            or System.Globalization.UnicodeCategory.Format => 0,
        _ => rune.Value is (>= 0x1100 and <= 0x115F) or (>= 0x2E80 and <= 0xA4CF) or (>= 0xAC00 and <= 0xD7A3)
            or (>= 0xF900 and <= 0xFAFF) or (>= 0xFE30 and <= 0xFE6F) or (>= 0xFF00 and <= 0xFF60) or (
                >= 0xFFE0 and <= 0xFFE6)
            or (>= 0x1F300 and <= 0x1FAFF) or (>= 0x20000 and <= 0x3FFFD) ? 2 : 1,
    };
}
