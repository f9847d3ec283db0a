using System.Collections.Frozen;

namespace AllSource.Language;

/// <summary>Word lists as they are written in the code: words apart by white space.</summary>
internal static class WordList
{
    public static FrozenSet<string> Of(string words) =>
        words.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
