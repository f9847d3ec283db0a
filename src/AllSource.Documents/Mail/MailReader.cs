using AllSource.Documents.Meta;
using AllSource.Documents.Text;
using AllSource.Kernel;
using AllSource.Reports;

namespace AllSource.Documents.Mail;

/// <summary>
/// One mail. The report's text is its body: the plain one where there is a choice, else the HTML one as text; header
/// fields are facts.
/// Quoted replies are told apart. An attached mail is a report of its own, and the outer one cites it as its relay.
/// Attachments are listed.
/// </summary>
internal static class MailReader
{
    private const int MailsMax = 200;      // mail attached to mail attached to mail
    private const int MailDepthMax = 12;

    public static void Read(Reading reading)
    {
        var budget = MailsMax;
        Mail(reading, reading.Bytes, 0, null, 0, ref budget);
        if (reading.Reports.Count == 0) reading.Fail("mail-empty", reading.At(),
            "is a mail without a text that can be read.");
    }

    /// <summary>Reads a mail into a report; gives its message id, for the outer mail to cite.</summary>
    private static string? Mail(Reading reading, ReadOnlyMemory<byte> bytes, int at, string? part, int depth,
        ref int budget)
    {
        budget--;
        var mark = reading.FindingsMark;
        var root = new MimeTree(reading).Read(bytes, at);
        var body = new MailBody(reading, part);
        body.Write(root);
        var headers = root.Headers;
        var id = Ids(headers.Raw("Message-ID")).FirstOrDefault();
        var cites = Ids(headers.Raw("In-Reply-To")).Concat(Ids(headers.Raw("References"))).Concat(body.Links).ToList();
        var place = reading.Reports.Count;
        foreach (var attached in body.Mails)
        {
            if (depth >= MailDepthMax || budget <= 0)
            {
                reading.Add(FindingWeight.Loss, "mail-depth", reading.AtByte(attached.At),
                    "carries more attached mails than are read; this one is left out.");
                continue;
            }

            var path = part is null ? attached.Path : $"{part}/{attached.Path}";
            if (Mail(reading, attached.Body, attached.At, path, depth + 1, ref budget) is { } carried) cites.Add(
                carried);
            reading.Add(FindingWeight.Note, "attached-mail", reading.AtByte(attached.At, attached.Path),
                "is a mail that this one carries; it is read as a report of its own.");
        }

        foreach (var file in body.Files) AttachedFile.Read(reading, file, part is null ? file.Path
            : $"{part}/{file.Path}");
        var own = new Declared(
            Title: headers.Words("Subject"),
            Author: MailAddress.First(headers.Raw("From") ?? headers.Raw("Sender"))?.ToString(),
            Published: Date(reading, headers.Raw("Date"), at));
        if (string.IsNullOrWhiteSpace(body.Assembly.Text))
        {
            if (body.Mails.Count == 0 || part is not null)
            {
                reading.Add(FindingWeight.Doubt, "mail-without-text", reading.AtByte(at, part),
                    "has no text of its own.");
            }

            if (own.Title is null && own.Author is null) return id;
        }

        var report = reading.Make("mail", body.Assembly, own, part, mark, id) with
        {
            Quoted = [.. body.Quoted.OrderBy(q => q.Span).ThenByDescending(q => q.Span.Length)],
            Cites = [.. cites.Where(c => c != id).Distinct(StringComparer.Ordinal)],
        };
        reading.Reports.Insert(place, part is null ? report : WithoutFileFacts(report, own));
        return id;
    }

    /// <summary>The sidecar speaks of the file: its title, author and date are the outer mail's, not those of a mail
    /// within.</summary>
    private static Report WithoutFileFacts(Report report, Declared own) => report with
    {
        Facts = report.Facts with { Title = own.Title, Author = own.Author, Published = own.Published },
    };

    private static ReportedTime? Date(Reading reading, string? written, int at)
    {
        if (written is null) return null;
        var text = EncodedWords.Decode(written);
        var comment = text.IndexOf('(', StringComparison.Ordinal);
        var time = WrittenTime.TryRead(comment > 6 ? text[..comment] : text, reading.Answers.DateOrder);
        if (time is null) reading.Add(FindingWeight.Doubt, "time-unread", reading.AtByte(at),
            "has a Date that cannot be read.");
        return reading.Zoned(time is null ? null : time with { AsWritten = text.Trim() }, reading.AtByte(at));
    }

    /// <summary>Message ids, without their angles; case is kept, for ids that differ in case are two.</summary>
    private static IEnumerable<string> Ids(string? raw)
    {
        if (raw is null) yield break;
        var count = 0;
        for (var i = 0; i < raw.Length && count < 1_000;)
        {
            var open = raw.IndexOf('<', i);
            var close = open < 0 ? -1 : raw.IndexOf('>', open);
            if (close < 0) break;
            var id = raw[(open + 1)..close].Replace(" ", "", StringComparison.Ordinal);
            if (id.Length is > 2 and < 1_000)
            {
                count++;
                yield return id;
            }

            i = close + 1;
        }

        if (count == 0 && raw.Trim() is { Length: > 2 and < 300 } bare && bare.Contains('@', StringComparison.Ordinal)
            && !bare.Contains(' ', StringComparison.Ordinal)) yield return bare.Trim('<', '>');
    }
}
