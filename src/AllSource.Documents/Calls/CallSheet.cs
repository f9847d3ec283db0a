namespace AllSource.Documents.Calls;

/// <summary>The row that names the columns, and which column is which.</summary>
internal sealed record CallHeader(int RecordIndex, CsvRecord Record, IReadOnlyDictionary<CallColumn, int> Columns)
{
    public int Index(CallColumn column) => Columns.TryGetValue(column, out var index) ? index : -1;

    public bool Has(CallColumn column) => Columns.ContainsKey(column);
}

/// <summary>How a table is written: what stands between its fields, and where its header is. No header: a table of
/// another kind.</summary>
internal sealed record CallSheet(char Delimiter, CallHeader? Header)
{
    private const int HeaderRowMax = 100; // operators write up to some dozen lines before the header

    public string DelimiterName => Delimiter == '\t' ? "tab" : Delimiter.ToString();

    /// <summary>Null when the text is no table.</summary>
    public static CallSheet? Find(string text)
    {
        CallSheet? best = null;
        var most = 1;
        var table = (CallSheet?)null;
        foreach (var delimiter in (char[])[',', ';', '\t', '|'])
        {
            if (!text.Contains(delimiter, StringComparison.Ordinal)) continue;
            var records = CsvRecords.Cut(text, delimiter, HeaderRowMax);
            for (var i = 0; i < records.Count; i++)
            {
                if (HeaderOf(records[i], i) is not { } header || header.Columns.Count <= most) continue;
                if (i + 1 < records.Count
                    && records[i + 1].Fields.Count < 2) continue; // a sentence with commas, not a header
                (best, most) = (new(delimiter, header), header.Columns.Count);
            }

            table ??= IsTable(records) ? new(delimiter, null) : null;
        }

        return best ?? table;
    }

    private static CallHeader? HeaderOf(CsvRecord record, int index)
    {
        if (record.Fields.Count < 3 || record.Fields.Any(f => f.Value.Length > 60)) return null;
        var columns = new Dictionary<CallColumn, int>();
        for (var i = 0; i < record.Fields.Count; i++)
        {
            if (CallColumns.Of(record.Fields[i].Value) is { } column) columns.TryAdd(column, i);
        }

        var telling = columns.Keys.Count(c =>
            c is CallColumn.From or CallColumn.To or CallColumn.Duration or CallColumn.FirstCell or CallColumn.LastCell
            or CallColumn.Imei or CallColumn.Imsi or CallColumn.OtherParty);
        return telling >= 2 ? new(index, record, columns) : null;
    }

    private static bool IsTable(List<CsvRecord> records)
    {
        var filled = records.Where(r => !r.IsBlank).ToList();
        return filled.Count >= 3 && filled[0].Fields.Count >= 2
            && filled.Take(20).All(r => r.Fields.Count == filled[0].Fields.Count)
                && filled[0].Fields.All(f => f.Value.Length <= 60);
    }
}
