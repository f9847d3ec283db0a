using System.Globalization;

namespace AllSource.Fusion.Tables;

/// <summary>
/// A value that is a number, a date or a time of day, whatever it is written like: 1,200 is 1200 and 2.50 is 2.5;
/// 2024-03-01 is 1 March 2024; 10:02 is 10:02:00. What could be read in two ways (03/04/2024, 007) is left as it is
/// written.
/// </summary>
internal static class ValueForm
{
    private const int LengthMax = 32;
    private static readonly string[] Dates =
    [
        "yyyy-MM-dd", "yyyy/MM/dd", "yyyy.MM.dd", "d MMMM yyyy", "d MMM yyyy", "MMMM d, yyyy",
        "MMM d, yyyy", "MMMM d yyyy", "MMM d yyyy", "d. MMMM yyyy",
    ];

    private static readonly string[] Times =
        ["H:mm", "HH:mm", "H:mm:ss", "HH:mm:ss", "h:mm tt", "h:mm:ss tt", "h:mmtt", "h tt"];

    /// <returns>One text for all ways of writing the same; null where it is none of these.</returns>
    public static string? Of(string value)
    {
        var text = value.Trim();
        if (text.Length is 0 or > LengthMax) return null;
        if (Number(text) is { } number) return number.ToString("0.#############################",
            CultureInfo.InvariantCulture);
        // A month's name first needs a space after it; else nothing that begins with a letter is a date or a time.
        if (!char.IsAsciiDigit(text[0]) && (!text.Contains(' ', StringComparison.Ordinal)
            || !char.IsAsciiDigit(text[^1]))) return null;
        if (DateOnly.TryParseExact(text, Dates, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            return date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return TimeOnly.TryParseExact(text, Times, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time.ToString("HH:mm:ss", CultureInfo.InvariantCulture) : null;
    }

    private static decimal? Number(string text)
    {
        var digits = text[0] is '-' or '+' ? text[1..] : text;
        var point = digits.IndexOf('.', StringComparison.Ordinal);
        var whole = point < 0 ? digits : digits[..point];
        // A zero before other digits makes a number of a house or a flight, not an amount.
        if (whole.Length == 0 || (whole.Length > 1 && whole[0] == '0') || point == digits.Length - 1) return null;
        if (!Grouped(whole) || (point >= 0 && !digits.AsSpan(point + 1).ContainsOnlyDigits())) return null;
        var plain = text.Replace(",", "", StringComparison.Ordinal);
        return decimal.TryParse(plain, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    /// <summary>Digits, or groups of three of them behind commas.</summary>
    private static bool Grouped(string whole)
    {
        var groups = whole.Split(',');
        for (var k = 0; k < groups.Length; k++)
        {
            if (!groups[k].AsSpan().ContainsOnlyDigits()) return false;
            if (groups.Length > 1 && (k == 0 ? groups[k].Length > 3 : groups[k].Length != 3)) return false;
        }

        return true;
    }

    private static bool ContainsOnlyDigits(this ReadOnlySpan<char> text) =>
        !text.IsEmpty && !text.ContainsAnyExceptInRange('0', '9');
}
