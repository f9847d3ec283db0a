using System.Collections.Frozen;

namespace AllSource.Language;

/// <summary>
/// "It is untrue that ...", "it is not true that ...": who says so denies all that follows. One list for those who read
/// the act and those who compare what is said: where they differed, a denial would be support. "Wrong" and "right" are
/// not here, for "it is wrong that men are beaten" says that they are.
/// </summary>
internal static class Untruth
{
    private static readonly FrozenSet<string> True = WordList.Of("true correct");

    private static readonly FrozenSet<string> False = WordList.Of("""
        false untrue incorrect baseless unfounded groundless fabricated fabrication invented invention nonsense rubbish
        lie lies hoax slander libel myth
        """);

    public static bool IsJudgment(string lower) => True.Contains(lower) || False.Contains(lower);

    /// <summary>Whether the word before "that" calls untrue what follows.</summary>
    /// <param name="lower">In lower case.</param>
    /// <param name="isNegated">Whether the word itself stands under a negation.</param>
    public static bool IsCalled(string lower, bool isNegated) => (isNegated ? True : False).Contains(lower);
}
