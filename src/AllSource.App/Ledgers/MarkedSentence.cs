using System.Collections.Immutable;
using System.Text;
using AllSource.Claims;
using AllSource.Desk.Ledger;
using AllSource.Kernel;
using AllSource.Kernel.Pages;

namespace AllSource.App.Ledgers;

/// <summary>
/// A claim's sentence with its spans marked: in colour on a terminal, else in brackets that name the role. What stands
/// between the spans is cut short where it is long; the spans themselves are cut short only when nobody would read on.
/// </summary>
internal static class MarkedSentence
{
    private const int PlainMax = 160;
    private const int SpanMax = 400;

    // Bold; yellow; green: told apart by colour-blind readers, by weight and lightness.
    private static readonly Dictionary<string, string> Colours = new(StringComparer.Ordinal)
    {
        ["source"] = "\u001b[1m",
        ["cue"] = "\u001b[33m",
        ["content"] = "\u001b[32m",
    };

    public static string Of(LedgerRow row, bool inColour)
    {
        var (text, said) = (row.Report.Text, row.Claim.Said);
        var marks = Marks(said.Source, "source").Concat(Marks(said.Cue, "cue")).Concat(Marks(said.Content, "content"))
            .Where(m => row.Sentence.Contains(m.Span)).OrderBy(m => m.Span.Start).ThenByDescending(m => m.Span.End);
        var line = new StringBuilder();
        var at = row.Sentence.Start;
        foreach (var (span, role) in marks)
        {
            // A source or cue inside a content ("'X,' she said, 'and Y'" is apart; "her denial" is not) is shown once.
            if (span.Start < at) continue;
            Append(line, OutsideText.Shorten(text[at..span.Start], PlainMax), text, at, span.Start);
            var words = OutsideText.Shorten(span.Of(text), SpanMax);
            line.Append(inColour ? $"{Colours[role]}{words}\u001b[0m" : $"[{role}: {words}]");
            at = span.End;
        }

        Append(line, OutsideText.Shorten(text[at..row.Sentence.End], PlainMax), text, at, row.Sentence.End);
        return line.ToString();
    }

    /// <summary>Cleaning takes the blanks at the ends: they are put back where the text has them.</summary>
    private static void Append(StringBuilder line, string words, string text, int start, int end)
    {
        if (start == end) return;
        if (char.IsWhiteSpace(text[start]) && line.Length > 0) line.Append(' ');
        var bare = words.Trim();
        line.Append(bare);
        if (char.IsWhiteSpace(text[end - 1]) && bare.Length > 0) line.Append(' ');
    }

    private static IEnumerable<(TextSpan Span, string Role)> Marks(ImmutableArray<TextSpan> spans, string role) =>
        spans.Where(s => !s.IsEmpty).Select(s => (s, role));
}
