using System.Collections.Frozen;
using AllSource.Language;

namespace AllSource.Claims.Layers;

/// <summary>Names of days, months and stretches of time.</summary>
internal static class TimeWords
{
    public static readonly FrozenSet<string> Days = WordList.Of("""
        monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri sat sun weekend
        mondays tuesdays wednesdays thursdays fridays saturdays sundays
        """);

    public static readonly FrozenSet<string> Months = WordList.Of("""
        january february march april may june july august september october november december jan feb mar apr jun
        jul aug sep sept oct nov dec
        jan. feb. mar. apr. jun. jul. aug. sep. sept. oct. nov. dec.
        """);

    public static bool IsMonth(string lower) => lower is not ("may" or "march" or "mar" or "sun" or "sat" or "dec"
        or "jan") && Months.Contains(lower);
}
