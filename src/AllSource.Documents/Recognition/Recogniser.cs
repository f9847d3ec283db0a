using System.Globalization;
using AllSource.Documents.Calls;
using AllSource.Documents.Chats;
using AllSource.Documents.Mail;
using AllSource.Documents.Meta;
using AllSource.Documents.Text;

namespace AllSource.Documents.Recognition;

/// <summary>Tells what a file is by its content. The ending of its name only breaks ties, and is never believed against
/// the content.</summary>
internal static class Recogniser
{
    private const int SampleBytes = 64 << 10;

    /// <param name="head">The file's bytes, or at least its first 64 KB.</param>
    public static Recognised Recognise(string name, ReadOnlyMemory<byte> head)
    {
        if (head.Length == 0) return new(ReadableKind.None, "empty", 1, "It has no bytes.", Broken: true);
        var sample = head[..Math.Min(head.Length, SampleBytes)];
        if (MagicBytes.Find(sample.Span) is { } magic) return magic;
        if (CharsetGuess.LooksBinary(sample.Span))
        {
            return new(ReadableKind.None, "binary", 0.9,
                "It holds bytes that no text holds, and begins as no kind that is known.", Broken: true);
        }

        var text = DecodedText.Of(sample).Text;
        return OfText(name, text);
    }

    private static Recognised OfText(string name, string text)
    {
        var start = text.AsSpan().TrimStart();
        if (start.IsEmpty) return new(ReadableKind.Text, "text", 0.5, "It holds white space alone.");
        if (NameSays(name, ".meta.yaml"))
        {
            return new(ReadableKind.None, "sidecar", 0.9, "Its name ends in .meta.yaml.",
                "It describes a file that is not here.");
        }

        if (FrontMatter.Find(text) is { } block)
        {
            return LooksMarkdown(text.AsSpan(block.TextStart), name)
                ? new(ReadableKind.Markdown, "markdown", 0.95, "It begins with front matter and uses Markdown's signs.")
                : new(ReadableKind.Text, "text", 0.95, "It begins with front matter.");
        }

        return Structured(start) ?? Lined(name, text) ?? Prose(name, text);
    }

    private static Recognised? Structured(ReadOnlySpan<char> start)
    {
        if (start[0] is '{' or '[' && LooksJson(start)) return new(
            ReadableKind.Json, "json", 0.9, "It begins as JSON.");
        if (start.StartsWith("BEGIN:VCARD", StringComparison.OrdinalIgnoreCase)) return Unread(
            "vcard", "It begins as a contact card.", "Put what it says into a text beside it.");
        if (start.StartsWith("BEGIN:VCALENDAR", StringComparison.OrdinalIgnoreCase)) return Unread(
            "icalendar", "It begins as a calendar.", "Put what it says into a text beside it.");
        if (start[0] != '<') return null;
        var head = start[..Math.Min(start.Length, 4096)];
        if (head.Contains("<smses", StringComparison.Ordinal)) return Unread(
            "sms-backup", "It has the root of SMS Backup & Restore.", "Export the messages as text or JSON.");
        if (head.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase)) return Html(
            0.99, "It declares itself an HTML document.");
        if (head.Contains("<html", StringComparison.OrdinalIgnoreCase)) return Html(0.97, "It has an html element.");
        if (head.StartsWith("<?xml", StringComparison.Ordinal)) return Unread(
            "xml", "It begins as XML.", "Put what it says into a text beside it.");
        var tags = 0;
        foreach (var tag in (string[])["<head", "<body", "<p>", "<p ", "</p>", "<div", "</div>", "<br", "<a href",
            "<article", "<h1", "<table", "<meta"])
        {
            if (start.Contains(tag, StringComparison.OrdinalIgnoreCase)) tags++;
        }

        return tags >= 2 ? Html(0.85, "It begins with a tag and uses several of HTML's.") : null;
    }

    private static Recognised? Lined(string name, string text)
    {
        if (MailHeaders.LooksLikeMbox(text))
        {
            return Unread("mbox", "It begins with a mailbox's 'From ' line.",
                "Save each mail as .eml.");
        }

        if (MailHeaders.CountKnown(text, out var archived) is var headers and >= 2)
        {
            return archived
                ? Unread("mhtml", "It is a web page saved as one mail-like file.", "Save the page as HTML.")
                : new(ReadableKind.Mail, "mail", Math.Min(0.99, 0.7 + (0.07 * headers)),
                    string.Create(CultureInfo.InvariantCulture, $"It begins with {headers} header lines of a mail."));
        }

        var chat = WhatsAppLines.CountHeads(text, out var lines);
        if (chat >= 2 || (chat == 1 && lines <= 3))
        {
            return new(ReadableKind.WhatsApp, "chat-whatsapp", Math.Min(0.99, 0.6 + (0.1 * chat)),
                string.Create(CultureInfo.InvariantCulture,
                    $"{chat} of its first lines begin with date, time and name as WhatsApp writes them."));
        }

        var sheet = CallSheet.Find(text);
        if (sheet is { Header: { } header } && header.Columns.Count >= 2)
        {
            return new(ReadableKind.CallRecords, "call-records", Math.Min(0.99, 0.5 + (0.1 * header.Columns.Count)),
                string.Create(
                CultureInfo.InvariantCulture,
                    $"A header row names {header.Columns.Count} columns of call records, with "
                    + $"'{sheet.DelimiterName}' between."));
        }

        return sheet is not null && (NameSays(name, ".csv") || NameSays(name, ".tsv"))
            ? Unread("table", "Its lines have the same number of fields, and no column is one of call records.",
                "Put what it says into a text beside it.")
            : null;
    }

    private static Recognised Prose(string name, string text) => LooksMarkdown(text, name)
        ? new(ReadableKind.Markdown, "markdown", 0.8, "It is text that uses Markdown's signs.")
        : new(ReadableKind.Text, "text", 0.7, "It is text, and has the marks of no other kind.");

    private static bool LooksMarkdown(ReadOnlySpan<char> text, string name)
    {
        var signs = NameSays(name, ".md") || NameSays(name, ".markdown") ? 1 : 0;
        foreach (var line in text.EnumerateLines())
        {
            if (line.StartsWith("# ") || line.StartsWith("## ") || line.StartsWith("### ")
                || line.StartsWith("```")) signs += 2;
            else if (line.Contains("**", StringComparison.Ordinal)
                || line.Contains("](http", StringComparison.Ordinal)) signs++;
            if (signs >= 2) return true;
        }

        return signs >= 2 || NameSays(name, ".md");
    }

    private static bool LooksJson(ReadOnlySpan<char> start)
    {
        var next = start[1..].TrimStart();
        if (next.IsEmpty) return true;
        return start[0] == '{' ? next[0] is '"' or '}' : next[0] is '{' or '[' or '"' or ']';
    }

    private static Recognised Html(double sureness, string why) => new(ReadableKind.Html, "html", sureness, why);

    private static Recognised Unread(string format, string why, string advice) =>
        new(ReadableKind.None, format, 0.95, why, advice);

    private static bool NameSays(string name, string ending) =>
        name.EndsWith(ending, StringComparison.OrdinalIgnoreCase);
}
