using AllSource.Kernel;

namespace AllSource.Tests.Kernel;

public sealed class ReportedTimeTests
{
    [Fact]
    public void A_time_without_a_zone_is_not_surely_before_one_an_hour_later()
    {
        var first = ReportedTime.TryIso("2026-03-01T10:00")!;
        var second = ReportedTime.TryIso("2026-03-01T11:00+01:00")!;
        Assert.Equal(ZoneOrigin.Unknown, first.Zone);
        Assert.False(first.IsSurelyBefore(second));
        Assert.True(first.WithZone(TimeSpan.FromHours(1)).IsSurelyBefore(second));
    }

    [Theory]
    [InlineData("2026", TimePrecision.Year)]
    [InlineData("2026-03", TimePrecision.Month)]
    [InlineData("2026-03-01", TimePrecision.Day)]
    [InlineData("2026-03-01 10:30", TimePrecision.Minute)]
    [InlineData("2026-03-01T10:30:05.25Z", TimePrecision.Second)]
    public void Precision_is_what_was_written(string written, TimePrecision precision) =>
        Assert.Equal(precision, ReportedTime.TryIso(written)!.Precision);

    [Theory]
    [InlineData("")]
    [InlineData("yesterday")]
    [InlineData("2026-13-01")]
    [InlineData("03/01/2026")]
    public void What_is_no_ISO_time_is_not_guessed(string written) => Assert.Null(ReportedTime.TryIso(written));
}
