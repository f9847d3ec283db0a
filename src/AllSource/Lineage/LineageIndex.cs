using System.Collections.Immutable;
using AllSource.Lineage.Reading;
using AllSource.Lineage.Seeds;
using AllSource.Lineage.Weighing;

namespace AllSource.Lineage;

/// <summary>
/// Documents held in memory so that each new one is compared at once with all before it, without building anything
/// again. What it knows (words' rarity, fixed parts, first places of stock phrases) is a function of the set of
/// documents held: not of the order in which they came, nor of those withdrawn. One thread at a time; <see
/// cref="Passages"/> works with several by itself.
/// </summary>
public sealed class LineageIndex
{
    private readonly PassageSearch _search;
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly HeldDocuments _documents = new();
    private readonly NameNumbers _authors = new();
    private readonly NameNumbers _titles = new();
    private readonly WordRarity _rarity = new();
    private readonly WordReader _reader = new();
    private readonly SeedPicker _picker;
    private readonly SeedIndex _seeds;
    private readonly InstanceGroups _groups;
    private readonly Comparison _comparison;

    public LineageIndex(PassageSearch search)
    {
        _search = search;
        _picker = new(search.SparseOnly);
        _seeds = new(_documents);
        _groups = new(_documents);
        _comparison = new(_documents, _rarity, search);
    }

    public LineageIndex()
        : this(new PassageSearch())
    {
    }

    /// <summary>Documents held.</summary>
    public int Count => _documents.Count;

    /// <summary>Different grams held: 0 when nothing is held.</summary>
    public long Grams => _seeds.Count;

    /// <summary>
    /// Takes a document in and gives its passages with what is held, by what is known now. A document of an id that is
    /// held already is not taken in, and gives nothing: withdraw the other first.
    /// </summary>
    public ImmutableArray<Passage> Insert(LineageDocument document)
    {
        if (_numbers.ContainsKey(document.Id)) return [];
        var number = Hold(new(document, _reader.Read(document.Text)));
        var (isCompared, displaced) = _groups.Add(number);
        var found = new List<Passage>();
        if (displaced >= 0) Leave(displaced);
        if (!isCompared)
        {
            var maker = new PassageMaker(_rarity, Evidence.PriorOf(Count), _search.KeepPassedOver);
            maker.MakeWhole(_documents[_groups.FirstOf(number)], _documents[number], found);
            return PassageOrder.Ordered(found);
        }

        var seeds = Enter(number);
        _comparison.With(number, _documents[number], seeds, _seeds, Evidence.PriorOf(Count), found);
        return PassageOrder.Ordered(found);
    }

    /// <summary>The passages of a document with what is held; nothing is changed.</summary>
    public ImmutableArray<Passage> Find(LineageDocument document)
    {
        var prepared = new Prepared(document, _reader.Read(document.Text))
        {
            Author = _authors.Of(Prepared.AuthorKeyOf(document)),
            Title = _titles.Of(Prepared.TitleKeyOf(document)),
            FormerTitle = _titles.Of(Prepared.FormerTitleKeyOf(document)),
        };
        var found = new List<Passage>();
        var own = _numbers.GetValueOrDefault(document.Id, -1); // a document is never compared with itself
        _comparison.With(own, prepared, _picker.Pick(prepared.Words), _seeds, Evidence.PriorOf(Count + 1), found);
        return PassageOrder.Ordered(found);
    }

    /// <summary>
    /// Takes a document out: no gram, name or word count of it stays behind. False when the id is not held.
    /// </summary>
    public bool Withdraw(string id)
    {
        if (!_numbers.Remove(id, out var number)) return false;
        var (wasCompared, promoted) = _groups.Remove(number);
        if (wasCompared) Leave(number);
        var document = _documents[number].Document;
        _authors.Give(Prepared.AuthorKeyOf(document));
        _titles.Give(Prepared.TitleKeyOf(document));
        _titles.Give(Prepared.FormerTitleKeyOf(document));
        _documents.Remove(number);
        if (promoted >= 0) Enter(promoted);
        return true;
    }

    /// <summary>
    /// All passages among the documents held, by all that is known now: the same for the same documents, in whatever
    /// order they came and with however many threads.
    /// </summary>
    public ImmutableArray<Passage> Passages(IProgress<LineageProgress>? progress, CancellationToken cancel)
    {
        Prepared[] ordered =
            [.. Enumerable.Range(0, _documents.Numbers).Where(_documents.Holds).Select(n => _documents[n])];
        Array.Sort(ordered, static (x, y) => x.CompareTo(y));
        return AllAgainstAll.Find(ordered, _search, progress, cancel);
    }

    private int Hold(Prepared document)
    {
        document.Author = _authors.Take(Prepared.AuthorKeyOf(document.Document));
        document.Title = _titles.Take(Prepared.TitleKeyOf(document.Document));
        document.FormerTitle = _titles.Take(Prepared.FormerTitleKeyOf(document.Document));
        return _numbers[document.Document.Id] = _documents.Add(document);
    }

    private ReadOnlySpan<Seed> Enter(int number)
    {
        var words = _documents[number].Words;
        _rarity.Add(words);
        var seeds = _picker.Pick(words);
        _seeds.Add(number, seeds);
        return seeds;
    }

    private void Leave(int number)
    {
        var words = _documents[number].Words;
        _rarity.Remove(words);
        _seeds.Remove(number, _picker.Pick(words));
    }
}
