using System.Runtime.CompilerServices;
using AllSource.Lineage.Reading;
using AllSource.Lineage.Seeds;
using AllSource.Lineage.Weighing;

namespace AllSource.Lineage;

/// <summary>A document with its words, its time, and its author's and title's numbers.</summary>
internal sealed class Prepared(LineageDocument document, Words words)
{
    public LineageDocument Document { get; } = document;

    public Words Words { get; } = words;

    /// <summary>The same for the same words in the same order; null for fewer than a gram has.</summary>
    public ulong? WordsKey { get; } = KeyOf(words);

    /// <summary>The first instant of its time, the last of all when it is unknown.</summary>
    public long Ticks { get; } = (document.Published?.Earliest ?? DateTime.MaxValue).Ticks;

    /// <summary>What stands for author and title, where it is made beforehand by several threads.</summary>
    private string? AuthorKey { get; init; }

    private string? TitleKey { get; init; }

    /// <summary>The author as a number, equal for equal names; 0 for nobody known.</summary>
    public int Author { get; set; }

    /// <summary>Read when it is first asked for: most documents are never weighed.</summary>
    public TextFrame Frame => field ??= TextFrame.Of(this);

    /// <summary>A bit for each word, in parts of sixty-four: the text writes it with a capital. Read as the frame is.
    /// </summary>
    public ulong[] Capitals => field ??= CapitalsOf(Document.Text, Words.Starts);

    /// <summary>The title as a number, equal for titles equal but for "Re:" and the like; 0 for none.</summary>
    public int Title { get; set; }

    /// <summary>
    /// The documents in the one order that all results are made in: known times first, earliest first, then by id; of
    /// one id the first.
    /// </summary>
    public static Prepared[] Of(
        IReadOnlyList<LineageDocument> documents, ParallelOptions threads, bool withStems = false)
    {
        var prepared = new Prepared[documents.Count];
        Parallel.For(0, (documents.Count + 31) / 32, threads, static () => new WordReader(), (block, _, reader) =>
        {
            for (var d = block * 32; d < Math.Min(documents.Count, (block + 1) * 32); d++)
            {
                prepared[d] = new(documents[d], reader.Read(documents[d].Text, withStems))
                {
                    AuthorKey = AuthorKeyOf(documents[d]),
                    TitleKey = TitleKeyOf(documents[d]),
                };
            }

            return reader;
        }, static _ => { });
        Array.Sort(prepared, static (x, y) => x.CompareTo(y));
        var seen = new HashSet<string>(prepared.Length, StringComparer.Ordinal);
        return Array.FindAll(prepared, p => seen.Add(p.Document.Id));
    }

    /// <summary>The same documents, their authors and titles numbered among themselves.</summary>
    public static Prepared[] Numbered(Prepared[] prepared)
    {
        var (authors, titles) = (new NameNumbers(), new NameNumbers());
        foreach (var one in prepared)
        {
            one.Author = authors.Take(one.AuthorKey ?? AuthorKeyOf(one.Document));
            one.Title = titles.Take(one.TitleKey ?? TitleKeyOf(one.Document));
        }

        return prepared;
    }

    /// <summary>By time, then by id.</summary>
    public int CompareTo(Prepared other) => Ticks != other.Ticks
        ? Ticks.CompareTo(other.Ticks)
        : string.CompareOrdinal(Document.Id, other.Document.Id);

    /// <summary>What stands for the author among all; null for nobody known.</summary>
    public static string? AuthorKeyOf(LineageDocument document) => Persons.KeyOf(document.Author);

    private static ulong[] CapitalsOf(string text, ReadOnlySpan<int> starts)
    {
        var capitals = new ulong[(starts.Length + 63) / 64];
        for (var w = 0; w < starts.Length; w++)
        {
            capitals[w >> 6] |= (ulong)Unsafe.BitCast<bool, byte>(char.IsUpper(text[starts[w]])) << w;
        }

        return capitals;
    }

    private static ulong? KeyOf(Words words)
    {
        if (words.Count < SeedPicker.GramWords) return null;
        const ulong Prime = 0x9FB21C651E98DF25UL;
        var (even, odd) = ((ulong)words.Count, Prime); // two by two, as each step waits for the one before it
        var codes = words.Codes;
        for (; codes.Length > 1; codes = codes[2..])
        {
            even = (even ^ codes[0]) * Prime;
            odd = (odd ^ codes[1]) * Prime;
        }

        if (codes.Length > 0) even = (even ^ codes[0]) * Prime;
        var hash = (even ^ (odd >> 32) ^ (odd << 32)) * Prime;
        return hash ^ (hash >> 31);
    }

    /// <summary>The title without "Re:" and the like; null for none and for one too short to tell.</summary>
    public static string? TitleKeyOf(LineageDocument document)
    {
        var bare = document.Title.AsSpan().Trim();
        for (var colon = bare.IndexOf(':'); colon is >= 0 and <= 4; colon = bare.IndexOf(':')) bare =
            bare[(colon + 1)..].Trim();
        return bare.Length < 4 ? null : bare.ToString().ToLowerInvariant();
    }
}
