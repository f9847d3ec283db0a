using System.Numerics;
using AllSource.Lineage.Reading;

namespace AllSource.Lineage.Seeds;

/// <summary>
/// A seed of one document found again in another. <paramref name="Places"/> is how many places the seed has in all.
/// </summary>
internal readonly record struct SeedHit(int Document, int Word, int OwnWord, int Places, bool IsBoilerplate);

/// <summary>
/// Looks a document's seeds up and gathers, by the other document, those hits that may be more than a turn of phrase.
/// One worker's memory: not for two threads.
/// </summary>
internal sealed class HitCollector(SeedIndex index, HeldDocuments documents, bool keepAll)
{
    private const int NearWords = 12;
    private const int DriftMax = 6;
    private const int Ahead = 16;
    private const byte Strong = 128;

    /// <summary>Words in a row, as far as the context tells, from which a hit is followed by itself.</summary>
    private const int StrongWords = 5;

    /// <summary>The same where what was passed over is kept as well.</summary>
    private const int StrongWordsOfAll = 4;

    /// <summary>A quotation may have this many words for each that a hit has.</summary>
    private const int QuotedWordsPerWord = 3;

    private SeedHit[] _hits = new SeedHit[256];
    private SeedHit[] _ordered = new SeedHit[256];
    private ulong[] _order = new ulong[256];
    private byte[] _scores = [];
    private int _count;

    /// <summary>
    /// The hits of a document, ascending by other document, then by own word. With ranks, only those in documents of a
    /// lower rank. The memory is used again.
    /// </summary>
    public ReadOnlySpan<SeedHit> Collect(int own, Prepared document, ReadOnlySpan<Seed> seeds, int[]? ranks)
    {
        _count = 0;
        if (_scores.Length < documents.Numbers)
        {
            _scores = new byte[BitOperations.RoundUpToPowerOf2((uint)documents.Numbers)];
        }

        var marks = document.Words.Marks;
        for (var s = 0; s < seeds.Length; s++)
        {
            if (s + Ahead < seeds.Length) index.Prefetch(seeds[s + Ahead].Key);
            ref readonly var seed = ref seeds[s];
            var places = index.Find(seed.Key, out var count, out var isRepeated);
            foreach (ref readonly var place in places)
            {
                var other = place.Document;
                if (other == own || (ranks is not null && ranks[other] >= ranks[own])) continue;
                if (!(seed.IsSparse && place.IsSparse) && !seed.IsQuoted && !place.IsQuoted) continue;
                var isStrong = IsStrong(seed, place, marks);
                _scores[other] = (byte)(isStrong ? Strong | _scores[other] : Math.Min(_scores[other] + 1, Strong | 1));
                Add(new(other, place.Word, seed.Word, count, isRepeated));
            }
        }

        return Ordered(document);
    }

    private bool IsStrong(in Seed seed, in Place place, ReadOnlySpan<WordMarks> marks)
    {
        var equal = EqualWords(seed.Context, place.Context);
        if (equal >= (keepAll ? StrongWordsOfAll : StrongWords)) return true;
        return (seed.IsQuoted && IsQuotationOf(marks, seed.Word, QuotedWordsPerWord * equal))
            || (place.IsQuoted && IsQuotationOf(documents[place.Document].Words.Marks, place.Word,
                QuotedWordsPerWord * equal));
    }

    /// <summary>
    /// How many words stand the same in a row, three to seven, as far as eight bits of each neighbour tell.
    /// </summary>
    private static int EqualWords(uint context, uint other)
    {
        var differs = context ^ other;
        var equal = SeedPicker.GramWords;
        if ((differs & 0xFF) == 0) equal += (differs & 0xFF0000) == 0 ? 2 : 1;
        if ((differs & 0xFF00) == 0) equal += (differs & 0xFF000000) == 0 ? 2 : 1;
        return equal;
    }

    /// <summary>True when the quotation round a word has at most so many words.</summary>
    private static bool IsQuotationOf(ReadOnlySpan<WordMarks> marks, int word, int wordsMax)
    {
        var first = word;
        while (first > 0 && word - first <= wordsMax && (marks[first - 1] & WordMarks.Quoted) != 0) first--;
        var end = word + 1;
        while (end < marks.Length && end - first <= wordsMax && (marks[end] & WordMarks.Quoted) != 0) end++;
        return end - first <= wordsMax;
    }

    private void Add(SeedHit hit)
    {
        if (_count == _hits.Length)
        {
            Array.Resize(ref _hits, 2 * _count);
            Array.Resize(ref _ordered, 2 * _count);
            Array.Resize(ref _order, 2 * _count);
        }

        _hits[_count++] = hit;
    }

    /// <summary>
    /// Hits that are not strong by themselves are left out unless two of them stand near each other on both sides, or
    /// the document answers under the same title.
    /// </summary>
    private ReadOnlySpan<SeedHit> Ordered(Prepared document)
    {
        var many = 0;
        for (var h = 0; h < _count; h++)
        {
            var other = _hits[h].Document;
            if (_scores[other] >= 2 || IsAnswer(document, documents[other]))
            {
                _order[many++] = ((ulong)(uint)other << 32) | (uint)h;
            }
        }

        var order = _order.AsSpan(0, many);
        order.Sort();
        var kept = 0;
        for (int i = 0, end; i < order.Length; i = end)
        {
            var other = order[i] >> 32;
            for (end = i + 1; end < order.Length && order[end] >> 32 == other; end++)
            {
            }

            var of = documents[(int)other];
            if (_scores[(int)other] < Strong && !IsAnswer(document, of) && !HasNear(order[i..end])) continue;
            for (var k = i; k < end; k++) _ordered[kept++] = _hits[(int)(uint)order[k]];
        }

        for (var h = 0; h < _count; h++) _scores[_hits[h].Document] = 0;
        return _ordered.AsSpan(0, kept);
    }

    private static bool IsAnswer(Prepared one, Prepared other) => one.Title != 0 && one.Title == other.Title;

    private bool HasNear(ReadOnlySpan<ulong> order)
    {
        var last = _hits[(int)(uint)order[0]];
        for (var k = 1; k < order.Length; k++)
        {
            ref readonly var hit = ref _hits[(int)(uint)order[k]];
            var ahead = hit.OwnWord - last.OwnWord;
            var drift = hit.Word - last.Word - ahead;
            if (ahead is > 0 and <= NearWords && drift is >= -DriftMax and <= DriftMax) return true;
            last = hit;
        }

        return false;
    }
}
