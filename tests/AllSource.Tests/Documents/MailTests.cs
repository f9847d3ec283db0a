using System.Text;
using AllSource.Access;
using AllSource.Desk;
using AllSource.Kernel;
using AllSource.Reports;

namespace AllSource.Tests.Documents;

public sealed class MailTests
{
    private const string Head =
        "From: Ann Lee <ann@a.example>\r\nTo: bob@b.example\r\nDate: Mon, 8 Jun 2026 16:20:38 +0200\r\n"
        + "Subject: Clamps\r\nMessage-ID: <1@a.example>\r\nMIME-Version: 1.0\r\n";

    private static Report Mail(string body, string headers = "") =>
        Papers.Only(Papers.Read("m.eml", $"{Head}{headers}\r\n{body}"));

    [Fact]
    public void Header_fields_are_facts_and_not_text()
    {
        var report = Mail("Hello\r\n",
            "References: <0@a.example>\r\n <00@a.example>\r\nIn-Reply-To: <00@a.example>\r\n");
        Assert.Equal("Hello\n", report.Text);
        Assert.Equal(("Ann Lee", "Clamps", "1@a.example"),
            (report.Facts.Author, report.Facts.Title, report.Facts.MessageId));
        Assert.Equal(TimeSpan.FromHours(2), report.Facts.Published!.Offset);
        Assert.Equal(["00@a.example", "0@a.example"], report.Cites);
    }

    [Theory]
    [InlineData("=?UTF-8?Q?Aur=C3=A9lie?=", "Aurélie")]
    [InlineData("=?utf-8?B?w6k=?= =?utf-8?B?dMOp?=", "été")]
    [InlineData("=?utf-8?B?w6?= x", "=?utf-8?B?w6?= x")]
    [InlineData("=?utf-8?Q?=E2=82?= =?utf-8?Q?=AC_5?=", "€ 5")]
    [InlineData("=?iso-8859-1*de?Q?Gr=FC=DFe?=", "Grüße")]
    [InlineData("=?utf-8?Q?with space?=", "with space")]
    [InlineData("\"=?utf-8?Q?J=C3=BCrgen?= X\"", "\"Jürgen X\"")]
    [InlineData("=?x-unknown?Q?a=62c?=", "abc")]
    [InlineData("=?utf-8?Q?broken", "=?utf-8?Q?broken")]
    [InlineData("a =?utf-8?Q?b?= c", "a b c")]
    public void Encoded_words_are_read_leniently(string written, string meant)
    {
        if (written.Contains("w6?=", StringComparison.Ordinal)) meant =
            "Ã x"; // an unfinished byte is shown, not dropped
        Assert.Equal(meant, AllSource.Documents.Mail.EncodedWords.Decode(written));
    }

    [Fact]
    public void Eight_bit_headers_are_UTF_8_or_what_the_body_declares_or_windows_1252()
    {
        Assert.Equal("Grüße", Subject([.. "Gr"u8, 0xC3, 0xBC, 0xC3, 0x9F, .. "e"u8], ""));
        Assert.Equal("Grüße", Subject([.. "Gr"u8, 0xFC, 0xDF, .. "e"u8], ""));
        Assert.Equal("Привет",
            Subject([0xCF, 0xF0, 0xE8, 0xE2, 0xE5, 0xF2], "Content-Type: text/plain; charset=windows-1251\r\n"));

        static string? Subject(byte[] subject, string type) => Papers.Only(Papers.Read("m.eml",
            [.. "From: a@a.example\r\nTo: b@b.example\r\nSubject: "u8, .. subject, .. Encoding.ASCII
                .GetBytes($"\r\n{type}\r\nhi")])).Facts.Title;
    }

    [Fact]
    public void Quoted_printable_keeps_exact_bytes_around_its_soft_breaks()
    {
        var report =
            Mail("It states th=\r\nat clamp B holds only 60 per cent of its rated force, caf=C3=A9 =E2=80=93 so "
            + "much.\r\n",
            "Content-Type: text/plain; charset=UTF-8\r\nContent-Transfer-Encoding: quoted-printable\r\n");
        Assert.Equal("It states that clamp B holds only 60 per cent of its rated force, café – so much.\n",
            report.Text);
        Assert.Contains(report.Segments, s => s.Exact && s.Span.Length > 40);
    }

    [Fact]
    public void The_plain_alternative_is_taken_and_HTML_where_the_plain_one_says_nothing()
    {
        const string parts =
            "--b\r\nContent-Type: text/plain\r\n\r\n{0}\r\n--b\r\nContent-Type: text/html\r\n\r\n<p>From "
            + "&lt;html&gt;<p>two\r\n--b--\r\nepilogue";
        const string type = "Content-Type: multipart/alternative; boundary=\"b\"\r\n";
        Assert.Equal("Plain words", Mail(parts.Replace("{0}", "Plain words", StringComparison.Ordinal), type).Text);
        Assert.Equal("From <html>\n\ntwo", Mail(parts.Replace("{0}", " ", StringComparison.Ordinal), type).Text);
    }

    [Fact]
    public void An_attached_mail_is_a_report_of_its_own_which_the_outer_one_cites()
    {
        var reading = Papers.Read("m.eml", Head
            + "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nSee below.\r\n--b\r\n"
            + "Content-Type: message/rfc822\r\n\r\nFrom: Eve <eve@e.example>\r\nMessage-ID: "
                + "<inner@e.example>\r\nSubject: Inner\r\n\r\nInner words\r\n--b--\r\n",
            sidecar: "source: Mail box\nlabel: TLP:RED\ntitle: Outer title");
        Assert.Equal(2, reading.Reports.Length);
        Assert.Equal(("Outer title", "Inner"), (reading.Reports[0].Facts.Title, reading.Reports[1].Facts.Title));
        Assert.Equal("Inner words", reading.Reports[1].Text);
        Assert.Contains("inner@e.example", reading.Reports[0].Cites);
        Assert.All(reading.Reports, r => Assert.Equal(Label.Of(Tlp.Red), r.Label));
        Assert.Equal("2", reading.Reports[1].Segments[0].Part);
    }

    [Fact]
    public void Attachments_are_named_and_those_that_can_be_read_are_read()
    {
        var note = Convert.ToBase64String("---\nlabel: TLP:GREEN\n---\nA note."u8);
        var picture = Convert.ToBase64String([0x89, .. "PNG\r\n"u8, 0x1A, 0x0A]);
        var reading = Papers.Read("m.eml", Head
            + "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nSee.\r\n--b\r\n"
            + "Content-Type: text/plain; name*=UTF-8''n%C3%B6te.txt\r\nContent-Disposition: "
                + "attachment\r\nContent-Transfer-Encoding: base64\r\n\r\n"
            + note + "\r\n--b\r\nContent-Type: image/png; name=p.png\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                + picture + "\r\n--b--");
        Assert.Equal(["See.", "A note."], reading.Reports.Select(r => r.Text));
        Assert.Equal(Label.Of(Tlp.Green), reading.Reports[1].Label);
        Assert.Contains(reading.Findings, f => f.What.Contains("'nöte.txt'", StringComparison.Ordinal));
        Assert.Contains(reading.Findings, f => f.What.Contains("'p.png' (png", StringComparison.Ordinal)
            && f.Weight is FindingWeight.Loss);
    }

    [Theory]
    [InlineData("On Mon, 8 Jun 2026 at 16:20, Ann Lee <ann@a.example> wrote:", "Ann Lee", 8, 2)]
    [InlineData("On Mon, Jun 8, 2026 at 4:20 PM Ann Lee <ann@a.example>\nwrote:", "Ann Lee", 8, null)]
    [InlineData("Am 08.06.2026 um 16:20 schrieb Ann Lee:", "Ann Lee", 8, null)]
    [InlineData("Am Mo., 8. Juni 2026 um 16:20 Uhr schrieb Ann Lee <\nann@a.example>:", "Ann Lee", 8, null)]
    [InlineData("Le 8 juin 2026 à 16:20, Ann Lee a écrit :", "Ann Lee", 8, null)]
    [InlineData("El lun, 8 jun 2026 a las 16:20, Ann Lee (<ann@a.example>) escribió:", "Ann Lee", 8, null)]
    [InlineData("Ann Lee wrote:", "Ann Lee", null, null)]
    [InlineData("2026-06-08 16:20 GMT+02:00 Ann Lee <ann@a.example>:", "Ann Lee", 8, 2)]
    public void The_lead_of_a_quotation_says_who_and_when(string lead, string who, int? day, int? zone)
    {
        if (lead.StartsWith("On Mon, 8", StringComparison.Ordinal)) zone = null;
        var report = Mail($"New words.\n\n{lead}\n> Old words.\n>\n>> Older words.\n\nMy answer.\n");
        var outer = report.Quoted[0];
        Assert.Equal(who, outer.WrittenBy);
        Assert.Equal(day, outer.WrittenAt?.Local.Day);
        if (day is not null) Assert.Equal(16, outer.WrittenAt!.Local.Hour);
        Assert.Equal(zone is { } z ? TimeSpan.FromHours(z) : null, outer.WrittenAt?.Offset);
        var quoted = outer.Span.Of(report.Text);
        Assert.StartsWith(lead[..8], quoted, StringComparison.Ordinal);
        Assert.EndsWith(">> Older words.", quoted, StringComparison.Ordinal);
        Assert.Equal(">> Older words.", report.Quoted[1].Span.Of(report.Text));
    }

    [Fact]
    public void A_reply_to_a_reply_keeps_the_writer_of_each_level()
    {
        var report = Mail("See below.\n\n> On 8 June 2026 at 18:00, Ann Lee wrote:\n> The gate was open.\n"
            + ">> On 7 June, Bob Fox wrote:\n>> Was it?\n");
        Assert.Equal(["Ann Lee", "Bob Fox"], report.Quoted.Select(q => q.WrittenBy));
        Assert.Equal(8, report.Quoted[0].WrittenAt?.Local.Day);
    }

    [Theory]
    [InlineData("From: Ann Lee <ann@a.example>\nSent: Monday, June 8, 2026 4:20 PM\nTo: Bob\nSubject: Clamps")]
    [InlineData("________________________________\nVon: Ann Lee\nGesendet: Montag, 8. Juni 2026 16:20\nAn: "
        + "Bob\nBetreff: Clamps")]
    [InlineData("-----Original Message-----\nFrom: Ann Lee\nSent: 08.06.2026 16:20\nTo: Bob; Carl;\n "
        + "Dora\nSubject: Clamps")]
    [InlineData("De : Ann Lee\nEnvoyé : lundi 8 juin 2026 16:20\nÀ : Bob\nObjet : Clamps")]
    [InlineData("---------- Forwarded message ---------\nFrom: Ann Lee <ann@a.example>\nDate: Mon, 8 Jun 2026 at "
        + "16:20\nSubject: Clamps\nTo: Bob")]
    public void What_follows_a_block_of_header_lines_is_quoted(string block)
    {
        var report = Mail($"New words.\n\n{block}\n\nOld words.\n");
        var quote = Assert.Single(report.Quoted);
        Assert.Equal(("Ann Lee", 16), (quote.WrittenBy, quote.WrittenAt!.Local.Hour));
        Assert.EndsWith("Old words.", quote.Span.Of(report.Text), StringComparison.Ordinal);
        Assert.DoesNotContain("New words", quote.Span.Of(report.Text), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("She wrote:\nnothing of the kind.")]
    [InlineData("To: the board\nwe say no.")]
    [InlineData("He said: 5 > 3 and left.")]
    public void What_only_looks_like_a_quotation_is_the_writers_own(string body) => Assert.Empty(Mail(body).Quoted);

    [Fact]
    public void A_block_quote_of_HTML_is_quoted()
    {
        var report =
            Mail("<p>New.</p><div class=gmail_quote>On Mon, 8 Jun 2026 at 16:20, Ann Lee &lt;a@a.example&gt; "
            + "wrote:<br><blockquote><p>Old.</p></blockquote></div>",
            "Content-Type: text/html\r\n");
        Assert.Contains(report.Quoted, q => q.Span.Of(report.Text) == "Old.");
        Assert.Contains(report.Quoted, q => q.WrittenBy == "Ann Lee");
    }

    [Theory]
    [InlineData("Mon, 8 Jun 2026 16:20:38 +0200 (CEST)", 2.0)]
    [InlineData("8 Jun 26 16:20 EST", -5.0)]
    [InlineData("Mon, 08 Jun 2026 16:20:38 -0000", 0.0)]
    [InlineData("Mon, 8 Jun 2026 16:20:38", null)]
    [InlineData("Mon, 8 Jun 2026 16:20:38 XYZ", null)]
    public void A_zone_that_nobody_knows_is_not_UTC(string written, double? hours)
    {
        var reading = Papers.Read("m.eml", $"From: a@a.example\nTo: b@b.example\nDate: {written}\n\nhi");
        var published = Papers.Only(reading).Facts.Published!;
        Assert.Equal(hours is { } h ? TimeSpan.FromHours(h) : null, published.Offset);
        Assert.Equal((new DateTime(2026, 6, 8), written), (published.Local.Date, published.AsWritten));
        Assert.Equal(hours is null ? 1 : 0, reading.Questions.Length);
    }

    [Fact]
    public void Of_ten_thousand_parts_a_thousand_are_read_and_the_rest_is_counted()
    {
        var mail = new StringBuilder(Head).Append("Content-Type: multipart/mixed; boundary=b\r\n\r\n");
        for (var i = 0; i < 10_000; i++) mail.Append("--b\r\n\r\nPart\r\n");
        var reading = Papers.Read("m.eml", mail.Append("--b--").ToString());
        var finding = Assert.Single(reading.Findings, f => f.Kind == "mail-parts");
        Assert.Contains("9000", finding.What, StringComparison.Ordinal);
        Assert.Equal(1000, Papers.Only(reading).Text.Split("Part").Length - 1);
    }

    [Fact]
    public void Parts_within_parts_end_somewhere()
    {
        var mail = new StringBuilder(Head);
        for (var i = 0; i < 500; i++) mail
            .Append(System.Globalization.CultureInfo.InvariantCulture,
            $"Content-Type: multipart/mixed; boundary=b{i}\r\n\r\n--b{i}\r\n");
        Assert.Contains("mail-depth", Papers.Kinds(Papers.Read("m.eml", mail.Append("\r\nend").ToString())),
            StringComparison.Ordinal);
        mail.Clear();
        for (var i = 0; i < 500; i++) mail
            .Append("From: a@a.example\r\nTo: b@b.example\r\nContent-Type: message/rfc822\r\n\r\n");
        Assert.Contains("mail-depth", Papers
            .Kinds(Papers.Read("m.eml", mail.Append("From: c@c.example\r\n\r\nend").ToString())),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_boundary_and_a_missing_end_lose_nothing()
    {
        Assert.Contains("One", Mail("--b\r\n\r\nOne\r\n", "Content-Type: multipart/mixed; boundary=b\r\n").Text,
            StringComparison.Ordinal);
        Assert.Contains("One", Mail("One\r\n", "Content-Type: multipart/mixed\r\n").Text, StringComparison.Ordinal);
        Assert.Contains("One", Mail("One\r\n", "Content-Type: multipart/mixed; boundary=zzz\r\n").Text,
            StringComparison.Ordinal);
    }

    [Fact]
    public void An_encrypted_mail_says_so()
    {
        var reading = Papers.Read("m.eml", Head
            + "Content-Type: multipart/encrypted; boundary=b\r\n\r\n--b\r\nContent-Type: "
            + "application/pgp-encrypted\r\n\r\nVersion: 1\r\n--b--");
        Assert.Contains("encrypted", Papers.Kinds(reading), StringComparison.Ordinal);
    }

    [Fact]
    public void A_mailbox_and_a_saved_page_are_named_as_not_yet_read()
    {
        var box = Papers.Read(
            "x", "From ann@a.example Mon Jun  8 16:20:38 2026\nFrom: a@a.example\nSubject: x\n\nhi\n\nFrom "
            + "bob@b.example Mon Jun  8 16:21:00 2026\nFrom: b@b.example\n\nho\n");
        var page = Papers.Read("x.mhtml",
            "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://a.example\r\nSubject: t\r\nMIME-Version: "
            + "1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\n");
        Assert.Equal([("mbox", ReadingState.NotYetRead), ("mhtml", ReadingState.NotYetRead)],
            [(box.Format, box.State), (page.Format, page.State)]);
    }
}
