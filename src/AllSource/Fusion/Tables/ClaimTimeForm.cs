using System.Globalization;

namespace AllSource.Fusion.Tables;

/// <summary>
/// Reads when a claim was made: a date (a whole day, wherever on earth), or a date and time by ISO 8601. Without a zone
/// it is that time somewhere on earth, from UTC−12 to UTC+14, and never guessed.
/// </summary>
internal static class ClaimTimeForm
{
    private static readonly TimeSpan MostEast = TimeSpan.FromHours(14);
    private static readonly TimeSpan MostWest = TimeSpan.FromHours(12);

    private static readonly string[] Zoned =
        ["yyyy-MM-ddTHH:mmK", "yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-ddTHH:mm:ss.FFFFFFFK", "yyyy-MM-dd HH:mm:ssK"];

    /// <returns>Null where it is none of these.</returns>
    public static ClaimTime? Of(string text)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return Somewhere(day.ToDateTime(TimeOnly.MinValue), day.ToDateTime(TimeOnly.MaxValue));
        if (!DateTime.TryParseExact(text, Zoned, CultureInfo.InvariantCulture,
            DateTimeStyles.AdjustToUniversal, out var time)) return null;
        return time.Kind == DateTimeKind.Utc ? new ClaimTime(time.Ticks, time.Ticks) : Somewhere(time, time);
    }

    private static ClaimTime Somewhere(DateTime first, DateTime last) =>
        new(first.Ticks - MostEast.Ticks, last.Ticks + MostWest.Ticks);
}
