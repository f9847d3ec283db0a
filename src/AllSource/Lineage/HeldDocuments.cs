namespace AllSource.Lineage;

/// <summary>
/// The documents that an index holds, by number. Numbers are given in order of arrival and used again; what depends on
/// an order goes by time, then id.
/// </summary>
internal sealed class HeldDocuments
{
    private Prepared?[] _documents = new Prepared?[256];
    private int[] _authors = new int[256];
    private int[] _titles = new int[256];
    private long[] _times = new long[256];
    private readonly Stack<int> _free = [];

    /// <summary>Numbers given so far, those free again among them.</summary>
    public int Numbers { get; private set; }

    public int Count => Numbers - _free.Count;

    public Prepared this[int number] => _documents[number]!;

    public bool Holds(int number) => _documents[number] is not null;

    public int AuthorOf(int number) => _authors[number];

    public int TitleOf(int number) => _titles[number];

    /// <summary>Documents numbered in the order given.</summary>
    public static HeldDocuments Of(Prepared[] ordered)
    {
        var held = new HeldDocuments();
        foreach (var document in ordered) held.Add(document);
        return held;
    }

    public int Add(Prepared document)
    {
        if (!_free.TryPop(out var number)) number = Numbers++;
        if (number == _documents.Length)
        {
            Array.Resize(ref _documents, 2 * number);
            Array.Resize(ref _authors, 2 * number);
            Array.Resize(ref _titles, 2 * number);
            Array.Resize(ref _times, 2 * number);
        }

        _documents[number] = document;
        _authors[number] = document.Author;
        _titles[number] = document.Title;
        _times[number] = document.Ticks;
        return number;
    }

    public void Remove(int number)
    {
        _documents[number] = null;
        _authors[number] = 0;
        _titles[number] = 0;
        _free.Push(number);
    }

    /// <summary>Earlier in time, or of one time by id: the one order that all results are made in.</summary>
    public bool IsBefore(int one, int other) => _times[one] != _times[other]
        ? _times[one] < _times[other]
        : one != other && string.CompareOrdinal(this[one].Document.Id, this[other].Document.Id) < 0;
}
