using System.Globalization;
using AllSource.Kernel;
using AllSource.Lineage.Alignment;
using AllSource.Lineage.Reading;

namespace AllSource.Lineage.Directions;

/// <summary>
/// Who repeats whom. Dates decide where they lie apart beyond their uncertainty; otherwise the marks that copying
/// leaves are weighed
/// as log-odds, and a direction is named only when they reach <see cref="OddsMin"/>. It never guesses.
/// </summary>
internal static class Direction
{
    /// <summary>Log-odds at which a direction is named: about five to one.</summary>
    internal const double OddsMin = 1.6;

    private static readonly CultureInfo Words = CultureInfo.InvariantCulture;

    /// <summary>
    /// Of a text and a shorter retelling of its whole: the shorter is the copier, unless dates say that it was there
    /// first.
    /// </summary>
    public static (string? Copier, string Why) OfSummary(Prepared x, Prepared y, bool firstIsShorter)
    {
        var (shorter, longer) = firstIsShorter ? (x.Document, y.Document) : (y.Document, x.Document);
        if (shorter.Published is { } time && longer.Published is { } other && time.IsSurelyBefore(other))
        {
            return (longer.Id, $"{shorter.Id} is earlier ({time}) than {longer.Id} ({other})");
        }

        return (shorter.Id, $"{shorter.Id} tells the whole of {longer.Id} in fewer words");
    }

    /// <summary>
    /// The same by the times of the messages in which one passage stands, where either text is made of such; null where
    /// they tell nothing, and where the texts as wholes have times.
    /// </summary>
    public static (string? Copier, string Why)? OfMessages(
        LineageDocument a, TextSpan inA, LineageDocument b, TextSpan inB)
    {
        if (a.Stamps.IsDefaultOrEmpty && b.Stamps.IsDefaultOrEmpty) return null;
        var (timesA, timesB) = (a.TimesOf(inA).ToArray(), b.TimesOf(inB).ToArray());
        if (AreSurelyBefore(timesA, timesB)) return (b.Id, Earlier(a, timesA, b, timesB));
        return AreSurelyBefore(timesB, timesA) ? (a.Id, Earlier(b, timesB, a, timesA)) : null;
    }

    private static bool AreSurelyBefore(ReportedTime?[] first, ReportedTime?[] then) =>
        Array.TrueForAll(first,
            f => f is not null && Array.TrueForAll(then, t => t is not null && f.IsSurelyBefore(t)));

    private static string Earlier(
        LineageDocument first, ReportedTime?[] at, LineageDocument then, ReportedTime?[] later) =>
        $"it stands in {first.Id} earlier ({at[^1]}) than in {then.Id} ({later[0]})";

    /// <summary>The copier's id and the reasons; null and why not.</summary>
    public static (string? Copier, string Why) Of(
        Prepared x, Prepared y, IReadOnlyList<List<Run>> chains, IReadOnlyList<(TextSpan A, TextSpan B)> spans)
    {
        var (copier, why, _) = Weighed(x, y, chains, spans);
        return (copier, why);
    }

    /// <summary>The same with the log-odds of the direction (0 or more); null where dates tell it.</summary>
    public static (string? Copier, string Why, double? Odds) Weighed(
        Prepared x, Prepared y, IReadOnlyList<List<Run>> chains, IReadOnlyList<(TextSpan A, TextSpan B)> spans)
    {
        var a = x.Document;
        var b = y.Document;
        if (a.Published is { } timeA && b.Published is { } timeB)
        {
            if (timeA.IsSurelyBefore(timeB)) return (b.Id, $"{a.Id} is earlier ({timeA}) than {b.Id} ({timeB})", null);
            if (timeB.IsSurelyBefore(timeA)) return (a.Id, $"{b.Id} is earlier ({timeB}) than {a.Id} ({timeA})", null);
        }

        var traces = CopyTraces.Of(x, y, chains, spans);
        var odds = traces.Sum(static t => t.Odds); // above 0: x is the copier
        var copier = odds >= OddsMin ? a : odds <= -OddsMin ? b : null;
        var told = traces.Where(t => copier is null || t.Odds > 0 == odds > 0).Select(static t => t.What).ToArray();
        var reasons = told.Length == 0 ? "nothing tells" : string.Join("; ", told);
        if (copier is null) return (null, $"undirected: {reasons}", Math.Abs(odds));
        var probability = 1 / (1 + Math.Exp(-Math.Abs(odds)));
        var sentence = string.Create(Words, $"{reasons} (probability {probability:F2}, without dates)");
        return (copier.Id, sentence, Math.Abs(odds));
    }
}
