using System.Text.Json;
using AllSource.Documents.Recognition;
using AllSource.Documents.Text;

namespace AllSource.Documents.Chats;

/// <summary>JSON: an export of Telegram, or a plain array of messages. Any other JSON is named and not read
/// yet.</summary>
internal static class JsonChatReader
{
    private const int ChatsMax = 10_000; // an account has hundreds of chats

    public static Recognised Read(Reading reading, Recognised kind)
    {
        var text = reading.Decode(new(reading.Bytes));
        var tree = JsonTree.Parse(text, reading.Bytes, out var fault);
        if (tree is null)
        {
            if (!reading.File.Name.EndsWith(".json", StringComparison.OrdinalIgnoreCase)
                && !fault.What.Contains("deep", StringComparison.Ordinal))
            {
                PlainTextReader.Read(reading, "text");
                return new(ReadableKind.Text, "text", 0.5, "It begins as JSON does, but is none.");
            }

            reading.Fail("json-broken", reading.At(fault.Line, column: fault.Column), $"{fault.What}.",
                "Export it again; it may have been cut off.");
            return kind;
        }

        if (Chats(tree.Root) is { } account)
        {
            for (var i = 0; i < Math.Min(account.Count, ChatsMax); i++) TelegramReader.Read(
                reading, tree, account[i], $"chat:{i + 1}");
            return Done(reading,
                new(ReadableKind.Json, "chat-telegram", 0.98,
                "It has chats, list and messages as Telegram's export of an account."));
        }

        if (TelegramReader.IsChat(tree, tree.Root))
        {
            TelegramReader.Read(reading, tree, tree.Root, null);
            return Done(reading,
                new(ReadableKind.Json, "chat-telegram", 0.98, "It has messages of the types that Telegram exports."));
        }

        if (PlainMessages.Find(tree, tree.Root) is { } messages)
        {
            PlainMessages.Read(reading, tree, messages);
            return Done(reading,
                new(ReadableKind.Json, "chat-json", 0.8, "Most of its items have a sender, a time and a text."));
        }

        return new(ReadableKind.None, "json", 0.9, "It is JSON, and no chat.",
            "Put what it says into a text beside it.");
    }

    private static Recognised Done(Reading reading, Recognised kind)
    {
        if (reading.Reports.Count == 0) reading.Fail("chat-empty", reading.At(),
            "is a chat export without a single message.");
        return kind;
    }

    private static List<JsonAt>? Chats(JsonAt root)
    {
        var list = root["chats"]?["list"] is { Kind: JsonTokenType.StartArray } chats ? chats.Items : null;
        return list is not null && root["left_chats"]?["list"] is { Kind: JsonTokenType.StartArray } left
            ? [.. list, .. left.Items] : list;
    }
}
