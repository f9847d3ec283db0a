using System.Buffers;
using AllSource.Lineage.Alignment;
using AllSource.Lineage.Reading;
using AllSource.Lineage.Seeds;

namespace AllSource.Lineage.Weighing;

/// <summary>Reads the <see cref="Signs"/> of chains. One worker's memory: not for two threads.</summary>
internal sealed class SignReader(WordRarity rarity)
{
    /// <summary>One word counts at most this much: a single rare name in common is no borrowing.</summary>
    internal const double WordBitsMax = 12;

    internal const int TailWords = 40;
    private const int NearWords = 40; // in which a name of the other's author is looked for
    private const int ClosingWords = 8; // a name so near the beginning of what ends a text signs it
    private const int SignatureWordsMax = 120;

    /// <summary>What drawings, tables and addresses are made of.</summary>
    private static readonly SearchValues<char> Odd = SearchValues.Create("|*=_/\\^~<>@+#-%{}0123456789");

    private static readonly double[] Logs =
        [.. Enumerable.Range(0, PlaceLists.PlacesMax + 1).Select(static n => Math.Log(n))];

    public Signs Of(Prepared x, Prepared y, List<Run> chain, ReadOnlySpan<SeedHit> hits)
    {
        var signs = default(Signs);
        var (firstA, endA, firstB, endB) = (chain[0].A, chain[^1].EndA, chain[0].B, chain[^1].EndB);
        Weigh(x, y, chain, ref signs);
        signs.Unequal = Math.Max(endA - firstA, endB - firstB) - signs.Equal;
        Places(hits, firstA, endA, firstB, endB, ref signs);
        signs.Quotation = Math.Max(
            Quotations.Filled(x, firstA, endA), Quotations.Filled(y, firstB, endB));
        signs.IsQuotedInBoth = Quotations.AreAll(x.Words, firstA, endA) && Quotations.AreAll(y.Words, firstB, endB);
        const WordMarks fresh = WordMarks.SentenceStart | WordMarks.LineStart;
        signs.Starts = (x.Words.Has(firstA, fresh) ? 1 : 0) + (y.Words.Has(firstB, fresh) ? 1 : 0);
        signs.Ends = (Breaks(x.Words, endA, fresh) ? 1 : 0) + (Breaks(y.Words, endB, fresh) ? 1 : 0);
        signs.Alone = (IsParagraph(x.Words, firstA, endA) ? 1 : 0) + (IsParagraph(y.Words, firstB, endB) ? 1 : 0);
        signs.HasTitle = x.Title != 0 && x.Title == y.Title;
        signs.IsSameAuthor = x.Author != 0 && x.Author == y.Author;
        signs.Tails = (endA > x.Words.Count - TailWords ? 1 : 0) + (endB > y.Words.Count - TailWords ? 1 : 0);
        var (nameX, nameY) = (x.AuthorNames, y.AuthorNames);
        signs.HasAuthorName = nameX.StandsIn(x.Words, firstA, endA) || nameY.StandsIn(x.Words, firstA, endA);
        signs.NamesOther = Names(x.Words, firstA, endA, nameY, nameX) || Names(y.Words, firstB, endB, nameX, nameY);
        signs.IsSigned = IsSigned(x, firstA, endA, nameX, signs.Addresses)
            || IsSigned(y, firstB, endB, nameY, signs.Addresses);
        signs.OddShare = Math.Min(OddShare(x, firstA, endA), OddShare(y, firstB, endB));
        return signs;
    }

    private void Weigh(Prepared x, Prepared y, List<Run> chain, ref Signs signs)
    {
        var common = 0;
        ReadOnlySpan<char> textX = x.Document.Text, textY = y.Document.Text;
        var marks = x.Words.Marks;
        var starts = x.Words.Starts;
        var ends = x.Words.Ends;
        var startsY = y.Words.Starts;
        var hasAddress = textX[starts[chain[0].A]..Math.Min(textX.Length, ends[chain[^1].EndA - 1] + 1)].Contains('@');
        foreach (var run in chain)
        {
            signs.Equal += run.Length;
            signs.Longest = Math.Max(signs.Longest, run.Length);
            for (var k = 0; k < run.Length; k++)
            {
                var w = run.A + k;
                var bits = Math.Min(WordBitsMax, rarity.Bits(x.Words, w));
                var (start, end) = (starts[w], ends[w]);
                var isCommon = (marks[w] & WordMarks.Common) != 0;
                if (isCommon) common++;
                var isCapital = char.IsUpper(textX[start]) && char.IsUpper(textY[startsY[run.B + k]]);
                if (isCapital && (marks[w] & WordMarks.SentenceStart) != 0)
                {
                    // every sentence begins with a capital: its next word tells whether this one is a name
                    isCapital = k + 1 < run.Length && char.IsUpper(textX[starts[w + 1]]);
                }

                if ((marks[w] & WordMarks.Number) != 0) signs.NumberBits += bits;
                else if (isCapital && !isCommon) signs.NameBits += bits;
                else signs.ProseBits += bits;
                if (!hasAddress) continue;
                var isAddress = textX[start..end].Contains('@') || (end < textX.Length && textX[end] == '@');
                if (isAddress) signs.Addresses++;
            }
        }

        signs.CommonShare = common / (double)signs.Equal;
    }

    /// <summary>The logarithm of a seed's other places, as it is weighed.</summary>
    internal static double LogOfPlaces(int places) => Logs[Math.Clamp(places - 1, 1, PlaceLists.PlacesMax)];

    internal static void Places(
        ReadOnlySpan<SeedHit> hits, int firstA, int endA, int firstB, int endB, ref Signs signs)
    {
        int places = int.MaxValue, seen = 0, repeated = 0;
        var logs = 0.0;
        foreach (ref readonly var hit in SeedHit.Within(hits, firstB, endB))
        {
            if (hit.Word < firstA || hit.Word >= endA) continue;
            seen++;
            logs += LogOfPlaces(hit.Places);
            if (hit.IsBoilerplate) repeated++;
            else places = Math.Min(places, hit.Places);
        }

        signs.Places = places == int.MaxValue ? PlaceLists.PlacesMax : places;
        signs.MeanLogPlaces = seen == 0 ? 0 : logs / seen;
        signs.Repeated = seen == 0 ? 0 : repeated / (double)seen;
    }

    /// <summary>True when most of the stretch is a signature of this text.</summary>
    private static bool IsSigned(Prepared one, int first, int end, AuthorNames name, int addresses)
    {
        var word = first + ((end - first) / 3);
        var closes = end > one.Words.Count - ClosingWords && end - first <= SignatureWordsMax
            && name.StandsIn(one.Words, first, Math.Min(end, first + ClosingWords));
        var isLast = word >= one.Words.Count - TailWords;
        return closes || (isLast && (addresses > 0 || name.StandsIn(one.Words, first, end)))
            || one.Words.Starts[word] >= one.SignatureStart;
    }

    private static double OddShare(Prepared one, int first, int end)
    {
        var (found, seen) = (0, 0);
        foreach (var c in one.Document.Text.AsSpan(one.Words.Starts[first]..one.Words.Ends[end - 1]))
        {
            if (c <= ' ') continue;
            seen++;
            if (Odd.Contains(c)) found++;
        }

        return found / (double)Math.Max(1, seen);
    }

    private static bool Breaks(Words words, int end, WordMarks marks) => end == words.Count || words.Has(end, marks);

    private static bool IsParagraph(Words words, int first, int end) =>
        (first == 0 || words.Has(first, WordMarks.ParagraphStart)) && Breaks(words, end, WordMarks.ParagraphStart);

    private static bool Names(Words words, int first, int end, AuthorNames other, AuthorNames own) =>
        !other.Overlaps(own)
        && (other.StandsIn(words, first - NearWords, first) || other.StandsIn(words, end, end + (NearWords / 2)));
}
