using System.Text;
using AllSource.Access;
using AllSource.Desk;
using AllSource.Kernel;
using AllSource.Reports;

namespace AllSource.Tests.Documents;

public sealed class PlainTextTests
{
    [Fact]
    public void Front_matter_is_not_text_and_offsets_stay_true()
    {
        const string paper =
            "---\r\nsource: HERON\r\nlabel: TLP:RED//HERON\r\npublished: 2026-09-18T21:10:00+02:00\r\n---\r\nErste "
            + "Zeile.\r\nZweite – Zeile.\r\n";
        var report = Papers.Only(Papers.Read("a.md", paper));
        Assert.Equal("Erste Zeile.\nZweite – Zeile.\n", report.Text);
        Assert.Equal(new("HERON"), report.Facts.Source);
        Assert.Equal(Label.Of(Tlp.Red, "HERON"), report.Label);
        Assert.Equal(ZoneOrigin.Stated, report.Facts.Published!.Zone);
        var second = report.Segments.First(s => s.Span.Of(report.Text).StartsWith("Zweite", StringComparison.Ordinal));
        Assert.Equal(7, second.Line);
        Assert.True(second.Exact);
    }

    [Fact]
    public void The_sidecar_ranks_over_front_matter()
    {
        var report = Papers.Only(Papers
            .Read("a.txt", "---\nsource: One\ntitle: Kept\n---\ntext",
            sidecar: "source: Two\nurl: https://a.example/x\n"));
        Assert.Equal("Two", report.Facts.Source!.Value.Name);
        Assert.Equal("Kept", report.Facts.Title);
        Assert.Equal("https://a.example/x", report.Facts.Url);
    }

    [Fact]
    public void An_unknown_key_is_named_with_its_place_and_the_nearest_known_one()
    {
        var reading = Papers.Read("a.txt", "---\ntitle: T\nsuorce: X\n---\ntext");
        var finding = Assert.Single(reading.Findings);
        Assert.Equal(("unknown-key", 3, 1), (finding.Kind, finding.Where.Line, finding.Where.Column));
        Assert.Contains("'source'", finding.WayOut, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("label: SECRET", "label-unread")]
    [InlineData("label: [TLP:RED]", "wrong-type")]
    [InlineData("label: TLP:RED\ntitle: a: b: c", "yaml-syntax")]
    public void A_label_that_cannot_be_read_lets_nobody_see_the_report(string yaml, string kind)
    {
        var reading = Papers.Read("a.txt", $"---\n{yaml}\n---\ntext");
        Assert.Contains(kind, Papers.Kinds(reading), StringComparison.Ordinal);
        var label = Papers.Only(reading).Label;
        Assert.True(label.IsSealed || label == Label.Of(Tlp.Red), label.ToString());
    }

    [Fact]
    public void A_title_with_a_colon_too_many_is_read_line_by_line()
    {
        var report = Papers.Only(Papers.Read("a.txt", "---\ntitle: Correction: crane\nlabel: TLP:GREEN\n---\ntext"));
        Assert.Equal(("Correction: crane", Label.Of(Tlp.Green)), (report.Facts.Title, report.Label));
    }

    [Fact]
    public void A_label_in_front_matter_that_was_never_closed_seals_the_report()
    {
        var reading = Papers.Read("a.md", "---\nsource: X\nlabel: TLP:RED\n\nA text without end of its front matter.");
        Assert.True(Papers.Only(reading).Label.IsSealed);
        Assert.Equal(3, Assert.Single(reading.Findings, f => f.Kind == "front-matter-open").Where.Line);
    }

    [Fact]
    public void Two_rules_without_keys_between_are_not_front_matter()
    {
        var report = Papers.Only(Papers.Read("a.md", "---\nA line and no key\n---\nrest"));
        Assert.StartsWith("---", report.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_nobody_says_is_unknown()
    {
        var report = Papers.Only(Papers.Read("a.txt", "Some words."));
        Assert.Equal((Discipline.Unknown, null, null, null),
            (report.Facts.Discipline, report.Facts.Source, report.Facts.Published, report.Facts.Author));
        Assert.Equal(Label.Of(Tlp.Amber), report.Label);
    }

    [Fact]
    public void A_time_without_a_zone_is_asked_for_and_a_persons_answer_is_named_as_such()
    {
        const string paper = "---\npublished: 2026-09-17 10:05\n---\ntext";
        var open = Papers.Read("a.txt", paper);
        Assert.Single(open.Questions);
        Assert.Null(Papers.Only(open).Facts.Published!.Offset);
        var answered = Papers.Read("a.txt", paper, Papers.Berlin);
        Assert.Empty(answered.Questions);
        Assert.Equal(ZoneOrigin.Person, Papers.Only(answered).Facts.Published!.Zone);
    }

    [Fact]
    public void Addresses_in_the_text_are_citations()
    {
        var report = Papers.Only(Papers
            .Read("a.md", "# T\nSee [it](https://a.example/b_(c)), or https://d.example/e. And (https://f.example)."));
        Assert.Equal(["https://a.example/b_(c)", "https://d.example/e", "https://f.example"], report.Cites);
    }

    [Theory]
    [InlineData("utf-8", true)]
    [InlineData("utf-16", false)]
    [InlineData("utf-16BE", false)]
    [InlineData("utf-32", false)]
    public void A_byte_order_mark_tells_the_encoding(string name, bool exact)
    {
        var encoding = Encoding.GetEncoding(name);
        const string text = "Größe – “quoted” 🙂\nnext";
        var report = Papers.Only(Papers.Read("a.txt", [.. encoding.GetPreamble(), .. encoding.GetBytes(text)]));
        Assert.Equal(text, report.Text);
        Assert.Equal(exact, report.Segments.All(s => s.Exact));
        Assert.Equal([1, 2], report.Segments.Select(s => s.Line!.Value).Distinct());
    }

    [Fact]
    public void UTF_16_without_a_mark_is_a_named_guess()
    {
        var reading = Papers.Read("a.txt", Encoding.Unicode.GetBytes("A report without a mark at its start."));
        Assert.Equal("A report without a mark at its start.", Papers.Only(reading).Text);
        Assert.Contains(reading.Findings, f =>
            f.Kind == "encoding-guessed" && f.What.Contains("utf-16le", StringComparison.Ordinal));
    }

    [Fact]
    public void Bytes_that_are_no_UTF_8_are_read_as_a_named_guess_with_the_place_of_the_first()
    {
        byte[] bytes = [.. "Die Gr"u8, 0xF6, 0xDF, .. "e: 5 "u8, 0x80];
        var reading = Papers.Read("a.txt", bytes);
        Assert.Equal("Die Größe: 5 €", Papers.Only(reading).Text);
        var finding = Assert.Single(reading.Findings);
        Assert.Equal((FindingWeight.Doubt, 6L), (finding.Weight, finding.Where.Byte));
        Assert.Contains("windows-1252", finding.What, StringComparison.Ordinal);
    }

    [Fact]
    public void One_stray_byte_in_a_UTF_8_text_costs_no_other_letter()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes("Viele Wörter für müde Köpfe, "), 0xE9, .. Encoding.UTF8
            .GetBytes(" – fertig")];
        Assert.Equal("Viele Wörter für müde Köpfe, é – fertig", Papers.Only(Papers.Read("a.txt", bytes)).Text);
    }

    [Fact]
    public void Cyrillic_without_a_declaration_is_told_by_its_letters()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        const string text = "Официальный представитель заявил, что порт работает в обычном режиме и пострадавших нет.";
        foreach (var name in new[] { "windows-1251", "koi8-r" })
        {
            Assert.Equal(text, Papers.Only(Papers.Read("a.txt", Encoding.GetEncoding(name).GetBytes(text))).Text);
        }
    }

    [Fact]
    public void An_empty_file_and_one_of_white_space_fail_in_a_sentence()
    {
        foreach (var text in new[] { "", "  \r\n\t ", "---\ntitle: T\n---\n" })
        {
            var reading = Papers.Read("a.txt", text);
            Assert.Equal(ReadingState.Failed, reading.State);
            Assert.Equal("empty", Papers.Kinds(reading));
        }
    }

    [Fact]
    public void A_binary_named_txt_fails_in_a_sentence()
    {
        var bytes = new byte[5000];
        new Random(1).NextBytes(bytes);
        bytes[0] = 0x05;
        var reading = Papers.Read("notes.txt", bytes);
        Assert.Equal((ReadingState.Failed, "binary"), (reading.State, Papers.Kinds(reading)));
    }

    [Fact]
    public void Two_hundred_megabytes_are_refused_before_they_are_read()
    {
        var file = new IncomingFile("dump.txt", 200L << 20, () =>
            new MemoryStream("Just a text that goes on and on."u8.ToArray()));
        var reading = new AllSource.Documents.ReportReader().RefuseByLength(file);
        Assert.Equal((ReadingState.Failed, "too-long"), (reading!.State, Papers.Kinds(reading)));
        Assert.Contains("200 MB", reading.Findings[0].What, StringComparison.Ordinal);
    }

    [Fact]
    public void Sidecar_and_part_make_the_id_and_the_name_does_not()
    {
        var first = Papers.Only(Papers.Read("a.txt", "text"));
        Assert.Equal(first.Id, Papers.Only(Papers.Read("b/c.txt", "text")).Id);
        Assert.NotEqual(first.Id, Papers.Only(Papers.Read("a.txt", "text", sidecar: "title: T")).Id);
    }
}
