using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using AllSource.Desk;
using AllSource.Kernel;

namespace AllSource.Documents.Text;

/// <summary>
/// Reads a date with or without a time as people, mail programs and exports write it: ISO 8601, RFC 5322, month names
/// of eight
/// languages, digits with - / or . between. Where digits alone do not tell day from month, only an order that was given
/// decides.
/// </summary>
internal static partial class WrittenTime
{
    private const int LengthMax = 200; // a date is short; the patterns never see a long hostile line

    private static readonly string[][] Months =
    [
        ["jan", "ene", "gen", "sty", "янв"], ["feb", "fév", "fev", "lut", "фев"], ["mar", "mär", "maa", "mrt", "мар"],
        ["apr", "avr", "abr", "kwi", "апр"], ["may", "mai", "mag", "mei", "maj", "мая"],
            ["jun", "juin", "giu", "cze", "июн"],
        ["jul", "juil", "lug", "lip", "июл"], ["aug", "aoû", "aou", "ago", "sie", "авг"], ["sep", "set", "wrz", "сен"],
        ["oct", "okt", "ott", "out", "paź", "окт"], ["nov", "lis", "ноя"], ["dec", "dez", "déc", "dic", "gru", "дек"],
    ];

    /// <summary>Null when it is no date, or when its order is not known: then <paramref name="ambiguous"/> says
    /// so.</summary>
    public static ReportedTime? TryRead(string? written, DateOrder? order, out bool ambiguous)
    {
        ambiguous = false;
        var text = Plain(written);
        if (text.Length is < 4 or > LengthMax) return null;
        if (ReportedTime.TryIso(text) is { } iso) return Sane(iso) ? iso with { AsWritten = written!.Trim() } : null;
        var date = OfDigits(text, order, out ambiguous) ?? OfWords(text);
        if (date is not { } found) return null;
        var rest = text[..found.At] + " " + text[(found.At + found.Length)..];
        return WithClock(written!.Trim(), found.Day, rest);
    }

    public static ReportedTime? TryRead(string? written, DateOrder? order = null) => TryRead(written, order, out _);

    /// <summary>The stretch of a sentence from its date to its time and zone; null when it has no date.</summary>
    public static string? Stretch(string text)
    {
        var plain = Plain(text);
        return Place(plain) is { } place ? plain[place.Start..place.End].Trim() : null;
    }

    /// <summary>A sentence with its date, time and zone taken out.</summary>
    public static string Without(string text)
    {
        var plain = Plain(text);
        return Place(plain) is { } place ? $"{plain[..place.Start]} {plain[place.End..]}" : plain;
    }

    private static (int Start, int End)? Place(string plain)
    {
        Match? date = null;
        foreach (var m in new[] { DigitDate().Match(plain), DayMonthYear().Match(plain), MonthDayYear().Match(plain) })
        {
            if (m.Success && (date is null || m.Index < date.Index)) date = m;
        }

        if (date is null) return null;
        var clock = Clock().Match(plain, date.Index + date.Length);
        if (!clock.Success || clock.Index - date.Index - date.Length > 12) return (
            date.Index, date.Index + date.Length);
        var end = clock.Index + clock.Length;
        var zone = Zone().Match(plain[end..]);
        return (date.Index, zone.Success && ZoneOf(plain[end..]) is not null ? end + zone.Length : end);
    }

    /// <summary>Three numbers as a day; null when they are none in that order. Two-digit years are 1970-2069.</summary>
    public static DateTime? Day(int first, int second, int third, DateOrder order)
    {
        var (year, month, day) = order switch
        {
            DateOrder.DayFirst => (third, second, first),
            DateOrder.MonthFirst => (third, first, second),
            DateOrder.YearFirst => (first, second, third),
            _ => throw new ArgumentOutOfRangeException(nameof(order), order, "not an order"),
        };
        if (year < 100) year += year < 70 ? 2000 : 1900;
        return year is >= 1900 and <= 2199 && month is >= 1 and <= 12 && day >= 1
            && day <= DateTime.DaysInMonth(year, month)
            ? new DateTime(year, month, day)
            : null;
    }

    /// <summary>Digits of any script as 0-9, odd spaces as space, invisible marks of direction left out.</summary>
    public static string Plain(string? text)
    {
        var plain = new StringBuilder();
        foreach (var c in (text ?? "").AsSpan(0, Math.Min(text?.Length ?? 0, LengthMax * 2)))
        {
            if (PlainChar(c) is { } kept) plain.Append(kept);
        }

        return plain.ToString().Trim();
    }

    public static char? PlainChar(char c) => c switch
    {
        '\u200E' or '\u200F' or '\u061C' or '\uFEFF' or (>= '\u202A' and <= '\u202E')
            or (>= '\u2066' and <= '\u2069') => null,
        '\u00A0' or '\u202F' or '\u2009' or '\t' => ' ',
        '\u060C' => ',',
        _ when c > 127 && char.IsDigit(c) => (char)('0' + (int)char.GetNumericValue(c)),
        _ => c,
    };

    private static bool Sane(ReportedTime time) => time.Local.Year is >= 1900 and <= 2199;

    /// <summary>The three numbers of a date of digits alone, to prove an order from many; null when there is no such
    /// date.</summary>
    public static (int FirstLength, int First, int Second, int ThirdLength, int Third)? Digits(string written)
    {
        var m = DigitDate().Match(Plain(written));
        return m.Success
            ? (m.Groups["a"].Length, Number(m.Groups["a"]), Number(m.Groups["b"]), m.Groups["c"].Length,
                Number(m.Groups["c"]))
            : null;
    }

    private static (DateTime Day, int At, int Length)? OfDigits(string text, DateOrder? order, out bool ambiguous)
    {
        ambiguous = false;
        var m = DigitDate().Match(text);
        if (!m.Success) return null;
        int a = Number(m.Groups["a"]), b = Number(m.Groups["b"]), c = Number(m.Groups["c"]);
        // A date with dots is day-first wherever dots are used, unless the year leads.
        var known = OrderOf(m.Groups["a"].Length, a, b, m.Groups["c"].Length)
            ?? (m.Groups["x"].Value == "." ? DateOrder.DayFirst : order);
        ambiguous = known is null;
        return known is { } o && Day(a, b, c, o) is { } day ? (day, m.Index, m.Length) : null;
    }

    /// <summary>The order that the digits of one date prove; null when they leave it open.</summary>
    public static DateOrder? OrderOf(int firstLength, int first, int second, int thirdLength)
    {
        if (firstLength == 4) return DateOrder.YearFirst;
        if (thirdLength != 4) return null;
        if (first > 12) return DateOrder.DayFirst;
        if (second > 12) return DateOrder.MonthFirst;
        return first == second ? DateOrder.DayFirst : null; // 05/05/2026 is the same day either way
    }

    private static (DateTime Day, int At, int Length)? OfWords(string text)
    {
        foreach (var m in new[] { DayMonthYear().Match(text), MonthDayYear().Match(text) })
        {
            if (!m.Success || MonthOf(m.Groups["m"].Value) is not { } month) continue;
            if (Day(Number(m.Groups["d"]), month, Number(m.Groups["y"]), DateOrder.DayFirst) is { } day) return (
                day, m.Index, m.Length);
        }

        return null;
    }

    private static int? MonthOf(string word)
    {
        var lower = word.ToLowerInvariant();
        for (var i = 0; i < 12; i++)
        {
            if (Months[i].Any(stem => lower.StartsWith(stem, StringComparison.Ordinal))) return i + 1;
        }

        return null;
    }

    private static ReportedTime? WithClock(string written, DateTime day, string rest)
    {
        var m = Clock().Match(rest);
        if (!m.Success) return new(written, day, null, ZoneOrigin.Unknown, TimePrecision.Day);
        var hour = Number(m.Groups["h"]);
        var minute = Number(m.Groups["m"]);
        var second = m.Groups["s"].Success ? Number(m.Groups["s"]) : 0;
        if (HalfOf(m.Groups["ap"].Success ? m.Groups["ap"].Value : rest) is { } afternoon && hour is >= 1 and <= 12)
        {
            hour = (hour % 12) + (afternoon ? 12 : 0);
        }

        if (hour > 23 || minute > 59 || second > 60) return null;
        var local = day.AddHours(hour).AddMinutes(minute).AddSeconds(Math.Min(second, 59));
        var offset = ZoneOf(rest[(m.Index + m.Length)..]);
        return new(written, local, offset, offset is null ? ZoneOrigin.Unknown : ZoneOrigin.Stated,
            m.Groups["s"].Success ? TimePrecision.Second : TimePrecision.Minute);
    }

    /// <summary>True for afternoon, false for morning, null when nothing says.</summary>
    public static bool? HalfOf(string text)
    {
        var letters = string.Concat(text.Where(c => c is not ('.' or ' '))).ToLowerInvariant();
        if (letters.Contains("pm", StringComparison.Ordinal) || letters.Contains('م')
            || letters.Contains("下午", StringComparison.Ordinal)
            || letters.Contains("午後", StringComparison.Ordinal)
                || letters.Contains("오후", StringComparison.Ordinal)) return true;
        return letters.Contains("am", StringComparison.Ordinal) || letters.Contains('ص')
            || letters.Contains("上午", StringComparison.Ordinal)
            || letters.Contains("午前", StringComparison.Ordinal) || letters.Contains("오전", StringComparison.Ordinal)
                ? false : null;
    }

    /// <summary>The zones that RFC 5322 names, and numeric ones; any other name is unknown, not UTC.</summary>
    public static TimeSpan? ZoneOf(string text)
    {
        var m = Zone().Match(text);
        if (!m.Success) return null;
        if (m.Groups["n"].Success) return ReportedTime.TryOffset(m.Groups["n"].Value);
        return m.Groups["w"].Value.ToUpperInvariant() switch
        {
            "UT" or "UTC" or "GMT" or "Z" => TimeSpan.Zero,
            "EDT" => TimeSpan.FromHours(-4),
            "EST" or "CDT" => TimeSpan.FromHours(-5),
            "CST" or "MDT" => TimeSpan.FromHours(-6),
            "MST" or "PDT" => TimeSpan.FromHours(-7),
            "PST" => TimeSpan.FromHours(-8),
            "CET" or "MEZ" => TimeSpan.FromHours(1),
            "CEST" or "MESZ" => TimeSpan.FromHours(2),
            _ => null,
        };
    }

    private static int Number(Group group) => int.Parse(group.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<!\d)(?<a>\d{1,4})(?<x>[-/.:]) ?(?<b>\d{1,2})\k<x> ?(?<c>\d{4}|\d{1,2})(?![\d:])")]
    private static partial Regex DigitDate();

    [GeneratedRegex(
        @"(?<!\d)(?<d>\d{1,2})(?:st|nd|rd|th|\.|er)?(?: de| of)?[ \-]+(?<m>\p{L}{3,12})\.?(?: de"
            + @"|,)?[ \-]+(?<y>\d{4}|\d{2}(?![\d:.]))")]
    private static partial Regex DayMonthYear();

    [GeneratedRegex(@"(?<m>\p{L}{3,12})\.? (?<d>\d{1,2})(?:st|nd|rd|th)?,? (?<y>\d{4})(?!\d)")]
    private static partial Regex MonthDayYear();

    [GeneratedRegex(
        @"(?<!\d)(?<h>\d{1,2})[:.h](?<m>\d{2})(?:[:.](?<s>\d{2})(?:[.,]\d{1,9})?)?(?!\d) ?(?<ap>[ap]\.? ?m\b\.?)?",
        RegexOptions.IgnoreCase)]
    private static partial Regex Clock();

    [GeneratedRegex(@"^[ ,(]*(?:(?:UTC|GMT|Z)?(?<n>[+-]\d{1,2}:?(?:\d{2})?)\b|(?<w>[A-Za-z]{1,4})\b)")]
    private static partial Regex Zone();
}
