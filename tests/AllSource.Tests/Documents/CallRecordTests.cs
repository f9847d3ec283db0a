using System.Text;
using AllSource.Desk;
using AllSource.Kernel;

namespace AllSource.Tests.Documents;

public sealed class CallRecordTests
{
    private const string Skerry = """
        Skerry Telecom
        Period:,2026-09-16 to 2026-09-18

        SEQ,TYPE,A_PARTY,B_PARTY,START,DURATION_S,FIRST_CELL,LAST_CELL,IMEI
        1,MOC,+999205550142,+999205550177,2026-09-17 02:31:22,148,999-07-0412-17611,999-07-0388-20144,004400152020010
        2,SMS-MO,+999205550177,+999205550208,2026-09-17 02:50:02,0,,,004400157731028

        Legend:
        0 = not answered, or short message
        End of extract: 2 rows
        """;

    [Fact]
    public void Rows_become_readable_lines_with_their_number_and_bytes()
    {
        var report = Papers.Only(Papers.Read("calls.csv", Skerry, Papers.Berlin));
        Assert.Equal(2, report.Calls.Length);
        var call = report.Calls[0];
        Assert.Equal(
            "2026-09-17 02:31:22: +999205550142 called +999205550177, 148 s (MOC); cell 999-07-0412-17611 to "
            + "999-07-0388-20144; IMEI 004400152020010",
            call.Row.Of(report.Text));
        Assert.Equal(("+999205550142", "+999205550177", 148, "999-07-0388-20144"),
            (call.From, call.To, call.DurationSeconds, call.LastCell));
        Assert.Equal(ZoneOrigin.Person, call.At!.Zone);
        var segment = report.Segments.Single(s => s.Span == call.Row);
        Assert.Equal((1, 5), (segment.Row, segment.Line));
        Assert.StartsWith("1,MOC,", Skerry[(int)segment.ByteStart..(int)segment.ByteEnd], StringComparison.Ordinal);
        Assert.Contains("sent a message to", report.Calls[1].Row.Of(report.Text), StringComparison.Ordinal);
        Assert.Contains("0 = not answered", report.Text, StringComparison.Ordinal);
        Assert.Equal("Skerry Telecom", report.Facts.Title);
    }

    [Fact]
    public void Times_without_a_zone_are_asked_for_once()
    {
        var reading = Papers.Read("calls.csv", Skerry);
        Assert.Single(reading.Questions);
        Assert.Single(reading.Findings, f => f.Kind == "time-without-zone");
        Assert.Null(reading.Reports[0].Calls[0].At!.Offset);
    }

    [Fact]
    public void A_count_that_does_not_agree_is_a_doubt()
    {
        var reading = Papers.Read("calls.csv", Skerry.Replace("2 rows", "3 rows", StringComparison.Ordinal),
            Papers.Berlin);
        Assert.Equal("row-count", Papers.Kinds(reading));
    }

    [Fact]
    public void A_missing_column_is_named()
    {
        var reading = Papers.Read("calls.csv",
            "TYPE,A_PARTY,START,DURATION_S\nMOC,1,2026-09-17 02:31,5\nMOC,1,2026-09-17 02:31,5\n");
        Assert.Equal(ReadingState.Failed, reading.State);
        var finding = Assert.Single(reading.Findings);
        Assert.Equal(("column-missing", 1), (finding.Kind, finding.Where.Line));
        Assert.Contains("B_PARTY", finding.What, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Anrufer;Zielrufnummer;Datum;Uhrzeit;Dauer "
        + "(s)\n111;222;15.01.2026;10:30:45;61\n333;444;16.01.2026;11:00:00;0\n", 15, 61)]
    [InlineData("Calling Number\tCalled Number\tDate & Time\tCall Duration (HH:MM:SS)\n111\t222\t15-01-2026 "
        + "10:30:45\t00:01:01\n333\t444\t16-01-2026 11:00:00\t0:00:00\n", 15, 61)]
    [InlineData("\"Caller\",\"Callee\",\"Start "
        + "time\",\"Duration\"\n\"111\",\"222\",\"2026-01-15T10:30:45\",\"61\"\n"
        + "\"333\",\"444\",\"2026-01-16T11:00:00\",\"0\"\n", 15, 61)]
    [InlineData("Numéro appelant|Numéro appelé|Date heure|Durée\n111|222|15/01/2026 "
        + "10:30:45|61\n333|444|16/01/2026 11:00:00|0\n", 15, 61)]
    [InlineData("Calling Party,Called Party,Call Date,Call Time,Dur(s)\n=\"111\",'222,01/15/2026,10:30:45 "
        + "AM,61\n333,444,01/16/2026,11:00:00 AM,0\n", 15, 61)]
    public void Operators_words_delimiters_and_dates_differ(string sheet, int day, int seconds)
    {
        var report = Papers.Only(Papers.Read("calls.csv", sheet));
        var call = report.Calls[0];
        Assert.Equal(("111", "222", seconds), (call.From, call.To, call.DurationSeconds));
        Assert.Equal(new DateTime(2026, 1, day, 10, 30, 45), call.At!.Local);
    }

    [Fact]
    public void Dates_that_could_be_read_both_ways_are_asked_for()
    {
        const string sheet = "A_PARTY,B_PARTY,START,DURATION_S\n1,2,03/04/2026 10:30:45,5\n1,2,03/04/2026 11:30:45,5\n";
        var open = Papers.Read("calls.csv", sheet);
        Assert.Contains(AllSource.Documents.ReadingQuestions.DateOrder, open.Questions);
        Assert.All(open.Reports[0].Calls, c => Assert.Null(c.At));
        Assert.Equal(4, Papers.Read("calls.csv", sheet, Papers.Berlin).Reports[0].Calls[0].At!.Local.Month);
    }

    [Fact]
    public void Local_time_and_UTC_side_by_side_state_the_zone()
    {
        var report = Papers.Only(Papers
            .Read("calls.csv",
            "A_PARTY,B_PARTY,START,START_UTC,DURATION_S\n1,2,2026-01-15 10:30:45,2026-01-15 09:30:45,5\n"));
        Assert.Equal((TimeSpan.FromHours(1), ZoneOrigin.Stated),
            (report.Calls[0].At!.Offset!.Value, report.Calls[0].At!.Zone));
    }

    [Fact]
    public void Numbers_that_a_spreadsheet_rounded_are_a_doubt()
    {
        var reading = Papers.Read("calls.csv",
            "A_PARTY,B_PARTY,START,DURATION_S,IMEI\n1,2,2026-01-15 10:30:45,5,3.52099E+14\n", Papers.Berlin);
        var finding = Assert.Single(reading.Findings);
        Assert.Equal(("digits-lost", 1), (finding.Kind, finding.Where.Row));
        Assert.Contains("'IMEI'", finding.What, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_seen_from_one_subscriber_take_their_direction_from_the_type()
    {
        var report = Papers.Only(Papers
            .Read("calls.csv",
            "Subscriber,Other party,Direction,Start,Duration\n111,222,OUT,2026-01-15 "
            + "10:30,5\n111,333,Incoming,2026-01-15 10:31,5\n", Papers.Berlin));
        Assert.Equal([("111", "222"), ("333", "111")], report.Calls.Select(c => (c.From, c.To)));
    }

    [Fact]
    public void A_row_that_cannot_be_read_stays_in_the_text_and_is_listed()
    {
        var reading = Papers.Read("calls.csv",
            "A_PARTY,B_PARTY,START,DURATION_S\n1,2,2026-01-15 10:30:45,5\n,2,2026-01-15 10:31:45,lots\n",
            Papers.Berlin);
        Assert.Contains(",2,2026-01-15 10:31:45,lots", Papers.Only(reading).Text, StringComparison.Ordinal);
        Assert.Equal(2, Assert.Single(reading.Findings, f => f.Kind == "row-unread").Where.Row);
    }

    [Fact]
    public void Other_tables_are_named_as_not_yet_read()
    {
        var reading = Papers.Read("fruit.csv", "name,colour,weight\napple,red,5\npear,green,6\n");
        Assert.Equal(("table", ReadingState.NotYetRead), (reading.Format, reading.State));
    }

    [Fact]
    public void Windows_1252_and_line_ends_of_other_systems_are_read()
    {
        var bytes = Encoding.Latin1
            .GetBytes("Anrufer;Angerufener;Beginn;Dauer;Dienst\r\n111;222;15.01.2026 10:30:45;61;Gespr\u00E4ch\r\n");
        Assert.Equal("Gespräch", Papers.Only(Papers.Read("x", bytes)).Calls[0].Type);
    }

    [Fact]
    public void An_open_quotation_mark_does_not_swallow_the_rest()
    {
        var report = Papers.Only(Papers
            .Read("calls.csv",
            "A_PARTY,B_PARTY,START,DURATION_S,NOTE\n1,2,2026-01-15 10:30:45,5,\"open\n3,4,2026-01-15 10:30:45,5,x\n",
            Papers.Berlin));
        Assert.Equal(2, report.Calls.Length);
    }
}
