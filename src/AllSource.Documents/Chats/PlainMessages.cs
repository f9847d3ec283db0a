using System.Text;
using System.Text.Json;
using AllSource.Documents.Meta;
using AllSource.Documents.Text;
using AllSource.Kernel;

namespace AllSource.Documents.Chats;

/// <summary>
/// A plain array of messages, at the root or under <c>messages</c>, whose items have a sender, a time and a text under
/// any of their
/// usual names. Recognised only when most items have all three.
/// </summary>
internal static class PlainMessages
{
    private static readonly string[] SenderKeys = ["sender", "from", "author", "user", "sender_name", "senderName",
        "from_name", "username", "nick", "name"];
    private static readonly string[] TimeKeys =
        ["time", "timestamp", "date", "datetime", "sent_at", "sentAt", "created_at", "createdAt", "sent", "ts",
            "timestamp_ms", "date_sent"];

    private static readonly string[] TextKeys = ["text", "body", "message", "content", "msg"];

    /// <summary>Null when there is no such array.</summary>
    public static IReadOnlyList<JsonAt>? Find(JsonTree tree, JsonAt root)
    {
        var array = root.Kind is JsonTokenType.StartArray ? root : root["messages"];
        if (array is not { Kind: JsonTokenType.StartArray, Items.Count: > 0 }) return null;
        var good = array.Items.Take(200).Count(item =>
            Sender(tree, item) is not null && First(item, TimeKeys) is not null && First(item, TextKeys) is not null);
        return good * 10 >= Math.Min(array.Items.Count, 200) * 6 ? array.Items : null;
    }

    public static void Read(Reading reading, JsonTree tree, IReadOnlyList<JsonAt> items)
    {
        var text = new ChatText(reading, tree);
        foreach (var item in items)
        {
            var sender = Sender(tree, item);
            var body = tree.String(First(item, TextKeys));
            var where = reading.AtByte(tree.FileOffset(item.Start, reading.Bytes.Length));
            if (sender is null && body.Text.Length == 0)
            {
                reading.Add(FindingWeight.Loss, "message-unread", where, "has neither sender nor text.");
                continue;
            }

            if (item["sender_name"] is not null && item["timestamp_ms"] is not null) body =
                Mended(body, reading, where);
            var name = sender is { Text.Length: > 0 } known ? known : JsonText.Empty;
            var time = First(item, TimeKeys);
            text.Add(new(name, name.Text.Length > 0 ? name.Text
                : "Unknown sender", tree.String(time), Time(reading, tree, time, where), [body],
                tree.String(First(item, ["forwarded_from", "forwardedFrom"]))));
        }

        if (text.Messages.IsEmpty) return;
        reading.Reports.Add(reading.Make("chat-json", text.Assembly, Declared.Nothing) with
        {
            Messages = text.Messages,
            Quoted = text.Quoted,
            Cites = [.. Links.In(text.Assembly.Text)],
            KnownUnknowns = ["Members of the chat who never wrote do not show in the export."],
        });
    }

    private static JsonAt? First(JsonAt item, string[] keys)
    {
        foreach (var key in keys)
        {
            if (item[key] is { } value) return value;
        }

        return null;
    }

    private static JsonText? Sender(JsonTree tree, JsonAt item)
    {
        if (First(item, SenderKeys) is not { } value) return null;
        if (value.Kind is JsonTokenType.StartObject) value =
            First(value, ["name", "display_name", "displayName", "username", "id"]) ?? value;
        return value.Kind is JsonTokenType.String ? tree.String(value) : null;
    }

    private static ReportedTime? Time(Reading reading, JsonTree tree, JsonAt? value, Locator where)
    {
        if (tree.Word(value) is not { } written) return null;
        if (UnixTime.Read(written) is { } instant) return new(written, instant, TimeSpan.Zero, ZoneOrigin.Stated,
            TimePrecision.Second);
        var time = WrittenTime.TryRead(written, reading.Answers.DateOrder, out var ambiguous);
        if (time is not null) return reading.Zoned(time, where);
        if (ambiguous) reading.Ask(ReadingQuestions.DateOrder);
        reading.Add(FindingWeight.Doubt, "time-unread", where, "has no time that can be read.");
        return null;
    }

    /// <summary>Facebook and Instagram write the bytes of UTF-8 as if they were Latin-1 letters; they are put together
    /// again.</summary>
    private static JsonText Mended(JsonText body, Reading reading, Locator where)
    {
        if (!body.Text.Any(c => c >= 0x80) || body.Text.Any(c => c > 0xFF)) return body;
        var bytes = Encoding.Latin1.GetBytes(body.Text);
        if (!System.Text.Unicode.Utf8.IsValid(bytes)) return body;
        reading.AddOnce(FindingWeight.Doubt, "letters-mended", where,
            "holds UTF-8 written as single letters; it was put together again.");
        var text = DecodedText.Of(new MappedBytes(bytes), Charset.Utf8);
        var starts = new int[text.Text.Length + 1];
        for (var i = 0; i < starts.Length; i++) starts[i] =
            body.Starts[Math.Min(text.ByteOf(i), body.Starts.Length - 1)];
        return new(text.Text, starts);
    }
}
