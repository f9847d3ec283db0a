using System.Collections.Frozen;

namespace AllSource.Lineage.Origins;

/// <summary>
/// Brings an English word to a form under which its inflections and nearest synonyms meet. It is a light stemmer
/// (plural, -ed, -ing, doubled consonants) with irregular verbs and a few classes of words that reports use for one
/// another, all as data.
/// </summary>
internal static class WordForms
{
    private static readonly FrozenSet<string> Stop = Set("""
        a about above after again against all almost also although always am among an and another any anyone are around
        as at away be
        became because become been before being below between both but by came can come could did do does doing done
        down during each
        either else ever every few for from further get got had has have having he her here hers herself him himself
        his how however i if
        in into is it its itself just later least less let like made make many may me might mine more most much must my
        myself near next
        of off often on once one only onto or other others our ours out over own per perhaps quite rather really said
        same say says she
        should since so some somebody someone something soon still such than that the their theirs them themselves then
        there these
        they this those though through thus to together told too toward towards under until up upon us very cannot
        can't couldn't was we well went were what
        whatever when where whether which while who whom whose why will with within would yet you your yours according
        added asked
        stated also able mr mrs ms dr
        """);

    private static readonly FrozenSet<string> Negations = Set("""
        no not never none nobody nothing neither nor without nowhere hardly cannot denied deny denies false falsely
        """);

    private static readonly FrozenSet<string> Saying = Set("""
        said say says saying told claimed claim claims alleged alleges asserted asserts reported reports stated states
        suggested suggests maintained maintains confirmed confirms announced testified admitted acknowledged
        """);

    private static readonly FrozenDictionary<string, string> Irregular = Pairs("""
        rang ring rung ring tore tear torn tear drove drive driven drive saw see seen see stood stand broke break
        broken break began begin
        begun begin felt feel gave give given give took take taken take knew know known know held hold kept keep lost
        lose met meet
        paid pay sent send sold sell spoke speak spoken speak thought think wrote write written write won win bought
        buy brought bring
        built build caught catch found find fought fight flew fly flown fly grew grow grown grow heard hear hid hide
        hidden hide led lead
        ran run rose rise risen rise shot shoot stole steal stolen steal struck strike taught teach threw throw thrown
        throw wore wear
        worn wear died die dead die death die left leave men man women woman children child people person fell fall
        fallen fall slept
        sleep spent spend stuck stick swept sweep understood understand withdrew withdraw withdrawn withdraw chose
        choose chosen choose
        drew draw drawn draw drank drink drunk drink ate eat eaten eat forgot forget forgotten forget froze freeze
        frozen freeze hung hang
        laid lay shown show showed show signed sign sought seek sank sink sunk sink slid slide swore swear sworn swear
        dealt deal bent
        bend burnt burn fed feed fled flee lent lend lit light meant mean rode ride ridden ride shook shake shaken shake
        """);

    /// <summary>Classes of near synonyms; the first form of a line stands for all of it.</summary>
    private static readonly FrozenDictionary<string, string> Classes = Classed("""
        postpone delay defer putoff suspend
        ring call phone telephone dial
        wind gust gale squall storm breeze
        kill die slay fatal
        injure wound hurt
        maintenance upkeep overhaul servicing repair
        lead cable wire
        buy purchase acquire
        pay payment paid fee
        attack assault strike raid
        bomb explosive explosion explode blast detonate
        ship vessel boat
        car vehicle truck lorry
        police officer constable
        official officer
        lie falsehood
        steal theft rob robbery
        bribe kickback
        company firm corporation
        soldier troop
        missile rocket
        flee escape
        arrest detain
        begin start commence
        end finish
        show display indicate
        shut close
        big large huge
        document paper file record
        picture photo photograph image
        doctor physician
        murder homicide
        talk speak discuss
        meet meeting
        outside outsider
        increase rise grow
        decrease fall drop decline
        """);

    private static readonly FrozenSet<string> Showing = Split(
        "show prove confirm exclude rule compare check verify see tell establish").Select(Stem)
        .ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> Numbers = Pairs("""
        two 2 three 3 four 4 five 5 six 6 seven 7 eight 8 nine 9 ten 10 eleven 11 twelve 12 thirteen 13 fourteen 14
        fifteen 15 sixteen
        16 seventeen 17 eighteen 18 nineteen 19 twenty 20 thirty 30 forty 40 fifty 50 sixty 60 seventy 70 eighty 80
        ninety 90
        hundred 100 thousand 1000 million 1000000 dozen 12
        """);

    /// <param name="lower">A word in lower case, apostrophes straightened.</param>
    public static bool IsStop(string lower) => lower.Length < 2 || Stop.Contains(lower);

    public static bool IsCopula(string word) =>
        word is "is" or "was" or "be" or "been" or "it's" or "isn't" or "wasn't";

    public static bool IsSaying(string word) => Saying.Contains(word);

    public static bool IsNegation(string lower) =>
        Negations.Contains(lower) || lower.EndsWith("n't", StringComparison.Ordinal);

    /// <summary>True for stems of "show", "prove" and their like: what cannot be shown is not denied.</summary>
    public static bool IsShowing(string stem) => Showing.Contains(stem);

    /// <summary>
    /// The digits of a number written as a word; null when it is none. "one" is left a word: it mostly counts nothing.
    /// </summary>
    public static string? Digits(string lower) => Numbers.GetValueOrDefault(lower);

    /// <param name="lower">A word in lower case.</param>
    public static string Stem(string lower)
    {
        var stem = Cut(Irregular.GetValueOrDefault(lower, lower));
        return Classes.GetValueOrDefault(stem, stem);
    }

    private static string Cut(string word)
    {
        var s = word.EndsWith("'s", StringComparison.Ordinal) ? word[..^2] : word.TrimEnd('\'');
        if (s.Length > 4 && s.EndsWith("ies", StringComparison.Ordinal)) s = $"{s[..^3]}y";
        else if (s.Length > 4 && (s.EndsWith("sses", StringComparison.Ordinal) || s.EndsWith("shes",
            StringComparison.Ordinal)
            || s.EndsWith("ches", StringComparison.Ordinal) || s.EndsWith("xes",
                StringComparison.Ordinal))) s = s[..^2];
        else if (s.Length > 3 && s[^1] == 's' && s[^2] is not ('s' or 'u' or 'i')) s = s[..^1];
        if (s.Length > 5 && s.EndsWith("ing", StringComparison.Ordinal) && HasVowel(s[..^3])) s = s[..^3];
        else if (s.Length > 4 && s.EndsWith("ied", StringComparison.Ordinal)) s = $"{s[..^3]}y";
        else if (s.Length > 4 && s.EndsWith("ed", StringComparison.Ordinal) && HasVowel(s[..^2])) s = s[..^2];
        else if (s.Length > 5 && s.EndsWith("ly", StringComparison.Ordinal)) s = s[..^2];
        if (s.Length > 3 && s[^1] == 'e') s = s[..^1];
        if (s.Length > 3 && s[^1] == s[^2] && s[^1] is not ('s' or 'e' or 'o')) s = s[..^1];
        return s;
    }

    private static bool HasVowel(string s) => s.AsSpan().ContainsAny("aeiouy");

    private static FrozenSet<string> Set(string words) => Split(words).ToFrozenSet(StringComparer.Ordinal);

    private static FrozenDictionary<string, string> Pairs(string words) => Split(words).Chunk(2)
        .DistinctBy(p => p[0]).ToFrozenDictionary(p => p[0], p => p[1], StringComparer.Ordinal);

    private static FrozenDictionary<string, string> Classed(string lines) => lines
        .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .SelectMany(line => Split(line).Select(word => (Form: Cut(word), Head: Cut(Split(line)[0]))))
        .DistinctBy(p => p.Form).ToFrozenDictionary(p => p.Form, p => p.Head, StringComparer.Ordinal);

    private static string[] Split(string words) => words.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
}
