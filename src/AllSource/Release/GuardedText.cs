using System.Globalization;
using System.Text;
using AllSource.Exposure;

namespace AllSource.Release;

/// <summary>
/// Finds in a text what would give a protected source away word for word: names, and runs of words from reports that
/// the audience may not see. Words are compared after NFKC, in lower case, without format characters, so that a joiner
/// or a wide letter inside a name hides nothing. It does not see a name spelt with look-alike letters of another
/// script, nor the same thing in other words.
/// </summary>
public sealed class GuardedText
{
    /// <summary>A run of this many words is taken for somebody's own wording rather than chance.</summary>
    public const int RunWordsMin = 7;

    /// <summary>Inside quotation marks of the unseen report fewer words give away whose they are.</summary>
    public const int QuotedWordsMin = 4;

    private readonly HashSet<string> _runs = new(StringComparer.Ordinal);
    private readonly HashSet<string> _quotedRuns = new(StringComparer.Ordinal);
    private readonly List<string[]> _protectedNames;
    private readonly UnseenNames _unseenNames;

    /// <param name="protectedNames">The desk's list of names that must not be written for anybody.</param>
    /// <param name="voices">
    /// Proper names that speak in the record, by report; those that no admitted report names are unseen names, and so
    /// are the names that the reader of names finds in reports which the audience may not see.
    /// </param>
    public GuardedText(Protection protection, IEnumerable<string> protectedNames, IEnumerable<string> voices)
    {
        var (seen, unseen) = (new List<string[]>(), new List<string[]>());
        foreach (var report in protection.Reports)
        {
            var isSeen = report.Label.Admits(protection.Audience);
            (isSeen ? seen : unseen).Add(Words($"{report.Facts.Title}\n{report.Text}"));
            if (isSeen) continue;
            foreach (var quoted in Quoted(report.Text)) AddRuns(_quotedRuns, Words(quoted), QuotedWordsMin);
        }

        foreach (var words in unseen) AddRuns(_runs, words, RunWordsMin);
        foreach (var words in seen)
        {
            foreach (var run in Runs(words, RunWordsMin)) _runs.Remove(run);
            foreach (var run in Runs(words, QuotedWordsMin)) _quotedRuns.Remove(run);
        }

        var veiled = protection.VeiledSources
            .SelectMany(handle => protection.Register.Find(handle) is { } s ? [s.Id.Name, .. s.Aliases]
                : new[] { handle });
        _protectedNames = [.. veiled.Concat(protectedNames).Select(Words).Where(w => w.Length > 0)];
        _unseenNames = Unseen(protection, voices);
    }

    /// <summary>The protected name in a text, also in its genitive, or null.</summary>
    public string? ProtectedNameIn(string text) => NameIn(text, _protectedNames)
        ?? NameIn(WithoutGenitives(text), _protectedNames);

    /// <summary>
    /// The number of the text's word, from 1, with which a name begins that stands in unseen reports alone; or null.
    /// </summary>
    public int? UnseenNameIn(string text) => _unseenNames.In(text);

    /// <summary>The run of words that the text shares with unseen reports alone, or null.</summary>
    public string? ProtectedWordsIn(string text)
    {
        var words = Words(text);
        return Runs(words, RunWordsMin).FirstOrDefault(_runs.Contains) ?? Runs(words, QuotedWordsMin)
            .FirstOrDefault(_quotedRuns.Contains);
    }

    internal static string[] Words(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var c in Folded(text))
        {
            if (char.IsLetterOrDigit(c) || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark) word.Append(c);
            else if (word.Length > 0 && c is not '\'' and not '\u2019') Flush();
        }

        if (word.Length > 0) Flush();
        return [.. words];

        void Flush()
        {
            words.Add(word.ToString());
            word.Clear();
        }
    }

    private static IEnumerable<char> Folded(string text)
    {
        // A lone surrogate from outside is no Unicode text: normalising it would throw.
        var whole = text.EnumerateRunes()
            .Aggregate(new StringBuilder(text.Length), (sb, rune) => sb.Append(rune.ToString()));
        return whole.ToString().Normalize(NormalizationForm.FormKC).ToLowerInvariant()
            .Where(c => char.GetUnicodeCategory(c) is not UnicodeCategory.Format);
    }

    private static IEnumerable<string> Runs(string[] words, int length)
    {
        for (var i = 0; i + length <= words.Length; i++) yield return string.Join(' ', words, i, length);
    }

    private static void AddRuns(HashSet<string> runs, string[] words, int length)
    {
        foreach (var run in Runs(words, length)) runs.Add(run);
    }

    private static IEnumerable<string> Quoted(string text)
    {
        var open = -1;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is not ('"' or '\u201c' or '\u201d' or '\u201e' or '\u00ab' or '\u00bb')) continue;
            if (open >= 0) yield return text[open..i];
            open = i + 1;
        }
    }

    private static UnseenNames Unseen(Protection protection, IEnumerable<string> voices)
    {
        var seen = protection.Reports.Where(r => r.Label.Admits(protection.Audience)).ToList();
        var unseen = protection.Reports.Where(r => !r.Label.Admits(protection.Audience)).ToList();
        return new(seen, unseen, unseen.Count == 0 ? [] : unseen.Select(r => r.Facts.Source?.Name).OfType<string>()
            .Concat(voices).Where(IsProperName).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
            protection.VeiledSources);
    }

    private static string WithoutGenitives(string text) => text
        .Replace("'s", " ", StringComparison.OrdinalIgnoreCase)
        .Replace("\u2019s", " ", StringComparison.OrdinalIgnoreCase);

    private static bool IsProperName(string name) =>
        name.Length > 3 && name.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(w => !char.IsLower(w[0]));

    private static string? NameIn(string text, List<string[]> names)
    {
        var words = Words(text);
        var found = names.FirstOrDefault(name => IndexOf(words, name) >= 0);
        return found is null ? null : string.Join(' ', found);
    }

    private static int IndexOf(string[] words, string[] name)
    {
        for (var i = 0; i + name.Length <= words.Length; i++)
        {
            if (words.AsSpan(i, name.Length).SequenceEqual(name)) return i;
        }

        return -1;
    }
}
