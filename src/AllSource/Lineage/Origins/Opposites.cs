using System.Collections.Frozen;

namespace AllSource.Lineage.Origins;

/// <summary>
/// Words that say the contrary of one another without a "not": "the lift worked" and "the lift was out of order",
/// "open" and "locked", "paid" and "unpaid". Either word is kept under one stem, the contrary marked. By exact word,
/// for "work" is a noun too and "close" an adverb.
/// </summary>
internal static class Opposites
{
    /// <summary>First what is said, the first word standing for all; behind the bar the contrary of it.</summary>
    private const string Pairs = """
        function functions functioned functioning functional works worked working succeed succeeds succeeded succeeding
            successful successfully | fail fails failed failing failure failures broken faulty defective malfunction
            malfunctions malfunctioned inoperable inoperative
        open opens opened opening | close closes closed closing shut shuts shutting locked sealed
        drunk drunken | sober
        late | punctual punctually
        dead | alive survive survives survived surviving survivor survivors
        asleep | awake
        guilty | innocent
        convict convicts convicted | acquit acquits acquitted
        safe safely | unsafe unsafely dangerous dangerously
        full | empty emptied
        increase | decrease decreases decreased decreasing fall falls fell fallen falling drop drops dropped dropping
        allow allows allowed permitted | forbid forbids forbade forbidden ban bans banned prohibit prohibits prohibited
        accept accepts accepted accepting | reject rejects rejected rejecting
        support supports supported supporting | oppose opposes opposed opposing
        remember remembers remembered recall recalls recalled | forget forgets forgot forgotten
        present | absent
        healthy | ill sick unhealthy
        strong | weak
        high | low
        rich | poor
        fast | slow
        wet | dry
        clean | dirty
        visible | invisible
        legal legally lawful lawfully | illegal illegally unlawful unlawfully
        genuine authentic | fake faked forged counterfeit
        damage damaged damages | intact undamaged unscathed
        outside | inside
        peaceful peacefully | violent violently
        friendly | hostile
        occupied | vacant unoccupied
        permanent | temporary
        possible | impossible
        include includes included including | exclude excludes excluded excluding
        agree agrees agreed | disagree disagrees disagreed
        approve approves approved | disapprove disapproves disapproved
        obey obeys obeyed | disobey disobeys disobeyed
        connect connected | disconnect disconnected
        honest honestly | dishonest dishonestly
        employed | unemployed jobless
        """;

    /// <summary>Behind "un-" these mean the contrary of what they mean without; "united" does not.</summary>
    private const string Privative = """
        armed paid signed locked hurt injured harmed aware guarded authorised authorized licensed licenced insured
        registered marked inspected tested trained fit well manned lit opened finished sealed fair clear necessary
        reliable available conscious married able attended touched known named loaded documented verified confirmed
        supervised answered wanted successful
        """;

    private static readonly FrozenDictionary<string, (string Head, bool IsOpposite)> ByWord = Read();

    /// <summary>The common stem, and whether the word says the contrary of it; null where the word has none.</summary>
    /// <param name="lower">In lower case, as are the words before and after it; these may be empty.</param>
    public static (string Head, bool IsOpposite)? Of(string lower, string before, string after)
    {
        if (lower == "work") return IsNoun(before) ? null : ByWord["works"];
        if (lower == "working" && after is "group" or "party" or "day" or "days" or "class" or "hours") return null;
        if (lower == "close" && after is "to" or "by" or "friend" or "friends") return null;
        if (lower == "broken" && before is "has" or "have" or "had" && after != "down") return null;
        return ByWord.TryGetValue(lower, out var known) ? known : null;
    }

    /// <summary>Phrases of two or three words: their stem, whether contrary, and how many words they are.</summary>
    public static (string Head, bool IsOpposite, int Words)? Phrase(string a, string b, string c) => (a, b, c) switch
    {
        ("out", "of", "order" or "action" or "service" or "operation" or "use") => (Function, true, 3),
        ("in", "working", "order") => (Function, false, 3),
        ("in", "operation", _) => (Function, false, 2),
        ("broke" or "broken" or "break" or "breaks" or "breaking", "down", _) => (Function, true, 2),
        ("on", "time", _) => (WordForms.Stem("late"), true, 2),
        ("switched" or "turned" or "switch" or "turn", "on", _) => ("switchon", false, 2),
        ("switched" or "turned" or "switch" or "turn", "off", _) => ("switchon", true, 2),
        _ => null,
    };

    private static string Function => ByWord["works"].Head;

    private static bool IsNoun(string before) => before is "" or "the" or "a" or "of" or "at" or "for" or "his" or "her"
        or "their" or "our" or "my" or "its" or "this" or "that" or "more" or "hard" or "on" or "in" or "from";

    private static FrozenDictionary<string, (string, bool)> Read()
    {
        var words = new Dictionary<string, (string, bool)>(StringComparer.Ordinal);
        var lines = Pairs.Replace("\n    ", " ", StringComparison.Ordinal).Split('\n');
        foreach (var line in lines)
        {
            var sides = line.Split('|');
            var head = WordForms.Stem(Split(sides[0])[0]);
            for (var side = 0; side < sides.Length; side++)
            {
                foreach (var word in Split(sides[side])) words.TryAdd(word, (head, side == 1));
            }
        }

        foreach (var word in Split(Privative))
        {
            var (head, isOpposite) = words.GetValueOrDefault(word, (WordForms.Stem(word), false));
            words.TryAdd($"un{word}", (head, !isOpposite));
        }

        return words.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static string[] Split(string words) =>
        words.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries);
}
