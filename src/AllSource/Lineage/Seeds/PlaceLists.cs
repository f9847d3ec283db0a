namespace AllSource.Lineage.Seeds;

/// <summary>
/// The places of the seeds that stand in more than one. What a list shows is a function of the places in it, not of the
/// order in which they came: up to <see cref="PlacesMax"/> all of them; of more, the first <see cref="AnchorsMax"/> by
/// time. Long lists begin with these anchors, and the rest is sorted by author, so that one who repeats a seed is seen
/// at a glance.
/// </summary>
internal sealed class PlaceLists(HeldDocuments documents)
{
    /// <summary>
    /// A seed of more places than this is followed to its first <see cref="AnchorsMax"/> places only. The attack: ten
    /// thousand reports that quote one sentence would make fifty million pairs.
    /// </summary>
    public const int PlacesMax = 24;
    public const int AnchorsMax = 4;

    /// <summary>A seed that one author repeats in so many documents is a signature or another fixed part.</summary>
    public const int RepeaterDocuments = 3;

    /// <summary>Places of one seed kept for one document. The attack: one word a million times.</summary>
    public const int PlacesInDocumentMax = 4;

    /// <summary>More than <see cref="PlacesMax"/> and the places of one document.</summary>
    private const int RunLooked = 32;

    private readonly PlacePool _pool = new();

    public Place Of(in Place first, in Place second)
    {
        var at = _pool.Take(2);
        var two = _pool[at, 2];
        two[0] = first;
        two[1] = second;
        return Place.OfList(at, 2, 0);
    }

    public ReadOnlySpan<Place> Shown(in Place list) =>
        _pool[list.ListAt, list.ListCount > PlacesMax ? AnchorsMax : list.ListCount];

    public ref readonly Place FirstOf(in Place list) => ref _pool.FirstOf(list.ListAt);

    /// <summary>The list with one place more; its block may move.</summary>
    public Place Add(in Place list, in Place place)
    {
        var count = list.ListCount;
        var author = documents.AuthorOf(place.Document);
        var (from, to) = RunOf(list, author);
        var places = _pool[list.ListAt, count];
        var lastOfRun = Math.Max(from, to - RunLooked); // a document's places come one after another
        if (CountOf(places, lastOfRun, to, place.Document) >= PlacesInDocumentMax) return list;
        var repeaters = list.ListRepeaters;
        if (author != 0 && IsThirdOf(places, from, to, author, place.Document)) repeaters++;
        var at = list.ListAt;
        if (PlacePool.RoomFor(count) == count) at = Moved(at, count, count + 1);
        places = _pool[at, count + 1];
        if (count <= PlacesMax) places[count] = place;
        else AddToLong(places, place, to);
        if (count == PlacesMax) MakeLong(places);
        return Place.OfList(at, count + 1, repeaters);
    }

    /// <summary>What is left of the list without a document: a list, a single place, or none.</summary>
    public Place Without(in Place list, int document)
    {
        var (at, count) = (list.ListAt, list.ListCount);
        var author = documents.AuthorOf(document);
        var (from, to) = RunOf(list, author);
        var places = _pool[at, count];
        if (CountOf(places, from, to, document) == 0) return list;
        var repeaters = list.ListRepeaters;
        if (author != 0 && IsThirdOf(places, from, to, author, document)) repeaters--;
        var left = count <= PlacesMax ? Dropped(places, 0, document) : DroppedOfLong(places, from, to, document);
        places[left..].Clear();
        if (left >= 2)
        {
            if (PlacePool.RoomFor(left) < PlacePool.RoomFor(count)) at = Moved(at, count, left);
            return Place.OfList(at, left, repeaters);
        }

        var last = left == 1 ? places[0] : default;
        _pool.Give(at, count);
        return last;
    }

    private int Moved(int from, int count, int wanted)
    {
        var to = _pool.Take(wanted);
        _pool[from, Math.Min(count, wanted)].CopyTo(_pool[to, wanted]);
        _pool.Give(from, count);
        return to;
    }

    /// <summary>Of a long list the stretch of one author behind the anchors; of a short one the whole.</summary>
    private (int From, int To) RunOf(in Place list, int author)
    {
        if (list.ListCount <= PlacesMax) return (0, list.ListCount);
        var places = _pool[list.ListAt, list.ListCount];
        return (FirstNotBelow(places, author), FirstNotBelow(places, author + 1));
    }

    private int FirstNotBelow(ReadOnlySpan<Place> places, int author)
    {
        var (from, to) = (AnchorsMax, places.Length);
        while (from < to)
        {
            var middle = (from + to) >>> 1;
            if (documents.AuthorOf(places[middle].Document) < author) from = middle + 1;
            else to = middle;
        }

        return from;
    }

    private static int CountOf(ReadOnlySpan<Place> places, int from, int to, int document)
    {
        var count = 0;
        for (var p = 0; p < Math.Min(from, AnchorsMax); p++) if (places[p].Document == document) count++;
        for (var p = from; p < to; p++) if (places[p].Document == document) count++;
        return count;
    }

    /// <summary>True when the author repeats the seed in exactly one document too few without this one.</summary>
    private bool IsThirdOf(ReadOnlySpan<Place> places, int from, int to, int author, int document)
    {
        Span<int> others = stackalloc int[RepeaterDocuments];
        var count = 0;
        for (var p = 0; p < Math.Min(from, AnchorsMax); p++) Count(places[p].Document, others, ref count);
        for (var p = from; p < to && count < RepeaterDocuments; p++)
        {
            Count(places[p].Document, others, ref count);
        }

        return count == RepeaterDocuments - 1;

        void Count(int other, Span<int> seen, ref int many)
        {
            if (other == document || many == RepeaterDocuments || documents.AuthorOf(other) != author) return;
            if (!seen[..many].Contains(other)) seen[many++] = other;
        }
    }

    private bool Precedes(in Place one, in Place other) => one.Document == other.Document
        ? one.Word < other.Word
        : documents.IsBefore(one.Document, other.Document);

    /// <summary>The first by time to the front, the rest by author.</summary>
    private void MakeLong(Span<Place> places)
    {
        for (var a = 0; a < AnchorsMax; a++) BringFirst(places[a..]);
        places[AnchorsMax..].Sort((x, y) =>
            documents.AuthorOf(x.Document).CompareTo(documents.AuthorOf(y.Document)));
    }

    private void BringFirst(Span<Place> places)
    {
        var first = 0;
        for (var p = 1; p < places.Length; p++) if (Precedes(places[p], places[first])) first = p;
        (places[0], places[first]) = (places[first], places[0]);
    }

    /// <summary>The last of the span is free: the place goes there, to its author, or among the anchors.</summary>
    private void AddToLong(Span<Place> places, Place place, int runEnd)
    {
        if (Precedes(place, places[AnchorsMax - 1]))
        {
            var displaced = places[AnchorsMax - 1];
            var a = AnchorsMax - 1;
            for (; a > 0 && Precedes(place, places[a - 1]); a--) places[a] = places[a - 1];
            places[a] = place;
            place = displaced;
            runEnd = FirstNotBelow(places[..^1], documents.AuthorOf(place.Document)); // its author's beginning
        }

        places[runEnd..^1].CopyTo(places[(runEnd + 1)..]);
        places[runEnd] = place;
    }

    private static int Dropped(Span<Place> places, int from, int document)
    {
        var kept = from;
        for (var p = from; p < places.Length; p++)
        {
            if (places[p].Document != document) places[kept++] = places[p];
        }

        return kept;
    }

    private int DroppedOfLong(Span<Place> places, int from, int to, int document)
    {
        var end = Dropped(places[..to], from, document);
        places[to..].CopyTo(places[end..]);
        var left = places.Length - (to - end);
        var anchors = Dropped(places[..AnchorsMax], 0, document);
        if (anchors == AnchorsMax) return left;
        places[AnchorsMax..left].CopyTo(places[anchors..]);
        left -= AnchorsMax - anchors;
        MakeLong(places[..left]);
        return left;
    }
}
