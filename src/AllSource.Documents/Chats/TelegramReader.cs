using System.Globalization;
using System.Text.Json;
using AllSource.Documents.Meta;
using AllSource.Documents.Text;
using AllSource.Kernel;

namespace AllSource.Documents.Chats;

/// <summary>
/// One chat of Telegram Desktop's JSON export. <c>date_unixtime</c> is the instant where it is given (from 3.7.6 on);
/// older files have
/// a local time without a zone. <c>forwarded_from</c> names a relay. Service messages are counted, not read.
/// </summary>
internal static class TelegramReader
{
    private const string Gone = "Deleted account";

    public static bool IsChat(JsonTree tree, JsonAt root) =>
        root["messages"] is { Kind: JsonTokenType.StartArray } messages
        && (root["type"] is not null || root["id"] is not null)
        && messages.Items.Take(50).Any(m => tree.Word(m["type"]) is "message" or "service" && m["date"] is not null);

    public static void Read(Reading reading, JsonTree tree, JsonAt chat, string? part)
    {
        if (chat["messages"] is not { Kind: JsonTokenType.StartArray } messages || messages.Items.Count == 0) return;
        var mark = reading.FindingsMark;
        var text = new ChatText(reading, tree, part);
        var links = new List<string>();
        int service = 0, media = 0, edited = 0, gone = 0;
        foreach (var item in messages.Items)
        {
            if (tree.Word(item["type"]) is "service")
            {
                service++;
                continue;
            }

            var body = Body(tree, item["text"], links);
            var from = tree.String(item["from"]);
            if (from.Text.Length == 0) gone++;
            if (item["photo"] is not null || item["file"] is not null || item["media_type"] is not null) media++;
            if (item["edited"] is not null || item["edited_unixtime"] is not null) edited++;
            text.Add(new(from, from.Text.Length > 0 ? from.Text
                : Gone, tree.String(item["date"]), Time(reading, tree, item), body, Forwarded(tree, item)));
        }

        if (text.Messages.IsEmpty) return;
        if (media > 0) reading.Add(FindingWeight.Note, "attachment", reading.At(part: part),
            Say($"{media} messages carry files, which are not part of this text."));
        if (service > 0) reading.Add(FindingWeight.Note, "service-messages", reading.At(part: part),
            Say($"{service} service messages (joins, calls, changes) are left out."));
        var name = tree.Word(chat["name"]);
        var report = reading.Make("chat-telegram", text.Assembly, new Declared(Title: name), part, mark);
        var isChannel = tree.Word(chat["type"])?.Contains("channel", StringComparison.Ordinal) == true;
        var unknowns = new List<string> { isChannel ? "Readers of the channel do not show in the export."
            : "Members of the chat who never wrote do not show in the export." };
        if (edited > 0) unknowns.Add(Say($"{edited} messages were edited; what they said before is not exported."));
        if (gone > 0) unknowns.Add(Say($"{gone} messages are of deleted accounts, whose names are not exported."));
        unknowns.Add("Deleted messages leave no trace in the export.");
        reading.Reports.Add(report with
        {
            Messages = text.Messages,
            Quoted = text.Quoted,
            Cites = [.. links.Concat(Links.In(report.Text)).Distinct(StringComparer.Ordinal)],
            KnownUnknowns = [.. unknowns],
        });
    }

    /// <summary>A text is one string, or strings and marked pieces in a row.</summary>
    private static List<JsonText> Body(JsonTree tree, JsonAt? text, List<string> links)
    {
        var pieces = new List<JsonText>();
        if (text is { Kind: JsonTokenType.String }) pieces.Add(tree.String(text));
        foreach (var item in text?.Items ?? [])
        {
            var piece = item.Kind is JsonTokenType.StartObject ? item["text"] : item;
            if (piece is { Kind: JsonTokenType.String }) pieces.Add(tree.String(piece));
            if (tree.Word(item["href"]) is { } href && links.Count < 500 && Links.IsWeb(href)) links.Add(href);
        }

        return pieces;
    }

    private static JsonText Forwarded(JsonTree tree, JsonAt item)
    {
        if (item["forwarded_from"] is not { } from) return JsonText.Empty;
        // Null: somebody whose account hides it or is gone. That it was forwarded is known all the same.
        return from.Kind is JsonTokenType.String ? tree.String(from) : JsonText.Empty;
    }

    private static ReportedTime? Time(Reading reading, JsonTree tree, JsonAt item)
    {
        var written = tree.Word(item["date"]);
        var local = WrittenTime.TryRead(written);
        var where = reading.AtByte(tree.FileOffset(item.Start, reading.Bytes.Length));
        if (UnixTime.Read(tree.Word(item["date_unixtime"])) is not { } instant) return reading.Zoned(local, where);
        if (local is null) return new(written ?? tree.Word(item["date_unixtime"])!, instant, TimeSpan.Zero,
            ZoneOrigin.Stated, TimePrecision.Second);
        var shift = local.Local - instant;
        return Math.Abs(shift.TotalHours) <= 14 && shift.Ticks % TimeSpan.TicksPerMinute == 0
            ? local with { Offset = shift, Zone = ZoneOrigin.Stated }
            : new(local.AsWritten, instant, TimeSpan.Zero, ZoneOrigin.Stated, TimePrecision.Second);
    }

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Counts of seconds or milliseconds since 1970, which are instants whatever the zone.</summary>
internal static class UnixTime
{
    /// <summary>Null when it is no count of a plausible size (1971 to 2199).</summary>
    public static DateTime? Read(string? text)
    {
        if (!double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture,
            out var count)) return null;
        var seconds = count switch
        {
            >= 1e8 and < 7.2e9 => count,
            >= 1e11 and < 7.2e12 => count / 1e3,
            >= 1e14 and < 7.2e15 => count / 1e6,
            _ => -1,
        };
        return seconds < 0 ? null : DateTime.UnixEpoch.AddSeconds(Math.Floor(seconds));
    }
}
