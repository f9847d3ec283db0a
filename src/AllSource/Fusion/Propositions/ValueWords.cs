using System.Collections.Frozen;
using AllSource.Lineage.Origins;

namespace AllSource.Fusion.Propositions;

/// <summary>The words by which English tells counts, dates, times, shares and sums, as data.</summary>
internal static class ValueWords
{
    private static readonly FrozenDictionary<string, int> Months = Numbered("""
        january jan february feb march mar april apr may may june jun july jul august aug september sep october oct
        november nov december dec
        """, 2);

    private static readonly FrozenDictionary<string, int> Days = Numbered(
        "monday mon tuesday tue wednesday wed thursday thu friday fri saturday sat sunday sun", 2);

    private static readonly FrozenDictionary<string, double> Small = Numbered("""
        one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
        eighteen nineteen twenty
        """, 1).ToFrozenDictionary(p => p.Key, p => (double)p.Value, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, double> Tens = Numbered(
        "ten twenty thirty forty fifty sixty seventy eighty ninety", 1)
        .ToFrozenDictionary(p => p.Key, p => p.Value * 10.0, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, double> Multipliers = new Dictionary<string, double>
    {
        ["hundred"] = 1e2,
        ["thousand"] = 1e3,
        ["million"] = 1e6,
        ["billion"] = 1e9,
        ["dozen"] = 12,
        ["mn"] = 1e6,
        ["bn"] = 1e9,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> Currencies = new Dictionary<string, string>
    {
        ["$"] = "usd",
        ["dollar"] = "usd",
        ["dollars"] = "usd",
        ["usd"] = "usd",
        ["€"] = "eur",
        ["euro"] = "eur",
        ["euros"] = "eur",
        ["eur"] = "eur",
        ["£"] = "gbp",
        ["pound"] = "gbp",
        ["pounds"] = "gbp",
        ["gbp"] = "gbp",
        ["¥"] = "jpy",
        ["yen"] = "jpy",
        ["crowns"] = "crown",
        ["francs"] = "franc",
        ["rubles"] = "rub",
        ["roubles"] = "rub",
        ["yuan"] = "cny",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> People = Set("""
        people persons person men man women woman children child workers passengers soldiers civilians officers
        protesters prisoners patients residents members employees victims bodies fighters migrants refugees students
        sailors dockers
        """);

    private static readonly FrozenSet<string> Plurals = Set(
        "men women children people feet metres meters km cm mm kg mph kn m");

    /// <summary>A number after one of these is a name: "crane 4", "Flight 1204".</summary>
    private static readonly FrozenSet<string> Numbering = Set("""
        crane line pier gate room page flight platform unit number no nr route article section chapter phase block
        building district sector zone channel berth quay dock hangar warehouse cell level camera reactor engine track
        bus train bridge highway road exit house flat apartment office version type class grade model mark paragraph
        row table figure hall station terminal lot truck car ship boat bay clamp pump tank well shaft tower motorway
        """);

    private static readonly FrozenDictionary<string, string> Harms = Split("kill injure arrest missing evacuate")
        .ToFrozenDictionary(WordForms.Stem, word => word, StringComparer.Ordinal);

    /// <summary>What may stand between a number of people and what befell them: "three were injured".</summary>
    private static readonly FrozenSet<string> Between = Set("were was are is have has been more other others reported");

    private static readonly FrozenSet<string> Rough = Set(
        "about around roughly some nearly almost approximately circa perhaps near close");

    public static int? Month(string lower) => Months.TryGetValue(lower, out var m) ? m : null;

    public static int? Weekday(string lower) => Days.TryGetValue(lower, out var d) ? d : null;

    public static double? Multiplier(string lower) => Multipliers.TryGetValue(lower, out var m) ? m : null;

    public static string? Currency(string lower) => Currencies.GetValueOrDefault(lower);

    public static bool IsPerson(string lower) => People.Contains(lower);

    public static bool IsRough(string lower) => Rough.Contains(lower);

    public static bool IsNumbering(string lower) => Numbering.Contains(lower);

    public static bool IsBetween(string lower) => Between.Contains(lower);

    /// <summary>The class of a harm ("kill", "injure") to which the word belongs; null when to none.</summary>
    public static string? Harm(string lower) => Harms.GetValueOrDefault(WordForms.Stem(lower));

    public static bool IsPlural(string lower) => Plurals.Contains(lower)
        || (lower.Length > 3 && lower[^1] == 's' && lower[^2] is not ('s' or 'u' or 'i' or '\''));

    /// <summary>True for what a month, a day or a number says: left out when only the values differ.</summary>
    public static bool IsValue(StatementWord word) => word.IsNumber || Month(word.Stem) is not null
        || Weekday(word.Stem) is not null || MonthStems.Contains(word.Stem);

    /// <summary>"twenty-five", "seven"; null when it is no number in words.</summary>
    public static double? Number(string lower)
    {
        if (Small.TryGetValue(lower, out var small)) return small;
        if (Tens.TryGetValue(lower, out var tens)) return tens;
        var dash = lower.IndexOf('-', StringComparison.Ordinal);
        return dash > 0 && Tens.TryGetValue(lower[..dash], out var ten) && Small.TryGetValue(lower[(dash + 1)..],
            out var one) && one < 10 ? ten + one : null;
    }

    private static readonly FrozenSet<string> MonthStems = Months.Keys.Concat(Days.Keys).Select(WordForms.Stem)
        .ToFrozenSet(StringComparer.Ordinal);

    private static FrozenSet<string> Set(string words) => Split(words).ToFrozenSet(StringComparer.Ordinal);

    private static FrozenDictionary<string, int> Numbered(string words, int forms) => Split(words)
        .Select((word, i) => (word, Number: (i / forms) + 1)).DistinctBy(p => p.word)
        .ToFrozenDictionary(p => p.word, p => p.Number, StringComparer.Ordinal);

    private static string[] Split(string words) => words.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
}
