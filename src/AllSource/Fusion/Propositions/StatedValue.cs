using System.Collections.Immutable;

namespace AllSource.Fusion.Propositions;

/// <summary>
/// A value that a statement gives for a question: how many, when, how much. <paramref name="Key"/> tells questions
/// apart ("count:person:kill", "date", "clock", "money:eur"), <paramref name="Question"/> says it in words, and
/// <paramref name="Shown"/> is the value as written. The value lies between the two ends: "about thirty" is wider than
/// "30", and "at least 30" has no upper end.
/// </summary>
internal readonly record struct StatedValue(string Key, string Question, double Low, double High, string Shown)
{
    public bool Answers(StatedValue other) => Key == other.Key || IsPart(Key, other.Key) || IsPart(other.Key, Key);

    public bool Agrees(StatedValue other) => Low <= other.High && other.Low <= High;

    /// <summary>"12 people" may be the answer to "how many people were killed".</summary>
    private static bool IsPart(string whole, string part) =>
        part.Length > whole.Length && part[whole.Length] == ':' && part.StartsWith(whole, StringComparison.Ordinal);
}

/// <summary>Compares what two statements give as answers to the same questions.</summary>
internal static class RivalValues
{
    /// <summary>
    /// The questions to which both give answers of which none agree, as the first words them: rivals, not agreement.
    /// </summary>
    public static IEnumerable<string> Questions(ImmutableArray<StatedValue> first, ImmutableArray<StatedValue> other)
    {
        foreach (var asked in first.GroupBy(v => v.Key))
        {
            var theirs = other.Where(o => o.Answers(asked.First())).ToList();
            if (theirs.Count > 0 && !theirs.Any(t => asked.Any(t.Agrees))) yield return asked.Key;
        }
    }

    public static bool Are(ImmutableArray<StatedValue> one, ImmutableArray<StatedValue> other) =>
        Questions(one, other).Any();

    /// <summary>The answers to a question, by size.</summary>
    public static IEnumerable<StatedValue> To(ImmutableArray<StatedValue> values, StatedValue asked) =>
        values.Where(v => v.Answers(asked)).OrderBy(v => v.Low).ThenBy(v => v.High)
            .ThenBy(v => v.Shown, StringComparer.Ordinal);
}
