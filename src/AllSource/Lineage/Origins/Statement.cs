using System.Collections.Immutable;

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

    /// <summary>Denied by "not", "never", "failed to": the verb itself, not one of the things in it.</summary>
    public bool IsVerbDenied { get; init; }

    /// <summary>It has a contrary of its own: "open", "locked".</summary>
    public bool IsPole { get; init; }

    /// <summary>It is written as the contrary of its stem: "locked" of "open".</summary>
    public bool IsOpposite { get; init; }

    /// <summary>Said both ways in one statement, so that nothing is contrary to it.</summary>
    public bool IsMixed { get; init; }

    /// <summary>Stands in what is asked or not proven: "whether the gate was open".</summary>
    public bool IsOpen { get; init; }

    /// <summary>The contrary of its stem is said: "not open" and "locked", but not "not locked".</summary>
    public bool Turned => Negated != IsOpposite;

    /// <summary>The stem as it is written, for readers; null where that is the stem.</summary>
    public string? Shown { get; init; }
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
    internal Statement(ImmutableArray<StatementWord> words, ImmutableArray<Quantity> quantities)
    {
        Words = words;
        Quantities = quantities;
    }

    public ImmutableArray<StatementWord> Words { get; }

    /// <summary>
    /// Ascending by unit, then value. A number after its noun ("crane 4") is a name and none of these.
    /// </summary>
    public ImmutableArray<Quantity> Quantities { get; }

    public static Statement Of(string text) => StatementReader.Read(text);

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

    /// <summary>True when one denies the very thing that the other says: "was not closed" and "was closed", "was
    /// locked" and "was open".</summary>
    public static bool AreContrary(Statement a, Statement b) => Shared(a, b).Any(static s => AreContrary(s.A, s.B));

    /// <summary>The same of two readings of one word.</summary>
    public static bool AreContrary(StatementWord a, StatementWord b)
    {
        if (a.IsMixed || b.IsMixed || a.IsOpen || b.IsOpen) return false;
        if (a.IsOpposite != b.IsOpposite) return a.Turned != b.Turned;
        return (a.IsDenied && !b.Negated) || (b.IsDenied && !a.Negated);
    }

    /// <summary>True when they say opposites, or one denies the verb of the other: contrary in what they are about.
    /// </summary>
    public static bool AreOpposed(Statement a, Statement b) => Shared(a, b).Any(static s => AreContrary(s.A, s.B)
        && (s.A.IsPole || s.A.IsVerbDenied || s.B.IsVerbDenied));

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
}
