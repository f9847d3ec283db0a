using System.Collections.Frozen;

namespace AllSource.Language;

/// <summary>
/// Brings the forms of a verb together ("says", "said", "saying": "say"; "denied", "denies": "deny"). A stem is a key,
/// not a word: regular ones
/// lose a final e ("declin").
/// </summary>
internal static class Stems
{
    private static readonly FrozenDictionary<string, string> Irregular = Table("""
        said say|says say|told tell|wrote write|written write|thought think|knew know|known know|felt feel|found find
        spoke speak|spoken speak|swore swear
        sworn swear|held hold|saw see|seen see|heard hear|made make|gave give|given give|took take|taken take|put put
        read read|let let|went go|gone go
        came come|got get|gotten get|meant mean|kept keep|stood stand|laid lay|led lead|left leave|lost lose|paid pay
        sent send|set set|shown show
        showed show|sought seek|understood understand|withdrew withdraw|withdrawn withdraw|was be|were be|is be
        are be|been be|being be|am be|'s be|'re be
        has have|had have|having have|'ve have|does do|did do|done do|doing do|denied deny|denies deny|replied reply
        replies reply|implied imply
        implies imply|testified testify|testifies testify|clarified clarify|clarifies clarify|specified specify
        cried cry|cries cry|tried try
        tries try|began begin|begun begin|chose choose|chosen choose|drew draw|drawn draw|foresaw foresee
        forecast forecast|shot shoot
        struck strike|taught teach|threw throw|won win|worn wear|lied lie|lying lie|quoted quot|argued argu|arguing argu
        """);

    private static FrozenDictionary<string, string> Table(string list) =>
        list.Split(['|', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(p => p.Split(' '))
            .ToFrozenDictionary(p => p[0], p => p[1], StringComparer.Ordinal);

    public static string Of(string lower)
    {
        if (Irregular.TryGetValue(lower, out var stem)) return stem;
        var n = lower.Length;
        if (n < 4 || !char.IsLetter(lower[0])) return lower;
        if (lower.EndsWith("ies", StringComparison.Ordinal) |
         lower.EndsWith("ied", StringComparison.Ordinal)) return lower[..^3] + "y";
        if (lower.EndsWith("ing", StringComparison.Ordinal) && n > 5) return Bare(lower[..^3]);
        if (lower.EndsWith("ed", StringComparison.Ordinal) && n > 4) return Bare(lower[..^2]);
        if (lower.EndsWith("ss", StringComparison.Ordinal) |
         lower.EndsWith("us", StringComparison.Ordinal)) return lower;
        if (lower.EndsWith("es", StringComparison.Ordinal) && lower[n - 3] is 's' or 'x' or 'z' or 'h') return lower[
            ..^2];
        if (lower[^1] == 's') return Bare(lower[..^1]);
        return lower[^1] == 'e' ? lower[..^1] : lower;
    }

    private static string Bare(string stem)
    {
        var n = stem.Length;
        if (n > 3 && stem[^1] == stem[^2] && stem[^1] is not ('l' or 's' or 'e' or 'z')) return stem[..^1];
        return stem[^1] == 'e' && n > 3 ? stem[..^1] : stem;
    }
}
