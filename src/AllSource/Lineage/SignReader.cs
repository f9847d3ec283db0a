using AllSource.Kernel;

namespace AllSource.Lineage;

/// <summary>Reads the <see cref="Signs"/> of chains. One worker's memory: not for two threads.</summary>
internal sealed class SignReader(WordRarity rarity)
{
    /// <summary>One word counts at most this much: a single rare name in common is no borrowing.</summary>
    private const double WordBitsMax = 12;

    private const int TailWords = 40;
    private const int NearWords = 40; // in which a name of the other's author is looked for
    private const int NameLettersMin = 3;

    private readonly Dictionary<string, uint[]> _names = new(StringComparer.Ordinal);
    private readonly WordReader _reader = new();

    public Signs Of(Prepared x, Prepared y, List<Run> chain, ReadOnlySpan<SeedHit> hits)
    {
        var signs = default(Signs);
        var (firstA, endA, firstB, endB) = (chain[0].A, chain[^1].EndA, chain[0].B, chain[^1].EndB);
        Weigh(x, y, chain, ref signs);
        signs.Unequal = Math.Max(endA - firstA, endB - firstB) - signs.Equal;
        Places(hits, firstA, endA, firstB, endB, ref signs);
        signs.Quotation = Math.Max(
            Quotations.Filled(x.Words, firstA, endA), Quotations.Filled(y.Words, firstB, endB));
        signs.IsQuotedInBoth = Quotations.AreAll(x.Words, firstA, endA) && Quotations.AreAll(y.Words, firstB, endB);
        const WordMarks fresh = WordMarks.SentenceStart | WordMarks.LineStart;
        signs.Starts = (x.Words.Has(firstA, fresh) ? 1 : 0) + (y.Words.Has(firstB, fresh) ? 1 : 0);
        signs.Ends = (Breaks(x.Words, endA, fresh) ? 1 : 0) + (Breaks(y.Words, endB, fresh) ? 1 : 0);
        signs.Alone = (IsParagraph(x.Words, firstA, endA) ? 1 : 0) + (IsParagraph(y.Words, firstB, endB) ? 1 : 0);
        signs.HasTitle = x.Title != 0 && x.Title == y.Title;
        signs.IsSameAuthor = x.Author != 0 && x.Author == y.Author;
        signs.Tails = (endA > x.Words.Count - TailWords ? 1 : 0) + (endB > y.Words.Count - TailWords ? 1 : 0);
        var (nameX, nameY) = (NameOf(x), NameOf(y));
        signs.HasAuthorName = Holds(x.Words, firstA, endA, nameX) || Holds(x.Words, firstA, endA, nameY);
        signs.NamesOther = Names(x.Words, firstA, endA, nameY, nameX) || Names(y.Words, firstB, endB, nameX, nameY);
        signs.IsSigned = IsSigned(x, firstA, endA, nameX, signs.Addresses)
            || IsSigned(y, firstB, endB, nameY, signs.Addresses);
        signs.OddShare = Math.Min(OddShare(x, firstA, endA), OddShare(y, firstB, endB));
        return signs;
    }

    private void Weigh(Prepared x, Prepared y, List<Run> chain, ref Signs signs)
    {
        var common = 0;
        var (words, textX, textY) = (x.Words, x.Document.Text, y.Document.Text);
        foreach (var run in chain)
        {
            signs.Equal += run.Length;
            signs.Longest = Math.Max(signs.Longest, run.Length);
            for (var k = 0; k < run.Length; k++)
            {
                var w = run.A + k;
                var bits = Math.Min(WordBitsMax, rarity.Bits(words, w));
                var (start, end) = (words.Starts[w], words.Ends[w]);
                if (words.Has(w, WordMarks.Common)) common++;
                if (words.Has(w, WordMarks.Number)) signs.NumberBits += bits;
                else if (char.IsUpper(textX[start]) && char.IsUpper(textY[y.Words.Starts[run.B + k]])
                    && !words.Has(w, WordMarks.SentenceStart | WordMarks.Common))
                {
                    signs.NameBits += bits;
                }
                else signs.ProseBits += bits;
                if (textX.AsSpan(start, end - start).Contains('@') || (end < textX.Length && textX[end] == '@'))
                {
                    signs.Addresses++;
                }
            }
        }

        signs.CommonShare = common / (double)signs.Equal;
    }

    private static void Places(
        ReadOnlySpan<SeedHit> hits, int firstA, int endA, int firstB, int endB, ref Signs signs)
    {
        int places = int.MaxValue, seen = 0, repeated = 0;
        var logs = 0.0;
        foreach (ref readonly var hit in hits)
        {
            if (hit.Word < firstA || hit.Word >= endA || hit.OwnWord < firstB || hit.OwnWord >= endB) continue;
            seen++;
            logs += Math.Log(Math.Clamp(hit.Places - 1, 1, PlaceLists.PlacesMax));
            if (hit.IsBoilerplate) repeated++;
            else places = Math.Min(places, hit.Places);
        }

        signs.Places = places == int.MaxValue ? PlaceLists.PlacesMax : places;
        signs.MeanLogPlaces = seen == 0 ? 0 : logs / seen;
        signs.Repeated = seen == 0 ? 0 : repeated / (double)seen;
    }

    /// <summary>True when most of the stretch is a signature of this text.</summary>
    private static bool IsSigned(Prepared one, int first, int end, uint[] name, int addresses)
    {
        var word = first + ((end - first) / 3);
        return (word >= one.Words.Count - TailWords && (addresses > 0 || Holds(one.Words, first, end, name)))
            || one.Words.Starts[word] >= FixedParts.SignatureStart(one.Document.Text);
    }

    private static double OddShare(Prepared one, int first, int end)
    {
        const string odd = "|*=_/\\^~<>@+#-%{}0123456789";
        var (found, seen) = (0, 0);
        foreach (var c in one.Document.Text.AsSpan(one.Words.Starts[first]..one.Words.Ends[end - 1]))
        {
            if (c <= ' ') continue;
            seen++;
            if (odd.Contains(c, StringComparison.Ordinal)) found++;
        }

        return found / (double)Math.Max(1, seen);
    }

    private static bool Breaks(Words words, int end, WordMarks marks) => end == words.Count || words.Has(end, marks);

    private static bool IsParagraph(Words words, int first, int end) =>
        (first == 0 || words.Has(first, WordMarks.ParagraphStart)) && Breaks(words, end, WordMarks.ParagraphStart);

    /// <summary>The words of the author's name, not of an address.</summary>
    private uint[] NameOf(Prepared one)
    {
        if (one.Document.Author is not { Length: > 0 } author) return [];
        if (_names.TryGetValue(author, out var there)) return there;
        var words = _reader.Read(Persons.NameIn(author));
        var codes = new List<uint>();
        for (var w = 0; w < words.Count; w++)
        {
            var isLong = words.Ends[w] - words.Starts[w] >= NameLettersMin;
            if (isLong && !words.Has(w, WordMarks.Common)) codes.Add(words.Codes[w]);
        }

        return _names[author] = [.. codes];
    }

    private static bool Holds(Words words, int from, int to, uint[] name)
    {
        if (name.Length == 0) return false;
        for (var w = Math.Max(0, from); w < Math.Min(words.Count, to); w++)
        {
            if (Array.IndexOf(name, words.Codes[w]) >= 0) return true;
        }

        return false;
    }

    private static bool Names(Words words, int first, int end, uint[] other, uint[] own) =>
        other.AsSpan().IndexOfAny(own) < 0
        && (Holds(words, first - NearWords, first, other) || Holds(words, end, end + (NearWords / 2), other));
}
