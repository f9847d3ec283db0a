using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace AllSource.Fusion.Propositions;

/// <summary>
/// Reads the values that a statement gives: counts with what is counted, dates, days of the week, years, clock times,
/// shares and sums of money. Numbers that are names ("crane 4") are none. What it does not understand it leaves out.
/// </summary>
internal sealed class ValueReader
{
    /// <summary>A "sentence" of a megabyte: what stands after this many words is not read.</summary>
    private const int TokensMax = 400;

    /// <summary>How far "about" reaches, of the number, and in minutes for a clock time.</summary>
    private const double RoughShare = .1;
    private const double RoughMinutes = 20;

    /// <summary>How many words may stand between a number and what it counts ("12 heavily armed men").</summary>
    private const int NounReach = 3;
    private const int HarmReach = 6;

    private readonly List<string> _tokens;
    private readonly List<string> _lower;
    private readonly List<StatedValue> _values = [];

    private ValueReader(string text)
    {
        _tokens = [.. Tokens(text).Take(TokensMax)];
        _lower = [.. _tokens.Select(t => t.ToLowerInvariant())];
    }

    /// <summary>Ascending by question, then value.</summary>
    public static ImmutableArray<StatedValue> Of(string text)
    {
        var reader = new ValueReader(text);
        for (var i = 0; i < reader._tokens.Count;) i = Math.Max(i + 1, reader.ReadAt(i));
        return [.. reader._values.Distinct().OrderBy(v => v.Key, StringComparer.Ordinal).ThenBy(v => v.Low)
            .ThenBy(v => v.High).ThenBy(v => v.Shown, StringComparer.Ordinal)];
    }

    /// <summary>Reads what begins here; gives the token after it, or this one where nothing began.</summary>
    private int ReadAt(int i) => Day(i) ?? IsoDate(i) ?? Date(i) ?? Clock(i) ?? Year(i) ?? Amount(i) ?? i;

    private int? Day(int i)
    {
        // "may", "sun" and "sat" are words too: a day or month has a capital.
        if (!IsCapital(i) || ValueWords.Weekday(_lower[i]) is not { } day) return null;
        return Add(new("day", "on what day", day, day, _tokens[i]), i + 1);
    }

    private int? IsoDate(int i)
    {
        if (_tokens[i].Length != 10 || !DateTime.TryParseExact(_tokens[i], "yyyy-MM-dd", CultureInfo.InvariantCulture,
            DateTimeStyles.None, out var date)) return null;
        AddYear(date.Year);
        return AddDate(date.Month, date.Day, _tokens[i], i + 1);
    }

    private int? Date(int i)
    {
        if (DayNumber(i) is { } day && MonthAt(i + 1) is { } month)
            return AddDate(month, day, Shown(i, i + 2), AfterYear(i + 2));
        if (MonthAt(i) is not { } named) return null;
        return DayNumber(i + 1) is { } after && Multiplied(i + 2) == i + 2
            ? AddDate(named, after, Shown(i, i + 2), AfterYear(i + 2))
            : Before(i).Take(1).Any(IsAtMonth) ? AddDate(named, null, _tokens[i], AfterYear(i + 1)) : null;
    }

    private static bool IsAtMonth(string before) =>
        before is "in" or "since" or "until" or "of" or "last" or "early" or "late" or "by" or "during";

    private int? Clock(int i)
    {
        var parts = _lower[i].Split(':', '.');
        var suffix = At(i + 1) is "am" or "a.m" ? 0 : At(i + 1) is "pm" or "p.m" ? 12 : (int?)null;
        var isClock = parts.Length is 2 or 3
            && (_lower[i].Contains(':', StringComparison.Ordinal) || suffix is not null);
        if (!isClock && suffix is null && At(i + 1) != "o'clock") return null;
        if (!int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var hour) || hour > 24)
            return null;
        var minute = 0;
        if (parts.Length > 1 && (!int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out minute)
            || minute > 59 || parts[1].Length != 2)) return null;
        if (suffix is { } half) hour = (hour % 12) + half;
        var end = suffix is not null || At(i + 1) == "o'clock" ? i + 2 : i + 1;
        var at = (hour * 60.0) + minute;
        var rough = Before(i).Take(2).Any(w => ValueWords.IsRough(w) || w is "after" or "before") ? RoughMinutes : 0;
        return Add(new("clock", "at what time", at - rough, at + rough, Shown(i, end)), end);
    }

    private int? Year(int i)
    {
        var named = Before(i).Take(1).Any(w => w is "in" or "since" or "until" or "by" or "during" or "of" or "year");
        if (!named || _lower[i].Length != 4 || !int.TryParse(_lower[i], NumberStyles.None, CultureInfo.InvariantCulture,
            out var year) || year is < 1900 or > 2099 || ValueWords.IsPlural(At(i + 1))) return null;
        AddYear(year);
        return i + 1;
    }

    private int? Amount(int i)
    {
        var currency = ValueWords.Currency(_lower[i]);
        var from = currency is null ? i : i + 1;
        if (NumberAt(from) is not { } number) return null;
        var end = Multiplied(from + 1);
        for (var k = from + 1; k < end; k++) number *= ValueWords.Multiplier(_lower[k])!.Value;
        if (currency is null && Before(i).Take(1).Any(ValueWords.IsNumbering)) return null;
        var (low, high) = Ends(i, number);
        var start = low == high ? i : Math.Max(0, i - 1);
        if (currency is null && At(end) is "per" && At(end + 1) is "cent")
            return Add(new("share", "what share", low, high, Shown(start, end + 2)), end + 2);
        if (currency is null && At(end) is "%" or "percent")
            return Add(new("share", "what share", low, high, Shown(start, end + 1)), end + 1);
        if (currency is null && ValueWords.Currency(At(end)) is { } after)
            return Add(new($"money:{after}", "how much money", low, high, Shown(start, end + 1)), end + 1);
        if (currency is not null)
            return Add(new($"money:{currency}", "how much money", low, high, Shown(start, end)), end);
        return Counted(i, start, end, low, high);
    }

    private int? Counted(int i, int start, int end, double low, double high)
    {
        for (var k = end; k < Math.Min(end + NounReach, _tokens.Count); k++)
        {
            if (!char.IsLetter(_tokens[k][0])) break;
            var single = low == 1 && high == 1 && ValueWords.IsPerson(_lower[k]);
            if (!single && !ValueWords.IsPlural(_lower[k])) continue;
            var noun = _lower[k];
            if (!ValueWords.IsPerson(noun))
            {
                return Add(new($"count:{Lineage.Origins.WordForms.Stem(noun)}", $"how many {noun}", low, high,
                    Shown(start, k + 1)), k + 1);
            }

            return AddPeople(HarmNear(i, k + 1), low, high, Shown(start, k + 1), k + 1);
        }

        var at = end;
        while (at < end + NounReach && ValueWords.IsBetween(At(at))) at++;
        return At(at) is { Length: > 0 } next && ValueWords.Harm(next) is { } harm
            ? AddPeople(harm, low, high, at == end ? Shown(start, end + 1) : Shown(start, end), at + 1)
            : Before(i).Take(1).Select(ValueWords.Harm).FirstOrDefault() is { } done
                ? AddPeople(done, low, high, Shown(start, end), end) : null;
    }

    private int AddPeople(string? harm, double low, double high, string shown, int next) => Add(
        new(harm is null ? "count:person" : $"count:person:{harm}", harm switch
        {
            "kill" => "how many people were killed",
            "injure" => "how many people were hurt",
            "arrest" => "how many people were arrested",
            "missing" => "how many people are missing",
            "evacuate" => "how many people were evacuated",
            _ => "how many people",
        }, low, high, shown), next);

    /// <summary>What befell the people counted: the next word of harm in the clause, else the one before.</summary>
    private string? HarmNear(int number, int after)
    {
        for (var k = after; k < Math.Min(after + HarmReach, _tokens.Count); k++)
        {
            if (_tokens[k] is "," or ";" or ".") break;
            if (ValueWords.Harm(_lower[k]) is { } harm) return harm;
        }

        return Before(number).Take(3).Select(ValueWords.Harm).FirstOrDefault(h => h is not null);
    }

    private (double Low, double High) Ends(int i, double number)
    {
        var before = Before(i).Take(3).ToList();
        var (one, two) = (before.ElementAtOrDefault(0) ?? "", before.ElementAtOrDefault(1) ?? "");
        if (one is "over" or "least" || (one == "than" && two is "more" or "later"))
            return (number, double.PositiveInfinity);
        if (one is "under" or "most" || (one == "to" && two == "up") || (one == "than" && two is "fewer" or "less"))
            return (double.NegativeInfinity, number);
        return ValueWords.IsRough(one) || (one == "to" && two == "close")
            ? (number * (1 - RoughShare), number * (1 + RoughShare)) : (number, number);
    }

    private int AddDate(int month, int? day, string shown, int next) => Add(new("date", "on what date",
        (month * 100) + (day ?? 0), (month * 100) + (day ?? 31), shown), next);

    private void AddYear(int year) => _values.Add(new("year", "in what year", year, year,
        year.ToString(CultureInfo.InvariantCulture)));

    private int AfterYear(int i)
    {
        var at = At(i) == "," ? i + 1 : i;
        if (At(at).Length != 4
            || !int.TryParse(_lower[at], NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            || year is < 1900 or > 2099) return i;
        AddYear(year);
        return at + 1;
    }

    private int Add(StatedValue value, int next)
    {
        _values.Add(value);
        return next;
    }

    private int? MonthAt(int i) => IsCapital(i) ? ValueWords.Month(_lower[i]) : null;

    private int? DayNumber(int i)
    {
        var text = At(i);
        foreach (var ending in (ReadOnlySpan<string>)["st", "nd", "rd", "th"])
        {
            if (text.Length > 2 && text.EndsWith(ending, StringComparison.Ordinal)) text = text[..^2];
        }

        return text.Length is 1 or 2 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var day)
            && day is >= 1 and <= 31 ? day : null;
    }

    private double? NumberAt(int i)
    {
        var text = At(i);
        if (text.Length == 0) return null;
        return char.IsAsciiDigit(text[0])
            ? double.TryParse(text.Replace(",", "", StringComparison.Ordinal), NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture, out var number) ? number : null
            : ValueWords.Number(text);
    }

    private int Multiplied(int i)
    {
        while (i < _lower.Count && ValueWords.Multiplier(_lower[i]) is not null) i++;
        return i;
    }

    private string At(int i) => i < _lower.Count ? _lower[i] : "";

    /// <summary>The words before, nearest first, up to the end of the clause.</summary>
    private IEnumerable<string> Before(int i)
    {
        for (var k = i - 1; k >= 0 && char.IsLetter(_tokens[k][0]); k--) yield return _lower[k];
    }

    private bool IsCapital(int i) => i < _tokens.Count && char.IsUpper(_tokens[i][0]);

    private string Shown(int from, int to) => string.Join(' ', _tokens[from..Math.Min(to, _tokens.Count)])
        .Replace("$ ", "$", StringComparison.Ordinal).Replace("€ ", "€", StringComparison.Ordinal)
        .Replace("£ ", "£", StringComparison.Ordinal).Replace(" %", "%", StringComparison.Ordinal);

    /// <summary>Words and numbers with inner points, commas, colons, dashes, apostrophes; and single marks.</summary>
    private static IEnumerable<string> Tokens(string text)
    {
        var word = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i] is '’' or '‘' ? '\'' : text[i];
            var inner = word.Length > 0 && i + 1 < text.Length && char.IsLetterOrDigit(text[i + 1])
                && (c is '\'' or '-' || (c is '.' or ':' && char.IsLetterOrDigit(word[^1]))
                    || (c == ',' && char.IsDigit(word[^1]) && char.IsDigit(text[i + 1])));
            if (char.IsLetterOrDigit(c) || inner)
            {
                word.Append(c);
                continue;
            }

            if (word.Length > 0) yield return word.ToString();
            word.Clear();
            if (!char.IsWhiteSpace(c)) yield return c.ToString();
        }

        if (word.Length > 0) yield return word.ToString();
    }
}
