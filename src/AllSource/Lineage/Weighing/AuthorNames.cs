using System.Collections.Concurrent;
using AllSource.Lineage.Reading;

namespace AllSource.Lineage.Weighing;

/// <summary>The words of an author's name, without addresses, as they are found in texts.</summary>
internal sealed class AuthorNames
{
    private const int LettersMin = 3;
    private const int KnownMax = 100_000; // beyond, names are read anew: a set where every report has another author

    private static readonly ConcurrentDictionary<string, AuthorNames> Known = new(StringComparer.Ordinal);
    private readonly uint[] _codes;

    private AuthorNames(string author)
    {
        var words = new WordReader().Read(Persons.NameIn(author));
        var codes = new List<uint>();
        for (var w = 0; w < words.Count; w++)
        {
            var isLong = words.Ends[w] - words.Starts[w] >= LettersMin;
            if (isLong && !words.Has(w, WordMarks.Common)) codes.Add(words.Codes[w]);
        }

        _codes = [.. codes];
    }

    public static AuthorNames Of(string? author)
    {
        if (Known.TryGetValue(author ?? "", out var there)) return there;
        var read = new AuthorNames(author ?? "");
        if (Known.Count < KnownMax) Known.TryAdd(author ?? "", read);
        return read;
    }

    /// <summary>True when a word of the name stands in [from, to), cut to the text.</summary>
    public bool StandsIn(Words words, int from, int to)
    {
        (from, to) = (Math.Max(0, from), Math.Min(words.Count, to));
        if (from >= to) return false;
        var among = words.Codes[from..to];
        foreach (var code in _codes) if (among.Contains(code)) return true; // a name has few words: each is looked for
        return false;
    }

    public bool Overlaps(AuthorNames other) => _codes.AsSpan().IndexOfAny(other._codes) >= 0;
}
