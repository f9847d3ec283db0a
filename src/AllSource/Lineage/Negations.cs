using AllSource.Kernel;
using AllSource.Lineage.Origins;

namespace AllSource.Lineage;

/// <summary>Counts the negations in a stretch of a text.</summary>
internal static class Negations
{
    private const int WordsMax = 64; // more words than an edit has; the attack: an edit of a megabyte

    /// <summary>True when one stretch has an odd negation more than the other.</summary>
    public static bool Differ(string a, TextSpan inA, string b, TextSpan inB) =>
        (Of(a.AsSpan(inA.Start..inA.End)) - Of(b.AsSpan(inB.Start..inB.End))) % 2 != 0;

    private static int Of(ReadOnlySpan<char> text)
    {
        var (count, seen, at) = (0, 0, 0);
        while (at < text.Length && seen < WordsMax)
        {
            while (at < text.Length && !char.IsLetter(text[at])) at++;
            var from = at;
            while (at < text.Length && (char.IsLetter(text[at]) || text[at] is '\'' or '’')) at++;
            if (at == from) break;
            seen++;
            var word = text[from..at].ToString().Replace('’', '\'').TrimEnd('\'').ToLowerInvariant();
            if (WordForms.IsNegation(word)) count++;
        }

        return count;
    }
}
