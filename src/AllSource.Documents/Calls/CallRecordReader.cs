using System.Globalization;
using AllSource.Desk;
using AllSource.Documents.Meta;
using AllSource.Documents.Text;
using AllSource.Kernel;
using AllSource.Reports;

namespace AllSource.Documents.Calls;

/// <summary>
/// Call records of an operator: lines before the header, rows, a legend. The report's text is the lines around the
/// table as they are
/// and each row as a readable line; every row keeps its bytes and its number. A row that cannot be read stays in the
/// text and is listed.
/// </summary>
internal static class CallRecordReader
{
    public static void Read(Reading reading)
    {
        var text = reading.Decode(new(reading.Bytes));
        var sheet = CallSheet.Find(text.Text);
        if (sheet?.Header is not { } header)
        {
            reading.Fail("header-missing", reading.At(), "has no row that names the columns of call records.");
            return;
        }

        if (!HasColumns(reading, header)) return;
        var records = CsvRecords.Cut(text.Text, sheet.Delimiter);
        var assembly = new TextAssembly(reading.Bytes, LineIndex.Of(text));
        var rows = new CallRows(reading, header, Order(reading, header, records));
        string? title = null;
        int? stated = null;
        var wasRow = false;
        var calls = new List<CallRecord>();
        foreach (var (record, index) in records.Select((r, i) => (r, i)))
        {
            var isRow = index > header.RecordIndex && rows.IsRow(record);
            if ((isRow && rows.Count == 0) || (!isRow && wasRow)) assembly.AppendOwn("\n");
            wasRow = isRow;
            if (isRow)
            {
                if (rows.Read(record, assembly, text) is { } call) calls.Add(call);
            }
            else if (!record.IsBlank && index != header.RecordIndex && !rows.RepeatsHeader(record))
            {
                var line = text.Text[record.Start..record.End];
                if (index < header.RecordIndex) title ??= record.Fields.First(f => f.Value.Length > 0).Value;
                stated ??= CallValues.StatedRows(line);
                assembly.Append(text, record.Start, record.End);
                assembly.AppendOwn("\n");
            }
        }

        Count(reading, rows.Count, stated);
        if (calls.Count == 0)
        {
            reading.Fail("rows-missing", reading.At(header.Record.Line),
                "has a header of call records and no row that can be read.");
            return;
        }

        reading.Reports.Add(reading.Make("call-records", assembly, new Declared(Title: title)) with
        {
            Calls = [.. calls],
            KnownUnknowns = ["Call records name numbers, not who held the telephone; a cell is not a position."],
        });
    }

    private static bool HasColumns(Reading reading, CallHeader header)
    {
        var missing = new List<CallColumn>();
        var centred = header.Has(CallColumn.OtherParty) && header.Has(CallColumn.Subscriber)
            && header.Has(CallColumn.Type);
        if (!header.Has(CallColumn.From) && !centred) missing.Add(CallColumn.From);
        if (!header.Has(CallColumn.To) && !centred) missing.Add(CallColumn.To);
        if (!header.Has(CallColumn.Start) && !header.Has(CallColumn.Date) && !header.Has(CallColumn.Time)
            && !header.Has(CallColumn.Utc)) missing.Add(CallColumn.Start);
        foreach (var column in missing)
        {
            reading.Fail("column-missing", reading.At(header.Record.Line),
                $"has no column for {CallColumns.Describe(column)}; its header has {header.Record.Fields.Count} "
                    + $"columns.",
                "Name the column so in the header row.");
        }

        if (missing.Count == 0 && !header.Has(CallColumn.Duration))
        {
            reading.Add(FindingWeight.Doubt, "column-missing", reading.At(header.Record.Line),
                $"has no column for {CallColumns.Describe(CallColumn.Duration)}, so durations are unknown.");
        }

        return missing.Count == 0;
    }

    private static DateOrder? Order(Reading reading, CallHeader header, List<CsvRecord> records)
    {
        var index = header.Index(CallColumn.Start) is var start and >= 0 ? start
            : header.Index(CallColumn.Date) is var date and >= 0 ? date : header.Index(CallColumn.Time);
        var proof = new DateOrderProof();
        foreach (var record in records.Skip(header.RecordIndex + 1))
        {
            if (WrittenTime.Digits(record.Value(index)) is { } d) proof.Add(
                d.FirstLength, d.First, d.Second, d.ThirdLength, d.Third);
        }

        var (order, ground) = proof.Decide(reading.Answers.DateOrder);
        if (ground is OrderGround.Likely)
        {
            reading.Ask(ReadingQuestions.DateOrder);
            reading.AddOnce(FindingWeight.Doubt, "date-order-likely", reading.At(header.Record.Line),
                "leaves open whether day or month comes first; the number that changes more often was read as the "
                    + "day.", "Set date_order in case.yaml.");
        }

        return order;
    }

    private static void Count(Reading reading, int rows, int? stated)
    {
        if (stated is not { } said || said == rows) return;
        reading.Add(FindingWeight.Doubt, "row-count", reading.At(), string.Create(CultureInfo.InvariantCulture,
            $"says that it has {said} rows, and {rows} were found."),
                "Ask the operator for the file again, or for the rows that are missing.");
    }
}
