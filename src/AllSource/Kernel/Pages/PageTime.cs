using System.Globalization;

namespace AllSource.Kernel.Pages;

/// <summary>How pages and terminal write a moment.</summary>
public static class PageTime
{
    /// <summary>
    /// A moment as it was reported, to the minute at most: "17 Sep 2026, 10:05"; "no date" when unknown.
    /// </summary>
    public static string When(ReportedTime? time) => time is null ? "no date" : time.Precision switch
    {
        TimePrecision.Year => Format(time.Local, "yyyy"),
        TimePrecision.Month => Format(time.Local, "MMM yyyy"),
        TimePrecision.Day => Format(time.Local, "d MMM yyyy"),
        _ => Format(time.Local, "d MMM yyyy, HH:mm"),
    };

    /// <summary>The day alone: "17 Sep".</summary>
    public static string Day(ReportedTime? time) => time is null ? "no date" : time.Precision switch
    {
        TimePrecision.Year or TimePrecision.Month => When(time),
        _ => Format(time.Local, "d MMM"),
    };

    private static string Format(DateTime time, string format) => time.ToString(format, CultureInfo.InvariantCulture);
}
