using System.Runtime.InteropServices;
using AllSource.Lineage.Seeds;

namespace AllSource.Lineage.Segments;

/// <summary>
/// Looks the keys of a report up in all segments and the young reports: how many places each has, which of them are
/// followed, and which reports may therefore share a passage. By the rules of the search in memory.
/// </summary>
internal sealed class PlaceFinder(IndexFiles files, bool keepPassedOver)
{
    /// <summary>Places of one segment that are looked at to tell boilerplate and the first places.</summary>
    private const int PlacesLooked = 192;

    /// <summary>
    /// Later reports compared through a seed beyond the cap, when a report is earlier than those already there. The
    /// attack: an old date on a text of stock phrases.
    /// </summary>
    private const int LaterMax = 4096;

    private const int AuthorsLooked = 48;

    /// <summary>Of the places of a capped key, those that are put in order: for anchors and authors.</summary>
    private const int FirstMax = 64;

    private readonly List<Found> _found = [];
    private readonly List<Found> _first = [];
    private readonly List<ReportRow> _firstRows = [];
    private readonly List<RowPlace> _young = [];
    private readonly List<ulong> _hits = [];
    private readonly List<ulong> _authors = [];

    /// <summary>What is known of each key, in the order of <see cref="OwnSeeds.Keys"/>.</summary>
    public KeyFound[] Keys { get; private set; } = [];

    /// <summary>The reports that may share a passage with this one, which is in the index already.</summary>
    public List<IndexedReport> Find(OwnSeeds own, IndexedReport self, ReportRow selfRow)
    {
        _hits.Clear();
        if (Keys.Length < own.Keys.Length) Keys = new KeyFound[own.Keys.Length * 2];
        for (var k = 0; k < own.Keys.Length; k++) Keys[k] = Follow(own, own.Keys[k], self, selfRow);
        return Promising(selfRow);
    }

    public ReportRow RowOf(IndexedReport report) => report.Segment == files.Segments.Count
        ? files.Young.Row(report.Row) : files.Segments[report.Segment].Segment.Row(report.Row);

    private KeyFound Follow(OwnSeeds own, OwnKey key, IndexedReport self, ReportRow selfRow)
    {
        var places = own.Places.AsSpan(key.First, key.Count);
        var total = key.Count + Gather(places[0].Key, PlacesLooked, self, key.Count);
        if (_found.Count == 0) return KeyFound.Alone;
        if (total <= SearchRules.PlacesMax)
        {
            var isRepeated = _found.Count + 1 >= SearchRules.BoilerplateReports
                && IsRepeatedByOne(_found, selfRow.Author);
            foreach (ref readonly var found in CollectionsMarshal.AsSpan(_found)) Hit(found, places, isRepeated);
            return new(total, isRepeated, null);
        }

        for (var p = 0; p < key.Count; p++) _found.Add(new(self, p, places[p].Context));
        Choose();
        var known = new KeyFound(total, IsRepeatedByOne(_first, author: 0), Anchors());
        foreach (var found in _first.Take(SearchRules.AnchorsMax))
        {
            if (found.Report != self && RowOf(found.Report).CompareTo(selfRow) < 0) Hit(found, places,
                known.IsBoilerplate);
        }

        if (known.Anchors!.Any(a => a.Report == self)) HitLater(places, known, self, selfRow, total);
        return known;
    }

    /// <summary>A report that is among the first of a capped key is what all later ones are compared with.</summary>
    private void HitLater(
        ReadOnlySpan<SeedPlace> places, KeyFound known, IndexedReport self, ReportRow selfRow, int total)
    {
        if (total > PlacesLooked) Gather(places[0].Key, LaterMax, self, places.Length);
        foreach (ref readonly var found in CollectionsMarshal.AsSpan(_found))
        {
            if (found.Report == self || RowOf(found.Report).CompareTo(selfRow) < 0) continue;
            for (var p = 0; p < places.Length; p++)
            {
                if (known.IsFollowed(self, p)) Hit(found, places.Slice(p, 1), known.IsBoilerplate);
            }
        }
    }

    private void Hit(in Found found, ReadOnlySpan<SeedPlace> places, bool isBoilerplate)
    {
        foreach (ref readonly var place in places)
        {
            var goesOn = SeedContext.MayGoOn(place.Context, found.Context);
            _hits.Add((found.Report.Packed << 2) | (isBoilerplate ? 2UL : 0) | (goesOn ? 1UL : 0));
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

        _young.Clear();
        files.Young.Find(key, _young);
        for (int p = 0, n = 0; p < _young.Count; p++)
        {
            n = p > 0 && _young[p].Row == _young[p - 1].Row ? n + 1 : 0;
            var report = new IndexedReport(files.Segments.Count, _young[p].Row);
            if (report == self) continue;
            total++;
            _found.Add(new(report, n, _young[p].Context));
        }

        return total;
    }

    /// <summary>The first of the places found, by the one order of reports, then by place.</summary>
    private void Choose()
    {
        _first.Clear();
        _firstRows.Clear();
        foreach (ref readonly var found in CollectionsMarshal.AsSpan(_found))
        {
            var row = RowOf(found.Report);
            var at = _first.Count;
            while (at > 0 && IsBefore(row, found.Place, _firstRows[at - 1], _first[at - 1].Place)) at--;
            if (at == FirstMax) continue;
            if (_first.Count == FirstMax)
            {
                _first.RemoveAt(FirstMax - 1);
                _firstRows.RemoveAt(FirstMax - 1);
            }

            _first.Insert(at, found);
            _firstRows.Insert(at, row);
        }
    }

    private static bool IsBefore(in ReportRow one, int place, in ReportRow other, int otherPlace) =>
        one.CompareTo(other) is var by && (by < 0 || (by == 0 && place < otherPlace));

    private Anchor[] Anchors() =>
        [.. _first.Take(SearchRules.AnchorsMax).Select(static f => new Anchor(f.Report, f.Place))];

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

    private ulong AuthorOf(IndexedReport report) => report.Segment == files.Segments.Count
        ? files.Young.Row(report.Row).Author
        : files.Segments[report.Segment].Segment is { HasAuthors: true } segment ? segment.AuthorOf(report.Row) : 0;

    /// <summary>
    /// Reports with a hit that may go on, or with two hits: where they stand is tested on the words. What one author
    /// merely repeats of his own is not worth fetching.
    /// </summary>
    private List<IndexedReport> Promising(ReportRow selfRow)
    {
        var promising = new List<IndexedReport>();
        _hits.Sort();
        for (int i = 0, end; i < _hits.Count; i = end)
        {
            var goesOn = false;
            var isAllBoilerplate = true;
            for (end = i; end < _hits.Count && _hits[end] >> 2 == _hits[i] >> 2; end++)
            {
                goesOn |= (_hits[end] & 1) != 0;
                isAllBoilerplate &= (_hits[end] & 2) != 0;
            }

            if (!goesOn && end - i < 2) continue;
            var report = IndexedReport.Unpack(_hits[i] >> 2);
            var isOwnFixedPart = isAllBoilerplate && end - i < SearchRules.FixedPartSeedsMax
                && AuthorOf(report) == selfRow.Author && !keepPassedOver;
            if (!isOwnFixedPart) promising.Add(report);
        }

        return promising;
    }

    private readonly record struct Found(IndexedReport Report, int Place, ushort Context);
}
