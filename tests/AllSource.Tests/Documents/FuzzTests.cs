using System.Text;
using AllSource.Documents;

namespace AllSource.Tests.Documents;

/// <summary>Damaged and hostile files: no reader throws, and every reading keeps what the check of all readings
/// demands.</summary>
public sealed class FuzzTests
{
    private static readonly (string Name, string Text)[] Seeds =
    [
        ("a.md", "---\nsource: HERON\nlabel: TLP:RED//HERON\npublished: 2026-09-18\n---\n# T\n\nWords – “with” "
            + "https://a.example/x.\n"),
        ("p.html", "<!doctype html><html><head><meta charset=utf-8><meta property=\"og:title\" "
            + "content=\"T\"><script "
            + "type=\"application/ld+json\">{\"@type\":\"Article\",\"author\":\"A\"}</script></head>"
            + "<body><nav>n</nav><article><h1>T &amp; U</h1><p>One &ldquo;two&rdquo; <b>three<p>four</b> "
                + "five<table><tr>six<td>seven</table><pre>a  "
                + "b</pre><blockquote>q</blockquote></article></body></html>"),
        ("m.eml", "From: =?utf-8?Q?A=C3=A9?= <a@a.example>\r\nDate: Mon, 8 Jun 2026 16:20:38 +0200\r\nSubject: "
            + "s\r\nMessage-ID: <1@a>\r\nMIME-Version: 1.0\r\n"
            + "Content-Type: multipart/mixed; boundary=\"b\"\r\n\r\n--b\r\nContent-Type: text/plain; "
                + "charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
            + "Caf=C3=A9 th=\r\nat.\r\n\r\nOn Mon, 8 Jun 2026 at 16:20, B <b@b.example> wrote:\r\n> old\r\n>> "
                + "older\r\n--b\r\nContent-Type: message/rfc822\r\n\r\n"
            + "From: c@c.example\r\nTo: d@d.example\r\n\r\nFrom: X\r\nSent: 1 June 2026 10:00\r\nTo: "
                + "Y\r\n\r\nz\r\n--b\r\nContent-Type: text/html; name=x.html\r\n"
            + "Content-Disposition: attachment\r\nContent-Transfer-Encoding: "
                + "base64\r\n\r\nPGh0bWw+PHA+aGVsbG88L3A+PC9odG1sPg==\r\n--b--\r\n"),
        ("c.csv", "Operator\nA_PARTY;B_PARTY;START;START UTC;DURATION_S;IMEI;TYPE\n+1;+2;16/09/2026 "
            + "10:00:00;;5;3.5E+14;MOC\n\"+3\";+4;17/09/2026 10:00;2026-09-17 08:00;0:05;;SMS\nTotal rows: 2\n"),
        ("w.txt", "[16/09/2026, 22:04:11] Crew: \u200EMessages are encrypted.\r\n[16/09/2026, 22:05:00] Bo: "
            + "\u200E<attached: x.jpg>\r\n[17/09/2026, 1:05:00\u202FPM] Ann: hi\r\nmore \u200E<This message was "
            + "edited>\r\n"),
        ("t.json", "{\"name\":\"W\",\"type\":\"c\",\"id\":1,\"messages\":["
            + "{\"id\":1,\"type\":\"message\",\"date\":\"2026-09-17T03:25:10\",\"date_unixtime\":\"1789608310\","
            + "\"from\":\"W\","
            + "\"forwarded_from\":\"C\","
            + "\"text\":[\"a\\n\\ud83d\\ude80\",{\"type\":\"link\",\"text\":\"b\",\"href\":\"https://a.example\"}]}]}"),
        ("g.json", "[{\"sender\":\"A\",\"time\":\"2026-09-17 "
            + "10:00\",\"text\":\"x\\r\\ny\"},{\"sender\":{\"name\":\"B\"},\"time\":1789608310,\"text\":\"z\"}]"),
    ];

    private static readonly string[] Spice =
    [
        "\0", "\r", "\n", "\r\n", "\"", "'", "<", ">", "&", "&#x110000;", "=?", "?=", "=", "--b", "--b--", "\\", "\\u",
            "\\ud800", "{", "}", "[", "]",
        ",", ";", ":", "\t", "\uFEFF", "\u200E", "\uD83D\uDE80", "é", "---\n", "<script>", "</script>", "<table>",
            "<!--", "-->", "<p ", "9999999999999999999999",
        "0/0/0", "99/99/9999", "16/09/2026, 22:04 - ", "Content-Type: ", "charset=utf-7", "charset=utf-16",
            "boundary=", "*0*=", "From: ", "> ", ">>>>>>>>>>>>", "wrote:",
    ];

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void A_damaged_file_of_each_kind_never_breaks_its_reader(int seed)
    {
        var random = new Random(7_000 + seed);
        var (name, text) = Seeds[seed];
        var original = Encoding.UTF8.GetBytes(text);
        for (var round = 0; round < 400; round++)
        {
            var bytes = Damaged(original, random);
            var sidecar = round % 5 == 0
                ? Damaged("source: X\nlabel: TLP:RED//A\npublished: 03/04/2026\ntitle: \"t\"\n"u8.ToArray(), random)
                : null;
            Papers.Read(name, bytes, round % 2 == 0 ? Papers.Berlin : Papers.NoAnswers, sidecar);
        }
    }

    [Fact]
    public void Random_bytes_never_break_a_reader()
    {
        var random = new Random(11);
        for (var round = 0; round < 600; round++)
        {
            var bytes = new byte[random.Next(1, 400)];
            random.NextBytes(bytes);
            if (round % 2 == 0)
            {
                for (var i = 0; i < bytes.Length; i++) bytes[i] = (byte)(bytes[i] % 96 + 32);
            }

            Papers.Read("x", bytes);
        }
    }

    [Fact]
    public void Bytes_in_every_declared_encoding_are_read()
    {
        var random = new Random(13);
        foreach (var name in new[] { "utf-16", "utf-16be", "shift_jis", "gb18030", "big5", "euc-kr", "iso-2022-jp",
            "euc-jp", "koi8-r", "ibm850", "hz-gb-2312", "utf-7", "x-nothing", "macintosh" })
        {
            for (var round = 0; round < 20; round++)
            {
                var body = new byte[random.Next(0, 200)];
                random.NextBytes(body);
                Papers.Read("m.eml",
                    [.. Encoding.ASCII.GetBytes(
                    $"From: a@a.example\nTo: b@b.example\nContent-Type: text/plain; charset={name}\n\n"), .. body]);
                Papers.Read("p.html",
                    [.. Encoding.ASCII.GetBytes($"<!doctype html><meta charset={name}><p>x "), .. body]);
            }
        }
    }

    [Fact]
    public void A_damaged_case_file_never_breaks_its_reader()
    {
        var random = new Random(17);
        var original = Encoding.UTF8.GetBytes(
            "case: c\naudience: {name: x, clearance: TLP:RED}\nhypotheses:\n  - {id: H1, text: \"a\", prior: "
            + "0.1}\nsources:\n  - id: A\n    kind: outlet\n    aliases: [b, c]\nevidence:\n  - {id: E, what: w, "
            + "cells: {H1: C}}\n");
        for (var round = 0; round < 1_000; round++)
        {
            var read = new CaseFileReader().Read("case.yaml", Damaged(original, random));
            Assert.True(read.IsRead || read.Findings.Length > 0);
        }
    }

    /// <summary>A few bytes changed, cut, doubled, moved, or mixed with what parsers trip over.</summary>
    private static byte[] Damaged(byte[] original, Random random)
    {
        var bytes = new List<byte>(original);
        for (var n = random.Next(1, 6); n > 0; n--)
        {
            var at = random.Next(bytes.Count + 1);
            var length = Math.Min(random.Next(1, 40), bytes.Count - at);
            switch (random.Next(6))
            {
                case 0 when at < bytes.Count: bytes[at] = (byte)random.Next(256); break;
                case 1: bytes.RemoveRange(at, length); break;
                case 2: bytes.InsertRange(at, bytes.GetRange(at, length)); break;
                case 3: bytes.InsertRange(random.Next(bytes.Count + 1), bytes.GetRange(at, length)); break;
                case 4: bytes.RemoveRange(Math.Max(at, 1), Math.Max(0, bytes.Count - Math.Max(at, 1))); break;
                default: bytes.InsertRange(at, Encoding.UTF8.GetBytes(Spice[random.Next(Spice.Length)])); break;
            }

            if (bytes.Count == 0) bytes.Add((byte)'x');
        }

        return [.. bytes];
    }
}
