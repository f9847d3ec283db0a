using System.Collections.Immutable;
using AllSource.Kernel;
using AllSource.Lineage.Reading;
using AllSource.Lineage.Seeds;
using AllSource.Lineage.Weighing;

namespace AllSource.Lineage.Segments;

/// <summary>
/// The lineage index of a desk, kept in a folder: reports are inserted and withdrawn one by one and are found again
/// among millions, without a rebuild. It holds hashes of seeds, times and keyed hashes of ids and authors; no text and
/// no names. One writer, one thread (segments may be written by others). After an IOException it must be opened again.
/// </summary>
public sealed class SegmentIndex : IDisposable
{
    private readonly IndexFiles _files;
    private readonly DeskSeal _seal;
    private readonly IReportTexts _texts;
    private readonly SegmentIndexSettings _settings;
    private readonly SegmentUpkeep _upkeep;
    private readonly WordRarity _rarity = new();
    private readonly IndexedComparison _comparison;
    private readonly Crowd _crowds;
    private readonly WordReader _reader = new(blockWordsMost: WordReader.FewBlockWords);
    private readonly SeedPicker _picker;
    private (LineageDocument? Report, OwnSeeds? Seeds) _last; // a report is mostly looked for right after it came

    private SegmentIndex(IndexFiles files, DeskSeal seal, IReportTexts texts, SegmentIndexSettings settings)
    {
        _files = files;
        _seal = seal;
        _texts = texts;
        _settings = settings;
        _picker = new(sparseOnly: !files.AllGrams);
        _upkeep = new(files, settings);
        _crowds = new(files);
        _comparison = new(files, seal, texts, _rarity, settings.KeepPassedOver);
        var counts = new WordCounts(); // one sum: what a later part takes back may stand in an earlier one
        foreach (var segment in files.Segments) counts.Add(segment.Segment.WordCounts);
        foreach (var table in files.Tables) counts.Add(table.WordCounts);
        Count(counts);
    }

    /// <summary>The kind of findings that name damage.</summary>
    public const string DamageKind = SegmentFault.Kind;

    public int Reports => _files.Count;

    public IndexExtent Extent => new(
        _files.Count, _files.Segments.Count,
        _files.Segments.Sum(static s => s.Segment.Postings) + _files.Tables.Sum(static t => t.Places),
        _files.Segments.Sum(static s => s.Segment.Length));

    /// <summary>
    /// Opens the index in a folder, or begins one. What is damaged is not opened: the finding names file and byte.
    /// </summary>
    public static Parsed<SegmentIndex> Open(
        ISegmentFolder folder, DeskSeal seal, IReportTexts texts, SegmentIndexSettings settings)
    {
        var files = IndexFiles.Open(folder, seal.CheckValue, settings.AllGrams, out var fault);
        return files is null ? Parsed<SegmentIndex>.Unread(fault!)
            : Parsed<SegmentIndex>.Read(new(files, seal, texts, settings));
    }

    /// <summary>Once this returns, the report stays, even if the process is killed right then.</summary>
    public Inserted Insert(LineageDocument report)
    {
        _upkeep.TakeDone();
        var put = Taken(report, out var words);
        if (RowOf(put.Row.Key) is { } there) return IsSame(there, put.Row) ? Inserted.AlreadyHere : Inserted.IdTaken;
        var crowd = _crowds.Of(put.Row.Instance);
        var rank = crowd.Count(c => c.Row.CompareTo(put.Row) < 0);
        var puts = new List<PutReport>();
        if (rank >= SearchRules.ComparedMax)
        {
            put = new(put.Row with { Seeds = 0 }, []);
        }
        else if (crowd.Count >= SearchRules.ComparedMax)
        {
            // an earlier copy came late: the last of those compared so far gives its place to it
            puts.Add(new(crowd[SearchRules.ComparedMax - 1].Row with { Seeds = 0 }, []));
        }

        puts.Add(put);
        Do(new([], [.. puts], crowd.Count < SearchRules.ComparedMax ? CountsOf(words) : new WordCounts()));
        _upkeep.AfterInsert();
        return Inserted.New;
    }

    /// <summary>True when a report of this id is held.</summary>
    public bool Holds(string id) => _files.PlaceOf(_seal.KeyOf(id)) is not null;

    /// <summary>The passages that a report shares with all others held; none when it is not held itself.</summary>
    public HeldPassages Find(LineageDocument report)
    {
        var key = _seal.KeyOf(report.Id);
        var seeds = ReferenceEquals(_last.Report, report) ? _last.Seeds : null;
        return _files.PlaceOf(key) is { } place ? _comparison.Of(report, seeds, place, _files.RowOf(place))
            : new([], []);
    }

    /// <summary>
    /// Takes a report back: it is found no more from now on. Its bytes go with the next merge of their segment, or now
    /// by <see cref="Compact"/>. Call it before the text is taken away: the counts of words need it.
    /// </summary>
    public WithdrawnReport Withdraw(string id)
    {
        _upkeep.TakeDone();
        var key = _seal.KeyOf(id);
        if (RowOf(key) is not { } row) return new(false, []);
        var findings = ImmutableArray.CreateBuilder<Finding>();
        var counts = new WordCounts();
        var crowd = _crowds.Of(row.Instance);
        if (crowd.Count <= SearchRules.ComparedMax)
        {
            if (_texts.Find(key) is { } text) counts.Add(CountsOf(_reader.Read(text.Text)), sign: -1);
            else findings.Add(NotGiven(key, "Its words still count among the usual ones."));
        }

        PutReport[] raised = [];
        if (row.Seeds > 0 && crowd.Count > SearchRules.ComparedMax)
        {
            var next = crowd[SearchRules.ComparedMax].Row.Key;
            if (_texts.Find(next) is { } text) raised = [Taken(text, out _)];
            else findings.Add(NotGiven(next, "It is a copy of the withdrawn one and cannot be compared in its place."));
        }

        Do(new([key], raised, counts));
        _comparison.Forget();
        _last = default;
        return new(true, findings.ToImmutable());
    }

    /// <summary>Writes what is only in memory and in the log as a segment; durable once this returns.</summary>
    public void Settle() => _upkeep.Settle();

    /// <summary>
    /// Writes the whole index anew: of withdrawn reports no byte stays, and the same reports give the same files,
    /// whatever came and went before.
    /// </summary>
    /// <returns>The damage that was met, in which case nothing was changed; else null.</returns>
    public Finding? Compact(CancellationToken cancel) => _upkeep.Compact(cancel);

    /// <summary>
    /// Removes the bytes of withdrawn reports now, by writing only those segments anew that hold any.
    /// </summary>
    /// <returns>The damage that was met; else null.</returns>
    public Finding? Purge(CancellationToken cancel) => _upkeep.Purge(cancel);

    public void Dispose()
    {
        _upkeep.Dispose();
        _files.Dispose();
    }

    private static bool IsSame(ReportRow x, ReportRow y) => x with { Seeds = 0 } == y with { Seeds = 0 };

    private static Finding NotGiven(ReportKey key, string what) =>
        new(FindingWeight.Doubt, "text-not-given", new($"report {key}"), $"The text was not given. {what}",
            "Compacting an index that is made anew puts it right.");

    private void Do(LogEntry entry)
    {
        _files.Apply(entry, _settings.IsDurable);
        Count(entry.WordCounts);
    }

    private void Count(WordCounts counts)
    {
        foreach (var (slot, by) in counts.All) _rarity.Add(_seal.SlotBack(slot), by);
    }

    private PutReport Taken(LineageDocument report, out Words words)
    {
        words = _reader.Read(report.Text);
        var own = OwnSeeds.Of(_picker.Pick(words), _seal);
        _last = (report, own);
        return new(
            new(_seal.KeyOf(report.Id), SearchRules.TimeOf(report), _seal.AuthorOf(Persons.KeyOf(report.Author)),
                _seal.InstanceOf(SearchRules.InstanceOf(words)), (uint)own.Places.Length),
            own.Places);
    }

    private WordCounts CountsOf(Words words)
    {
        var counts = new WordCounts();
        foreach (var code in words.Codes) counts.Add(_seal.SlotOf((int)(code & (WordCounts.Slots - 1))), 1);
        return counts;
    }

    private ReportRow? RowOf(ReportKey key) => _files.PlaceOf(key) is { } place ? _files.RowOf(place) : null;
}
