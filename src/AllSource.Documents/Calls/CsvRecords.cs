namespace AllSource.Documents.Calls;

/// <summary>A field of a table: its value without quotation marks, and where it stands in the text.</summary>
internal readonly record struct CsvField(string Value, int Start, int End);

/// <summary>One record: its fields, where it stands in the text, and the line, from 1, on which it begins.</summary>
internal sealed record CsvRecord(IReadOnlyList<CsvField> Fields, int Start, int End, int Line)
{
    public bool IsBlank => Fields.All(f => f.Value.Length == 0);

    public string Value(int index) => index >= 0 && index < Fields.Count ? Fields[index].Value : "";
}

/// <summary>Cuts a text into records as RFC 4180 says, with any delimiter, and leniently: a quotation mark in mid-field
/// is a letter.</summary>
internal static class CsvRecords
{
    private const int FieldsMax = 1_000;      // one line of a million delimiters
    private const int QuotedMax = 1 << 16;    // an open quotation mark must not swallow the rest of the file

    public static List<CsvRecord> Cut(string text, char delimiter, int recordsMax = int.MaxValue)
    {
        var records = new List<CsvRecord>();
        var line = 1;
        for (var at = 0; at < text.Length && records.Count < recordsMax;)
        {
            var record = One(text, at, delimiter, line, out var next);
            records.Add(record);
            for (var i = at; i < next; i++)
            {
                if (text[i] == '\n') line++;
            }

            at = next;
        }

        return records;
    }

    private static CsvRecord One(string text, int start, char delimiter, int line, out int next)
    {
        var fields = new List<CsvField>();
        var at = start;
        while (true)
        {
            var field = Field(text, at, delimiter, out var end);
            if (fields.Count < FieldsMax) fields.Add(field);
            if (end < text.Length && text[end] == delimiter)
            {
                at = end + 1;
                continue;
            }

            next = Math.Min(text.Length, end + 1);
            return new(fields, start, end, line);
        }
    }

    private static CsvField Field(string text, int at, char delimiter, out int end)
    {
        var open = at;
        while (open < text.Length && text[open] == ' ') open++;
        if (open < text.Length && text[open] == '"' && Quoted(text, open, delimiter, out end) is { } value) return new(
            value, at, end);
        end = text.AsSpan(at).IndexOfAny(delimiter, '\n') is var length and >= 0 ? at + length : text.Length;
        return new(text[at..end].Trim(), at, end);
    }

    /// <summary>Null when the mark is never closed before a delimiter: then it is a letter.</summary>
    private static string? Quoted(string text, int open, char delimiter, out int end)
    {
        end = open;
        var value = new System.Text.StringBuilder();
        for (var i = open + 1; i < text.Length && i - open < QuotedMax; i++)
        {
            if (text[i] != '"')
            {
                value.Append(text[i]);
                continue;
            }

            if (i + 1 < text.Length && text[i + 1] == '"')
            {
                value.Append('"');
                i++;
                continue;
            }

            end = i + 1;
            while (end < text.Length && text[end] == ' ' && delimiter != ' ') end++;
            return end >= text.Length || text[end] == delimiter || text[end] == '\n' ? value.ToString().Trim() : null;
        }

        return null;
    }
}
