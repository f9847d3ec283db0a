using AllSource.Language;

namespace AllSource.Claims.Layers;

/// <summary>
/// Who writes each stretch of a mail, chat or transcript, by its own lines: "From: Name" holds until the next, "Name:" at a
/// line's start for its paragraph. Null where no line tells.
/// </summary>
internal sealed class WriterLines
{
    private const int NameTokensMax = 5;
    private readonly List<(int Token, int End, string Name)> _lines = [];

    public WriterLines(TokenisedText text)
    {
        for (var p = 0; p < text.ParagraphCount; p++)
        {
            var (from, to) = (text.ParagraphStart[p], text.ParagraphStart[p + 1]);
            if (to - from >= 3 && text.Lower[from] == "from" && text.Lower[from + 1] == ":")
            {
                var end = from + 2;
                while (end < to && end - from < 2 + NameTokensMax && text.Form[end] is not ("<" or "," or "(") && !text.Form[end].Contains('@')) end++;
                if (end > from + 2) _lines.Add((from, int.MaxValue, Name(text, from + 2, end)));
                continue;
            }

            for (var i = from; i < Math.Min(to - 1, from + 12); i++)
            {
                if (text.Form[i] != ":" || i == from) continue;
                var first = i;
                while (first > from && char.IsUpper(text.Form[first - 1][0]) && i - first < NameTokensMax) first--;
                if (first < i && (first == from || text.Form[first - 1] is "]" or "-" or ")")) _lines.Add((from, to, Name(text, first, i)));
                break;
            }
        }
    }

    private static string Name(TokenisedText text, int first, int end) =>
        string.Join(' ', text.Text[text.Start[first]..text.End[end - 1]].Split(null as char[], StringSplitOptions.RemoveEmptyEntries));

    public string? At(int token)
    {
        string? writer = null;
        foreach (var (from, end, name) in _lines)
        {
            if (from > token) break;
            if (token < end) writer = name;
        }

        return writer;
    }
}
