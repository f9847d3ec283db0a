using System.Globalization;

namespace AllSource.Kernel;

/// <summary>Who said in which zone a time is: the text itself, a person who was asked, or nobody.</summary>
public enum ZoneOrigin
{
    Unknown,
    Stated,
    Person,
}

public enum TimePrecision
{
    Year,
    Month,
    Day,
    Minute,
    Second,
}

/// <summary>
/// A time as it was reported: the text as written, the wall-clock reading, the offset from UTC if anybody knows it, and
/// how precise it is. A time without a zone is never silently UTC: it stands for every instant that it could be, from
/// UTC+14 to UTC-12.
/// </summary>
public sealed record ReportedTime(
    string AsWritten, DateTime Local, TimeSpan? Offset, ZoneOrigin Zone, TimePrecision Precision)
{
    private static readonly TimeSpan EastMost = TimeSpan.FromHours(14);
    private static readonly TimeSpan WestMost = TimeSpan.FromHours(-12);

    /// <summary>
    /// Two clocks of which nobody knows the zone: only a few islands of the Pacific are farther from each other.
    /// </summary>
    private static readonly TimeSpan BetweenZones = TimeSpan.FromHours(24);

    /// <summary>The first instant that this can mean, in UTC.</summary>
    public DateTime Earliest => Shifted(Local, Offset ?? EastMost);

    /// <summary>The first instant after all those that this can mean, in UTC.</summary>
    public DateTime Latest => Shifted(EndOfPrecision, Offset ?? WestMost);

    private DateTime EndOfPrecision => Precision switch
    {
        TimePrecision.Year => Local.Year < 9999 ? Local.AddYears(1) : DateTime.MaxValue,
        TimePrecision.Month => Local < new DateTime(9999, 12, 1) ? Local.AddMonths(1) : DateTime.MaxValue,
        TimePrecision.Day => Local.Date < DateTime.MaxValue.Date ? Local.AddDays(1) : DateTime.MaxValue,
        TimePrecision.Minute => Local.AddMinutes(1),
        TimePrecision.Second => Local.AddSeconds(1),
        _ => throw new ArgumentOutOfRangeException(nameof(Precision), Precision, "not a precision"),
    };

    /// <summary>
    /// True when this is earlier than the other, whatever the unknown zones and the missing digits are. Of two bare
    /// days the second must be the day after next. No circle can be made of it: <see cref="Earliest"/> ascends.
    /// </summary>
    public bool IsSurelyBefore(ReportedTime other) => Latest <= other.Earliest
        || (Offset is null && other.Offset is null && other.Local - EndOfPrecision >= BetweenZones);

    /// <summary>Reads ISO 8601 (date, date and time, with or without zone); null when it is none.</summary>
    public static ReportedTime? TryIso(string? text)
    {
        var s = text?.Trim() ?? "";
        foreach (var (format, precision) in DateFormats)
        {
            if (s.Length == format.Length && Exact(s, format) is { } date)
            {
                return new(s, date, null, ZoneOrigin.Unknown, precision);
            }
        }

        var wall = s.Length > 10 && s[10] is ' ' or 't' ? $"{s[..10]}T{s[11..]}" : s;
        var offset = TakeOffset(ref wall);
        foreach (var (format, precision) in WallFormats)
        {
            if ((wall.Length == 16) == (precision == TimePrecision.Minute) && Exact(wall, format) is { } at)
            {
                return new(s, at, offset, offset is null ? ZoneOrigin.Unknown : ZoneOrigin.Stated, precision);
            }
        }

        return null;
    }

    /// <summary>The same time with the zone that a person gave for it; a stated zone is kept.</summary>
    public ReportedTime WithZone(TimeSpan offset) =>
        Zone == ZoneOrigin.Stated ? this : this with { Offset = offset, Zone = ZoneOrigin.Person };

    public override string ToString() => AsWritten;

    private static readonly (string Format, TimePrecision Precision)[] DateFormats =
        [("yyyy", TimePrecision.Year), ("yyyy-MM", TimePrecision.Month), ("yyyy-MM-dd", TimePrecision.Day)];

    private static readonly (string Format, TimePrecision Precision)[] WallFormats =
    [
        ("yyyy-MM-dd'T'HH:mm", TimePrecision.Minute),
        ("yyyy-MM-dd'T'HH:mm:ss", TimePrecision.Second),
        ("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", TimePrecision.Second),
    ];

    private static DateTime Shifted(DateTime local, TimeSpan offset)
    {
        var ticks = Math.Clamp(local.Ticks - offset.Ticks, DateTime.MinValue.Ticks, DateTime.MaxValue.Ticks);
        return new(ticks, DateTimeKind.Utc);
    }

    private static DateTime? Exact(string s, string format) =>
        DateTime.TryParseExact(s, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) ? at : null;

    private static TimeSpan? TakeOffset(ref string wall)
    {
        if (wall.EndsWith('Z') || wall.EndsWith('z'))
        {
            wall = wall[..^1].TrimEnd();
            return TimeSpan.Zero;
        }

        var sign = wall.Length > 16 ? wall.LastIndexOfAny(['+', '-']) : -1;
        if (sign < 16 || TryOffset(wall[sign..]) is not { } offset) return null;
        wall = wall[..sign].TrimEnd();
        return offset;
    }

    /// <summary>Reads +02:00, -0530, +2, Z or UTC; null when it is none or beyond 14 hours.</summary>
    public static TimeSpan? TryOffset(string? text)
    {
        var s = text?.Trim() ?? "";
        if (s is "Z" or "z" or "UTC" or "utc" or "GMT") return TimeSpan.Zero;
        if (s.Length < 2 || s[0] is not ('+' or '-')) return null;
        var digits = s[1..].Replace(":", "", StringComparison.Ordinal);
        if (digits.Length is 0 or > 4 || !digits.All(char.IsAsciiDigit)) return null;
        var hours = int.Parse(digits.Length <= 2 ? digits : digits[..^2], CultureInfo.InvariantCulture);
        var minutes = digits.Length <= 2 ? 0 : int.Parse(digits[^2..], CultureInfo.InvariantCulture);
        if (hours > 14 || minutes > 59) return null;
        var offset = new TimeSpan(hours, minutes, 0);
        return s[0] == '-' ? -offset : offset;
    }
}
