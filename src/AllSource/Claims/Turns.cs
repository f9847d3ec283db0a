using System.Collections.Frozen;
using System.Collections.Immutable;
using AllSource.Kernel;
using AllSource.Language;
using AllSource.Reports;

namespace AllSource.Claims;

/// <summary>One turn of a transcript: "LUNT: I never met the guard."</summary>
/// <param name="Body">What is said, without the label, up to the next turn or the next empty line.</param>
/// <param name="Name">Who says it; null where the label only answers ("A:") and nothing tells who is asked.</param>
/// <param name="IsQuestion">The turn of one who asks ("Q:"): it states nothing.</param>
internal readonly record struct Turn(TextSpan Body, string? Name, bool IsQuestion);

/// <summary>
/// The turns of an interview, a hearing or an intercept that is plain text: lines that begin with a name and a colon,
/// where several do and a name comes again. A chat or a mail that was taken in as one tells its own senders.
/// </summary>
internal static class Turns
{
    private const int LinesMin = 3, LabelMax = 40, LabelWordsMax = 4;

    /// <summary>One line in so many begins with a label where a text is a transcript.</summary>
    private const int ShareMin = 4;

    private static readonly FrozenSet<string> Headings = WordList.Of("""
        date time place present subject from to cc bcc note notes re tel phone source comment summary location ref case
        item action agenda apologies title author label published received url discipline distribution classification
        example warning update correction background conclusion limits weather
        """);

    private static readonly FrozenSet<string> Asking = WordList.Of("q question interviewer");

    private static readonly FrozenSet<string> Answering = WordList.Of("a answer interviewee");

    public static ImmutableArray<Turn> Of(Report report)
    {
        if (!report.Messages.IsEmpty || !report.Calls.IsEmpty || report.Facts.MessageId is not null) return [];
        var labels = Labels(report.Text, out var lines);
        if (labels.Count < LinesMin || labels.Count * ShareMin < lines
            || labels.DistinctBy(l => l.Name).Count() == labels.Count) return [];
        var turns = ImmutableArray.CreateBuilder<Turn>(labels.Count);
        var asked = Asked(report.Facts);
        for (var i = 0; i < labels.Count; i++)
        {
            var (start, name) = (labels[i].Body, labels[i].Name);
            var next = i + 1 < labels.Count ? labels[i + 1].Line : report.Text.Length;
            var empty = EmptyLine(report.Text, start, next);
            var (lower, isQuestion) = (name.ToLowerInvariant(), Asking.Contains(name.ToLowerInvariant()));
            turns.Add(new(new(start, empty), Answering.Contains(lower) ? asked : isQuestion ? "interviewer" : name,
                isQuestion));
        }

        return turns.MoveToImmutable();
    }

    private static List<(int Line, int Body, string Name)> Labels(string text, out int lines)
    {
        var found = new List<(int Line, int Body, string Name)>();
        lines = 0;
        for (var at = 0; at < text.Length;)
        {
            var end = text.IndexOf('\n', at) is var n && n >= 0 ? n : text.Length;
            var line = text.AsSpan(at, end - at);
            if (!line.IsWhiteSpace()) lines++;
            if (Label(line) is var (name, colon) && name.Length > 0) found.Add((at, at + colon + 1, name));
            at = end + 1;
        }

        return found;
    }

    /// <summary>The name before a line's first colon and the colon's place; empty where the line begins with
    /// none.</summary>
    private static (string Name, int Colon) Label(ReadOnlySpan<char> line)
    {
        var first = 0;
        while (first < line.Length && line[first] is ' ' or '\t' or '*' or '-' or '>') first++;
        var colon = line[first..].IndexOf(':');
        if (colon is < 1 or > LabelMax || first + colon + 1 >= line.Length
            || line[first + colon + 1] is not (' ' or '\t' or '*')) return ("", 0);
        var label = line.Slice(first, colon).Trim(" *\t.");
        var words = 0;
        foreach (var range in label.Split(' '))
        {
            var word = label[range];
            if (word.IsEmpty || !char.IsUpper(word[0]) || ++words > LabelWordsMax) return ("", 0);
            foreach (var c in word)
            {
                if (!char.IsLetterOrDigit(c) && c is not ('.' or '-' or '\'' or '’')) return ("", 0);
            }
        }

        var name = label.ToString();
        return words == 0 || Headings.Contains(name.ToLowerInvariant()) ? ("", 0) : (name, first + colon);
    }

    private static int EmptyLine(string text, int from, int to)
    {
        for (var at = text.IndexOf('\n', from, to - from); at >= 0 && at + 1 < to;
            at = text.IndexOf('\n', at + 1, to - at - 1))
        {
            var end = text.IndexOf('\n', at + 1, to - at - 1) is var n && n >= 0 ? n : to;
            if (text.AsSpan(at + 1, end - at - 1).IsWhiteSpace()) return at;
        }

        return to;
    }

    /// <summary>Who answers, by what everybody may read: "Interview with Daniel Roe".</summary>
    private static string? Asked(ReportFacts facts)
    {
        foreach (var title in (string?[])[facts.Source?.Name, facts.PublicTitle])
        {
            if (title is null || title.IndexOf("nterview with ", StringComparison.Ordinal) is not (>= 0 and var at))
            {
                continue;
            }

            var name = title[(at + "nterview with ".Length)..];
            var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries).TakeWhile(static w => char.IsUpper(w[0]))
                .Take(LabelWordsMax);
            return string.Join(' ', words).TrimEnd(',', '.', ':') is { Length: > 0 } asked ? asked : null;
        }

        return null;
    }
}
