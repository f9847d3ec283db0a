using System.Text;
using AllSource.Desk;

namespace AllSource.Tests.Documents;

public sealed class RecognitionTests
{
    public static TheoryData<string, byte[]> Kinds => new()
    {
        { "pdf", "%PDF-1.7\n"u8.ToArray() },
        { "png", [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A] },
        { "jpeg", [0xFF, 0xD8, 0xFF, 0xE0, 0, 16] },
        { "docx", [.. "PK\u0003\u0004"u8, 0, 0, .. "word/document.xml"u8] },
        { "xlsx", [.. "PK\u0003\u0004"u8, 0, 0, .. "xl/workbook.xml"u8] },
        { "whatsapp-zip", [.. "PK\u0003\u0004"u8, 0, 0, .. "_chat.txt"u8] },
        { "zip", [.. "PK\u0003\u0004"u8, 0, 0, .. "other"u8] },
        { "pst", [.. "!BDN"u8, 0, 0] },
        { "msg", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. Encoding.Unicode
            .GetBytes("__substg1.0_0037001F")] },
        { "ogg", [.. "OggS"u8, 0, 2] },
        { "mp4", [0, 0, 0, 24, .. "ftypisom"u8, 0, 0, 0, 0] },
        { "gzip", [0x1F, 0x8B, 8, 0] },
        { "sqlite", "SQLite format 3\0"u8.ToArray() },
        { "warc", "WARC/1.1\r\nWARC-Type: warcinfo\r\n"u8.ToArray() },
        { "rtf", "{\\rtf1 x}"u8.ToArray() },
        { "xml", "<?xml version=\"1.0\"?><feed/>"u8.ToArray() },
        { "sms-backup", "<?xml version='1.0'?><smses count=\"1\"></smses>"u8.ToArray() },
        { "vcard", "BEGIN:VCARD\r\nVERSION:3.0\r\n"u8.ToArray() },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Kinds_that_are_not_read_are_named_with_advice(string format, byte[] bytes)
    {
        var reading = Papers.Read("notes.txt", bytes);
        Assert.Equal((format, ReadingState.NotYetRead), (reading.Format, reading.State));
        Assert.NotNull(Assert.Single(reading.Findings).WayOut);
    }

    [Theory]
    [InlineData("text", "BZh is how this sentence begins, and MZ too.")]
    [InlineData("text", "MZ met ID3 at noon.")]
    [InlineData("text", "From: the desk\nSubject matter is hard.\nIt goes on.")]
    [InlineData("text", "Note: this\nTo: whom it may concern\n\nWe agree.")]
    [InlineData("text", "{a brace} begins this.")]
    [InlineData("text", "[1] a footnote, and more.")]
    [InlineData("text", "<angry> he said, and left <b>")]
    [InlineData("text",
        "One, two, three\nfour, five, six\nseven, eight, nine, said the duration, the caller and the imei.")]
    [InlineData("text", "On 16/09/2026, 22:04 - it rained: a lot.\nMore.")]
    [InlineData("markdown", "# Title\n\nSome words.")]
    [InlineData("mail", "Received: from a\nFrom: a@a.example\nTo: b@b.example\nSubject: s\n\nhi")]
    [InlineData("html", "<div><p>One</p><p>Two</p></div>")]
    public void Content_decides_whatever_the_name(string format, string text)
    {
        foreach (var name in new[] { "a", "a.txt", "a.pdf", "a.eml" })
        {
            var reading = Papers.Read(name, text);
            Assert.Equal(format, reading.Format);
        }
    }

    [Fact]
    public void A_sidecar_alone_says_that_its_file_is_missing() =>
        Assert.Equal("sidecar", Papers.Read("gone.csv.meta.yaml", "source: X\n").Format);
}
