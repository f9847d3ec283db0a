using System.Globalization;
using System.Text;
using AllSource.Desk;
using AllSource.Documents.Text;
using AllSource.Kernel;
using AllSource.Reports;

namespace AllSource.Documents.Calls;

/// <summary>Reads the rows of one table of call records, one at a time, into the report's text.</summary>
internal sealed class CallRows(Reading reading, CallHeader header, DateOrder? order)
{
    private static readonly CallColumn[] Told =
    [
        CallColumn.From, CallColumn.To, CallColumn.Start, CallColumn.Date, CallColumn.Time, CallColumn.Utc,
            CallColumn.Duration, CallColumn.Type,
        CallColumn.FirstCell, CallColumn.LastCell, CallColumn.Subscriber, CallColumn.OtherParty, CallColumn.RowNumber,
    ];

    private readonly bool _minutes = CallColumns.Plain(header.Record.Value(header.Index(CallColumn.Duration))).Contains(
        "min", StringComparison.Ordinal);
    private readonly HashSet<int> _told = [.. Told.Where(header.Has).Select(header.Index)];

    /// <summary>How many rows there were, those that could not be read among them.</summary>
    public int Count { get; private set; }

    /// <summary>A row has about as many fields as the header, and more than a legend's line fills.</summary>
    public bool IsRow(CsvRecord record) => !RepeatsHeader(record)
        && record.Fields.Count * 2 > header.Record.Fields.Count
        && record.Fields.Count(f => f.Value.Length > 0) >= Math.Min(3, header.Record.Fields.Count);

    /// <summary>Printed pages repeat the header.</summary>
    public bool RepeatsHeader(CsvRecord record) => record.Fields.Count == header.Record.Fields.Count
        && record.Fields.Select(f =>
            f.Value).SequenceEqual(header.Record.Fields.Select(f => f.Value), StringComparer.Ordinal);

    /// <summary>Writes the row into the text; null when it is no call, and then the row stands there as it
    /// was.</summary>
    public CallRecord? Read(CsvRecord record, TextAssembly assembly, DecodedText text)
    {
        Count++;
        if (record.Fields.Count != header.Record.Fields.Count)
        {
            reading.Add(FindingWeight.Doubt, "row-fields", Place(record), string.Create(CultureInfo.InvariantCulture,
                $"has {record.Fields.Count} fields where the header has {header.Record.Fields.Count}."));
        }

        var (from, to) = Parties(record);
        if (from.Length == 0 || to.Length == 0)
        {
            reading.Add(FindingWeight.Loss, "row-unread", Place(record),
                "names no calling or no called party, so it counts as no call.");
            assembly.Append(text, record.Start, record.End, Count);
            assembly.AppendOwn("\n");
            return null;
        }

        WarnOfLostDigits(record);
        var (at, written) = Time(record);
        var seconds = Duration(record);
        var type = Value(record, CallColumn.Type);
        string first = Value(record, CallColumn.FirstCell), last = Value(record, CallColumn.LastCell);
        var line = Line(record, written, from, to, seconds, type, first, last);
        var span = assembly.AppendEnclosed(line, text.ByteOf(record.Start), text.ByteOf(record.End), Count);
        assembly.AppendOwn("\n");
        return new(span, from, to, at, seconds, OrNull(type), OrNull(first), OrNull(last));
    }

    private string Line(CsvRecord record, string written, string from, string to, int? seconds, string type,
        string first, string last)
    {
        var line = new StringBuilder();
        if (written.Length > 0) line.Append(written).Append(": ");
        line.Append(from).Append(CallValues.IsMessage(type) ? " sent a message to " : " called ").Append(to);
        if (seconds is { } s && !(s == 0 && CallValues.IsMessage(type))) line.Append(
            CultureInfo.InvariantCulture, $", {s} s");
        if (type.Length > 0) line.Append(CultureInfo.InvariantCulture, $" ({type})");
        if (first.Length > 0) line.Append("; cell ").Append(first);
        if (last.Length > 0 && last != first) line.Append(" to ").Append(last);
        for (var i = 0; i < Math.Min(record.Fields.Count, header.Record.Fields.Count); i++)
        {
            if (_told.Contains(i) || record.Value(i).Length == 0) continue;
            line.Append("; ").Append(header.Record.Value(i)).Append(' ').Append(record.Value(i));
        }

        return line.Replace('\n', ' ').ToString();
    }

    private (string From, string To) Parties(CsvRecord record)
    {
        string from = Value(record, CallColumn.From), to = Value(record, CallColumn.To);
        if (header.Has(CallColumn.From) && header.Has(CallColumn.To)) return (from, to);
        string own = Value(record, CallColumn.Subscriber), other = Value(record, CallColumn.OtherParty);
        switch (CallValues.Incoming(Value(record, CallColumn.Type)))
        {
            case true: return (other, own);
            case false: return (own, other);
            default:
                reading.Add(FindingWeight.Doubt, "direction-unknown", Place(record),
                    "does not say whether the call came in or went out.");
                return ("", "");
        }
    }

    private (ReportedTime? At, string Written) Time(CsvRecord record)
    {
        var start = Value(record, CallColumn.Start);
        var written = start.Length > 0 ? start
            : $"{Value(record, CallColumn.Date)} {Value(record, CallColumn.Time)}".Trim();
        var utcWritten = Value(record, CallColumn.Utc);
        var utc = WrittenTime.TryRead(utcWritten, order) is { } u
            ? u with { Offset = TimeSpan.Zero, Zone = ZoneOrigin.Stated } : null;
        if (written.Length == 0) return (utc, utcWritten);
        var local = WrittenTime.TryRead(written, order, out var ambiguous);
        if (local is null)
        {
            if (ambiguous) reading.Ask(ReadingQuestions.DateOrder);
            if (ambiguous)
            {
                reading.AddOnce(FindingWeight.Doubt, "date-order-unknown", Place(record),
                    "leaves open whether day or month comes first, so its times are not known.",
                        "Set date_order in case.yaml.");
            }
            else reading.Add(FindingWeight.Doubt, "time-unread", Place(record), "has no time that can be read.");
            return (utc, written);
        }

        // Both columns: their difference is the zone, stated by the file itself.
        if (utc is not null && local.Offset is null && local.Local - utc.Local is var shift
            && Math.Abs(shift.TotalHours) <= 14 && shift.Ticks % TimeSpan.TicksPerMinute == 0)
        {
            return (local with { Offset = shift, Zone = ZoneOrigin.Stated }, written);
        }

        return (reading.Zoned(local, Place(record)), written);
    }

    private int? Duration(CsvRecord record)
    {
        var written = Value(record, CallColumn.Duration);
        if (written.Length == 0) return null;
        var seconds = CallValues.Seconds(written, _minutes);
        if (seconds is null) reading.Add(FindingWeight.Doubt, "duration-unread", Place(record),
            "has no duration that can be read.");
        return seconds;
    }

    private void WarnOfLostDigits(CsvRecord record)
    {
        foreach (var column in (CallColumn[])[CallColumn.Imei, CallColumn.Imsi, CallColumn.From, CallColumn.To,
            CallColumn.Subscriber, CallColumn.OtherParty])
        {
            if (!header.Has(column) || !CallValues.LostDigits(Value(record, column))) continue;
            reading.Add(FindingWeight.Doubt, "digits-lost", Place(record),
                $"has a number in the column '{header.Record.Value(header.Index(column))}' that a spreadsheet has "
                    + $"rounded; its last digits are gone.",
                "Ask for the file as the operator wrote it.");
        }
    }

    private string Value(CsvRecord record, CallColumn column) => CallValues.Bare(record.Value(header.Index(column)));

    private Locator Place(CsvRecord record) => reading.At(record.Line, row: Count);

    private static string? OrNull(string value) => value.Length == 0 ? null : value;
}
