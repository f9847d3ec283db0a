using System.Runtime.InteropServices;

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

    private readonly List<Found> _found = [];
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
        for (var p = 0; p < key.Count; p++) _found.Add(new(self, p, places[p].Context));
        var isCapped = total > SearchRules.PlacesMax;
        if (isCapped) Order();
        var isBoilerplate = IsRepeatedByOne(isCapped);
        var known = new KeyFound(total, isBoilerplate, isCapped ? Anchors() : null);
        if (isCapped && Array.Exists(known.Anchors!, a => a.Report == self) && total > PlacesLooked)
        {
            Gather(places[0].Key, LaterMax, self, key.Count);
        }

        foreach (ref readonly var found in CollectionsMarshal.AsSpan(_found))
        {
            if (found.Report == self) continue;
            var isEarlier = !isCapped || RowOf(found.Report).CompareTo(selfRow) < 0;
            if (isCapped && isEarlier && !known.IsFollowed(found.Report, found.Place)) continue;
            for (var p = 0; p < key.Count; p++)
            {
                if (!isEarlier && !known.IsFollowed(self, p)) continue;
                var goesOn = SeedContext.MayGoOn(places[p].Context, found.Context);
                _hits.Add((found.Report.Packed << 2) | (isBoilerplate ? 2UL : 0) | (goesOn ? 1UL : 0));
            }
        }

        return known;
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

    /// <summary>By the one order of reports, then by place.</summary>
    private void Order()
    {
        var found = CollectionsMarshal.AsSpan(_found);
        var rows = new ReportRow[found.Length];
        for (var f = 0; f < found.Length; f++) rows[f] = RowOf(found[f].Report);
        rows.AsSpan().Sort(found, static (x, y) => x.CompareTo(y));
        for (int i = 0, end; i < found.Length; i = end)
        {
            for (end = i + 1; end < found.Length && found[end].Report == found[i].Report; end++)
            {
            }

            found[i..end].Sort(static (x, y) => x.Place.CompareTo(y.Place));
        }
    }

    private Anchor[] Anchors() =>
        [.. _found.Take(SearchRules.AnchorsMax).Select(static f => new Anchor(f.Report, f.Place))];

    /// <summary>
    /// True when one author repeats the key in so many reports, among the first whose authors are known.
    /// </summary>
    private bool IsRepeatedByOne(bool isOrdered)
    {
        if (!isOrdered && _found.Count < SearchRules.BoilerplateReports) return false;
        _authors.Clear();
        var last = new IndexedReport(-1, -1);
        foreach (ref readonly var found in CollectionsMarshal.AsSpan(_found))
        {
            if (found.Report != last && AuthorOf(found.Report) is not 0 and var author) _authors.Add(author);
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
