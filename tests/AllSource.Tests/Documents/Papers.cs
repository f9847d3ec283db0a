using System.Text;
using AllSource.Access;
using AllSource.Desk;
using AllSource.Documents;
using AllSource.Reports;

namespace AllSource.Tests.Documents;

/// <summary>Reads files that a test makes up, and checks of every reading what must hold of all.</summary>
internal static class Papers
{
    public static ReadingAnswers NoAnswers { get; } = new(Label.Of(Tlp.Amber));

    public static ReadingAnswers Berlin { get; } = new(Label.Of(Tlp.Amber), TimeSpan.FromHours(2), DateOrder.DayFirst);

    public static FileReading Read(string name, string text, ReadingAnswers? answers = null, string? sidecar = null) =>
        Read(name, Encoding.UTF8.GetBytes(text), answers, sidecar is null ? null : Encoding.UTF8.GetBytes(sidecar));

    public static FileReading Read(string name, byte[] bytes, ReadingAnswers? answers = null, byte[]? sidecar = null)
    {
        var file = new IncomingFile(name, bytes.Length, () => new MemoryStream(bytes));
        var reading = new ReportReader().Read(
            file, bytes, sidecar is null ? null : (ReadOnlyMemory<byte>?)sidecar, answers ?? NoAnswers);
        Check(reading, bytes);
        return reading;
    }

    public static Report Only(FileReading reading)
    {
        Assert.True(reading.State is ReadingState.Read, string.Join('\n', reading.Findings));
        return Assert.Single(reading.Reports);
    }

    public static string Kinds(FileReading reading) =>
        string.Join(' ', reading.Findings.Select(f => f.Kind).Distinct());

    /// <summary>What must hold of any reading of any bytes.</summary>
    public static void Check(FileReading reading, byte[] bytes)
    {
        Assert.DoesNotContain(reading.Findings, f => f.Kind == "reader-fault");
        Assert.InRange(reading.Sureness, 0, 1);
        Assert.NotEmpty(reading.Why);
        Assert.Equal(reading.State is ReadingState.Read, reading.Reports.Length > 0);
        if (reading.State is not ReadingState.Read) Assert.NotEmpty(reading.Findings);
        Assert.Equal(reading.Reports.Length, reading.Reports.Select(r => r.Id).Distinct().Count());
        foreach (var report in reading.Reports) Check(report, bytes);
    }

    private static void Check(Report report, byte[] bytes)
    {
        var at = 0;
        foreach (var segment in report.Segments)
        {
            Assert.True(segment.Span.Start >= at && segment.Span.End <= report.Text.Length,
                $"segment {segment.Span} after {at}");
            Assert.True(segment.ByteStart >= 0 && segment.ByteEnd >= segment.ByteStart
                && segment.ByteEnd <= bytes.Length, $"bytes of {segment}");
            Assert.True(segment.Line is null or >= 1);
            at = segment.Span.End;
            if (!segment.Exact) continue;
            Assert.Equal(segment.Span.Of(report.Text), Encoding.UTF8
                .GetString(bytes, (int)segment.ByteStart, (int)(segment.ByteEnd - segment.ByteStart)));
        }

        Assert.Equal(report.Text, Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(report.Text))); // no lone surrogates
        var spans = report.Quoted.Select(q => q.Span).Concat(report.Messages.Select(m => m.Body))
            .Concat(report.Calls.Select(c => c.Row));
        foreach (var span in spans) Assert.InRange(span.End, span.Start, report.Text.Length);
        Assert.False(string.IsNullOrWhiteSpace(report.Text) && report.Facts.Title is null
            && report.Facts.Author is null);
    }
}
