using System.Collections.Immutable;
using System.Globalization;
using AllSource.Desk;
using AllSource.Documents.Meta;
using AllSource.Documents.Text;
using AllSource.Kernel;
using AllSource.Reports;

namespace AllSource.Documents.Chats;

/// <summary>
/// WhatsApp's export of one chat as text. The report's text is the file's; each message's body stands in it without
/// name and time.
/// System lines are no messages. A time has the zone that a person answered, for the file never says it.
/// </summary>
internal static class WhatsAppReader
{
    private const int SenderMax = 120;

    private sealed record Entry(WhatsAppHead Head, int LineStart, int End, int Line);

    public static void Read(Reading reading)
    {
        var text = reading.Decode(new(reading.Bytes));
        var entries = Entries(text.Text);
        var order = Order(reading, entries);
        var messages = new List<Message>();
        var marks = new Dictionary<WhatsAppMark, int>();
        var edited = 0;
        foreach (var entry in entries)
        {
            var (sender, bodyStart) = Sender(text.Text, entry);
            var body = text.Text[bodyStart..entry.End];
            var mark = WhatsAppMarks.Of(body, sender is not null, out var file);
            marks[mark] = marks.GetValueOrDefault(mark) + 1;
            if (sender is null || mark is WhatsAppMark.System) continue;
            if (file is not null) Attached(reading, entry.Line, file);
            var end = WhatsAppMarks.EditedFrom(body);
            if (end < body.Length) edited++;
            messages.Add(new(mark is WhatsAppMark.None ? Trimmed(text.Text, bodyStart, bodyStart + end)
                : new(bodyStart, bodyStart),
                sender, Time(reading, text.Text, entry, order)));
        }

        if (messages.Count == 0)
        {
            reading.Fail("chat-empty", reading.At(), "has the shape of a chat, but no message in it has a sender.");
            return;
        }

        var assembly = new TextAssembly(reading.Bytes, LineIndex.Of(text));
        assembly.Append(text, 0, text.Text.Length);
        reading.Reports.Add(reading.Make("chat-whatsapp", assembly, Declared.Nothing) with
        {
            Messages = [.. messages],
            Cites = [.. Links.In(assembly.Text)],
            KnownUnknowns = Unknowns(marks, edited),
        });
    }

    private static List<Entry> Entries(string text)
    {
        var entries = new List<Entry>();
        var line = 1;
        for (var at = 0; at < text.Length; line++)
        {
            var end = text.IndexOf('\n', at);
            if (end < 0) end = text.Length;
            if (WhatsAppLines.Head(text.AsSpan(at, end - at)) is { } head) entries.Add(new(head, at, end, line));
            else if (entries.Count > 0) entries[^1] = entries[^1] with { End = end };
            at = end + 1;
        }

        return entries;
    }

    private static (string? Name, int BodyStart) Sender(string text, Entry entry)
    {
        var rest = entry.LineStart + entry.Head.RestStart;
        var lineEnd = text.IndexOf('\n', rest) is var n and >= 0 ? Math.Min(n, entry.End) : entry.End;
        var colon = text.IndexOf(':', rest, lineEnd - rest);
        if (colon < 0 || colon - rest > SenderMax) return (null, rest);
        if (colon + 1 < lineEnd && text[colon + 1] != ' ') return (null, rest);
        var name = string.Concat(text[rest..colon].Where(c =>
            WrittenTime.PlainChar(c) is not null || c == '\u00A0')).Replace('\u00A0', ' ').Replace(
            '\u202F', ' ').Trim();
        // '~ Name' is how the exporter marks somebody who is not in the phone's contacts: the name is their own word
        // for themselves.
        // A colon within a quoted subject belongs to a system line of Android's shape, which has no name before it.
        return name.Length == 0 || name.AsSpan().IndexOfAny('"', '\u201C', '\u201E') >= 0 ? (null, rest)
            : (name, Math.Min(colon + 2, lineEnd));
    }

    private static TextSpan Trimmed(string text, int start, int end)
    {
        while (start < end && (char.IsWhiteSpace(text[start]) || text[start] is '\u200E' or '\u200F')) start++;
        while (end > start && (char.IsWhiteSpace(text[end - 1]) || text[end - 1] is '\u200E' or '\u200F')) end--;
        return new(start, end);
    }

    private static DateOrder? Order(Reading reading, List<Entry> entries)
    {
        var proof = new DateOrderProof();
        foreach (var entry in entries) proof.Add(entry.Head.FirstLength, entry.Head.First, entry.Head.Second,
            entry.Head.ThirdLength, entry.Head.Third);
        var (order, ground) = proof.Decide(reading.Answers.DateOrder);
        if (ground is OrderGround.Likely)
        {
            reading.AddOnce(FindingWeight.Doubt, "date-order-likely", reading.At(1),
                $"leaves open whether day or month comes first; read as {Word(order)} because of which number "
                    + $"changes more often.", "Set date_order in case.yaml.");
            reading.Ask(ReadingQuestions.DateOrder);
        }
        else if (order is null)
        {
            reading.AddOnce(FindingWeight.Doubt, "date-order-unknown", reading.At(1),
                "leaves open whether day or month comes first, so its times are not known.",
                    "Set date_order in case.yaml.");
            reading.Ask(ReadingQuestions.DateOrder);
        }
        else if (ground is OrderGround.Proven && reading.Answers.DateOrder is { } answered && answered != order
            && order is not DateOrder.YearFirst)
        {
            reading.AddOnce(FindingWeight.Note, "date-order-other", reading.At(1),
                $"proves by its own dates that they are {Word(order)}; that was used.");
        }

        return order;
    }

    private static string Word(DateOrder? order) => order switch
    {
        DateOrder.DayFirst => "day-first",
        DateOrder.MonthFirst => "month-first",
        _ => "year-first",
    };

    private static ReportedTime? Time(Reading reading, string text, Entry entry, DateOrder? order)
    {
        var head = entry.Head;
        if (order is not { } known || WrittenTime.Day(head.First, head.Second, head.Third, known) is not { } day)
        {
            if (order is not null) reading.Add(FindingWeight.Doubt, "time-unread", reading.At(entry.Line),
                "has a date that does not exist in this order.");
            return null;
        }

        var hour = head.Afternoon is { } afternoon && head.Hour is >= 1 and <= 12
            ? (head.Hour % 12) + (afternoon ? 12 : 0) : head.Hour;
        if (hour > 23) return null;
        var local = day.AddHours(hour).AddMinutes(head.Minute).AddSeconds(Math.Min(head.Second60 ?? 0, 59));
        var written = text[(entry.LineStart + head.StampStart)..(entry.LineStart + head.StampEnd)];
        return reading.Zoned(new(written, local, null, ZoneOrigin.Unknown, head.Second60 is null ? TimePrecision.Minute
            : TimePrecision.Second),
            reading.At(entry.Line));
    }

    private static void Attached(Reading reading, int line, string file) =>
        reading.Add(FindingWeight.Note, "attachment", reading.At(line),
        $"carries the attachment '{(file.Length <= 100 ? file : file[..100])}', which is not part of this text.");

    private static ImmutableArray<string> Unknowns(Dictionary<WhatsAppMark, int> marks, int edited)
    {
        int Count(WhatsAppMark mark) => marks.GetValueOrDefault(mark);
        var unknowns = new List<string> { "Members of the chat who never wrote do not show in the export." };
        if (Count(WhatsAppMark.Attachment) + Count(WhatsAppMark.Omitted) is var media and > 0)
        {
            unknowns.Add(
                string.Create(CultureInfo.InvariantCulture,
                $"{media} attachments are named or left out; their captions are not exported."));
        }

        if (Count(WhatsAppMark.Deleted) is var deleted and > 0) unknowns.Add(
            string.Create(CultureInfo.InvariantCulture, $"{deleted} messages were deleted before the export."));
        if (edited > 0) unknowns.Add(
            string.Create(CultureInfo.InvariantCulture,
            $"{edited} messages were edited; what they said before is not exported."));
        return [.. unknowns];
    }
}
