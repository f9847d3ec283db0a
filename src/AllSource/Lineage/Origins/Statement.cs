using System.Collections.Immutable;
using System.Text;
using AllSource.Language;

namespace AllSource.Lineage.Origins;

/// <summary>
/// A content word: its stem, and whether a negation stands over it. Names and numbers tell statements apart best.
/// </summary>
internal readonly record struct StatementWord(string Stem, bool Negated, bool IsName, bool IsNumber)
{
    /// <summary>How much the word weighs before anything is known of its rarity.</summary>
    public double Weight => IsForename ? .25 : IsNumber ? 1.4 : IsName ? 1.2 : 1;

    /// <summary>A part of a name before its last word: "Maritime Safety" in "Maritime Safety Board" is no word
    /// more.</summary>
    public bool IsForename { get; init; }

    /// <summary>The thing that is denied: the first word under the negation, not what stands further along.</summary>
    public bool IsDenied { get; init; }
}

/// <summary>
/// A counted or measured value: the digits, the stem of what is counted, and how it is shown ("34", "metr", "34
/// metres"). A clock time has the unit "clock".
/// </summary>
internal readonly record struct Quantity(string Value, string Unit, string Shown);

/// <summary>
/// What a stretch of text says, as far as words show it: distinct content words ascending by stem, each with the
/// negation over it. Two statements are compared word by word, so that "no wind" and "wind" meet and disagree.
/// </summary>
internal sealed class Statement
{
    /// <summary>
    /// A "sentence" of a megabyte would make every comparison as long: what stands after this many words is not
    /// compared.
    /// </summary>
    private const int WordsMax = 120;

    /// <summary>How many content words a negation reaches over, unless the clause ends before.</summary>
    private const int NegationReach = 4;

    /// <summary>"Is simply not true that": so near to its "is" stands the "that" of a judgment.</summary>
    private const int FrameWordsMax = 4;

    private Statement(ImmutableArray<StatementWord> words, ImmutableArray<Quantity> quantities)
    {
        Words = words;
        Quantities = quantities;
    }

    public ImmutableArray<StatementWord> Words { get; }

    /// <summary>
    /// Ascending by unit, then value. A number after its noun ("crane 4") is a name and none of these.
    /// </summary>
    public ImmutableArray<Quantity> Quantities { get; }

    public static Statement Of(string text)
    {
        var words = new SortedDictionary<string, StatementWord>(StringComparer.Ordinal);
        StatementWord? forename = null;
        var (unable, untrue, wasNegated, isNegated, afterIs) = (false, false, false, false, FrameWordsMax);
        var quantities = new SortedDictionary<(string Unit, string Value), string>();
        var (reach, since, first, previous, counted) = (0, 0, true, "", "");
        foreach (var token in Tokens(text))
        {
            if (words.Count >= WordsMax) break;
            if (!char.IsLetterOrDigit(token[0]))
            {
                if (token is "." or ";" or ":" or "?" or "!" || (token == "," && since > 1)) reach = 0;
                if (token == ",") since = 0;
                if (token is "." or "?" or "!" or ":") first = true;
                if (token is "." or ";" or "?" or "!") untrue = false;
                counted = "";
                forename = null;
                continue;
            }

            var lower = token.ToLowerInvariant();
            (wasNegated, isNegated) = (isNegated, reach > 0);
            afterIs = WordForms.IsCopula(lower) ? 0 : afterIs + 1;
            if (WordForms.IsNegation(lower))
            {
                (reach, since) = (NegationReach, 0);
                unable = previous is "can" or "could" || lower is "cannot" or "can't" or "couldn't";
            }
            else if (lower is "or" or "nor" && reach > 0)
            {
                (reach, since) = (since > 1 ? 0 : NegationReach,
                    0); // "no lead or cable" is one list; "no wind on the quay, or light air" two
            }
            else if (lower is "but" or "although" or "because" or "while" or "only")
            {
                reach = 0;
            }
            else if (lower == "that" && afterIs <= FrameWordsMax && Untruth.IsJudgment(previous))
            {
                // all that follows is what is called true or untrue, and the word that says so is none of it
                words.Remove(WordForms.Stem(previous));
                (untrue, reach, since) = (untrue != Untruth.IsCalled(previous, wasNegated), 0, 0);
            }
            else if (lower == "off" && previous is "put" or "putting" or "puts")
            {
                Keep(words, new(WordForms.Stem("putoff"), reach > 0 != untrue, false, false));
            }
            else if (!WordForms.IsStop(lower) || char.IsDigit(lower[0]))
            {
                if (unable && since == 0 && WordForms.IsShowing(WordForms.Stem(lower))) reach = 0;
                unable = false;
                var word = Word(token, lower, reach > 0 != untrue, first) with
                {
                    IsDenied = reach > 0 != untrue && since == 0,
                };
                if (word.Stem.Contains(':', StringComparison.Ordinal)) quantities.TryAdd(("clock", word.Stem),
                    word.Stem);
                else if (counted.Length > 0 && !word.IsNumber) quantities.TryAdd((word.Stem, counted),
                    $"{counted} {lower}");
                counted = word.IsNumber ? word.Stem : "";
                if (forename is { } part && char.IsUpper(token[0])) Keep(words, part with { IsForename = true });
                forename = char.IsUpper(token[0]) ? word : null;
                Keep(words, word);
                (reach, since) = (Math.Max(0, reach - 1), since + 1);
            }

            (first, previous) = (false, lower);
        }

        words.Remove("put");
        return new([.. words.Values], [.. quantities.Select(q => new Quantity(q.Key.Value, q.Key.Unit, q.Value))]);
    }

    /// <summary>
    /// The share (0-1) of the lighter statement's words, by weight, that the other has too, whatever is negated.
    /// </summary>
    public static double Containment(Statement a, Statement b)
    {
        var (shared, inA, inB) = (0.0, a.Words.Sum(w => w.Weight), b.Words.Sum(w => w.Weight));
        foreach (var (x, _) in Shared(a, b)) shared += x.Weight;
        var lighter = Math.Min(inA, inB);
        return lighter > 0 ? shared / lighter : 0;
    }

    /// <summary>The share (0-1) of the first statement's weight that the other has too.</summary>
    public static double Share(Statement a, Statement b)
    {
        var all = a.Words.Sum(w => w.Weight);
        return all > 0 ? Shared(a, b).Sum(s => s.A.Weight) / all : 0;
    }

    /// <summary>The words that both have, ascending, each with the two readings of it.</summary>
    public static IEnumerable<(StatementWord A, StatementWord B)> Shared(Statement a, Statement b)
    {
        for (int i = 0, j = 0; i < a.Words.Length && j < b.Words.Length;)
        {
            var order = string.CompareOrdinal(a.Words[i].Stem, b.Words[j].Stem);
            if (order == 0) yield return (a.Words[i], b.Words[j]);
            if (order <= 0) i++;
            if (order >= 0) j++;
        }
    }

    /// <summary>True when one denies the very thing that the other says: "was not closed" and "was closed".</summary>
    public static bool AreContrary(Statement a, Statement b) =>
        Shared(a, b).Any(static s => (s.A.IsDenied && !s.B.Negated) || (s.B.IsDenied && !s.A.Negated));

    /// <summary>
    /// The first unit of which both give values and none in common: rival answers to "how many" or "when". Null when
    /// there is none.
    /// </summary>
    public static string? RivalUnit(Statement a, Statement b)
    {
        foreach (var unit in a.Quantities.Select(q => q.Unit).Distinct())
        {
            var theirs = b.Quantities.Where(q => q.Unit == unit).Select(q => q.Value).ToList();
            if (theirs.Count > 0 && !a.Quantities.Any(q => q.Unit == unit && theirs.Contains(q.Value))) return unit;
        }

        return null;
    }

    private static void Keep(SortedDictionary<string, StatementWord> words, StatementWord word)
    {
        if (!words.TryGetValue(word.Stem, out var known)) words[word.Stem] = word;
        else
        {
            words[word.Stem] = known with
            {
                Negated = known.Negated && word.Negated,
                IsDenied = known.IsDenied && word.IsDenied,
                IsForename = known.IsForename || word.IsForename,
            };
        }
    }

    private static StatementWord Word(string token, string lower, bool negated, bool first)
    {
        if (char.IsDigit(lower[0])) return new(lower, negated, false, true);
        if (WordForms.Digits(lower) is { } digits) return new(digits, negated, false, true);
        return new(WordForms.Stem(lower), negated, !first && char.IsUpper(token[0]), false);
    }

    /// <summary>Words (with inner apostrophes, and digits with inner points and colons) and single marks.</summary>
    private static IEnumerable<string> Tokens(string text)
    {
        var word = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i] is '’' or '‘' ? '\'' : text[i];
            var inner = word.Length > 0 && i + 1 < text.Length && char.IsLetterOrDigit(text[i + 1])
                && (c == '\'' || (c is '.' or ':' or ',' && char.IsDigit(word[^1]) && char.IsDigit(text[i + 1])));
            if (char.IsLetterOrDigit(c) || inner)
            {
                if (c != ',') word.Append(c);
                continue;
            }

            if (word.Length > 0) yield return word.ToString();
            word.Clear();
            if (!char.IsWhiteSpace(c)) yield return c.ToString();
        }

        if (word.Length > 0) yield return word.ToString();
    }
}
