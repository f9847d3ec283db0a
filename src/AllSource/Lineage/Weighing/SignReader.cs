using AllSource.Lineage.Alignment;
using AllSource.Lineage.Reading;
using AllSource.Lineage.Seeds;

namespace AllSource.Lineage.Weighing;

/// <summary>Reads the <see cref="Signs"/> of chains. One worker's memory: not for two threads.</summary>
internal sealed class SignReader(WordRarity rarity)
{
    /// <summary>One word counts at most this much: a single rare name in common is no borrowing.</summary>
    internal const double WordBitsMax = 12;
    internal const int EndWords = 40; // at the beginning and the end of a text
    private const int SignatureWordsMax = 100; // nobody signs with more: a short text may open with an address
    private const int NearWords = 40; // in which a name of the other's author is looked for

    /// <summary>Chains of no more words than this, and not in quotation marks, are met by chance everywhere.</summary>
    private const int WordsOfChance = 4;

    /// <summary>False for what is too short to be told from chance, whatever else is seen of it.</summary>
    public static bool MayTell(Prepared x, Prepared y, List<Run> chain)
    {
        var equal = 0;
        foreach (var run in chain) equal += run.Length;
        return MayTell(x, y, equal, chain[0]);
    }

    /// <summary>The same of a chain of so many equal words, by its first run.</summary>
    public static bool MayTell(Prepared x, Prepared y, int equal, in Run first) =>
        equal > WordsOfChance || x.Words.Has(first.A, WordMarks.Quoted) || y.Words.Has(first.B, WordMarks.Quoted);

    public Signs Of(Prepared x, Prepared y, List<Run> chain, ReadOnlySpan<SeedHit> hits)
    {
        var signs = default(Signs);
        var (firstA, endA, firstB, endB) = (chain[0].A, chain[^1].EndA, chain[0].B, chain[^1].EndB);
        Weigh(x, y, chain, ref signs);
        signs.Unequal = Math.Max(endA - firstA, endB - firstB) - signs.Equal;
        CountEdits(x, y, chain, ref signs);
        SeedSigns.Read(chain, hits, rarity.Words, ref signs);
        var (quotedX, quotedY) = (Quotations.Filled(x, firstA, endA), Quotations.Filled(y, firstB, endB));
        signs.Quotation = Math.Max(quotedX, quotedY);
        signs.IsQuotedEarlier = quotedX > quotedY && x.Ticks < y.Ticks && y.Document.Published is not null;
        signs.Covered = signs.Equal / (double)Math.Min(x.Words.Count, y.Words.Count);
        signs.IsQuotedInBoth = Quotations.AreAll(x.Words, firstA, endA) && Quotations.AreAll(y.Words, firstB, endB);
        const WordMarks fresh = WordMarks.SentenceStart | WordMarks.LineStart;
        signs.Starts = (x.Words.Has(firstA, fresh) ? 1 : 0) + (y.Words.Has(firstB, fresh) ? 1 : 0);
        signs.Ends = (Breaks(x.Words, endA, fresh) ? 1 : 0) + (Breaks(y.Words, endB, fresh) ? 1 : 0);
        signs.Alone = (IsParagraph(x.Words, firstA, endA) ? 1 : 0) + (IsParagraph(y.Words, firstB, endB) ? 1 : 0);
        signs.IsAnswered = endB < y.Words.Count && IsParagraph(y.Words, firstB, endB);
        signs.Heads = (firstA < EndWords ? 1 : 0) + (firstB < EndWords ? 1 : 0);
        signs.Tails = (endA > x.Words.Count - EndWords ? 1 : 0) + (endB > y.Words.Count - EndWords ? 1 : 0);
        var (frameX, frameY) = (x.Frame, y.Frame);
        signs.HasTitle = x.HasTitleOf(y);
        signs.TitleShare = signs.HasTitle ? 1 : x.TitleShareWith(y);
        signs.IsSameAuthor = x.Author != 0 && x.Author == y.Author;
        var (nameX, nameY) = (frameX.Names, frameY.Names);
        var holdsEarlier = nameX.StandsIn(x.Words, firstA, endA);
        signs.HoldsEarlierName = holdsEarlier && !nameX.Overlaps(nameY);
        var holdsLater = nameY.StandsIn(x.Words, firstA, endA);
        signs.HoldsLaterName = holdsLater && !holdsEarlier;
        signs.HasAuthorName = holdsEarlier || holdsLater;
        signs.NamesOther = Names(x.Words, firstA, endA, nameY, nameX) || Names(y.Words, firstB, endB, nameX, nameY);
        signs.SignatureShare = signs.Equal > SignatureWordsMax ? 0 : Math.Max(
            ShareFrom(frameX.SignatureWord, firstA, endA), ShareFrom(frameY.SignatureWord, firstB, endB));
        signs.IsBehindRule = IsBehind(frameX.RuleWord, firstA, endA) || IsBehind(frameY.RuleWord, firstB, endB);
        signs.OddShare = Math.Min(OddShare(x, firstA, endA), OddShare(y, firstB, endB));
        return signs;
    }

    private void Weigh(Prepared x, Prepared y, List<Run> chain, ref Signs signs)
    {
        var wording = new Wording(x, y, rarity);
        foreach (var run in chain)
        {
            signs.Equal += run.Length;
            signs.Longest = Math.Max(signs.Longest, run.Length);
            wording.Add(run);
        }

        (signs.ProseBits, signs.NameBits) = (wording.ProseBits, wording.NameBits);
        signs.NumberBits = wording.NumberBits;
        signs.CommonShare = wording.Common / (double)signs.Equal;
        signs.Addresses = Addresses(x, chain);
    }

    private static int Addresses(Prepared x, List<Run> chain)
    {
        ReadOnlySpan<char> text = x.Document.Text;
        var starts = x.Words.Starts;
        var ends = x.Words.Ends;
        var last = ends[chain[^1].EndA - 1];
        if (!text[starts[chain[0].A]..Math.Min(text.Length, last + 1)].Contains('@')) return 0;
        var found = 0;
        foreach (var run in chain)
        {
            for (var w = run.A; w < run.EndA; w++)
            {
                var (start, end) = (starts[w], ends[w]);
                if (text[start..end].Contains('@') || (end < text.Length && text[end] == '@')) found++;
            }
        }

        return found;
    }

    private static void CountEdits(Prepared x, Prepared y, List<Run> chain, ref Signs signs)
    {
        for (var r = 1; r < chain.Count; r++)
        {
            var (fromA, toA, fromB, toB) = (chain[r - 1].EndA, chain[r].A, chain[r - 1].EndB, chain[r].B);
            signs.Edits++;
            if (IsMarked(x.Words, fromA, toA) != IsMarked(y.Words, fromB, toB)) signs.OwnedEdits++;
            else if (IsSlot(x, fromA, toA, y, fromB, toB)) signs.FilledSlots++;
        }
    }

    /// <summary>True when both sides have a number there, or both a name.</summary>
    private static bool IsSlot(Prepared x, int fromA, int toA, Prepared y, int fromB, int toB) =>
        (HasNumber(x.Words, fromA, toA) && HasNumber(y.Words, fromB, toB))
        || (HasName(x, fromA, toA) && HasName(y, fromB, toB));

    private static bool HasNumber(Words words, int from, int to)
    {
        for (var w = from; w < to; w++) if (words.Has(w, WordMarks.Number)) return true;
        return false;
    }

    private static bool HasName(Prepared one, int from, int to)
    {
        for (var w = from; w < to; w++)
        {
            var isPlain = one.Words.Has(w, WordMarks.SentenceStart | WordMarks.Common);
            if (!isPlain && char.IsUpper(one.Document.Text[one.Words.Starts[w]])) return true;
        }

        return false;
    }

    private static bool IsMarked(Words words, int from, int to)
    {
        for (var w = from; w < to; w++)
        {
            if (words.Has(w, WordMarks.Bracketed | WordMarks.AfterEllipsis)) return true;
        }

        return words.Has(to, WordMarks.Bracketed | WordMarks.AfterEllipsis);
    }

    private static double ShareFrom(int from, int first, int end) => Math.Clamp(end - from, 0, end - first)
        / (double)(end - first);

    private static bool IsBehind(int from, int first, int end) => first + ((end - first) / 3) >= from;

    private static double OddShare(Prepared one, int first, int end)
    {
        var (found, seen) = OddMarks.Count(one.Document.Text.AsSpan(one.Words.Starts[first]..one.Words.Ends[end - 1]));
        return found / (double)Math.Max(1, seen);
    }

    private static bool Breaks(Words words, int end, WordMarks marks) => end == words.Count || words.Has(end, marks);

    private static bool IsParagraph(Words words, int first, int end) =>
        (first == 0 || words.Has(first, WordMarks.ParagraphStart)) && Breaks(words, end, WordMarks.ParagraphStart);

    private static bool Names(Words words, int first, int end, AuthorNames other, AuthorNames own) =>
        !other.Overlaps(own)
        && (other.StandsIn(words, first - NearWords, first) || other.StandsIn(words, end, end + (NearWords / 2)));
}
