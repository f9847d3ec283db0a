using AllSource.Desk;
using AllSource.Documents;
using AllSource.Kernel;

namespace AllSource.Tests.Documents;

public sealed class ChatTests
{
    [Theory]
    [InlineData("[16/09/2026, 22:04:11] Bo: one\r\n[17/09/2026, 02:44:03] Ann: two\r\n", "2026-09-16T22:04:11")]
    [InlineData("16/09/2026, 22:04 - Bo: one\n17/09/2026, 02:44 - Ann: two\n", "2026-09-16T22:04:00")]
    [InlineData("9/16/26, 10:04\u202FPM - Bo: one\n9/17/26, 2:44\u202FAM - Ann: two\n", "2026-09-16T22:04:00")]
    [InlineData("[16.09.26, 10:04:11 PM] Bo: one\n[17.09.26, 2:44:03\u00A0AM] Ann: two\n", "2026-09-16T22:04:11")]
    [InlineData("16/9/2026 22:04 - Bo: one\n17/9/2026 2:44 - Ann: two\n", "2026-09-16T22:04:00")]
    [InlineData("16/09/26 10:04 p. m. - Bo: one\n17/09/26 2:44 a. m. - Ann: two\n", "2026-09-16T22:04:00")]
    [InlineData("2026/09/16 22:04 - Bo: one\n2026/09/17 2:44 - Ann: two\n", "2026-09-16T22:04:00")]
    [InlineData("2026-09-16, 10:04 p.m. - Bo: one\n2026-09-17, 2:44 a.m. - Ann: two\n", "2026-09-16T22:04:00")]
    [InlineData("16.9.2026 klo 22.04 - Bo: one\n17.9.2026 klo 2.44 - Ann: two\n", "2026-09-16T22:04:00")]
    [InlineData("\u200F\u0661\u0666\u200F/\u0669\u200F/\u0662\u0660\u0662\u0666\u060C \u0661\u0660:\u0660\u0664 "
        + "\u0645 - Bo: one\n\u0661\u0667/\u0669/\u0662\u0660\u0662\u0666\u060C \u0662:\u0664\u0664 \u0635 - Ann: "
        + "two\n", "2026-09-16T22:04:00")]
    [InlineData("2026/9/16 午後10:04 - Bo: one\n2026/9/17 午前2:44 - Ann: two\n", "2026-09-16T22:04:00")]
    [InlineData("\u200E[16/09/2026, 22:04:11] Bo: \u200Eone\n[17/09/2026, 02:44:03] Ann: two\n", "2026-09-16T22:04:11")]
    public void Every_locale_writes_the_head_of_a_line_its_own_way(string export, string first)
    {
        if (export.Contains("\u200Eone", StringComparison.Ordinal)) export = export
            .Replace("\u200Eone", "one", StringComparison.Ordinal);
        var reading = Papers.Read("_chat.txt", export, Papers.Berlin with { DateOrder = null });
        var report = Papers.Only(reading);
        Assert.Equal("chat-whatsapp", reading.Format);
        Assert.Equal([("Bo", "one"), ("Ann", "two")], report.Messages.Select(m => (m.Sender, m.Body.Of(report.Text))));
        Assert.Equal(DateTime.Parse(first, System.Globalization.CultureInfo.InvariantCulture),
            report.Messages[0].SentAt!.Local);
        Assert.Empty(reading.Questions);
    }

    [Fact]
    public void The_chat_never_says_its_zone_so_it_is_asked()
    {
        var reading = Papers.Read("_chat.txt", "[16/09/2026, 22:04:11] Bo: one\n[17/09/2026, 02:44:03] Ann: two\n");
        Assert.Equal([ReadingQuestions.Zone], reading.Questions);
        Assert.Equal(ZoneOrigin.Unknown, reading.Reports[0].Messages[0].SentAt!.Zone);
    }

    [Theory]
    [InlineData("03/04/2026,04/04/2026", null)]                     // 3 and 4 April, or 4 March and 4 April
    [InlineData("28/02/2026,01/03/2026", DateOrder.DayFirst)]       // a number over 12
    [InlineData("02/01/2026,03/01/2026,01/02/2026",
        DateOrder.DayFirst)] // 1 February after 3 January; else time ran back
    [InlineData("01/02/2026,01/03/2026,02/01/2026", DateOrder.MonthFirst)]
    [InlineData("26/09/11,26/09/12,26/10/01", DateOrder.YearFirst)]
    public void The_order_of_dates_is_proven_by_the_file_or_asked(string dates, DateOrder? order)
    {
        var export = string.Concat(dates.Split(',').Select(d => $"{d}, 10:00 - Bo: x\n"));
        var reading = Papers.Read("_chat.txt", export, Papers.Berlin with { DateOrder = null });
        Assert.Equal(order is null, reading.Questions.Contains(ReadingQuestions.DateOrder));
        var first = reading.Reports[0].Messages[0].SentAt;
        Assert.Equal(order, first is null ? null : first.Local.Day.ToString("00", null) == dates[..2]
            ? DateOrder.DayFirst
            : first.Local.Month.ToString("00", null) == dates[..2] ? DateOrder.MonthFirst : DateOrder.YearFirst);
    }

    [Fact]
    public void Lines_without_a_head_go_on_the_message_before()
    {
        var report = Papers.Only(Papers
            .Read("c.txt",
            "[16/09/2026, 22:04:11] Bo: one:\n- two\n\n[not a head] three\n[17/09/2026, 02:44:03] Ann: four\n"));
        Assert.Equal("one:\n- two\n\n[not a head] three", report.Messages[0].Body.Of(report.Text));
    }

    [Fact]
    public void Marks_of_the_exporter_are_not_what_people_said()
    {
        const string export = """
            [16/09/2026, 22:04:11] Crew: ‎Messages and calls are end-to-end encrypted.
            [16/09/2026, 22:05:00] Bo: ‎<attached: 00000021-PHOTO.jpg>
            [16/09/2026, 22:05:30] Bo: ‎image omitted
            [16/09/2026, 22:06:00] ~ Zaki: ‎This message was deleted.
            [16/09/2026, 22:07:00] Ann: See you there ‎<This message was edited>
            [16/09/2026, 22:08:00] Ann: the image omitted the crane
            [16/09/2026, 22:09:00] ‎Ann left
            """;
        var reading = Papers.Read("c.txt", export, Papers.Berlin);
        var report = Papers.Only(reading);
        Assert.Equal(["", "", "", "See you there", "the image omitted the crane"], report.Messages
            .Select(m => m.Body.Of(report.Text)));
        Assert.Equal("~ Zaki", report.Messages[2].Sender);
        Assert.Equal(4, report.KnownUnknowns.Length);
        Assert.Contains(reading.Findings, f =>
            f.Kind == "attachment" && f.What.Contains("PHOTO", StringComparison.Ordinal) && f.Where.Line == 2);
    }

    [Fact]
    public void Androids_system_lines_have_no_sender_even_with_a_colon_in_a_subject()
    {
        const string export =
            "16/09/2026, 22:04 - Bo created group \"Crew: night\"\n16/09/2026, 22:05 - Bo: hello\n16/09/2026, "
            + "22:06 - Bo: IMG-1.jpg (file attached)\ncaption?\n16/09/2026, 22:07 - Ann: <Media omitted>\n";
        var report = Papers.Only(Papers.Read("c.txt", export, Papers.Berlin));
        Assert.Equal(["Bo", "Bo", "Ann"], report.Messages.Select(m => m.Sender));
    }

    [Fact]
    public void Telegram_gives_instants_relays_and_texts_in_pieces()
    {
        const string export = """
            {"name":"Watch","type":"public_channel","id":1,"messages":[
             {"id":1,"type":"service","date":"2026-09-17T03:00:00","actor":"Watch","action":"create_channel","text":""},
             {"id":2,"type":"message","date":"2026-09-17T03:25:10","date_unixtime":"1789608310","from":"Watch",
               "from_id":"channel1","text":"Sirens\nat gate 2 \ud83d\ude80"},
             {"id":3,"type":"message","date":"2026-09-17T11:48:30","date_unixtime":"1789638510","from":"Watch",
               "forwarded_from":"The \"Courier\"","text":["Said ",{"type":"bold","text":"the port"},
               {"type":"text_link","text":" here","href":"https://a.example/x"}]},
             {"id":4,"type":"message","date":"2026-09-17T12:00:00","from":null,"from_id":"user5","photo":"p.jpg",
               "text":""}
            ]}
            """;
        var reading = Papers.Read("result.json", export);
        var report = Papers.Only(reading);
        Assert.Equal(["Sirens\nat gate 2 🚀", "Said the port here", ""], report.Messages
            .Select(m => m.Body.Of(report.Text)));
        Assert.Equal((TimeSpan.FromHours(2), ZoneOrigin.Stated),
            (report.Messages[0].SentAt!.Offset!.Value, report.Messages[0].SentAt!.Zone));
        Assert.Equal("The \"Courier\"", report.Messages[1].ForwardedFrom);
        Assert.Equal("Said the port here", Assert.Single(report.Quoted).Span.Of(report.Text));
        Assert.Equal("Deleted account", report.Messages[2].Sender);
        Assert.Equal(["https://a.example/x"], report.Cites);
        Assert.Equal([ReadingQuestions.Zone], reading.Questions); // the last message has a local time alone
        Assert.Equal("Watch", report.Facts.Title);
    }

    [Fact]
    public void An_account_gives_one_report_a_chat()
    {
        var reading = Papers.Read("result.json", """
            {"about":"x","chats":{"about":"","list":[
            {"name":"A","type":"personal_chat","id":1,"messages":[{"id":1,"type":"message",
              "date":"2026-09-17T03:25:10","from":"Bo","text":"one"}]},
            {"name":"B","type":"private_group","id":2,"messages":[{"id":1,"type":"message",
              "date":"2026-09-17T03:25:10","from":"Ann","text":"two"}]},
            {"name":"C","type":"saved_messages","id":3,"messages":[]}]}}
            """, Papers.Berlin);
        Assert.Equal(["A", "B"], reading.Reports.Select(r => r.Facts.Title));
        Assert.Equal(["chat:1", "chat:2"], reading.Reports.Select(r => r.Segments[0].Part));
    }

    [Theory]
    [InlineData("""
        [{"sender":"Bo","time":"2026-09-17T03:25:10Z","text":"one"},{"sender":"Ann","time":"2026-09-17T03:26:10Z",
          "text":"two"}]
        """)]
    [InlineData("""
        {"messages":[{"user":{"name":"Bo"},"ts":1789608310,"message":"one"},{"user":{"name":"Ann"},"ts":1789608370.5,
          "message":"two"}]}
        """)]
    [InlineData("""
        {"participants":[],"messages":[{"sender_name":"Bo","timestamp_ms":1789608310000,"content":"one"},
          {"sender_name":"Ann","timestamp_ms":1789608370000,"content":"two"}]}
        """)]
    public void A_plain_array_of_messages_is_read(string export)
    {
        var report = Papers.Only(Papers.Read("m.json", export));
        Assert.Equal([("Bo", "one"), ("Ann", "two")], report.Messages.Select(m => (m.Sender, m.Body.Of(report.Text))));
        Assert.Equal(new DateTime(2026, 9, 17, 1, 25, 10)
            .AddHours(report.Messages[0].SentAt!.AsWritten.EndsWith('Z') ? 2 : 0), report.Messages[0].SentAt!.Local);
    }

    [Fact]
    public void Letters_that_were_written_as_bytes_are_put_together_again()
    {
        var report = Papers.Only(Papers
            .Read("m.json",
            """
            {"messages":[{"sender_name":"Bo","timestamp_ms":1789608310000,
              "content":"Gr\u00c3\u00bc\u00c3\u009fe \u00f0\u009f\u009a\u0080"}]}
            """));
        Assert.Equal("Grüße 🚀", report.Messages[0].Body.Of(report.Text));
    }

    [Fact]
    public void Other_JSON_is_not_yet_read_and_broken_JSON_names_its_place()
    {
        Assert.Equal(("json", ReadingState.NotYetRead), Shape(Papers.Read("x.json", """{"a":[1,2]}""")));
        var broken = Papers.Read("x.json", "{\"messages\":[\n{\"id\":1,\n");
        Assert.Equal((ReadingState.Failed, "json-broken", 3),
            (broken.State, broken.Findings[0].Kind, broken.Findings[0].Where.Line));
        var deep = Papers.Read("x.json", string.Concat(Enumerable.Repeat("[", 100_000)));
        Assert.Contains("64", deep.Findings[0].What, StringComparison.Ordinal);

        static (string, ReadingState) Shape(FileReading reading) => (reading.Format, reading.State);
    }
}
