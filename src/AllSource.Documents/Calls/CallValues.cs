using System.Globalization;
using System.Text.RegularExpressions;

namespace AllSource.Documents.Calls;

/// <summary>Single values of call records as operators and spreadsheets write them.</summary>
internal static partial class CallValues
{
    /// <summary>A value without the wrappings by which spreadsheets keep leading zeros: ="0049..." and
    /// '0049....</summary>
    public static string Bare(string value)
    {
        var bare = value.Trim();
        if (bare.Length > 3 && bare.StartsWith("=\"", StringComparison.Ordinal)
            && bare.EndsWith('"')) return bare[2..^1];
        return bare.Length > 1 && bare[0] == '\'' ? bare[1..] : bare;
    }

    /// <summary>Seconds from 148, 148.0, 2:28 (minutes and seconds) or 0:02:28; null when it is none.</summary>
    public static int? Seconds(string value, bool inMinutes)
    {
        var text = value.TrimEnd('s', 'S', ' ').Trim();
        if (text.Length is 0 or > 20) return null;
        var parts = text.Split(':');
        if (parts.Length is 2 or 3)
        {
            long total = 0;
            foreach (var part in parts)
            {
                if (!int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return null;
                total = (total * 60) + number;
            }

            return total <= int.MaxValue ? (int)total : null;
        }

        if (!double.TryParse(text.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture,
            out var amount)) return null;
        var seconds = inMinutes ? amount * 60 : amount;
        return seconds is >= 0 and < 100_000_000 ? (int)Math.Round(seconds) : null;
    }

    /// <summary>True for 3.52E+14: a spreadsheet has replaced the last digits of a number by zeros, and they are
    /// gone.</summary>
    public static bool LostDigits(string value) => value.Length <= 40 && Scientific().IsMatch(value);

    public static bool IsMessage(string type) => type.Contains("SMS", StringComparison.OrdinalIgnoreCase)
        || type.Contains("MMS", StringComparison.OrdinalIgnoreCase)
            || type.Contains("message", StringComparison.OrdinalIgnoreCase);

    /// <summary>True when the row is of a call or message that the subscriber received; null when its type does not
    /// say.</summary>
    public static bool? Incoming(string type)
    {
        var word = CallColumns.Plain(type);
        if (word.Split(' ').Any(w =>
            w is "in" or "incoming" or "mt" or "mtc" or "terminating" or "received" or "eingehend" or "entrant"
            or "entrante")) return true;
        return word.Split(' ').Any(w =>
            w is "out" or "outgoing" or "mo" or "moc" or "originating" or "dialled" or "dialed" or "ausgehend"
            or "sortant" or "saliente")
            ? false
            : null;
    }

    /// <summary>How many rows a line of the preface or legend says that there are; null when it says nothing of the
    /// kind.</summary>
    public static int? StatedRows(string line)
    {
        if (line.Length > 300) return null;
        var m = CountFirst().Match(line);
        if (!m.Success) m = CountLast().Match(line);
        return m.Success
            && int.TryParse(m.Groups["n"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var rows) ? rows
            : null;
    }

    [GeneratedRegex(@"^-?\d(?:[.,]\d+)?E\+?\d{1,2}$", RegexOptions.IgnoreCase)]
    private static partial Regex Scientific();

    [GeneratedRegex(
        @"(?<![\d:.-])(?<n>\d{1,8}) (?:rows?|records?|calls?|entries|Zeilen|Datens\u00E4tze|lignes|registros)\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex CountFirst();

    [GeneratedRegex(
        @"\b(?:rows|records|calls|entries|record count|row count|Zeilen|Datens\u00E4tze"
            + @"|registros)\b[^\d]{0,12}(?<n>\d{1,8})(?![\d:.-])", RegexOptions.IgnoreCase)]
    private static partial Regex CountLast();
}
