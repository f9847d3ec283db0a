using System.Runtime.CompilerServices;
using AllSource.Lineage.Directions;
using AllSource.Lineage.Reading;
using AllSource.Lineage.Seeds;
using AllSource.Lineage.Weighing;

namespace AllSource.Lineage;

/// <summary>A document with its words, its time, and its author's and title's numbers.</summary>
internal sealed class Prepared(LineageDocument document, Words words)
{
    private const string WasMark = "was";

    private int _releaseMark = -1; // below 0: not read yet
    private int _agencyMark = -1;

    public LineageDocument Document { get; } = document;

    public Words Words { get; } = words;

    /// <summary>The same for the same words in the same order; null for fewer than a gram has.</summary>
    public ulong? WordsKey { get; } = KeyOf(words);

    /// <summary>The first instant of its time, the last of all when it is unknown.</summary>
    public long Ticks { get; } = (document.Published?.Earliest ?? DateTime.MaxValue).Ticks;

    /// <summary>What stands for author and title, where it is made beforehand by several threads.</summary>
    private string? AuthorKey { get; init; }

    private string? TitleKey { get; init; }

    private string? FormerTitleKey { get; init; }

    /// <summary>The author as a number, equal for equal names; 0 for nobody known.</summary>
    public int Author { get; set; }

    /// <summary>Read when it is first asked for: most documents are never weighed.</summary>
    public TextFrame Frame => field ??= TextFrame.Of(this);

    /// <summary>A bit for each word, in parts of sixty-four: the text writes it with a capital. Read as the frame is.
    /// </summary>
    public ulong[] Capitals => field ??= CapitalsOf(Document.Text, Words.Starts);

    /// <summary>See <see cref="EdgeReader.ReleaseMarkOf"/>: read once, for the text may share many passages.</summary>
    public int ReleaseMark => _releaseMark >= 0 ? _releaseMark : _releaseMark = EdgeReader.ReleaseMarkOf(Document.Text);

    /// <summary>See <see cref="EdgeReader.AgencyMarkOf"/>.</summary>
    public int AgencyMark => _agencyMark >= 0 ? _agencyMark : _agencyMark = EdgeReader.AgencyMarkOf(Document.Text);

    private uint[] TitleWords => field ??= TextFrame.TitleWordsOf(Document.Title);

    /// <summary>The title as a number, equal for titles equal but for "Re:" and the like; 0 for none.</summary>
    public int Title { get; set; }

    /// <summary>The title that its own says it had before ("New (was: Old)"), numbered among the titles; 0 for none.
    /// </summary>
    public int FormerTitle { get; set; }

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
                    FormerTitleKey = FormerTitleKeyOf(documents[d]),
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
            one.FormerTitle = titles.Take(one.FormerTitleKey ?? FormerTitleKeyOf(one.Document));
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

    /// <summary>One conversation: the titles are equal, or one says that it was the other before.</summary>
    public bool HasTitleOf(Prepared other) =>
        (Title != 0 && (Title == other.Title || Title == other.FormerTitle))
        || (FormerTitle != 0 && (FormerTitle == other.Title || FormerTitle == other.FormerTitle));

    /// <summary>Telling words that both titles have, as a share of those of the shorter title; 0 for fewer than two.
    /// </summary>
    public double TitleShareWith(Prepared other)
    {
        var (own, others, shared) = (TitleWords, other.TitleWords, 0);
        foreach (var word in own) if (Array.IndexOf(others, word) >= 0) shared++;
        return shared < 2 ? 0 : shared / (double)Math.Min(own.Length, others.Length);
    }

    /// <summary>The title without "Re:", "(was: ...)" and the like; null for none and for one too short to tell.
    /// </summary>
    public static string? TitleKeyOf(LineageDocument document)
    {
        var title = document.Title.AsSpan();
        var was = Was(title);
        return KeyOf(was > 0 ? title[..was] : title);
    }

    /// <summary>What a title says it was before; null when it says nothing of the kind.</summary>
    public static string? FormerTitleKeyOf(LineageDocument document)
    {
        var title = document.Title.AsSpan();
        var was = Was(title);
        if (was < 0) return null;
        var former = title[(was + 1 + WasMark.Length)..].TrimStart(" :");
        var close = former.LastIndexOfAny(")]");
        return KeyOf(close < 0 ? former : former[..close]);
    }

    private static int Was(ReadOnlySpan<char> title)
    {
        for (var from = 1; from < title.Length;)
        {
            var was = title[from..].IndexOf(WasMark, StringComparison.OrdinalIgnoreCase);
            if (was < 0) break;
            if (title[from + was - 1] is '(' or '[') return from + was - 1;
            from += was + 1;
        }

        return -1;
    }

    private static string? KeyOf(ReadOnlySpan<char> title)
    {
        var bare = title.Trim();
        for (var colon = bare.IndexOf(':'); colon is >= 0 and <= 4; colon = bare.IndexOf(':')) bare =
            bare[(colon + 1)..].Trim();
        if (bare.Length < 4) return null;
        var key = bare.ToString().ToLowerInvariant();
        return key.Contains("  ", StringComparison.Ordinal)
            ? string.Join(' ', key.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) : key;
    }
}
