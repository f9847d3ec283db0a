using AllSource.Language;

namespace AllSource.Claims.Layers;

/// <summary>
/// Who writes each stretch of a mail, chat or transcript, by its own lines: "From: Name" holds until the next, "Name:"
/// at a
/// line's start for its paragraph. Null where no line tells.
/// </summary>
internal sealed class WriterLines
{
    private const int NameTokensMax = 5;
    private readonly List<(int Token, int End, string Name, string? Letter)> _lines = [];
    private readonly HashSet<string> _names;

    public WriterLines(TokenisedText text)
    {
        if (Heading(text) is { } witness) _lines.Add((0, int.MaxValue, witness, null));
        else if (Signature(text) is { } signer) _lines.Add((0, int.MaxValue, signer, null));
        // Whose mail we are in, when the line's own writer has had his say.
        string? letter = _lines.Count > 0 ? _lines[0].Name : null;
        for (var p = 0; p < text.ParagraphCount; p++)
        {
            var (from, to) = (text.ParagraphStart[p], text.ParagraphStart[p + 1]);
            if (to - from >= 3 && text.Lower[from] == "from" && text.Lower[from + 1] == ":")
            {
                var end = from + 2;
                while (end < to && end - from < 2 + NameTokensMax && text.Form[end] is not ("<" or "," or "(")
                    && !text.Form[end].Contains('@')) end++;
                if (end > from + 2) _lines.Add((from, int.MaxValue, letter = Name(text, from + 2, end), null));
                continue;
            }

            for (var i = from; i < Math.Min(to - 1, from + 12); i++)
            {
                if (text.Form[i] != ":" || i == from) continue;
                var first = i;
                while (first > from && char.IsUpper(text.Form[first - 1][0]) && i - first < NameTokensMax) first--;
                if (first == i && char.IsLetter(text.Form[i - 1][0]) && (i - 1 == from
                    || text.Form[i - 2] == "]")) first--;
                if (first < i && (first == from || text.Form[first - 1] is "]" or "-" or ")")) _lines.Add(
                    (from, to, Name(text, first, i), letter));
                break;
            }
        }

        _names = [.. _lines.Select(static l => l.Name)];
        (Recipient, IsPaper) = (Greeted(text), OfPaper(text));
    }

    /// <summary>"Statement of Nadia Ferron", "Deposition of Oren Halvard, night porter": whose words the text
    /// is.</summary>
    private static string? Heading(TokenisedText text)
    {
        for (var i = 0; i + 2 < Math.Min(text.Count, 12); i++)
        {
            if (text.Lower[i] is not ("statement" or "deposition" or "testimony" or "affidavit" or "account"
                or "interview"
                or "diary") || text.Lower[i + 1] is not ("of" or "by" or "from" or "with")) continue;
            var end = i + 2;
            while (end < text.Count && end - i < 2 + NameTokensMax && char.IsUpper(text.Form[end][0])
                && char.IsLetter(text.Form[end][0])) end++;
            if (end - i >= 4) return Name(text, i + 2, end);
        }

        return null;
    }

    /// <summary>A letter's last line or the one before it, when it is a name of two or three words alone.</summary>
    private static string? Signature(TokenisedText text)
    {
        for (var p = text.ParagraphCount - 1; p >= Math.Max(1, text.ParagraphCount - 3); p--)
        {
            var (from, to) = (text.ParagraphStart[p], text.ParagraphStart[p + 1]);
            var end = from;
            while (end < to && char.IsUpper(text.Form[end][0]) && text.Form[end] is not ("The" or "A" or "I")) end++;
            if (end - from is >= 2 and <= 3 && (end == to || text.Form[end] == ",") && to - from <= 10)
                return Name(text, from, end);
        }

        return null;
    }

    private static string Name(TokenisedText text, int first, int end) =>
        string.Join(' ', text.Text[text.Start[first]..text.End[end - 1]].Split(null as char[],
            StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Whom the text is written to, by its "To:" or its greeting; null where it says none.</summary>
    public string? Recipient { get; }

    /// <summary>Whether those who write "we" are a paper: they speak of "this newspaper", of "our readers".</summary>
    public bool IsPaper { get; }

    /// <summary>Whether a word is the name of one who writes here.</summary>
    public bool Has(string name) => _names.Contains(name);

    private static string? Greeted(TokenisedText text)
    {
        for (var p = 0; p < Math.Min(text.ParagraphCount, 12); p++)
        {
            var (from, to) = (text.ParagraphStart[p], text.ParagraphStart[p + 1]);
            if (to - from < 2) continue;
            if (text.Lower[from] == "to" && text.Lower[from + 1] == ":")
            {
                var end = from + 2;
                while (end < to && end - from < 2 + NameTokensMax && text.Form[end] is not ("<" or "," or "(" or ";")
                    && !text.Form[end].Contains('@')) end++;
                if (end > from + 2) return Name(text, from + 2, end);
            }

            var first = text.Lower[from] is "dear" or "hi" or "hello" or "hey" ? from + 1 : from;
            if (to - first is >= 2 and <= 5 && text.Form[to - 1] == "," && Enumerable.Range(first, to - 1 - first).All(
                i => char.IsUpper(text.Form[i][0])))
            {
                while (first < to - 2 && text.Lower[first] is "mr" or "mrs" or "ms" or "dr" or "mr." or "mrs." or "ms."
                    or "dr." or "prof" or "prof." or "professor") first++;
                return Name(text, first, to - 1);
            }
        }

        return null;
    }

    private static bool OfPaper(TokenisedText text)
    {
        for (var i = 1; i < text.Count; i++)
        {
            if (text.Lower[i - 1] is "this" && text.Lower[i] is "newspaper" or "paper" or "magazine" or "programme"
                || text.Lower[i - 1] is "our" && text.Lower[i] is "readers" or "reporter" or "reporters"
                    or "correspondent" or "newsroom" or "columnist" or "coverage" or "headline" or "pages") return true;
            if (text.Lower[i] is "clarifications" && text.Lower[i - 1] is "and") return true;
        }

        return false;
    }

    public string? At(int token)
    {
        var (low, high) = (0, _lines.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_lines[middle].Token <= token) low = middle + 1;
            else high = middle;
        }

        if (low == 0) return null;
        var last = _lines[low - 1];
        return token < last.End ? last.Name : last.Letter;
    }
}
