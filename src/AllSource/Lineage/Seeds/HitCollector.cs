using System.Numerics;
using System.Runtime.CompilerServices;
using AllSource.Lineage.Reading;

namespace AllSource.Lineage.Seeds;

/// <summary>
/// Gathers what a document's seeds meet, by the other document, and gives those hits that may be more than a turn of
/// phrase. One worker's memory: not for two threads.
/// </summary>
internal sealed class HitCollector(HeldDocuments documents, bool keepAll)
{
    private const int NearWords = 12;
    private const int DriftMax = 6;
    private const byte Strong = 128;

    /// <summary>Words in a row, as far as the context tells, from which a hit is followed by itself.</summary>
    private const int StrongWords = 5;

    /// <summary>The same where what was passed over is kept as well.</summary>
    private const int StrongWordsOfAll = 4;

    /// <summary>A quotation may have this many words for each that a hit has.</summary>
    private const int QuotedWordsPerWord = 3;

    private readonly int _strongWords = keepAll ? StrongWordsOfAll : StrongWords;
    private SeedHit[] _hits = new SeedHit[256];
    private int[] _before = new int[256]; // of each hit: the one before it in the same document, -1 for none
    private SeedHit[] _ordered = new SeedHit[256];
    private Meeting[] _meetings = [];
    private int[] _met = new int[64];
    private int _metCount;
    private int _count;

    private struct Meeting
    {
        public int Last;
        public int Count;
        public byte Score;
    }

    /// <summary>Forgets the hits of the document before.</summary>
    public void Begin()
    {
        for (var m = 0; m < _metCount; m++) _meetings[_met[m]] = default;
        (_count, _metCount) = (0, 0);
        if (_meetings.Length < documents.Numbers)
        {
            _meetings = new Meeting[BitOperations.RoundUpToPowerOf2((uint)documents.Numbers)];
        }
    }

    /// <summary>
    /// Takes what one seed meets; the seeds of a document come ascending by word. Places in the document itself are
    /// left out.
    /// </summary>
    /// <param name="count">How many places the seed has in all.</param>
    /// <param name="end">Places end with the first of a document of this number or a higher one.</param>
    public void Meet(
        int own, ReadOnlySpan<WordMarks> marks, in Place seed, ReadOnlySpan<Place> places, int count, bool isRepeated,
        int end = int.MaxValue)
    {
        foreach (ref readonly var place in places)
        {
            var other = place.Document;
            if (other >= end) break;
            if (other == own || !seed.Meets(place)) continue;
            ref var meeting = ref _meetings[other];
            if (meeting.Count == 0) Take(other);
            if (meeting.Score < Strong) // one strong hit is enough
            {
                meeting.Score = (byte)(IsStrong(seed, place, marks) ? Strong : meeting.Score + 1);
            }

            if (_count == _hits.Length) Grow();
            _hits[_count] = new(other, place.Word, seed.Word, count, isRepeated);
            _before[_count] = meeting.Count++ == 0 ? -1 : meeting.Last;
            meeting.Last = _count++;
        }
    }

    /// <summary>
    /// The hits, ascending by other document, then by own word. Those that are not strong by themselves are left out
    /// unless two of them stand near each other on both sides, or the document answers under the same title. The memory
    /// is used again.
    /// </summary>
    public ReadOnlySpan<SeedHit> Ordered(int title)
    {
        var many = 0;
        var hits = 0;
        for (var m = 0; m < _metCount; m++)
        {
            ref readonly var meeting = ref _meetings[_met[m]];
            var isLikely = meeting.Score >= Strong || (title != 0 && documents.TitleOf(_met[m]) == title)
                || (meeting.Score >= 2 && HasNear(meeting));
            if (!isLikely)
            {
                _meetings[_met[m]] = default;
                continue;
            }

            hits += meeting.Count;
            _met[many++] = _met[m];
        }

        _metCount = many;
        if (_ordered.Length < hits) _ordered = new SeedHit[BitOperations.RoundUpToPowerOf2((uint)hits)];
        var met = _met.AsSpan(0, many);
        met.Sort();
        var end = 0;
        foreach (var other in met)
        {
            ref readonly var meeting = ref _meetings[other];
            end += meeting.Count;
            for (int hit = meeting.Last, at = end - 1; hit >= 0; hit = _before[hit]) _ordered[at--] = _hits[hit];
        }

        return _ordered.AsSpan(0, hits);
    }

    private bool IsStrong(in Place seed, in Place place, ReadOnlySpan<WordMarks> marks)
    {
        var equal = EqualWords(seed.Context, place.Context);
        if (equal >= _strongWords) return true;
        return (seed.IsQuoted && IsQuotationOf(marks, seed.Word, QuotedWordsPerWord * equal))
            || (place.IsQuoted && IsQuotationOf(documents[place.Document].Words.Marks, place.Word,
                QuotedWordsPerWord * equal));
    }

    /// <summary>
    /// How many words stand the same in a row, three to seven, as far as eight bits of each neighbour tell.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
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

    private void Take(int other)
    {
        if (_metCount == _met.Length) Array.Resize(ref _met, 2 * _metCount);
        _met[_metCount++] = other;
    }

    private void Grow()
    {
        Array.Resize(ref _hits, 2 * _count);
        Array.Resize(ref _before, 2 * _count);
    }

    /// <summary>Looks from the last hit to the first: two neighbours that stand as near in both documents.</summary>
    private bool HasNear(in Meeting meeting)
    {
        for (int hit = meeting.Last, before; (before = _before[hit]) >= 0; hit = before)
        {
            var ahead = _hits[hit].OwnWord - _hits[before].OwnWord;
            var drift = _hits[hit].Word - _hits[before].Word - ahead;
            if (ahead is > 0 and <= NearWords && drift is >= -DriftMax and <= DriftMax) return true;
        }

        return false;
    }
}
