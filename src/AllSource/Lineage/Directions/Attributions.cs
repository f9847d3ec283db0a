using AllSource.Lineage.Reading;
using AllSource.Lineage.Weighing;

namespace AllSource.Lineage.Directions;

/// <summary>
/// Words that lead into a passage, or out of it, and say whose it is: "As the Journal reported, ...", "..., according
/// to the Journal", "the Journal wrote that ...".
/// </summary>
internal static class Attributions
{
    private const int WordsNear = 8; // between the passage and the name
    private const int WordsBetween = 3; // between the name and the word of reporting

    private static readonly uint[] Reporting = CodesOf(
        "reported reports writes wrote according reporting quoted quoting cited citing published revealed carried");

    /// <summary>
    /// True when the sentence that holds the stretch [first, end) names the other's author beside it, with a word of
    /// reporting. What stands in quotation marks is somebody else's attribution.
    /// </summary>
    public static bool Lead(Prepared one, int first, int end, Prepared other)
    {
        if (other.Document.Author is not { Length: > 0 } author || author == one.Document.Author) return false;
        var names = AuthorNames.Of(author);
        var words = one.Words;
        var from = first;
        while (from > 0 && first - from < WordsNear && !words.Has(from, WordMarks.SentenceStart)) from--;
        var to = end;
        while (to < words.Count && to - end < WordsNear && !words.Has(to, WordMarks.SentenceStart)) to++;
        return !names.StandsIn(words, first, end)
            && (Tells(words, from, first, names) || Tells(words, end, to, names));
    }

    private static bool Tells(Words words, int from, int to, AuthorNames names)
    {
        for (var w = from; w < to; w++)
        {
            if (words.Has(w, WordMarks.Quoted) || !Reporting.AsSpan().Contains(words.Codes[w])) continue;
            var (near, far) = (Math.Max(from, w - WordsBetween), Math.Min(to, w + WordsBetween + 1));
            if (names.StandsIn(words, near, far)) return true;
        }

        return false;
    }

    private static uint[] CodesOf(string list)
    {
        var words = new WordReader().Read(list);
        return words.Codes.ToArray();
    }
}
