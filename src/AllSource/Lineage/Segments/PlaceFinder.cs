using System.Runtime.InteropServices;
using AllSource.Lineage.Seeds;

namespace AllSource.Lineage.Segments;

/// <summary>
/// Looks the keys of a report up in all segments and the young reports: how many places each has, which of them are
/// followed, and which reports may therefore share a passage. By the rules of the search in memory.
/// </summary>
internal sealed class PlaceFinder(IndexFiles files, bool keepPassedOver)
{
    /// <summary>
    /// Later reports compared through a seed beyond the cap, when a report is earlier than those already there. The
    /// attack: an old date on a text of stock phrases.
    /// </summary>
    private const int LaterMax = 4096;

    private const int AuthorsLooked = 48;

    /// <summary>
    /// Of the places of a capped key, those that are put in order: for anchors and authors. A segment's places ascend
    /// by the order of reports, so that no more than these are looked at in each.
    /// </summary>
    private const int FirstMax = 64;

    private readonly List<Found> _found = [];
    private readonly List<Found> _first = [];
    private readonly List<ReportRow> _firstRows = [];
    private readonly List<(int At, int End, ReportRow Row)> _heads = [];
    private readonly List<RowPlace> _young = [];
    private int _inSegments; // of the places found
    private readonly CandidateReports _candidates = new(keepPassedOver);
    private readonly CommonKeys _common = new(files);
    private readonly List<ulong> _authors = [];

    /// <summary>What is known of each key, in the order of <see cref="OwnSeeds.Keys"/>.</summary>
    public KeyFound[] Keys { get; private set; } = [];

    /// <summary>The reports that may share a passage with this one, which is in the index already.</summary>
    public List<IndexedReport> Find(OwnSeeds own, IndexedReport self, ReportRow selfRow)
    {
        _candidates.Clear();
        _common.Begin();
        if (Keys.Length < own.Keys.Length) Keys = new KeyFound[own.Keys.Length * 2];
        for (var k = 0; k < own.Keys.Length; k++)
        {
            Fetch(own, k);
            Keys[k] = Follow(own, own.Keys[k], self, selfRow);
        }

        return _candidates.Promising(report => AuthorOf(report) == selfRow.Author);
    }

    /// <summary>Asks for the memory of keys whose turn comes soon: it lies all over the segments.</summary>
    private void Fetch(OwnSeeds own, int k)
    {
        const int startAhead = 8, bucketAhead = 4;
        for (var s = 0; s < files.Segments.Count; s++)
        {
            var segment = files.Segments[s].Segment;
            if (k + startAhead < own.Keys.Length) segment.FetchStart(own.Places[own.Keys[k + startAhead].First].Key);
            if (k + bucketAhead < own.Keys.Length) segment.FetchBucket(own.Places[own.Keys[k + bucketAhead].First].Key);
        }
    }

    private KeyFound Follow(OwnSeeds own, OwnKey key, IndexedReport self, ReportRow selfRow)
    {
        var places = own.Places.AsSpan(key.First, key.Count);
        var seeds = own.Kept.AsSpan(key.First, key.Count);
        var common = _common.Of(places[0].Key);
        if (common is null)
        {
            var total = key.Count + Gather(places[0].Key, FirstMax, self, key.Count);
            if (_found.Count == 0) return KeyFound.Alone;
            if (total <= SearchRules.PlacesMax)
            {
                var isRepeated = _found.Count + 1 >= SearchRules.BoilerplateReports
                    && IsRepeatedByOne(_found, selfRow.Author);
                var rare = new KeyFound(total, isRepeated, null);
                foreach (ref readonly var found in CollectionsMarshal.AsSpan(_found)) Hit(found, seeds, rare);
                return rare;
            }

            for (var p = 0; p < key.Count; p++) _found.Add(new(self, p, places[p].Context));
            common = Common(total);
            _common.Keep(places[0].Key, common);
        }

        foreach (var (anchor, row, context) in common.Anchors)
        {
            if (anchor.Report == self || row.CompareTo(selfRow) >= 0) continue;
            Hit(new(anchor.Report, anchor.Place, context), seeds, common.Known);
        }

        if (common.Known.IsAnchor(self)) HitLater(places[0].Key, seeds, common.Known, self, selfRow);
        return common.Known;
    }

    /// <summary>What is known of a key beyond the cap, from the places that were gathered.</summary>
    private CommonKey Common(int total)
    {
        Choose(_inSegments);
        var first = Math.Min(_first.Count, SearchRules.AnchorsMax);
        var anchors = new (Anchor, ReportRow, ushort)[first];
        for (var a = 0; a < first; a++)
        {
            anchors[a] = (new(_first[a].Report, _first[a].Place), _firstRows[a], _first[a].Context);
        }

        return new(
            new(total, IsRepeatedByOne(_first, author: 0), [.. anchors.Select(static a => a.Item1)]), anchors,
            _first.Count == FirstMax ? _firstRows[^1] : null);
    }

    /// <summary>A report that is among the first of a capped key is what all later ones are compared with.</summary>
    private void HitLater(uint key, ReadOnlySpan<Seed> seeds, KeyFound known, IndexedReport self, ReportRow selfRow)
    {
        Gather(key, LaterMax, self, seeds.Length);
        foreach (ref readonly var found in CollectionsMarshal.AsSpan(_found))
        {
            if (files.RowOf(found.Report).CompareTo(selfRow) < 0) continue;
            for (var p = 0; p < seeds.Length; p++)
            {
                if (known.IsFollowed(self, p)) Hit(found, seeds.Slice(p, 1), known);
            }
        }
    }

    private void Hit(in Found found, ReadOnlySpan<Seed> seeds, KeyFound known)
    {
        foreach (ref readonly var seed in seeds)
        {
            _candidates.Add(found.Report, seed, found.Context, known);
        }
    }

    /// <summary>Gathers the places of others; gives their number, which may be more than were gathered.</summary>
    private int Gather(uint key, int most, IndexedReport self, int own)
    {
        _found.Clear();
        var total = 0;
        for (var s = 0; s < files.Segments.Count; s++)
        {
            var places = files.Segments[s].Find(key, most, out var count);
            total += self.Segment == s ? count - own : count;
            var last = new IndexedReport(-1, -1);
            for (int p = 0, n = 0; p < places.Length; p++)
            {
                var report = new IndexedReport(s, places[p].Row);
                n = report == last ? n + 1 : 0;
                last = report;
                if (report != self) _found.Add(new(report, n, places[p].Context));
            }
        }

        _inSegments = _found.Count;
        for (var t = 0; t < files.Tables.Count; t++)
        {
            _young.Clear();
            files.Tables[t].Find(key, _young);
            for (int p = 0, n = 0; p < _young.Count; p++)
            {
                n = p > 0 && _young[p].Row == _young[p - 1].Row ? n + 1 : 0;
                var report = new IndexedReport(files.Segments.Count + t, _young[p].Row);
                if (report == self) continue;
                total++;
                _found.Add(new(report, n, _young[p].Context));
            }
        }

        return total;
    }

    /// <summary>
    /// The first of the places found, by the one order of reports, then by place: those of segments, each of which is
    /// in order, are merged; the rest are put among them.
    /// </summary>
    /// <param name="inSegments">How many places found are of segments; of each they lie together.</param>
    private void Choose(int inSegments)
    {
        _first.Clear();
        _firstRows.Clear();
        _heads.Clear();
        for (int from = 0, end; from < inSegments; from = end)
        {
            for (end = from + 1; end < inSegments && _found[end].Report.Segment == _found[from].Report.Segment; end++)
            {
            }

            _heads.Add((from, end, files.RowOf(_found[from].Report)));
        }

        while (_heads.Count > 0 && _first.Count < FirstMax)
        {
            var least = 0;
            for (var h = 1; h < _heads.Count; h++) if (_heads[h].Row.CompareTo(_heads[least].Row) < 0) least = h;
            var (at, end, row) = _heads[least];
            _first.Add(_found[at++]);
            _firstRows.Add(row);
            if (at == end) _heads.RemoveAt(least);
            else _heads[least] = (at, end, files.RowOf(_found[at].Report));
        }

        for (var f = inSegments; f < _found.Count; f++) PutAmongFirst(_found[f]);
    }

    private void PutAmongFirst(in Found found)
    {
        var row = files.RowOf(found.Report);
        var at = _first.Count;
        while (at > 0 && IsBefore(row, found.Place, _firstRows[at - 1], _first[at - 1].Place)) at--;
        if (at == FirstMax) return;
        if (_first.Count == FirstMax)
        {
            _first.RemoveAt(FirstMax - 1);
            _firstRows.RemoveAt(FirstMax - 1);
        }

        _first.Insert(at, found);
        _firstRows.Insert(at, row);
    }

    private static bool IsBefore(in ReportRow one, int place, in ReportRow other, int otherPlace) =>
        one.CompareTo(other) is var by && (by < 0 || (by == 0 && place < otherPlace));

    /// <summary>
    /// True when one author repeats the key in so many reports, among the first whose authors are known.
    /// </summary>
    /// <param name="author">Of the report itself when it is not in the list.</param>
    private bool IsRepeatedByOne(List<Found> places, ulong author)
    {
        _authors.Clear();
        if (author != 0) _authors.Add(author);
        var last = new IndexedReport(-1, -1);
        foreach (ref readonly var found in CollectionsMarshal.AsSpan(places))
        {
            if (found.Report != last && AuthorOf(found.Report) is not 0 and var known) _authors.Add(known);
            last = found.Report;
            if (_authors.Count == AuthorsLooked) break;
        }

        _authors.Sort();
        for (var a = SearchRules.BoilerplateReports - 1; a < _authors.Count; a++)
        {
            if (_authors[a] == _authors[a - SearchRules.BoilerplateReports + 1]) return true;
        }

        return false;
    }

    private ulong AuthorOf(IndexedReport report) => report.Segment >= files.Segments.Count
        ? files.RowOf(report).Author
        : files.Segments[report.Segment].Segment is { HasAuthors: true } segment ? segment.AuthorOf(report.Row) : 0;

    private readonly record struct Found(IndexedReport Report, int Place, ushort Context);
}
