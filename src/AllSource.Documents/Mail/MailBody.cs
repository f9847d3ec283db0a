using AllSource.Documents.Html;
using AllSource.Documents.Text;
using AllSource.Kernel;
using AllSource.Reports;

namespace AllSource.Documents.Mail;

/// <summary>
/// Writes the text of a mail's body: of alternatives the plain one if it says anything, else HTML; of mixed parts all
/// that are
/// shown. Collects attached mails, files, links, and what is quoted.
/// </summary>
internal sealed class MailBody(Reading reading, string? part)
{
    private readonly List<QuotedBlock> _quoted = [];
    private readonly List<string> _links = [];

    public TextAssembly Assembly { get; } = new(reading.Bytes, reading.Lines, part);

    public List<MimePart> Mails { get; } = [];

    public List<MimePart> Files { get; } = [];

    public IReadOnlyList<QuotedBlock> Quoted => _quoted;

    public IEnumerable<string> Links => _links;

    public void Write(MimePart root)
    {
        Part(root);
        var text = Assembly.Text;
        _links.AddRange(Text.Links.In(text));
        foreach (var quote in QuotedReplies.Find(text, reading))
        {
            if (!_quoted.Any(q => q.Span == quote.Span)) _quoted.Add(quote);
        }
    }

    private void Part(MimePart part)
    {
        var type = part.Type.Value;
        if (part.IsMultipart) Multipart(part);
        else if (type is "message/rfc822" or "message/global" && !Encoded(part)) Mails.Add(part);
        else if (part.IsAttachment || type is "message/rfc822") Files.Add(part);
        else if (type is "text/html" or "application/xhtml+xml") Html(part);
        else if (type is "text/plain" or "text" or "" || type.StartsWith("multipart/", StringComparison.Ordinal)
            || type is "text/markdown" or "text/x-markdown") Plain(part);
        else if (type is "application/pkcs7-mime" or "application/x-pkcs7-mime")
        {
            reading.Add(FindingWeight.Loss, "encrypted", reading.AtByte(part.At, part.Path),
                "is encrypted, so it is not read.", "Decrypt it and put the text beside it.");
        }
        else if (type is not ("application/pgp-signature" or "application/pkcs7-signature"
            or "application/x-pkcs7-signature" or "message/delivery-status")) Files.Add(part);
    }

    private void Multipart(MimePart part)
    {
        switch (part.Type.Value)
        {
            case "multipart/alternative":
                var chosen = part.Parts.Find(p => Leaf(p, "text/plain") is { } plain && !IsBlank(plain))
                    ?? part.Parts.FindLast(p => Leaf(p, "text/html") is not null) ?? part.Parts[0];
                Part(chosen);
                // A calendar invitation or a file sometimes hides among the alternatives.
                foreach (var other in part.Parts.Where(p => p != chosen && p.IsAttachment)) Files.Add(other);
                break;
            case "multipart/encrypted":
                reading.Add(FindingWeight.Loss, "encrypted", reading.AtByte(part.At, part.Path),
                    "is encrypted, so it is not read.", "Decrypt it and put the text beside it.");
                break;
            default:
                foreach (var inner in part.Parts) Part(inner);
                break;
        }
    }

    private static MimePart? Leaf(MimePart part, string type)
    {
        if (part.Type.Value == type) return part.IsAttachment ? null : part;
        return part.Parts.Select(p => Leaf(p, type)).FirstOrDefault(p => p is not null);
    }

    private static bool IsBlank(MimePart part) =>
        TransferEncodings.Decode(part.Body, part.At, part.Headers.Raw("Content-Transfer-Encoding"), out _).Span.Trim(
            " \t\r\n"u8).IsEmpty;

    private static bool Encoded(MimePart part) =>
        part.Headers.Raw("Content-Transfer-Encoding")?.Trim().ToLowerInvariant() is "base64" or "quoted-printable";

    private DecodedText Decode(MimePart part, string? charset)
    {
        var bytes = TransferEncodings.Decode(part.Body, part.At, part.Headers.Raw("Content-Transfer-Encoding"),
            out var known);
        if (!known) reading.Add(FindingWeight.Doubt, "transfer-encoding", reading.AtByte(part.At, part.Path),
            "names a transfer encoding that is not known; read as it stands.");
        return reading.Decode(bytes, charset, part.Path.Length > 0 ? part.Path : null);
    }

    private void Plain(MimePart part)
    {
        var text = Decode(part, part.Type["charset"]);
        Separate();
        Assembly.Append(text, 0, text.Text.Length);
    }

    private void Html(MimePart part)
    {
        var bytes = TransferEncodings.Decode(part.Body, part.At, part.Headers.Raw("Content-Transfer-Encoding"), out _);
        var text = Decode(part, part.Type["charset"] ?? HtmlReader.DeclaredCharset(bytes.Span));
        var scan = HtmlScan.Of(text.Text);
        var flow = new HtmlFlow(scan, text, Furniture.IsHidden);
        if (scan.Bomb is { } bomb)
        {
            reading.Add(FindingWeight.Doubt, "html-bomb", reading.AtByte(part.At, part.Path),
                $"is not read as a page, because {bomb}; all of its text is taken.");
            flow.WriteScan();
        }
        else
        {
            using var page = HtmlReader.Parse(text.Text);
            if (page.Body is { } body) flow.Write(body);
            _links.AddRange(page.QuerySelectorAll("a[href]").Select(a =>
                a.GetAttribute("href")!).Where(Text.Links.IsWeb).Take(500));
        }

        Separate();
        foreach (var quote in flow.CopyTo(Assembly)) _quoted.Add(new(quote, null, null));
    }

    private void Separate()
    {
        if (Assembly.Length > 0) Assembly.AppendOwn("\n\n");
    }
}
